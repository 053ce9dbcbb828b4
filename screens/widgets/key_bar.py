"""The line at the bottom: the keys that matter here. One widget that repaints and never recomposes."""

from collections.abc import Sequence

from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from screens.commands import declared
from screens.steered import Steered


class KeyBar(Static):
    """The bindings of the screen that are marked to be shown, in the order in which its commands are declared.

    Where they do not all fit, the last of them are left out, each whole; Help stays, because it lists them all.
    """

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self._changed(self.screen)

    def on_resize(self) -> None:
        """There is more room, or less."""
        self._changed(self.screen)

    def _changed(self, screen: Screen[object]) -> None:
        shown = [active for active in screen.active_bindings.values() if active.binding.show]
        if isinstance(screen, Steered):
            order = [each.key for place in screen.places() for each in declared(type(place))]
            shown.sort(key=lambda active: _place(active.binding.key, order))
        hints = [(_is_help(active), self._hint(active)) for active in shown]
        room = self.content_size.width - sum(hint.cell_length for is_help, hint in hints if is_help)
        fitting = []
        for is_help, hint in hints:
            room -= 0 if is_help else hint.cell_length
            if is_help or room >= 0:
                fitting.append(hint)
        self.update(Content.assemble(*fitting), layout=False)

    def _hint(self, active: ActiveBinding) -> Content:
        style = "" if active.enabled else "dim"
        return Content.assemble(
            (f" {self.app.get_key_display(active.binding)}", f"bold $text-accent {style}"),
            (f" {active.binding.description} ", style or "$foreground"),
        )


def _place(key: str, order: Sequence[str]) -> int:
    return order.index(key) if key in order else len(order)


def _is_help(active: ActiveBinding) -> bool:
    return (active.binding.id or "").endswith(".help")
