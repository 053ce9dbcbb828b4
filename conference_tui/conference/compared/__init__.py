"""The one comparison of names, places, numbers and words: whoever has a UK keyboard finds everybody, however it is written.

Case, accents and letters that keyboards here do not have (ł ø æ ı), dashes and apostrophes of every make or none, the
spaces of postcodes and telephone numbers, the code of a country, and how much of a street is told make no difference.

- `folded`, `words`, `squeezed`, `runs`: a text as it is compared.
- `same`, `is_called`, `meant`: what somebody typed for a name.
- `begins`, `rest_of`, `holds`: what somebody looks for.
- `forms_of_name`, `forms_of_place`, `forms_of_number`: under what somebody or something may stand in a sentence.
- `Forms`, `occurs`, `marking`: where such forms stand in a typed text, and marks put in their place.
"""

from conference_tui.conference.compared.forms import (
    forms_of_name,
    forms_of_number,
    forms_of_place,
    parts_of_name,
)
from conference_tui.conference.compared.found import Forms, Found, form_of, is_also_words, marking, occurs
from conference_tui.conference.compared.letters import folded, read, runs, squeezed, words
from conference_tui.conference.compared.typed import (
    begins,
    holds,
    is_called,
    key,
    meant,
    rest_of,
    same,
    starts_so,
)

__all__ = [
    "Forms",
    "Found",
    "begins",
    "folded",
    "forget",
    "forms_of_name",
    "forms_of_number",
    "forms_of_place",
    "holds",
    "is_also_words",
    "is_called",
    "marking",
    "meant",
    "occurs",
    "parts_of_name",
    "rest_of",
    "runs",
    "same",
    "squeezed",
    "starts_so",
    "words",
]


def forget() -> None:
    """Keep nothing of what was compared: the texts are people's words, and a lock leaves none in memory on purpose."""
    for kept in (words, squeezed, read, key, form_of):
        kept.cache_clear()
