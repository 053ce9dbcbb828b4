"""Lines of a form that the room is not to read: the screen is often on the wall (HF-10)."""

from collections.abc import Sequence
from typing import Protocol

from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from screens.widgets.pick import Pick


class Maskable(Protocol):
    """As much of a field of a form as decides whether it is masked."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def kind(self) -> str:
        """What sort of field it is."""

    @property
    def masked(self) -> bool:
        """Whether it is in any case."""

    @property
    def masked_by(self) -> str:
        """The choice by which it is, while something is chosen there."""


class Masks:
    """Puts dots for what is withheld, and shows it for a moment when somebody asks."""

    def __init__(self, form: Screen[bool], fields: Sequence[Maskable]) -> None:
        self._form = form
        self._fields = fields
        self._shown: Timer | None = None

    @property
    def are_lifted(self) -> bool:
        """Whether what is masked is shown now."""
        return self._shown is not None

    def masked(self) -> list[Maskable]:
        """The lines that stand as dots, or would if they were not shown now."""
        chosen = {field.name for field in self._fields if field.kind == "several" and self._has_choice(field)}
        return [field for field in self._fields if field.masked or field.masked_by in chosen]

    def _has_choice(self, field: Maskable) -> bool:
        return bool(self._form.query_one(f"#field-{field.name}", Pick).chosen)

    def apply(self) -> None:
        """Put dots for what is withheld, and show what is not."""
        if self._shown:
            self._shown.stop()
            self._shown = None
        masked = {field.name for field in self.masked()}
        for field in self._fields:
            if field.masked or field.masked_by:
                self._form.query_one(f"#field-{field.name}", Input).password = field.name in masked
        self._form.refresh_bindings()

    def show_or_hide(self, seconds: float) -> None:
        """Show what is masked for so long; or hide it, where it is shown."""
        if self._shown:
            self.apply()
            return
        for field in self.masked():
            self._form.query_one(f"#field-{field.name}", Input).password = False
        self._shown = self._form.set_timer(seconds, self.apply)
