"""The home window: the workshops of the library."""
