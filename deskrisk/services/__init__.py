"""What can be done: the only door for window, command line, and later phones."""
