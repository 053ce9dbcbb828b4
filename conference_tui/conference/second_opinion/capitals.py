"""Names in typed words, by their capitals: nobody has a list of all there are."""

import re
from collections.abc import Iterator

from conference_tui.conference.compared import folded
from conference_tui.conference.second_opinion.typed import OF_TIME

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|[“”\"(]\s*|\n+")


def names_in(typed: str) -> Iterator[str]:
    """Words with a capital that follow each other, but for the first of a sentence: "Operation Larkspur", "Penhale".

    Of a first word that is followed by another one nobody knows whether it is of the name: "Dr Amin", "She Ran".
    """
    for sentence in _SENTENCE.split(typed):
        found = list(_WORD.finditer(sentence))
        run: list[re.Match[str]] = []
        for place, word in enumerate([*found, None]):
            if (
                word
                and place
                and _is_capital(word[0])
                and (not run or sentence[run[-1].end() : word.start()].isspace())
            ):
                run.append(word)
                continue
            if run:
                yield sentence[run[0].start() : run[-1].end()]
            run = [word] if word and place and _is_capital(word[0]) else []


def _is_capital(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and folded(word) not in OF_TIME
