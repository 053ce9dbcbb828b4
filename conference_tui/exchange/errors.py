"""Why an archive is not taken, told to the person at the keyboard in plain sentences."""


class ArchiveRefused(Exception):
    """The archive was not taken, none of it. The message says what is wrong, and what can be done.

    Attributes:
        line: which line is wrong, counted from 1; 0 where it is the file as a whole.

    """

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class WrongPassphrase(ArchiveRefused):
    """The archive is whole, but this passphrase does not open it."""


def refused_line(line: int, reason: str) -> ArchiveRefused:
    """What is said about one line; `reason` is the end of a sentence, and may hold what stood in the file."""
    return ArchiveRefused(f"Line {line} {reason}. The archive was not taken, and nothing was stored.", line)
