"""Tests of what a conference is: values and rules."""
