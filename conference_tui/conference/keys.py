"""Under which key an entry can be spoken of: for the chair's choices, wordings, and to find what it replaces."""

from conference_tui.conference import events as e

NAMED_BY: dict[type[e.Event], tuple[str, ...]] = {}
"""By kind, the fields that together say which one it is, as the fold declares them; a later one replaces."""

_BY_ITSELF = (e.ContributionMade, e.ActionAgreed, e.EarlierActionGiven)
"""Kinds whose own id is the key as it stands, in every record that there is."""


def key_of(event: e.Event) -> str:
    """The key of an entry: the same for what corrects it, another one for everything else."""
    if isinstance(event, e.ContributionCorrected):
        return event.correct.contribution
    if isinstance(event, e.SummaryGiven):
        return ":".join(("summary", *event.children))
    named_by = NAMED_BY.get(type(event), ())
    values = [str(getattr(event, name)) for name in named_by]
    if isinstance(event, _BY_ITSELF):
        return values[0]
    if not any(values):
        values = [str(getattr(event, name)) for name in event.__struct_fields__]
    return ":".join((type(event).__name__, *values))
