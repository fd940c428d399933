"""Dialogs: each takes values, gives a value or ``None``, and saves nothing."""
