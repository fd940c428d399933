"""The values a workshop is made of. The rules about them are in ``deskrisk.domain``."""
