"""A command is declared once, by its word; the list behind a slash, the palette, the keys and the help follow from that."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from inspect import isawaitable

from msgspec import Struct
from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode

from conference_tui.conference.compared import meant


class Command(Struct, frozen=True):
    """What can be done at a place: at a stage, in a box, in the whole meeting."""

    word: str
    """What is typed behind the slash."""
    action: str
    """Textual's action at its place."""
    says: str
    """What it does, for help and lists."""
    key: str = ""
    """A function key or Ctrl and a letter: never a sign that somebody types."""
    label: str = ""
    """The words for the key at the bottom; empty where the key is not named there."""
    follows: str = ""
    """The place's method that is given what is typed behind the word, and tells what it may mean: ids with words."""


def keys_of(
    place: str, commands: Sequence[Command], *others: Binding, first: Collection[str] = ()
) -> list[BindingType]:
    """The key bindings that follow from commands; each has an id by which a person can give it another key.

    Those of the keys in `first` come before whatever has the keyboard.
    """
    bound: list[BindingType] = [
        Binding(
            each.key,
            each.action,
            each.label or each.word,
            show=bool(each.label),
            id=f"{place}.{each.word}",
            tooltip=each.says,
            priority=each.key in first,
        )
        for each in commands
        if each.key
    ]
    return [*bound, *others]


class Offered(Struct, frozen=True):
    """A command at a place where it can be had now, or one thing that may follow its word."""

    command: Command
    place: DOMNode
    follows: str = ""
    """The id of what follows; empty without."""
    called: str = ""
    """What that is called."""

    @property
    def typed(self) -> str:
        """As it is typed in full."""
        return f"/{self.command.word} {self.called}".rstrip()

    async def run(self, app: App[object]) -> None:
        """Do it."""
        if self.follows:
            action, _, _ = self.command.action.partition("(")
            done = getattr(self.place, f"action_{action}")(self.follows)
            if isawaitable(done):
                await done
        else:
            await app.run_action(self.command.action, self.place)


def declared(place: type[DOMNode]) -> Iterator[Command]:
    """What a kind of place declares, its own commands before those of what it is a kind of."""
    for kind in place.__mro__:
        yield from vars(kind).get("TYPED_COMMANDS", ())


def offered(typed: str, places: Sequence[DOMNode]) -> list[Offered]:
    """What a line that begins with a slash may mean, the nearest place first; nothing where it means no command.

    A word that is begun finds every command that begins so; behind a whole word stands what may follow it.
    """
    word, space, rest = typed.removeprefix("/").partition(" ")
    found: dict[str, Offered] = {}
    for place in places:
        for command in declared(type(place)):
            if command.word.startswith(word.casefold()):
                found.setdefault(command.word, Offered(command, place))
    exact = found.pop(word.casefold(), None)
    if not space:
        return [*([exact] if exact else []), *found.values()]
    chosen = exact or (next(iter(found.values())) if len(found) == 1 else None)
    if chosen is None:
        return []
    following = _following(chosen, rest.strip())
    return following if rest.strip() else [chosen, *following]


def _following(chosen: Offered, rest: str) -> list[Offered]:
    if not chosen.command.follows:
        return []
    fitting: Mapping[str, str] = getattr(chosen.place, chosen.command.follows)(rest)
    return [Offered(chosen.command, chosen.place, id_, called) for id_, called in fitting.items()]


def called_so(typed: str, names: Mapping[str, str]) -> Mapping[str, str]:
    """Of those who can be named, whom what is typed may mean: ids with what they are called."""
    return {id_: names[id_] for id_ in (meant(typed, names) if typed else names)}
