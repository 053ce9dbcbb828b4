"""What nobody should type and somebody does: nothing crashes, nothing is lost, nothing is garbled."""

import os
from datetime import date, time
from pathlib import Path

import pytest
from textual import events
from textual.binding import Binding
from textual.widgets import Input, TextArea

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.store import ballast
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.form import Form
from screens.stages import MODULES
from screens.widgets.pick import Pick
from screens.widgets.waiting import NOT_SAVED
from tests.no_room import files_may_grow_to
from tests.screens.driving import (
    at_sheet,
    conference,
    last,
    meeting,
    meeting_screen,
    press,
    recorded,
    running,
    said,
    shows,
    text_of,
    waiting,
    write,
)

MARKUP = "[/ [red]x [@click=app.quit]me[/] [bold]"
"""What Textual's markup would read, act on, or stop at."""
HOSTILE = f"{MARKUP} 🧸 مرحبا é"
LONG_NAME = "Bartholomew-Maximilian Featherstonehaugh-Cholmondeley-Warner"
"""Sixty characters."""
MAYA = e.ChildEntered(child="maya", name="Maya Orrell-Pike")
TAMSIN = e.PersonEntered(person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT, role="mother")


async def paste(app: ConferenceApp, words: str) -> None:
    app.post_message(events.Paste(words))
    await settle(app)


def hostile_conference() -> tuple[e.AnyEvent, ...]:
    """A conference in which every text is hostile, and every stage has something to show."""
    return (
        e.ConferenceArranged(
            held=date(2026, 12, 1), begins=time(13, 30), venue=HOSTILE, online_reason=HOSTILE
        ),
        e.ChildEntered(
            child="maya", name=f"Maya {HOSTILE}", school=HOSTILE, lives=HOSTILE, ethnicity=HOSTILE
        ),
        e.ChildEntered(child="theo", name=f"Theo {LONG_NAME}"),
        e.PersonEntered(
            person="tamsin",
            name=f"Tamsin {HOSTILE}",
            standing=Standing.PARENT,
            role=HOSTILE,
            address=HOSTILE,
            parent_of=("maya",),
            responsibility_for=("maya",),
        ),
        *(
            e.PersonEntered(
                person=each.value,
                name=f"{each.label.split()[0]} {HOSTILE}",
                standing=Standing.PROFESSIONAL,
                role=HOSTILE,
                agency=f"{each.label} {HOSTILE}",
                discipline=each,
                knows=("maya",),
            )
            for each in list(Discipline)[:4]
        ),
        e.PersonArrived(person="tamsin", at=time(13, 30), reason=HOSTILE),
        *(e.PersonArrived(person=each.value, at=time(13, 30)) for each in list(Discipline)[:4]),
        e.PersonIntroduced(person="tamsin", involvement=HOSTILE),
        *(
            e.ContributionMade(
                contribution=f"{stage}-{column}", stage=stage, speaker="tamsin", words=HOSTILE, column=column
            )
            for stage in MODULES
            if stage != "closed"
            for column in (None, *e.Column)
        ),
        e.FamilyAsked(stage="introductions", person="tamsin", words=HOSTILE),
    )


# --- Markup ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(60, 15), pytest.param((120, 40), marks=pytest.mark.long)])
async def test_words_that_look_like_markup_are_shown_as_words_at_every_stage(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """BA-2: nothing anybody says stops the program, changes a colour or becomes a button."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *hostile_conference()), size=size) as app:
        for stage in MODULES:
            await at_sheet(app, stage)
            for key in ("f1", "escape", "f6", "escape", "f4", "escape"):
                await press(app, key)
            assert app.is_running
        await at_sheet(app, "introductions")
        await press(app, "f6")
        await shows(app, "[red]x")


async def test_every_form_takes_words_that_look_like_markup_and_nonsense_in_every_field(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each row of each stage is opened; whatever asks for words gets them; saving records or says why not."""
    monkeypatch.chdir(tmp_path)  # a folder for papers is typed too
    folder = Folder.at(tmp_path / "store")
    async with running(folder, recorded(folder, *hostile_conference())) as app:
        forms = 0
        for stage in MODULES:
            shown = await at_sheet(app, stage)
            bindings = [each for each in type(shown).BINDINGS if isinstance(each, Binding)]
            keys = [binding.key for binding in bindings if len(binding.key) == 1]
            for key in keys:
                (await at_sheet(app, stage)).first_focus().focus()
                await settle(app)
                await press(app, key)
                if isinstance(app.screen, Form):
                    forms += 1
                    await storm(app, app.screen)
                while app.screen is not meeting_screen(app):
                    await press(app, "escape")
            assert app.is_running
        assert forms > 8


async def storm(app: ConferenceApp, form: Form) -> None:
    """Fill every field of a form, save, and leave."""
    for field in [*form.query(Input), *form.query(TextArea)]:
        field.focus()
        await settle(app)
        await paste(app, f"{HOSTILE} \x1b[31m\x07\u202e{LONG_NAME}")
        typed = field.value if isinstance(field, Input) else field.text
        assert HOSTILE in typed
        assert not set(typed) & set("\x1b\x07\u202e")
    for pick in form.query(Pick):
        pick.focus()
        await press(app, "right", "space")
    await press(app, "ctrl+s")


async def test_the_palette_the_search_and_a_notice_show_markup_as_words(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *hostile_conference())) as app:
        await write(app, f"{MARKUP}: words")
        await press(app, "enter")
        assert MARKUP in said(app)
        await shows(app, "[red]x")
        for key in ("ctrl+p", "f4"):
            await press(app, key)
            await write(app, MARKUP)
            await press(app, "enter")
            while app.screen is not meeting_screen(app):
                await press(app, "escape")
        await press(app, "escape", "ctrl+w")
        await shows(app, "Child protection conferences")
        await write(app, f"{MARKUP} Maya")
        await shows(app, "Maya [/ [red]x")
        await write(app, "nobody[/[/")
        await shows(app, "Nothing fits.")
        await press(app, "f2")
        await write(app, MARKUP)
        await press(app, "enter", "enter", "enter")
        await press(app, "ctrl+s", "escape")
        assert app.is_running
        assert app.title == "Conference"


# --- Nothing, too much, impossible ----------------------------------------------------------------------------


async def test_an_empty_line_and_an_empty_form_are_told_what_is_wanting(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, MAYA, TAMSIN)) as app:
        before = meeting(app).count
        for line in ("", "   ", ":", "tamsin:", "tamsin:   ", "nobody: words", "words without a name"):
            meeting_screen(app).line.begin_anew(line)
            await press(app, "enter")
            assert waiting(app)[-1:] == ([line] if line.strip() else [])
        assert "Who is speaking?" in said(app)
        assert "What was said?" in said(app)
        app.clear_notifications()
        await at_sheet(app, "set_up")
        await press(app, "c", "ctrl+s")
        await shows(app, "Enter the name")
        await press(app, "escape", "p", "ctrl+s")
        await shows(app, "How do they take part?")
        assert meeting(app).count == before


async def test_a_child_needs_no_date_of_birth(tmp_path: Path) -> None:
    """HF-1: what is not known is said to be not known."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder)) as app:
        await at_sheet(app, "set_up")
        await press(app, "c")
        await write(app, LONG_NAME)
        await press(app, "ctrl+s")
        (child,) = conference(app).children.values()
        assert (child.name, child.born) == (LONG_NAME, None)
        shown = await at_sheet(app, "set_up")
        assert any("date of birth not known" in row.text.plain for row in shown.sheet.rows)


IMPOSSIBLE = {
    "31/2/2026": "There is no such date as “31/2/2026”.",
    "29/2/2027": "There is no such date as “29/2/2027”.",
    "Mon 1 Dec 2026": "Tuesday 1 December 2026 is not a Mon.",
    "yesterday": "“yesterday” is not a date.",
    "0/0/0000": "There is no such date as “0/0/0000”.",
    "1/12/99999": "“1/12/99999” is not a date",
    "[/": "“[/” is not a date.",
}


async def test_an_impossible_date_is_told_and_stays_to_be_mended(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder)) as app:
        await at_sheet(app, "set_up")
        await press(app, "w")
        for typed, sentence in IMPOSSIBLE.items():
            await press(app, "ctrl+u")
            await write(app, typed)
            await press(app, "ctrl+s")
            assert isinstance(app.screen, Form)
            await shows(app, sentence)
            assert app.screen.text("held") == typed
            assert conference(app).held is None


async def test_the_same_name_twice_is_refused_and_stays_to_be_told_apart(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, MAYA, TAMSIN)) as app:
        await at_sheet(app, "set_up")
        await press(app, "c")
        await write(app, "maya orrell-pike")
        await press(app, "ctrl+s")
        assert isinstance(app.screen, Form)
        await shows(app, "There is already a child called")
        await write(app, " (the younger)")
        await press(app, "ctrl+s")
        assert [child.name for child in conference(app).children.values()] == [
            "Maya Orrell-Pike",
            "maya orrell-pike (the younger)",
        ]


async def test_an_entry_of_more_than_twenty_thousand_characters_is_told_and_stays(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, MAYA, TAMSIN)) as app:
        words = "word " * 4_200
        await write(app, "tamsin: ")
        await paste(app, words)
        await press(app, "enter")
        assert "longer than 20,000 characters" in said(app)
        (kept,) = waiting(app)
        assert kept.strip() == f"tamsin: {words}".strip()
        meeting_screen(app).line.begin_anew(f"tamsin: {words[:19_990]}")
        await press(app, "enter")
        (made,) = last(app)
        assert isinstance(made, e.ContributionMade)
        assert made.words == words[:19_990].strip()


async def test_a_paste_into_a_field_of_several_lines_keeps_its_lines(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    came = e.PersonArrived(person="tamsin", at=time(13, 30))
    pasted = "\n".join(f"line {number} of what was written" for number in range(400))
    assert len(pasted) > 10_000
    async with running(folder, recorded(folder, MAYA, TAMSIN, came)) as app:
        await at_sheet(app, "introductions")
        await press(app, "slash")
        await write(app, "Tamsin")
        await press(app, "enter")
        await paste(app, pasted.replace("\n", "\r\n") + "\x07\x00")
        await press(app, "ctrl+s")
        assert last(app) == [e.PersonIntroduced(person="tamsin", involvement=pasted)]


# --- A full disk ----------------------------------------------------------------------------------------------


async def test_on_a_full_disk_the_line_comes_back_with_its_mark_and_children(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    record = recorded(folder, MAYA, TAMSIN)
    async with running(folder, record) as app:
        line = meeting_screen(app).line
        words = "he came in the night " * 20
        with files_may_grow_to(folder.file(record).stat().st_size + 50):
            await write(app, "tamsin -! maya: ")
            await paste(app, words)
            await press(app, "enter")
            await shows(app, "Not saved", "he came in the night")
        assert conference(app).contributions == ()
        assert line.text == ""
        (kept,) = waiting(app)
        assert kept.strip() == f"Tamsin Orrell -! Maya Orrell-Pike: {words}".strip()
        await press(app, "ctrl+b", "enter")
        meeting(app).flush()
        await settle(app)
        made = last(app)[0]
        assert isinstance(made, e.ContributionMade)
        assert (made.words, made.column, made.children, made.new_today) == (
            words.strip(),
            e.Column.HARM,
            ("maya",),
            True,
        )


async def test_that_the_reserve_is_in_use_is_said_once_and_stands_at_the_top(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stays until there is room; that is said too."""
    folder = Folder.at(tmp_path)

    async def tell(app: ConferenceApp, words: str) -> None:
        await write(app, f"tamsin: {words}")
        await press(app, "enter")
        meeting(app).flush()
        await settle(app)

    def told(app: ConferenceApp, words: str) -> int:
        return said(app).count(words)

    async with running(folder, recorded(folder, MAYA, TAMSIN)) as app:
        await tell(app, "one")
        assert "DISK FULL" not in text_of(app)
        with monkeypatch.context() as full:
            full.setattr(ballast, "refill", lambda _: None)  # as where the disk has no room for it
            for left, words in ((ballast.BYTES // 2, "two"), (ballast.BYTES // 4, "three")):
                os.truncate(folder.path / ballast.NAME, left)
                await tell(app, words)
                assert text_of(app).lstrip().startswith("DISK FULL · TST-1")
                assert told(app, "in a reserve that was kept for this") == 1
            os.truncate(folder.path / ballast.NAME, 0)
            await tell(app, "four")
            assert told(app, "the next entry may not be saved") == 1
            assert "DISK FULL" in text_of(app)
        await tell(app, "five")
        assert "DISK FULL" not in text_of(app)
        assert told(app, "There is room on the disk again") == 1


async def test_lines_that_come_back_are_not_joined_to_the_one_being_typed(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, MAYA, TAMSIN)) as app:
        line = meeting_screen(app).line
        await write(app, "tamsin: the next")
        line.wait("tamsin: the first", NOT_SAVED)
        line.wait("tamsin: the second", NOT_SAVED)
        await settle(app)
        assert line.text == "tamsin: the next"
        assert meeting(app).unfinished()["line"].splitlines() == [
            "tamsin: the first",
            "tamsin: the second",
            "tamsin: the next",
        ]
        await press(app, "enter", "ctrl+b", "enter", "ctrl+b", "enter")
        said_now = [made.words for made in last(app, 3) if isinstance(made, e.ContributionMade)]
        assert said_now == ["the next", "the first", "the second"]
        assert line.text == ""
