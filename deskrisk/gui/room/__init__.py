"""The room: what the projector shows, and the small picture of it on the desk."""
