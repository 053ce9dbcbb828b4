"""Whose words an entry is: whoever spoke or wrote them, or had them told. They stand in every copy of theirs."""

from functools import singledispatch

from conference_tui.conference import events as e


@singledispatch
def owners(event: e.Event) -> frozenset[str]:
    """Ids of those whose own words an entry is; nobody's for most kinds."""
    del event
    return frozenset()


@owners.register
def _(event: e.ContributionMade) -> frozenset[str]:
    return frozenset({event.speaker})


@owners.register
def _(event: e.ContributionCorrected) -> frozenset[str]:
    return owners(event.correct)


@owners.register(e.FamilyAsked)
@owners.register(e.ScoreGiven)
@owners.register(e.PersonIntroduced)
@owners.register(e.ApologySent)
@owners.register(e.NetworkSupportOffered)
def _(
    event: e.FamilyAsked | e.ScoreGiven | e.PersonIntroduced | e.ApologySent | e.NetworkSupportOffered,
) -> frozenset[str]:
    return frozenset({event.person})


@owners.register
def _(event: e.ChildViewsGiven) -> frozenset[str]:
    return frozenset({event.child, *([event.by] if event.by else [])})


@owners.register
def _(event: e.ViewGiven) -> frozenset[str]:
    return frozenset({event.by})
