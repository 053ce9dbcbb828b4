"""How words stand in a sentence: quoted, ended, joined, with their reason."""

from conference_tui.conference.text import one_line


def quoted(words: str) -> str:
    """Words as somebody typed them, in quotation marks."""
    return f"“{one_line(words)}”"


def ended(words: str) -> str:
    """A sentence with the full stop that it may lack."""
    line = one_line(words)
    return line if line.endswith((".", "!", "?", ".”", "!”", "?”")) else f"{line}."


def because(reason: str) -> str:
    """A reason, as it stands behind a sentence."""
    return f" Reason: {quoted(reason)}" if reason else ""


def joined(*parts: str) -> str:
    """Parts with a comma between, those that there are."""
    return ", ".join(part for part in map(one_line, parts) if part)
