"""Files for sending: the two fields in which their passphrase is chosen, and what puts them under it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from conference_tui.conference.papers import Layout
from screens.first_start import weakness
from screens.form import Field, Values, Wanting

if TYPE_CHECKING:
    from conference_tui.documents.pack import Encrypt

FIELDS = (
    Field(
        name="passphrase",
        label="Passphrase",
        kind="secret",
        hint="for sending; empty: none",
        check=lambda typed: weakness(typed) if typed else "",
    ),
    Field(name="again", label="Once more", kind="secret", hint="the same again"),
)
"""Empty: the files are under no passphrase. What is typed is kept nowhere, and stands in no record."""


def encryption(values: Values, layouts: Sequence[Layout]) -> "Encrypt | None":
    """What puts a file under the passphrase; None where none was typed. Raises Wanting."""
    from conference_tui.documents.encrypted import NO_BRAILLE, encrypted

    typed, again = values.secret("passphrase"), values.secret("again")
    if not typed and not again:
        return None
    if why := weakness(typed):
        raise Wanting("passphrase", why)
    if typed != again:
        raise Wanting("again", "The two are not the same.")
    if Layout.BRAILLE in layouts:
        raise Wanting("layouts", NO_BRAILLE)
    return lambda pdf: encrypted(pdf, typed)
