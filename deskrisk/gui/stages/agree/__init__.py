"""The page Agree."""
