"""A conference as one file, for another computer or another program. Knows no folder and no screen."""
