"""Typing the stages of this part of the agenda."""
