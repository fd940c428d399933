"""Measures how fast the program is. ``python -m bench [NAME ...]``, never part of the tests."""
