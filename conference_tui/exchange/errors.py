"""Why an archive is not taken, told to the person at the keyboard in plain sentences."""

from conference_tui.spoken import Spoken

MOST_TOLD = 8
"""How many mistakes of a list are told at once."""


class ArchiveRefused(Spoken):
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


class ListRefused(Spoken):
    """The invitation list was not taken, nobody of it. The message says each line that is wrong.

    Attributes:
        mistakes: a sentence for each, with the number of the line.

    """

    def __init__(self, mistakes: list[str]) -> None:
        more = f"\nAnd {len(mistakes) - MOST_TOLD} more." if len(mistakes) > MOST_TOLD else ""
        super().__init__("Nobody of the list was entered.\n" + "\n".join(mistakes[:MOST_TOLD]) + more)
        self.mistakes = mistakes
