"""Widgets without knowledge of storage or services: they show view models and say what happened."""
