"""A finished PDF under a passphrase, for sending: AES-256, revision 6 (ISO 32000-2).

ReportLab's own encryption is not used: its default is RC4 with 40 bits, its AES-256 the withdrawn revision 5, which
other readers cannot open. Search and check a file before it goes through here: afterwards nobody can.
"""

import io

from conference_tui.conference.text import one_line
from conference_tui.spoken import Spoken

NO_BRAILLE = (
    "A braille file cannot be put under a passphrase: an embosser reads it as it is. Nothing was made."
)


class NoPassphrase(Spoken, ValueError):
    """A file was to be encrypted under nothing; the message is a sentence to the person."""


def encrypted(pdf: bytes, passphrase: str) -> bytes:
    """The PDF as it was, and readable only with the passphrase. Not the same bytes twice: the keys are by chance.

    Whoever has the passphrase may do everything; screen readers are let in (PDF/UA-1 7.16). Raises NoPassphrase.
    """
    import pikepdf  # takes a tenth of a second: only when something is encrypted

    if not one_line(passphrase):
        raise NoPassphrase("An empty passphrase protects nothing. Nothing has been written.")
    out = io.BytesIO()
    allowed = pikepdf.Permissions(accessibility=True)
    keys = pikepdf.Encryption(owner=passphrase, user=passphrase, R=6, aes=True, metadata=True, allow=allowed)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(
            out,
            encryption=keys,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
    return out.getvalue()
