"""The desk: the facilitator's window for one workshop."""
