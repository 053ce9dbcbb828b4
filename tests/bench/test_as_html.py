"""What WeasyPrint is given to set is what stands on our pages: no more, no less."""

import io
import re
from html import unescape

from conference_tui.documents.reading import read
from conference_tui.documents.setting import set_pdf
from conference_tui.documents.writing import Picture
from tests.bench import as_html
from tests.bench.pack import plans

_TOLD = re.compile("page|a description|the title of the file")
_FURNITURE = re.compile(r"\d+|\d+\.|•|Page|of")
"""What WeasyPrint counts and marks by itself: pages and lists."""


def test_the_html_of_a_plan_has_the_words_and_the_pictures_of_our_pages() -> None:
    for written in plans():
        out = io.BytesIO()
        set_pdf(written, out)
        places = [place for place in read(out.getvalue(), ".pdf") if _TOLD.match(place.where)]
        ours = {word for place in places for word in place.text.split()}
        made = as_html.html(written)
        theirs = set(unescape(re.sub(r"<[^<>]*>", "\n", made)).split())
        assert theirs <= ours
        assert not [word for word in ours - theirs - {written.footer} if not _FURNITURE.fullmatch(word)]
        assert made.count("<svg ") == sum(isinstance(part, Picture) for part in written.parts) > 1
