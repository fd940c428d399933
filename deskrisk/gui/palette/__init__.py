"""The palette: every action and every place by its name."""
