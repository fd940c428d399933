"""All fields in one place."""

from deskrisk.gui.widgets.text_fields import LineField, TextField
from deskrisk.gui.widgets.values import DayField, NumberField

__all__ = ["DayField", "LineField", "NumberField", "TextField"]
