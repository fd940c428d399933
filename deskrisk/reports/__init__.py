"""What leaves the house on paper: the agreement as a document, and the writers of its formats."""
