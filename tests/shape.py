"""How the program is cut, counted: `python -m tests.shape [COMMIT …]` tells it of commits, and of what is here.

Its lines; how many files name one kind of event; and how many a new field of an action would have to be written into,
by those that name the field `how_known` of `ActionAgreed` today.
"""

import ast
import io
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).parents[1]
PROGRAM = ("conference_tui", "screens")
FIELD = "how_known"


def here() -> dict[str, str]:
    """The files of the program as they are, by their path."""
    found = (path for top in PROGRAM for path in (PROJECT / top).rglob("*.py"))
    return {str(path.relative_to(PROJECT)): path.read_text(encoding="utf-8") for path in found}


def at(commit: str) -> dict[str, str]:
    """The files of the program as a commit has them."""
    command = ["git", "archive", "--format=tar", commit, *PROGRAM]
    packed = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        files = {each.name: tar.extractfile(each) for each in tar if each.name.endswith(".py")}
        return {name: file.read().decode() for name, file in files.items() if file}


def kinds(files: Mapping[str, str]) -> list[str]:
    """The kinds of event that there are: the classes made from `Event`."""
    return sorted(name for text in files.values() for name in _kinds_in(text))


def _kinds_in(text: str) -> Iterator[str]:
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef) and any(
            isinstance(base, ast.Name) and base.id == "Event" for base in node.bases
        ):
            yield node.name


def naming(word: str, files: Mapping[str, str]) -> list[str]:
    """The files in which a word stands."""
    whole = re.compile(rf"\b{word}\b")
    return sorted(name for name, text in files.items() if whole.search(text))


def told(files: Mapping[str, str]) -> str:
    """What is counted of the program, in lines to read."""
    lines = sum(text.count("\n") for text in files.values())
    counts = {kind: len(naming(kind, files)) for kind in kinds(files)}
    most = max(counts, key=lambda kind: counts[kind])
    half = median(counts.values())
    field = naming(FIELD, files)
    said = [
        f"{lines:,} lines of program in {len(files)} files",
        f"files that name one kind of event: {half:g} is the median, {counts[most]} ({most}) the most, of {len(counts)} kinds",
        f"files that name the field {FIELD} of an action: {len(field)}",
        *(f"    {name}" for name in field),
    ]
    return "\n".join(f"    {line}" for line in said)


if __name__ == "__main__":
    for commit in sys.argv[1:]:
        print(f"{commit}\n{told(at(commit))}")
    print(f"here\n{told(here())}")
