"""Tests of what each command does, through the command itself."""
