"""The page Follow up."""
