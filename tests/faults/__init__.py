"""Kills, starves and damages the store and the program, and compares what was said to be saved with what is there."""
