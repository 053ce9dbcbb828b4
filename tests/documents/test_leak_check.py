"""The last look at a finished copy: planted leaks of every kind are found and stop it; clean copies pass."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.papers import Copy, Layout, Paper
from conference_tui.conference.people import Standing
from conference_tui.conference.reading.read import read as as_reader
from conference_tui.conference.recipients import copies
from conference_tui.conference.second_opinion import SecondOpinion, Term
from conference_tui.conference.state import Conference
from conference_tui.documents.draw import draw
from conference_tui.documents.leak_check import Hit, check
from conference_tui.documents.pack import Leak, Press, Ready
from conference_tui.documents.reading import Unreadable, read
from tests.conference.building import CALENDAR, build
from tests.conference.cases import BARNSLEY, CLOSED_WORDS, over_christmas, siblings
from tests.documents.whose import over_christmas_with_more

S1 = siblings()
MINUTES = Copy(paper=Paper.MINUTES, reader="callum", reader_name="Callum Voss")
PLAN = Copy(paper=Paper.OUTLINE_PLAN, reader="callum", child="teddy", reader_name="Callum Voss")
LETTER = Copy(paper=Paper.DECISION_LETTER, reader="callum", child="teddy", reader_name="Callum Voss")
SHEET = Copy(paper=Paper.ACTION_SHEET, reader="callum", reader_name="Callum Voss")
SEARCHED = SecondOpinion(S1, BARNSLEY, closed_words=CLOSED_WORDS)
STREET = "Quarry Lodge Lane"


class Planting(Struct, frozen=True, kw_only=True):
    """A case to plant in: whose copies, and what is withheld from them."""

    conference: Conference
    copies: dict[str, Copy]
    """By "minutes", "plan", "letter" and "sheet"."""
    street: str
    from_whom: str

    @property
    def searched(self) -> SecondOpinion:
        """What may not stand in its copies."""
        return SecondOpinion(self.conference, BARNSLEY, closed_words=CLOSED_WORDS)

    def clean(self, name: str = "plan") -> bytes:
        """A copy in which nothing is planted."""
        return drawn(self.copies[name], as_reader(self.conference, BARNSLEY, self.copies[name]))


def for_shanice(paper: Paper, child: str = "") -> Copy:
    return Copy(paper=paper, child=child, reader="shanice", reader_name="Shanice Brindle")


PLANTINGS = {
    "S1": Planting(
        conference=S1,
        copies={"minutes": MINUTES, "plan": PLAN, "letter": LETTER, "sheet": SHEET},
        street=STREET,
        from_whom="withheld from Callum Voss",
    ),
    "S2": Planting(
        conference=over_christmas_with_more(),
        copies={
            "minutes": for_shanice(Paper.MINUTES),
            "plan": for_shanice(Paper.OUTLINE_PLAN, "lola"),
            "letter": for_shanice(Paper.DECISION_LETTER, "lola"),
            "sheet": Copy(paper=Paper.ACTION_SHEET, reader="keely", reader_name="Keely Brindle"),
        },
        street="Weir Mill Lane",
        from_whom="withheld from Shanice Brindle and Keely Brindle",
    ),
}


def drawn(copy: Copy, reduced: Conference, layout: Layout = Layout.STANDARD) -> bytes:
    return draw(copy, reduced, BARNSLEY, CALENDAR, layout).data


def hits(data: bytes, copy: Copy = MINUTES, suffix: str = ".pdf", name: str = "x.pdf") -> tuple[Hit, ...]:
    return check(data, suffix, name, SEARCHED.terms(copy))


def kinds(found: tuple[Hit, ...]) -> set[tuple[str, bool]]:
    return {(hit.term.kind, hit.term.certain) for hit in found}


# --- Clean copies -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "conference",
    [S1, over_christmas(), PLANTINGS["S2"].conference],
    ids=["S1", "S2", "S2 with more"],
)
def test_a_clean_pack_raises_no_false_alarm(conference: Conference) -> None:
    """HF-10: of both cases nothing is stopped; asked is a mother's health, and a school where a father is to come."""
    press = Press(conference, BARNSLEY, CALENDAR, closed_words=CLOSED_WORDS)
    asked = []
    for copy in copies(conference, BARNSLEY):
        for hit in press.look_through(press.draw(copy), "x.pdf"):
            assert not hit.term.certain, (copy, hit)
            asked.append((copy.reader, hit.term.words))
    health = "Tamsin's low mood; prescribed treatment since spring."
    school = ("callum", "Wexcombe High")
    assert set(asked) == ({("callum", health), ("dean", health), school} if conference is S1 else set())


def test_the_leak_of_the_case_is_found_in_every_copy_for_callum_and_in_none_of_deans() -> None:
    """HF-10, BA-11: Dean's comment names his street: drawn without reduction it is caught in each, by street and number."""
    rung = e.ContributionMade(
        contribution="c9", stage="mapping", speaker="dean", column=e.Column.GREY, words=f"Ring me at {STREET}, 07700 900 417."
    )  # fmt: skip
    full = build(rung, on=S1)
    searched = SecondOpinion(full, BARNSLEY)
    for copy in copies(full, BARNSLEY):
        if copy.reader == "callum" and copy.paper in (Paper.MINUTES, Paper.OUTLINE_PLAN):
            whole = as_reader(
                full, BARNSLEY, replace(copy, reader="dean", child="maya" if copy.child else "")
            )
            about = replace(copy, child="maya") if copy.child else copy
            found = check(drawn(about, whole), ".pdf", "x.pdf", searched.terms(copy))
            assert {"Quarry Lodge Lane", "07700900417"} <= {
                hit.term.words for hit in found if hit.term.certain
            }
        if copy.reader == "dean":
            data = drawn(copy, as_reader(full, BARNSLEY, copy))
            assert not [hit for hit in check(data, ".pdf", "x.pdf", searched.terms(copy)) if hit.term.certain]
    own = drawn(
        Copy(paper=Paper.MINUTES, reader="dean"),
        as_reader(full, BARNSLEY, Copy(paper=Paper.MINUTES, reader="dean")),
    )
    assert any(STREET in " ".join(place.text.split()) for place in read(own, ".pdf"))


# --- Planted in what is drawn -------------------------------------------------------------------------------

Plant = Callable[[Conference, str], Conference]


def in_each(attribute: str, field: str) -> Plant:
    """Put words into a field of everything that lies under an attribute."""

    def plant(left: Conference, words: str) -> Conference:
        held: Any = getattr(left, attribute)
        if isinstance(held, tuple):
            return replace(left, **{attribute: tuple(replace(each, **{field: words}) for each in held)})
        if hasattr(held, "items"):
            changed = {
                key: words if isinstance(each, str) else replace(each, **{field: words})
                for key, each in held.items()
            }
            return replace(left, **{attribute: changed})
        return replace(
            left, **{attribute: words if isinstance(held, str) else replace(held, **{field: words})}
        )

    return plant


def _summary(left: Conference, words: str) -> Conference:
    """The chair's summary may be about children of whom the reader does not read: then none is left to them."""
    about = tuple(left.children)
    return replace(left, summaries={about: e.SummaryGiven(words=words, children=about)})


FIELDS = {
    "contribution": ("minutes", in_each("contributions", "words")),
    "example": ("minutes", in_each("contributions", "example")),
    "impact": ("minutes", in_each("contributions", "impact")),
    "danger": ("minutes", in_each("danger_statements", "words")),
    "goal": ("minutes", in_each("safety_goals", "words")),
    "action": ("minutes", in_each("actions", "what")),
    "when": ("plan", in_each("actions", "when")),
    "need": ("plan", in_each("actions", "need")),
    "how known": ("plan", in_each("actions", "how_known")),
    "others": ("plan", in_each("actions", "also")),
    "bottom line": ("plan", in_each("bottom_lines", "words")),
    "contingency": ("plan", in_each("contingencies", "words")),
    "network": ("plan", in_each("network", "words")),
    "recommendation": ("plan", in_each("recommendations", "words")),
    "visits": ("plan", in_each("visits", "how")),
    "every": ("plan", in_each("visits", "every")),
    "core group": ("plan", in_each("core_group", "note")),
    "venue": ("plan", in_each("core_group_booked", "venue")),
    "view": ("plan", in_each("views", "reason")),
    "view in the letter": ("letter", in_each("views", "reason")),
    "agency": ("letter", in_each("views", "agency")),
    "summary": ("minutes", _summary),
    "child's views": ("minutes", in_each("child_views", "words")),
    "how they came": ("minutes", in_each("child_views", "how")),
    "future": ("minutes", in_each("future_risk", "")),
    "family's word": ("minutes", in_each("asked", "words")),
    "apology": ("minutes", in_each("apologies", "reason")),
    "absence": ("minutes", in_each("absences", "tried")),
    "name": ("minutes", in_each("people", "name")),
    "role": ("minutes", in_each("people", "role")),
    "sheet": ("sheet", in_each("actions", "what")),
    "sheet, when": ("sheet", in_each("actions", "when")),
    "place": ("minutes", in_each("arranged", "venue")),
    "child": ("minutes", in_each("children", "name")),
}
FORMS_OF_S1 = {
    "street": STREET,
    "street in capitals": "QUARRY LODGE LANE",
    "street with a hyphen": "Quarry-Lodge Lane",
    "part of the street": "near Quarry Lodge, he says",
    "over two lines": "Quarry \n Lodge Lane",
    "number": "ring 07700 900417",
    "number in parts": "ring (07700) 900-417",
    "number from abroad": "ring +44 (0)7700 900 417",
    "stranger": "and Dean Pike came",
    "child": "as Maya Orrell-Pike said",
    "child without hyphen": "as Maya Orrell Pike said",
    "child's number": "see CPCS1A",
    "letters apart": "D e a n   P i k e",
    "closed slot": "a neighbour heard the shouting on 11 November",
    "entry of another": "Maya describes two earlier times since summer.",
    "entry without its name": "with a phone charger cable; two linear marks",
    "supporter of another": "Simone Achter rang",
}
FORMS_OF_S2 = {
    "street": "Weir Mill Lane",
    "street in capitals": "WEIR MILL LANE",
    "street with a hyphen": "Weir-Mill Lane",
    "part of the street": "near Weir Mill, he says",
    "over two lines": "Weir \n Mill Lane",
    "number": "ring 07700 900533",
    "number in parts": "ring (07700) 900-533",
    "number from abroad": "ring +44 (0)7700 900 533",
    "stranger": "and Petra Hollis came",
    "child": "as Noah Tate said",
    "child's number": "see CPCS2B",
    "letters apart": "N o a h   T a t e",
    "closed slot": "a neighbour heard the shouting on 11 November",
    "entry of another": "Noah was locked out of the house twice in October.",
    "entry without its name": "the neighbours took him in until past midnight",
    "supporter of another": "Ivo Lang rang",
}
FORMS = [
    *(("S1", form, words) for form, words in FORMS_OF_S1.items()),
    *(("S2", form, words) for form, words in FORMS_OF_S2.items()),
]


@pytest.mark.parametrize("place", FIELDS)
@pytest.mark.parametrize("case", PLANTINGS)
def test_a_leak_in_every_field_is_found_and_stops_the_copy(case: str, place: str, tmp_path: Path) -> None:
    """HF-10, BA-11: whichever field it was typed into; a reduction that missed it does not matter (N1)."""
    planting, (paper, plant) = PLANTINGS[case], FIELDS[place]
    copy = planting.copies[paper]
    left = plant(as_reader(planting.conference, BARNSLEY, copy), planting.street)
    ready = Ready(
        copy=copy, layout=Layout.STANDARD, data=drawn(copy, left), suffix=".pdf", pages=1, drawn_from=""
    )
    with pytest.raises(Leak) as leak:
        Press(planting.conference, BARNSLEY, CALENDAR).hand_over(ready, tmp_path / "x.pdf")
    assert ("whereabouts", True) in kinds(leak.value.hits)
    assert planting.from_whom in str(leak.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("case", "form", "words"), FORMS, ids=[f"{case}-{form}" for case, form, _ in FORMS])
def test_a_leak_in_every_form_is_found(case: str, form: str, words: str) -> None:
    """HF-10, BA-11: spaces, hyphens, capitals, ends of lines, whole or in parts, typed by whomever (N1)."""
    planting = PLANTINGS[case]
    plan = planting.copies["plan"]
    left = in_each("contingencies", "words")(as_reader(planting.conference, BARNSLEY, plan), words)
    found = check(drawn(plan, left), ".pdf", "x.pdf", planting.searched.terms(plan))
    wanted = form != "entry without its name"
    assert any(hit.term.certain is wanted and hit.where.startswith("page") for hit in found)


@pytest.mark.parametrize("layout", [Layout.STANDARD, Layout.LARGE_PRINT, Layout.EASY_READ])
def test_a_few_words_of_an_entry_that_is_left_out_are_asked_about(layout: Layout) -> None:
    """HF-10: too short to be nobody else's words; a time or what the program prints itself is not asked about."""
    said = e.ContributionMade(
        contribution="c9", stage="mapping", speaker="nandra", children=("teddy",), words="Wet again."
    )
    when = e.ActionAgreed(
        action="a9", children=("teddy",), what="Sleeps", who=("nandra",), when="every 10 working days"
    )
    full = build(said, when, on=S1)
    plan = Copy(paper=Paper.OUTLINE_PLAN, reader="tamsin", child="maya", reader_name="Tamsin Orrell")
    terms = SecondOpinion(full, BARNSLEY, fixed_words=("in need plan",)).terms(plan)
    left = as_reader(full, BARNSLEY, plan)
    planted = in_each("contingencies", "words")(left, "She is wet  again: ring Priya.")
    found = check(drawn(plan, planted, layout), ".pdf", "x.pdf", terms)
    assert [(hit.term.words, hit.term.certain) for hit in found] == [("Wet again.", False)]
    assert "Wet" not in found[0].told
    assert check(drawn(plan, left, layout), ".pdf", "x.pdf", terms) == ()


def test_whoever_is_called_like_the_files_own_markup_is_not_found_in_every_file() -> None:
    """HF-10: Li and Lang are names; in the metadata they stand around every title."""
    people = [
        e.PersonEntered(
            person=name, name=f"Jo {name}", standing=Standing.PARENT, role="father", parent_of=("jared",)
        )
        for name in ("Lang", "Li", "Alt", "Seq", "Title", "Description")
    ]
    searched = SecondOpinion(build(*people, on=S1), BARNSLEY)
    assert check(drawn(PLAN, as_reader(S1, BARNSLEY, PLAN)), ".pdf", "x.pdf", searched.terms(PLAN)) == hits(
        drawn(PLAN, as_reader(S1, BARNSLEY, PLAN)), PLAN
    )
    left = in_each("contingencies", "words")(as_reader(S1, BARNSLEY, PLAN), "Ring Lang at once.")
    found = check(drawn(PLAN, left), ".pdf", "x.pdf", searched.terms(PLAN))
    assert ("Lang", "page 3") in {(hit.term.words, hit.where) for hit in found}


def test_what_anybody_may_have_said_does_not_stop_every_paper() -> None:
    """BA-11: of a closed slot a word or two are asked about, the program's own wording is nobody's secret."""
    said = ("Early.", "Said nothing.", "I think a child protection plan is needed for her.")
    fixed = ("a child protection plan is needed",)
    left = in_each("contingencies", "words")(as_reader(S1, BARNSLEY, PLAN), "Ring her: she left early.")
    terms = SecondOpinion(S1, BARNSLEY, closed_words=said, fixed_words=fixed).terms(PLAN)
    found = [
        hit for hit in check(drawn(PLAN, left), ".pdf", "x.pdf", terms) if "closed slot" in hit.term.what
    ]
    assert {(hit.term.words, hit.term.certain) for hit in found} == {("Early.", False)}


@pytest.mark.parametrize("name", ["Maya", "Dean", "Jared", "Pike", "Wenlow", "Achter"])
def test_a_bare_name_asks_the_chair(name: str) -> None:
    """HF-10: it may be another Maya; the answer is recorded, and then it stands."""
    left = in_each("contingencies", "words")(as_reader(S1, BARNSLEY, PLAN), f"Ring {name} at once.")
    found = [hit for hit in hits(drawn(PLAN, left), PLAN) if hit.term.words == name]
    assert [hit.term.certain for hit in found] == [False]
    assert f"Ring {name} at once." in found[0].around
    assert "Say whether it may stand" in found[0].to_do
    judged = build(e.WordsJudged(reader="callum", words=name, stays=True, why="It is the street."), on=S1)
    after = check(drawn(PLAN, left), ".pdf", "x", SecondOpinion(judged, BARNSLEY).terms(PLAN))
    assert name not in {hit.term.words for hit in after}
    taken = build(e.WordsJudged(reader="callum", words="Teddy's words", stays=False, why="His own."), on=S1)
    assert any(
        term.words == "Teddy's words" and term.certain for term in SecondOpinion(taken, BARNSLEY).terms(PLAN)
    )


# --- Planted in the file itself -----------------------------------------------------------------------------


Change = Callable[[pikepdf.Pdf, str], object]


def changed(change: Change, case: str = "S1") -> bytes:
    """A clean plan with something put into its file."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(PLANTINGS[case].clean())) as pdf:
        change(pdf, PLANTINGS[case].street)
        pdf.save(out)
    return out.getvalue()


def _outline(pdf: pikepdf.Pdf, street: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(street, 0))


def _attach(pdf: pikepdf.Pdf, street: str) -> None:
    pdf.attachments["notes.txt"] = f"He lives in {street}.".encode()


def _attach_wide(pdf: pikepdf.Pdf, street: str) -> None:
    pdf.attachments["notes.txt"] = street.encode("utf-16-le")


def _attached_name(pdf: pikepdf.Pdf, street: str) -> None:
    pdf.attachments[f"{street}.txt"] = b"nothing"


def _note(pdf: pikepdf.Pdf, street: str) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=street
    )
    pdf.pages[0].obj.Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(note)]))


def _title(pdf: pikepdf.Pdf, street: str) -> None:
    pdf.docinfo["/Title"] = street


def _keywords(pdf: pikepdf.Pdf, street: str) -> None:
    pdf.docinfo["/Keywords"] = street.upper()


def _metadata(pdf: pikepdf.Pdf, street: str) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
        meta["dc:description"] = street


def _described(key: str) -> Change:
    def change(pdf: pikepdf.Pdf, street: str) -> None:
        first: Any = pdf.Root.StructTreeRoot.K
        first = first[0] if isinstance(first, pikepdf.Array) else first
        first[key] = pikepdf.String(street)

    return change


def _instead(pdf: pikepdf.Pdf, street: str) -> None:
    page: Any = pdf.pages[0].obj
    text = b"\xfe\xff" + street.encode("utf-16-be")
    said = b"/Span <</ActualText <" + text.hex().encode() + b">>> BDC EMC\n"
    old = page.Contents.read_bytes()
    page.Contents = pdf.make_stream(said + old)


def _unused(pdf: pikepdf.Pdf, street: str) -> None:
    pdf.Root.Unseen = pdf.make_indirect(pikepdf.Dictionary(Held=pikepdf.String(street)))


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (_outline, "the title of the file"),
        (_attach, "something attached"),
        (_attach_wide, "something attached"),
        (_attached_name, "attached file"),
        (_note, "a note in the file"),
        (_title, "the title of the file"),
        (_keywords, "the keywords of the file"),
        (_metadata, "the subject of the file"),
        (_described("/Alt"), "a description for a screen reader"),
        (_described("/ActualText"), "a text for a screen reader"),
        (_described("/T"), "a title within the file"),
        (_instead, "page 1"),
        (_unused, "a text within the file"),
    ],
)
@pytest.mark.parametrize("case", PLANTINGS)
def test_a_leak_beside_what_is_seen_is_found(case: str, change: Change, where: str) -> None:
    """HF-10, BA-11: bookmarks, attachments, notes, metadata, texts for screen readers, what nothing points to (N1)."""
    planting = PLANTINGS[case]
    terms = planting.searched.terms(planting.copies["plan"])
    found = [hit for hit in check(changed(change, case), ".pdf", "x.pdf", terms) if hit.term.certain]
    assert found
    assert any(where in hit.where for hit in found), found[0].where


@pytest.mark.parametrize(("case", "name"), [("S1", "plan-dean-pike.pdf"), ("S2", "plan-noah-tate.pdf")])
def test_a_leak_in_the_files_name_is_found(case: str, name: str) -> None:
    """HF-10: the name is part of what is handed out."""
    planting = PLANTINGS[case]
    clean, terms = planting.clean(), planting.searched.terms(planting.copies["plan"])
    found = check(clean, ".pdf", name, terms)
    assert [hit.where for hit in found if hit.term.certain] == ["the name of the file"]
    assert not [hit for hit in check(clean, ".pdf", "x.pdf", terms) if hit.term.certain]


def test_what_cannot_be_read_is_not_handed_out() -> None:
    """HF-10: an earlier version in the file, letters without a meaning, no PDF: said, and nothing is written."""
    clean = drawn(PLAN, as_reader(S1, BARNSLEY, PLAN))
    for data, why in (
        (clean + b"\n%%EOF", "earlier version"),
        (b"%PDF-1.7 nothing %%EOF", "cannot be read again"),
        (changed(_without_meanings), "what its letters mean"),
    ):
        with pytest.raises(Unreadable, match=why):
            read(data, ".pdf")


def _without_meanings(pdf: pikepdf.Pdf, _: str) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
            del thing["/ToUnicode"]


@pytest.mark.parametrize("layout", [Layout.LARGE_PRINT, Layout.EASY_READ, Layout.BRAILLE])
@pytest.mark.parametrize("case", PLANTINGS)
def test_every_layout_is_looked_through(case: str, layout: Layout) -> None:
    """HF-16: large print, easy read, and braille, whose contractions are read back."""
    planting = PLANTINGS[case]
    plan, terms = planting.copies["plan"], planting.searched.terms(planting.copies["plan"])
    clean = as_reader(planting.conference, BARNSLEY, plan)
    left = in_each("contingencies", "words")(clean, f"He is in {planting.street}.")
    suffix = ".brf" if layout is Layout.BRAILLE else ".pdf"
    found = check(drawn(plan, left, layout), suffix, "x", terms)
    assert any(hit.term.words == planting.street and hit.term.certain for hit in found)
    assert not [hit for hit in check(drawn(plan, clean, layout), suffix, "x", terms) if hit.term.certain]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """HF-10: so that a sum in the record can be compared."""
    first, second = (Press(S1, BARNSLEY, CALENDAR).draw(LETTER).data for _ in range(2))
    assert first == second


def test_what_is_said_of_a_hit_repeats_nothing_that_was_typed() -> None:
    """HF-10: the sentence goes to a terminal, and onto a screen that the room may see."""
    term = Term(
        words="at 14 Quarry Lodge Lane",
        what="a part of “He is at 14 Quarry Lodge Lane.”",
        kind="part of an entry",
        certain=False,
    )
    hit = Hit(term=term, where="page 5", around="")
    assert hit.told == "On page 5: a part of “••••••••”."
