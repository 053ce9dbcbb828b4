"""What an event means: what refuses it, what it changes in the state, and its sentence, in one module a subject.

The structs stand in the module of the same name in `events/`, which the state is made from; these know the state. Whoever
asks (`folding`, `rules`, `timeline`) has all of them with this package.
"""

from conference_tui.conference.subjects import (  # noqa: F401 - each declares what its events mean
    afterwards,
    agenda,
    before,
    chairing,
    closed_slot,
    core_group,
    danger,
    decision,
    family,
    kept_apart,
    next_meetings,
    papers,
    plan,
    record,
    review,
    room,
    said,
    scaling,
    setting_up,
)
