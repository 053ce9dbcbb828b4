"""How soon somebody who knows what people like to take would guess a passphrase."""

from functools import cache

_FEWEST_GUESSES = 10**13
"""What four of the most used words hold together; each guess costs what `slots.Cost` says."""

_LONGEST = 72
"""Characters that are looked at: the library refuses more, and takes much longer over them."""

_SEPARATORS = str.maketrans("", "", " -_.,;:/+'’\t")
"""Left out: the library counts a sign between two words as if it were chosen at random."""

_ROWS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "january february march april may june july august september october november december",
    "spring summer autumn winter",
    "one two three four five six seven eight nine ten eleven twelve",
    "first second third fourth fifth sixth seventh eighth ninth tenth",
    "red orange yellow green blue indigo violet",
    "north east south west",
    "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima",
    "alpha beta gamma delta epsilon zeta eta theta",
    "mercury venus earth mars jupiter saturn uranus neptune",
)

_SAYINGS = (
    "correct horse battery staple",
    "the quick brown fox jumps over the lazy dog",
    "to be or not to be that is the question",
    "once upon a time in a land far far away",
    "it was a dark and stormy night",
    "may the force be with you",
    "mary had a little lamb",
    "twinkle twinkle little star",
    "humpty dumpty sat on a wall",
    "god save the king",
    "god save the queen",
    "our father who art in heaven",
    "happy birthday to you",
    "keep calm and carry on",
    "four words or more",
    "this is my passphrase",
    "child protection conference",
    "working together to safeguard children",
)


def is_soon_guessed(passphrase: str) -> bool:
    """Whether a passphrase falls to fewer guesses than an attacker has; capitals and what parts words count nothing.

    Of a long passphrase the beginning is looked at. Takes a few milliseconds.
    """
    from zxcvbn import zxcvbn  # its lists of words are loaded only where a passphrase is set

    looked_at = passphrase.casefold().translate(_SEPARATORS)[:_LONGEST]
    if not looked_at:
        return True
    guesses: int = zxcvbn(looked_at, user_inputs=_well_known())["guesses"]
    return guesses < _FEWEST_GUESSES


@cache
def _well_known() -> list[str]:
    """The sayings, and every stretch of a row, also over its end and backwards, as one word each."""
    found = [saying.replace(" ", "") for saying in _SAYINGS]
    for row in _ROWS:
        forwards = row.split()
        for words in (forwards, forwards[::-1]):
            found += _stretches(words)
    return found


def _stretches(words: list[str]) -> list[str]:
    count = len(words)
    return [
        "".join((words * 2)[start : start + length])
        for start in range(count)
        for length in range(2, count + 1)
    ]
