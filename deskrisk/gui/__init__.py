"""The windows: everything that needs Qt, and nothing else does."""
