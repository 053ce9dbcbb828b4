"""Measures the program from outside, beside the least a program of its kind can take. `python -m tests.bench`."""
