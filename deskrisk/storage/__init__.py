"""Workshops on the disk: one SQLite file, one process, one thread that writes."""
