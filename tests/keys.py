"""The page of the commands that are typed, out of their declarations: `python -m tests.keys` writes `docs/keys.md`."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from textual.dom import DOMNode

import screens
from conference_tui import authorities
from conference_tui.app import ConferenceApp
from conference_tui.conference.agenda import find_stage
from screens.commands import Command
from screens.home import Home
from screens.meeting import MeetingScreen
from screens.stage import Stage
from screens.steered import Steered

PAGE = Path(__file__).parent.parent / "docs" / "keys.md"
BEGINNING = """\
# Typing

**The line has the keyboard, always.** Whatever you type at any stage is a word in it, and Enter records it. Nothing that
you can type by mistake is a command.

| the hands do | the program does |
|---|---|
| any letter, digit or mark | it stands in the line |
| Enter on a text | records it, as the frame of the line says |
| Enter on the empty line | does what the marked row says, once you have moved the marker there |
| Up, Down, Page Up, Page Down | move the marker over the rows (in a text of several lines: the cursor first) |
| Tab | completes a name; on the empty line the marker goes to the next column or list |
| `/` at the beginning | lists the commands of here and now; go on typing to find one, Enter takes it |
| `/find` and a part of a row | puts the marker on that row; Enter then does what it says |
| Escape | one step back; it never empties the line |
| Ctrl+B | puts what waits beside the line into it: what was refused, pasted, or left before a crash |
| Ctrl+U, Ctrl+W | delete what stands before the cursor: all of it, a word |

In a form arrows and Space choose. What you type at a choice only searches: Enter takes the one choice that it means, and
Ctrl+B puts it among the words instead. Tab and Enter go to the next field, Page Up to the first, Ctrl+S records,
Escape leaves and keeps the words. In a box what you type finds a row.

**If your terminal keeps a key for itself**, type the command: each has a word. GNOME Terminal opens its menu with F10 and its
help with F1, and a full screen with F11; the terminal of VS Code and Windows Terminal take F1, F11, Ctrl+W and others for
themselves; macOS wants fn with the function keys; tmux takes Ctrl+B and screen Ctrl+A: press it
twice there. The program uses neither F10 nor F11.

Every command, with its key where it has one:
"""


def page() -> str:
    """The whole page."""
    return "\n".join([BEGINNING, *_tables(), ""])


def _tables() -> Iterator[str]:
    yield from _table("Everywhere", ConferenceApp)
    yield from _table("At the list of conferences", Home)
    yield from _table("In a conference", MeetingScreen)
    yield from _table("On every screen with rows", Steered)
    told = {ConferenceApp, Home, MeetingScreen, Steered}
    for kind in sorted(
        set(every_place()) - told, key=lambda each: (not issubclass(each, Stage), each.__name__)
    ):
        yield from _table(_title(kind), kind)


def every_place() -> list[type[DOMNode]]:
    """Every kind of screen, stage and box that declares commands."""
    for module in pkgutil.walk_packages(screens.__path__, "screens."):
        if "paste_driver" not in module.name:
            import_module(module.name)
    return list(dict.fromkeys(kind for kind in _kinds(DOMNode) if vars(kind).get("TYPED_COMMANDS")))


def _kinds(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds(each)


def _title(kind: type[DOMNode]) -> str:
    if issubclass(kind, Stage) and "ID" in vars(kind):
        return f"Stage: {find_stage(authorities.load(authorities.DEFAULT), kind.ID).title}"
    words = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind.__name__).strip()
    return words.capitalize()


def _table(title: str, kind: type[DOMNode]) -> Iterator[str]:
    commands: tuple[Command, ...] = tuple(vars(kind)["TYPED_COMMANDS"])
    yield f"\n## {title}\n"
    yield "| command | key | what it does |"
    yield "|---|---|---|"
    for each in commands:
        more = " …" if each.follows else ""
        yield f"| `/{each.word}`{more} | {_key(each)} | {each.says} |"


def _key(command: Command) -> str:
    return "+".join(part.capitalize() for part in command.key.split("+"))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
