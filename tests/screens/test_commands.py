"""Commands are declared once: none stands twice at a place, none is a letter, and the page of them is as they are."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.dom import DOMNode

from conference_tui.app import ConferenceApp
from conference_tui.store.folder import Folder
from screens.commands import Command, declared
from screens.home import Home
from screens.meeting import MeetingScreen
from screens.stage import Stage
from tests.keys import PAGE, every_place, page
from tests.screens.driving import at_sheet, meeting, press, recorded, running, said, text_of

PLACES = every_place()


def test_the_page_of_the_commands_is_as_they_are_declared() -> None:
    """`python -m tests.keys` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("kind", PLACES, ids=lambda kind: kind.__name__)
def test_no_command_is_a_sign_that_somebody_types(kind: type[DOMNode]) -> None:
    for command in vars(kind)["TYPED_COMMANDS"]:
        assert len(command.word) > 1
        assert not command.key or command.key.startswith(("f", "ctrl+"))


@pytest.mark.parametrize("kind", PLACES, ids=lambda kind: kind.__name__)
def test_every_command_has_its_action(kind: type[DOMNode]) -> None:
    for command in vars(kind)["TYPED_COMMANDS"]:
        name = command.action.partition("(")[0].removeprefix("screen.")
        where = MeetingScreen if command.action.startswith("screen.") else kind
        assert hasattr(where, f"action_{name}"), command
        assert not command.follows or hasattr(kind, command.follows), command


def test_no_word_and_no_key_stands_twice_where_it_can_be_typed() -> None:
    """Of a stage, the meeting and the whole program together: a nearer one would hide the other."""
    everywhere = [*_of(MeetingScreen), *_of(ConferenceApp)]
    for kind in PLACES:
        if issubclass(kind, Stage):
            every = [*_of(kind), *everywhere]
            assert not _twice(each.word for each in every), kind
            assert not _twice(each.key for each in every if each.key), kind
    assert not _twice(each.word for each in [*_of(Home), *_of(ConferenceApp)])


def _of(kind: type[DOMNode]) -> list[Command]:
    return list(declared(kind))


def _twice(those: Iterable[str]) -> list[str]:
    return [each for each, count in Counter(those).items() if count > 1]


async def test_a_slash_alone_lists_the_commands_and_enter_does_none_of_them(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder)) as app:
        await at_sheet(app, "introductions")
        before = meeting(app).count
        await press(app, "/", "enter")
        assert "/next" in text_of(app)
        assert meeting(app).count == before
        await press(app, "backspace", "/he")
        assert meeting(app).count == before
        assert "type more of it" in said(app)
        await press(app, "ctrl+u", "/hel")
        assert "What the procedure says" in text_of(app), "a word that is begun finds its command"
