"""Words as they are compared: without case, accents, ligatures, hyphens and spaces of any kind."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """The text in small letters without accents, ligatures taken apart, soft hyphens gone."""
    apart = unicodedata.normalize("NFKD", text.replace("\u00ad", "").casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, one after the other."""
    return tuple(_WORD.findall(folded(text)))


def squeezed(text: str) -> str:
    """Letters and digits alone, without anything between them."""
    return "".join(words(text))


def runs(told: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of so many words."""
    for start in range(len(told) - length + 1):
        yield tuple(told[start : start + length])
