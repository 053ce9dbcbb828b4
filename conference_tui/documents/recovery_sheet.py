"""The recovery sheet: one page with the recovery key in groups. It is made in memory and is never a file."""

import io
from collections.abc import Sequence
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from conference_tui.conference.text import say_long_date
from conference_tui.documents import fonts
from conference_tui.documents.flowables import ListItem, TaggedParagraph, table
from conference_tui.documents.page import LANGUAGE, TEXT_WIDTH, Sheets, Styles, rules
from conference_tui.documents.structure import Element
from conference_tui.documents.wording import wording

_IN_A_ROW = 4
_LARGE = 20.0
"""Points of the key's letters: read by somebody who has never seen it, perhaps in a hurry."""


def draw_sheet(groups: Sequence[str], made: date) -> bytes:
    """The sheet with these groups of the key, as a tagged PDF of one page."""
    fonts.register()
    out = io.BytesIO()
    words = wording("recovery")
    sheets = Sheets(
        out,
        title=words.say("sheet", "title"),
        author=words.say("sheet", "author"),
        subject=words.say("sheet", "subject"),
        footer=words.say("sheet", "footer"),
    )
    root = Element("Document", language=LANGUAGE)
    sheets.write(_story(groups, made, root), root)
    return out.getvalue()


def _story(groups: Sequence[str], made: date, root: Element) -> list[Flowable]:
    words, styles = wording("recovery"), Styles.of()
    paragraph, heading = styles.text, styles.h2

    def say(part: str, key: str, tag: str, style: ParagraphStyle, **told: object) -> Flowable:
        return TaggedParagraph(words.say(part, key, **told), style, root.add(tag))

    def steps(part: str, keys: Sequence[str]) -> list[Flowable]:
        items = root.add("L", numbering="Decimal")
        made_items: list[Flowable] = []
        for number, key in enumerate(keys, 1):
            item = items.add("LI")
            label, body = item.add("Lbl"), item.add("LBody")
            text = TaggedParagraph(words.say(part, key), paragraph, body)
            made_items.append(ListItem(f"{number}.", label, text))
        return made_items

    return [
        say("sheet", "title", "H1", styles.h1),
        say("sheet", "for", "P", paragraph),
        say("headings", "key", "H2", heading),
        _key(groups, root, styles),
        say("sheet", "made", "P", paragraph, date=say_long_date(made)),
        say("sheet", "computer", "P", paragraph),
        say("headings", "use", "H2", heading),
        *steps("use", ("start", "type", "choose")),
        say("headings", "keep", "H2", heading),
        *steps("keep", ("place", "lost")),
    ]


def _key(groups: Sequence[str], root: Element, styles: Styles) -> Flowable:
    """The groups, read from left to right; each row says which group it begins with."""
    large = ParagraphStyle("key", styles.cell, fontName=fonts.BOLD, fontSize=_LARGE, leading=_LARGE * 1.4)
    words = wording("recovery")
    rows = []
    for first in range(0, len(groups), _IN_A_ROW):
        row = [*groups[first : first + _IN_A_ROW]]
        row += [""] * (_IN_A_ROW - len(row))
        rows.append([words.say("columns", "group", number=first + 1), *row])
    key = table(
        root,
        (),
        rows,
        widths=[TEXT_WIDTH * part for part in (0.2, 0.2, 0.2, 0.2, 0.2)],
        heading=styles.heading,
        first=styles.quiet,
        cell=large,
        look=rules(headed=False),
    )
    key.spaceAfter = styles.text.fontSize
    return key
