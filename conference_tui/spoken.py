"""An error that is a sentence to the person: what happened, what is safe, what to do."""


class Spoken(Exception):
    """An error whose message is shown as it stands. Every error that is meant for a person is one."""
