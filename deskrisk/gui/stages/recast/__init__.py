"""The page of the stage Recast."""
