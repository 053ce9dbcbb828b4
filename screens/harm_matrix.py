"""The harm matrix: for each child and kind of harm the first, the worst and the most recent incident (BA-15)."""

from collections.abc import Iterable
from functools import partial
from typing import Literal, cast

from textual import events
from textual.binding import Binding
from textual.content import Content

from conference_tui.conference import events as e
from conference_tui.conference.split import ELSEWHERE, of_another_sitting
from screens.fields import one_of
from screens.form import Field, Form, Values
from screens.sheet_box import SheetBox
from screens.widgets.sheet import Row, heading, plain

Incident = Literal["first", "worst", "most recent"]
INCIDENTS: tuple[Incident, ...] = ("first", "worst", "most recent")
FIRST_WIDTHS = (12, 13)
"""Cells that the incident and the time take; what happened, severity and impact share the rest."""


class HarmMatrix(SheetBox):
    """A table. Enter on an incident opens it; `a` describes one that is not there yet."""

    TITLE_IN_BOX = "Harm matrix"
    BINDINGS = [Binding("a", "add", "Add", id="harm.add", tooltip="Describe an incident")]

    def on_resize(self, _: events.Resize) -> None:
        """The table follows the width."""
        self.call_after_refresh(self.draw)

    def rows(self) -> Iterable[Row]:
        """A row for each incident of every kind of harm that was begun."""
        conference = self.conference
        started = list(dict.fromkeys((child, harm) for child, harm, _ in conference.harms))
        if not started:
            yield Row(key="none", text=plain("Nothing yet. a describes the first incident.", "$text-muted"))
            return
        words = ("", "When", "What happened", "How severe", "Impact on the child")
        for child, harm in started:
            yield heading(f"{conference.name(child)} · {self._title(harm)}", "Enter opens")
            yield Row(key=f"words:{child}:{harm}", text=self._line(words, "$text-muted"))
            for incident in INCIDENTS:
                yield self._row(child, harm, incident)

    def _row(self, child: str, harm: str, incident: str) -> Row:
        told = self.conference.harms.get((child, harm, incident))
        cells = (told.when, told.behaviour, told.severity, told.impact) if told else ("–",) * 4
        if told and of_another_sitting(self.conference, told):
            cells = ("", ELSEWHERE, "", "")
        return Row(
            key=f"{child}:{harm}:{incident}",
            text=self._line((incident, *cells)),
            act=partial(self.describe, child, harm, incident),
        )

    def _line(self, cells: tuple[str, ...], style: str = "") -> Content:
        share = max(6, (self.sheet.scrollable_content_region.width - 2 - sum(FIRST_WIDTHS)) // 3)
        return side_by_side([plain(cell, style) for cell in cells], (*FIRST_WIDTHS, share, share, share))

    def _title(self, harm: str) -> str:
        return next((each.title for each in self.meeting.procedure.categories if each.code == harm), harm)

    def describe(self, child: str, harm: str, incident: str) -> None:
        """Open one incident of the table."""
        told = self.conference.harms.get((child, harm, incident))

        def save(values: Values) -> None:
            self._record(child, harm, incident, values)

        title = f"{self.conference.name(child)} · {self._title(harm)} · {incident}"
        key = f"harm/{child}/{harm}/{incident}"
        self.ask(Form(title, _told(told), save, meeting=self.meeting, key=key))

    def action_add(self) -> None:
        """Describe an incident that the table has no row for, or any other."""
        children = self.conference.children.values()
        kinds = tuple((each.code, each.title) for each in self.meeting.procedure.categories)
        fields = [
            one_of("child", "Child", tuple((each.id, each.label) for each in children)),
            one_of("harm", "Harm", kinds),
            one_of("incident", "Incident", tuple((each, each) for each in INCIDENTS)),
            *_told(None),
        ]

        def save(values: Values) -> None:
            child = values.needed("child", values.one("child"), "Which child?")
            harm = values.needed("harm", values.one("harm"), "Which kind of harm?")
            which = values.needed(
                "incident", values.one("incident"), "The first, the worst or the most recent?"
            )
            self._record(child, harm, which, values)

        self.ask(Form("An incident", fields, save, meeting=self.meeting, key="harm"))

    def _record(self, child: str, harm: str, incident: str, values: Values) -> None:
        behaviour = values.needed("behaviour", values.words("behaviour"), "What happened?")
        self.meeting.record(
            e.HarmDetailed(
                child=child,
                harm=e.Category(harm),
                incident=cast("Incident", incident),
                when=values.line("when"),
                behaviour=behaviour,
                severity=values.line("severity"),
                impact=values.words("impact"),
            )
        )


def _told(told: e.HarmDetailed | None) -> list[Field]:
    return [
        Field(
            name="when",
            label="When",
            value=told.when if told else "",
            hint="a date, a month, “since summer”",
        ),
        Field(name="behaviour", label="What happened", kind="words", value=told.behaviour if told else ""),
        Field(name="severity", label="How severe", value=told.severity if told else ""),
        Field(
            name="impact",
            label="Impact",
            kind="words",
            value=told.impact if told else "",
            hint="on the child",
        ),
    ]


def side_by_side(cells: "list[Content]", widths: tuple[int, ...]) -> Content:
    """Cells next to each other, each wrapped in its own width (in terminal cells)."""
    wrapped = [cell.wrap(width - 1) or [Content("")] for cell, width in zip(cells, widths, strict=True)]
    lines = []
    for number in range(max(len(lines_of) for lines_of in wrapped)):
        pieces = [lines_of[number] if number < len(lines_of) else Content("") for lines_of in wrapped]
        filled = [
            piece.pad_right(max(0, width - piece.cell_length))
            for piece, width in zip(pieces, widths, strict=True)
        ]
        lines.append(Content("").join(filled))
    return Content("\n").join(lines)
