"""Words as they are compared: without case, accents, ligatures, hyphens and spaces of any kind."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def folded(text: str) -> str:
    """The text in small letters without accents, ligatures taken apart, soft hyphens gone."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.replace("\u00ad", "").casefold())
    return _BEYOND_ASCII.sub(_without_marks, apart)


def _without_marks(found: re.Match[str]) -> str:
    return "".join(sign for sign in found[0] if not unicodedata.combining(sign))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, one after the other."""
    return tuple(_WORD.findall(folded(text)))


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Letters and digits alone, without anything between them."""
    return "".join(words(text))


def forget() -> None:
    """Keep nothing of what was compared: the texts are people's words, and a lock leaves none in memory on purpose."""
    words.cache_clear()
    squeezed.cache_clear()


def runs(told: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of so many words."""
    for start in range(len(told) - length + 1):
        yield tuple(told[start : start + length])
