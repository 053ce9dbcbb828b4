"""Run a live child protection conference from the terminal, from the first word to the printed plan."""

__version__ = "0.1.0"
