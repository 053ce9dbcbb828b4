"""Sentences that stand nowhere else, and the search for them in everything that the program wrote."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

OPEN = tuple(f"Quillfern{place:02}open said that the bruise was seen on day {place}" for place in range(30))
"""Said in the open part."""
CLOSED = tuple(f"Harkaway{place:02}shut told the police about lodger {place}" for place in range(15))
"""Said in the closed slot."""
UNFINISHED = (
    "Ambrosine01draft was never finished",
    "Thistlebury02draft neither was this",
    "Wolverdine03draft nor what stood in the slot",
)
"""Typed and not recorded: in the capture line, in a form, in the closed slot."""
NAMES = ("Orrell-Pike", "Tamsin Orrell", "Ashmere Constabulary")
"""Of the people and the child of the conference."""
CRASHED = ("Pumblechook04crash stood in the mistake itself", "Merriweather05crash was being typed")
PASSPHRASES = ("copper kettle on the stile", "kettle on")
PLANTED = (*OPEN, *CLOSED, *UNFINISHED, *CRASHED, *NAMES, *PASSPHRASES)

_NAME = re.compile(r"^(\w{10,})")


def found_in(data: bytes, planted: Iterable[str] = PLANTED) -> list[str]:
    """Which of them stand in the data: a sentence, or the word that it begins with, in any of the usual writings."""
    data = data.lower()
    return [each for each in planted if any(piece in data for piece in _writings(each))]


def _writings(sentence: str) -> Iterator[bytes]:
    own = _NAME.match(sentence)
    for words in {sentence, own[1] if own else sentence}:
        lower = words.lower()
        yield lower.encode()
        yield lower.encode("utf-16-le")
        yield lower.replace(" ", "\\u0020").encode()
        yield lower.encode().hex().encode()


def files_in(*folders: Path) -> dict[Path, bytes]:
    """Every file below the folders."""
    return {path: path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def found_in_files(*folders: Path) -> dict[Path, list[str]]:
    """In which files, or names of files, what was found; empty is good."""
    found = {path: found_in(str(path).encode() + b"\n" + data) for path, data in files_in(*folders).items()}
    return {path: each for path, each in found.items() if each}
