"""What each command does. A command is given what was asked for and gives the exit status.

Whatever takes long to load is imported by the command that needs it, when it runs.
"""
