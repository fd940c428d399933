"""The page of the stage Name."""
