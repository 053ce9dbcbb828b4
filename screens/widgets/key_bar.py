"""The line at the bottom: the keys that matter here. One widget that repaints and never recomposes."""

from typing import Protocol, runtime_checkable

from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static


@runtime_checkable
class ChoosesKeys(Protocol):
    """What says itself which of its keys matter now."""

    def shows_key(self, binding: Binding) -> bool:
        """Whether a key of its own is named at the bottom."""


def _is_shown(active: ActiveBinding) -> bool:
    node = active.node
    return node.shows_key(active.binding) if isinstance(node, ChoosesKeys) else active.binding.show


class KeyBar(Static):
    """The bindings of the screen that are marked to be shown, what has the focus first.

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
        shown = [active for active in screen.active_bindings.values() if _is_shown(active)]
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


def _is_help(active: ActiveBinding) -> bool:
    return (active.binding.id or "").endswith(".help")
