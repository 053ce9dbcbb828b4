"""How a command speaks with the person who gave it: one line of trouble, questions, secrets."""

import sys
import warnings
from pathlib import Path

from conference_tui.spoken import Spoken

WENT_WRONG = 2
"""The exit status of a command that did not do everything it was asked for."""

LONGEST_SECRET = 4096
"""Bytes of a file that holds a passphrase or a recovery key."""


class CommandError(Spoken):
    """What was asked for cannot be done; the message is the sentence for the person."""


def tell(sentence: str) -> None:
    """Say something to the person, in one line on standard error."""
    from conference_tui.conference.text import one_line

    print(f"conference: {one_line(sentence)}", file=sys.stderr)


def has_person() -> bool:
    """Whether somebody sits at a terminal, sees what is said there, and can be asked."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty())


def ask(question: str) -> str:
    """Ask a person at the terminal for a line. The question and the answer stand on standard error."""
    print(question, end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()


def confirm(explanation: str, typed: str, instead: str) -> None:
    """Have a person type something before what cannot be taken back; `instead` is the option for a script.

    Raises CommandError, with nothing done, where it was not typed or nobody can be asked.
    """
    from conference_tui.conference.compared import folded
    from conference_tui.conference.text import one_line

    if not has_person():
        raise CommandError(f"{explanation} Nothing has been done. Without a terminal it needs {instead}.")
    print(one_line(explanation), file=sys.stderr)
    if folded(one_line(ask(f"Type {one_line(typed)} to go on:"))) != folded(one_line(typed)):
        raise CommandError("That is something else. Nothing has been done.")


# --- Secrets ------------------------------------------------------------------------------------------------


def secret(what: str, file: Path | None, option: str) -> str:
    """A passphrase or key: from the file that was named, else typed unseen at the terminal.

    Raises CommandError where there is neither; `option` is what names a file.
    """
    if file:
        return secret_in(file)
    if not (sys.stdin and sys.stdin.isatty()):  # it is typed into the terminal itself, wherever messages go
        raise CommandError(
            f"The {what} is needed. Nothing has been done. Without a terminal, name a file that holds it "
            f"with {option}."
        )
    return typed_unseen(f"The {what}")


def new_secret(what: str, file: Path | None, option: str) -> str:
    """A passphrase that is given for the first time: typed twice, or from the file that was named."""
    first = secret(what, file, option)
    if not file and typed_unseen(f"The {what} once more") != first:
        raise CommandError("The two are not the same. Nothing has been done.")
    return first


def typed_unseen(question: str) -> str:
    """What is typed at the terminal without showing there."""
    from getpass import GetPassWarning, getpass

    with warnings.catch_warnings():
        # Where the terminal cannot be kept from showing what is typed, nothing is asked.
        warnings.simplefilter("error", GetPassWarning)
        try:
            return getpass(f"{question}: ")
        except (GetPassWarning, EOFError) as trouble:
            raise CommandError(
                "Nothing was typed that could be read unseen. Nothing has been done."
            ) from trouble


def secret_in(file: Path) -> str:
    """The one line of a file. Raises CommandError where it is another, or others may read it."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LONGEST_SECRET + 1)
            if sys.platform != "win32" and _is_open_to_others(opened.fileno()):
                raise CommandError(
                    f"Other people of this computer may read {file}. Nothing has been done. "
                    "Make it its owner's alone (chmod 600)."
                )
        line = data.decode("utf-8").removesuffix("\n").removesuffix("\r")
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}. Nothing has been done.") from error
    except UnicodeDecodeError:
        line = ""
    if not line or not line.isprintable() or len(data) > LONGEST_SECRET:
        # Nothing of the content is said: it may be the secret, cut in two.
        raise CommandError(f"{file} does not hold one line of text. Nothing has been done.")
    return line


def _is_open_to_others(file: int) -> bool:
    import os
    import stat

    status = os.fstat(file)
    return stat.S_ISREG(status.st_mode) and bool(status.st_mode & (stat.S_IRWXG | stat.S_IRWXO))
