"""The fixed words that documents say by themselves: data, reviewed, never composed about a child."""

import tomllib
from functools import cache
from importlib.resources import files


class Wording:
    """The words of one kind of document, from its file in data/wording/."""

    def __init__(self, document: str) -> None:
        file = files("data") / "wording" / f"{document}.toml"
        self._words: dict[str, dict[str, str]] = tomllib.loads(file.read_text(encoding="utf-8"))

    def has(self, part: str, key: str) -> bool:
        """Whether the file has words under a key of a part."""
        return key in self._words.get(part, {})

    def say(self, part: str, key: str, **told: object) -> str:
        """The words under a key of a part of the file, with what is told in them filled in.

        A sentence that ends with typed words that have a full stop of their own gets no second one.
        """
        said = self._words[part][key].format(**told)
        return said[:-1] if said.endswith("..") and not said.endswith("...") else said


@cache
def wording(document: str) -> Wording:
    """The words of one kind of document, read once."""
    return Wording(document)
