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
    """The bindings of the screen that are marked to be shown, what has the focus first."""

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self._changed(self.screen)

    def _changed(self, screen: Screen[object]) -> None:
        parts: list[tuple[str, str]] = []
        for active in screen.active_bindings.values():
            if _is_shown(active):
                style = "" if active.enabled else "dim"
                parts.append((f" {self.app.get_key_display(active.binding)}", f"bold $text-accent {style}"))
                parts.append((f" {active.binding.description} ", style or "$foreground"))
        self.update(Content.assemble(*parts), layout=False)
