"""The colour of each kind of entry, on the map, in the line and above it. None says anything alone: words stand beside it."""

from collections.abc import Mapping

from conference_tui.conference import events as e

COLOURS: Mapping[e.Column, str] = {
    e.Column.STRENGTH: "$text-success",
    e.Column.SAFETY: "$text-success",
    e.Column.HARM: "$text-error",
    e.Column.DANGER: "$text-error",
    e.Column.COMPLICATING: "$text-warning",
    e.Column.GREY: "$text-accent",
}
