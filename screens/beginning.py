"""Beginning a conference: a new one, or the review of one that is here or in an archive (BA-13, HF-1)."""

from collections.abc import Callable, Sequence
from datetime import date, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from conference_tui.conference import events as e
from conference_tui.conference.compared import folded
from conference_tui.conference.text import one_line, say_date, say_time, write_date
from conference_tui.store.errors import StoreError
from conference_tui.store.folder import Folder
from screens.form import Field, Form, Values, Wanting
from screens.home import KINDS
from screens.secret_box import Secret, SecretBox, Typed
from screens.unbegun import Unbegun

if TYPE_CHECKING:
    from conference_tui.conferences import Summary
    from conference_tui.reviews import Last

Opened = Callable[[str], None]
"""What is done with the id of the new conference's record."""


def new_form(folder: Folder, closed: Sequence["Summary"], keeps: Unbegun, opened: Opened) -> Form:
    """Asks for what a conference needs to begin; of a review also which of the closed ones it reviews, or none."""

    def save(values: Values) -> None:
        ref = values.needed(
            "ref", values.line("ref"), "Give a reference, such as the authority's own number."
        )
        kind = e.Kind(values.needed("kind", values.one("kind"), "Initial, review or pre-birth?"))
        procedure = values.needed("procedure", values.one("procedure"), "Whose procedure applies?")
        reviewed = values.line("reviews") if closed else ""
        if reviewed and kind is not e.Kind.REVIEW:
            raise Wanting("reviews", "Only a review reviews a conference. Leave this empty.")
        if reviewed:
            opened(_review_of(folder, _of(reviewed, closed), values, procedure))
        else:
            opened(_start(folder, ref, kind, procedure, values))

    kinds = tuple((kind.value, words) for kind, words in KINDS.items())
    fields = [
        Field(name="ref", label="Reference", hint="the authority's own number"),
        Field(name="kind", label="Type", kind="one", options=kinds),
        Field(name="procedure", label="Procedure", kind="one", options=procedures()),
        Field(name="chair", label="Chair"),
        Field(name="minute_taker", label="Minute-taker"),
    ]
    if closed:
        hint = "the last one's reference, if it is here"
        check = partial(_which, closed)
        fields.append(Field(name="reviews", label="It reviews", hint=hint, check=check))
    return Form("A new conference", fields, save, meeting=keeps, key="new")


def _which(closed: Sequence["Summary"], typed: str) -> str:
    """What a reference means, while it is typed."""
    found = next((each for each in closed if folded(each.ref) == folded(one_line(typed))), None)
    if found is None:
        return ""
    held = say_date(found.held) if found.held else "no date"
    return f"{found.ref}, {held}: {', '.join(found.children)}"


def _of(ref: str, closed: Sequence["Summary"]) -> str:
    """The id of the record of a closed conference by its reference. Raises Wanting."""
    for each in closed:
        if folded(each.ref) == folded(ref):
            return each.record
    raise Wanting(
        "reviews", f"No closed conference here is called {ref}. Leave it empty to type in the last one."
    )


def _start(folder: Folder, ref: str, kind: e.Kind, procedure: str, values: Values) -> str:
    from conference_tui.conferences import start

    try:
        meeting = start(
            folder,
            ref,
            kind,
            procedure=procedure,
            chair=values.line("chair"),
            minute_taker=values.line("minute_taker"),
        )
    except StoreError as trouble:
        raise Wanting("ref", str(trouble)) from None
    record = meeting.record_id
    meeting.close()
    return record


def _review_of(folder: Folder, record: str, values: Values, procedure: str) -> str:
    from conference_tui import reviews

    try:
        last = reviews.of_record(folder, record)
    except StoreError as trouble:
        raise Wanting("reviews", str(trouble)) from None
    if last.refusal:
        raise Wanting("reviews", last.refusal)
    return _begin(folder, last, values, procedure)


def review_form(folder: Folder, last: "Last", keeps: Unbegun, opened: Opened) -> Form:
    """Asks what the review of a conference is called, when it is held and who chairs; makes it as a whole or not."""
    conference = last.conference

    def save(values: Values) -> None:
        procedure = values.needed("procedure", values.one("procedure"), "Whose procedure applies?")
        opened(_begin(folder, last, values, procedure, values.date("held"), values.time("begins")))

    before, booked = conference.opened, conference.review_booked
    fields = [
        Field(name="ref", label="Reference", hint="of the review: the authority's own number"),
        Field(
            name="held",
            label="Day",
            value=write_date(booked.on if booked else None),
            hint="for example 23/2/2027",
        ),
        Field(
            name="begins",
            label="Begins at",
            value=say_time(booked.at) if booked and booked.at else "",
            hint="for example 13:30",
        ),
        Field(
            name="procedure",
            label="Procedure",
            kind="one",
            options=procedures(),
            chosen=(before.procedure,) if before else (),
        ),
        Field(name="chair", label="Chair", value=conference.chair),
        Field(name="minute_taker", label="Minute-taker", value=before.minute_taker if before else ""),
    ]
    note = (
        f"Children with a plan, who is invited, actions, danger statements, the map and the numbers of {conference.ref} "
        "come along as what was then. Nothing of it is said again, and no decision comes along."
    )
    title = f"The review of {conference.ref}"
    return Form(title, fields, save, meeting=keeps, key=f"review/{conference.ref}", note=note)


def _begin(
    folder: Folder,
    last: "Last",
    values: Values,
    procedure: str,
    held: date | None = None,
    begins: time | None = None,
) -> str:
    from conference_tui import reviews

    ref = values.needed("ref", values.line("ref"), "Give the review a reference of its own.")
    try:
        meeting = reviews.open_review(
            folder,
            ref,
            last,
            procedure=procedure,
            chair=values.line("chair"),
            minute_taker=values.line("minute_taker"),
            held=held,
            begins=begins,
        )
    except StoreError as trouble:
        raise Wanting("ref", str(trouble)) from None
    record = meeting.record_id
    meeting.close()
    return record


def procedures() -> tuple[tuple[str, str], ...]:
    """Every procedure by its title."""
    from conference_tui import authorities

    return tuple((name, authorities.load(name).title) for name in authorities.names())


# --- From an archive ----------------------------------------------------------------------------------------


def which_archive(found: Callable[[bytes], None]) -> Form:
    """Asks for an archive's file, and gives what is in it."""

    def save(values: Values) -> None:
        from conference_tui import reviews
        from conference_tui.exchange.errors import ArchiveRefused

        file = values.needed("file", values.line("file"), "Which file?")
        try:
            found(reviews.read_file(Path(one_line(file)).expanduser()))
        except ArchiveRefused as refused:
            raise Wanting("file", str(refused)) from None

    field = Field(name="file", label="File", hint="the archive of the conference that is reviewed")
    note = "What a review takes over is read from it. Nothing else of it is stored here."
    return Form("Review from an archive", [field], save, note=note)


def its_passphrase(content: bytes, found: "Callable[[Last], None]") -> SecretBox:
    """Asks for the passphrase of a sealed archive, and gives the conference in it."""

    def work(typed: Typed) -> str:
        found(archived(content, typed["passphrase"]))
        return "read"

    says = ("The archive is under a passphrase of its own. Whoever sent it has told it by another way.",)
    secret = Secret(name="passphrase", label="Passphrase", hint="of the archive")
    return SecretBox("Review from an archive", says, (secret,), work, meanwhile="Reading …")


def archived(content: bytes, passphrase: str = "") -> "Last":
    """The conference in an archive. Raises StoreError with the sentence of what is wrong with it."""
    from conference_tui import reviews
    from conference_tui.exchange.errors import ArchiveRefused

    try:
        last = reviews.of_archive(content, passphrase)
    except ArchiveRefused as refused:
        raise StoreError(str(refused)) from None
    if last.refusal:
        raise StoreError(last.refusal)
    return last
