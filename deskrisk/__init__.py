"""DeskRisk: from fear to agreed document."""

__version__ = "0.1.0"
