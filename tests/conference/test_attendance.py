"""Who is here, and whether that is enough to decide."""

from datetime import date, time

from msgspec.structs import replace

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.attendance import (
    Quorum,
    agencies,
    agency_of,
    is_noted_missing,
    not_here,
    quorum,
)
from conference_tui.conference.people import Discipline
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.recipients import row_of, rows
from tests.conference.building import (
    BARNSLEY,
    CHARITY,
    CP,
    FARRANT,
    HEALTH,
    INVITED,
    NO_FOLDER,
    OPENED,
    PHY,
    PLAIN,
    POLICE,
    PROFESSIONALS,
    ROOM,
    SCHOOL,
    SLOAN,
    SOCIAL_CARE,
    TIPLADY,
    arrive,
    build,
    professional,
)


def with_here(procedure: Procedure, *people: str) -> Quorum:
    return quorum(build(*arrive(*people), on=INVITED), procedure)


def test_two_people_of_one_agency_are_one_agency() -> None:
    """BA-4: they have one view, and count once."""
    assert [agency.name for agency in agencies(INVITED)] == [SOCIAL_CARE, POLICE, HEALTH, SCHOOL, CHARITY]
    assert agencies(INVITED)[0].people == ("sloan", "quill")
    assert not with_here(PLAIN, "sloan", "quill").is_quorate


def test_social_care_and_two_others() -> None:
    """BA-4, quorum A: one more is not enough, two are."""
    short = with_here(PLAIN, "sloan", "hale")
    assert short.missing == ("one more agency",)
    assert short.sentence == (
        "Not quorate: missing one more agency (present: Children's social care and Kestrel Family Support)."
    )
    enough = with_here(PLAIN, "sloan", "hale", "farrant")
    assert (
        enough.sentence
        == "Quorate (present: Children's social care, Wexcombe High and Kestrel Family Support)."
    )


def test_two_others_without_social_care_are_not_enough() -> None:
    """BA-4, quorum A: social care has to be there whoever else is."""
    verdict = with_here(PLAIN, "amadi", "tiplady", "farrant", "hale")
    assert verdict.missing == ("children's social care",)


def test_nobody_is_here() -> None:
    """BA-4: the verdict names everything."""
    verdict = quorum(INVITED, PLAIN)
    assert (
        verdict.sentence
        == "Not quorate: missing children's social care and 2 more agencies (no agency is present)."
    )


def test_named_partners() -> None:
    """BA-4, quorum B: social care, health and the police, however many others there are."""
    assert with_here(BARNSLEY, "sloan", "tiplady", "amadi").is_quorate
    assert with_here(BARNSLEY, "sloan", "hale", "farrant").missing == ("health", "police")


def test_education_is_expected_and_not_required() -> None:
    """BA-4: a warning for a child of school age; Teddy was five in August."""
    verdict = with_here(BARNSLEY, "sloan", "tiplady", "amadi")
    assert verdict.warnings == (
        "Education is expected for Maya Orrell-Pike and Teddy Voss, and nobody from education is here.",
    )
    assert with_here(BARNSLEY, "sloan", "tiplady", "amadi", "farrant").warnings == ()
    with_baby = build(e.ChildEntered(child="teddy", name="Teddy Voss", born=date(2026, 6, 1)), on=INVITED)
    with_baby = build(e.ChildEntered(child="maya", name="Maya Orrell-Pike"), on=with_baby)
    assert quorum(with_baby, BARNSLEY).warnings == ()


def test_family_supporters_and_absent_reports_are_no_agency() -> None:
    """BA-4: who sits there for the family, and who only wrote, does not count."""
    here = build(
        *arrive("sloan", "tamsin", "joss"),
        e.ReportReceived(person="amadi", form="written"),
        e.ApologySent(person="tiplady"),
        on=INVITED,
    )
    assert quorum(here, PLAIN).present == (SOCIAL_CARE,)
    assert "tiplady" in [person.id for person in not_here(here)]
    assert "sloan" not in [person.id for person in not_here(here)]


def test_social_care_and_one_school_with_reports_from_others_are_inquorate_by_both_rules() -> None:
    """BA-4: two social workers and a school; the police and a charity wrote, and neither is here."""
    here = build(
        *arrive("sloan", "quill", "farrant"),
        e.ReportReceived(person="amadi", shared=date(2026, 11, 30)),
        e.ApologySent(person="amadi", reason="A major incident."),
        e.ReportReceived(person="hale", shared=date(2026, 11, 30)),
        on=INVITED,
    )
    present = "(present: Children's social care and Wexcombe High)"
    assert quorum(here, PLAIN).sentence == f"Not quorate: missing one more agency {present}."
    assert quorum(here, BARNSLEY).sentence == f"Not quorate: missing health and police {present}."


def test_the_verdict_follows_who_comes_and_goes() -> None:
    """BA-4: live; and for a decision, who was here when it was made (M14)."""
    assert quorum(ROOM, BARNSLEY).is_quorate
    decided = build(e.DecisionMade(child="maya", outcome=e.Outcome.NO_PLAN, reason="x"), on=ROOM)
    left = build(e.PersonLeft(person="amadi", at=time(14, 50)), on=decided)
    assert quorum(left, BARNSLEY).missing == ("police",)
    assert quorum(left, BARNSLEY, left.decisions["maya"].present).is_quorate
    back = build(e.PersonArrived(person="amadi", at=time(15, 0)), on=left)
    assert quorum(back, BARNSLEY).is_quorate
    assert back.presence["amadi"].earlier == ((time(13, 30), time(14, 50)),)


def test_two_of_one_discipline_may_count_once() -> None:
    """BA-4: where the procedure merges them; "other" is no discipline that two could share."""
    merging = replace(PLAIN, quorum=replace(PLAIN.quorum, merge_disciplines=True))
    schools = build(
        professional("nandra", "Thistlewick Primary", Discipline.EDUCATION),
        *arrive("sloan", "farrant", "nandra"),
        on=INVITED,
    )
    assert quorum(schools, PLAIN).is_quorate
    assert not quorum(schools, merging).is_quorate
    assert quorum(build(*arrive("amadi"), on=schools), merging).is_quorate
    others = build(
        professional("moss", "Ashmere Homes", Discipline.OTHER), *arrive("sloan", "hale", "moss"), on=INVITED
    )
    assert quorum(others, merging).is_quorate


def test_the_police_count_in_a_review_only_where_they_were_involved() -> None:
    """HV-15: involved is who was invited or came; where nobody of theirs is known, that is said."""
    review = build(replace(OPENED, kind=e.Kind.REVIEW), *arrive("sloan", "tiplady"), on=INVITED)
    without = build(
        replace(OPENED, kind=e.Kind.REVIEW),
        *(person for person in PROFESSIONALS if person.discipline is not Discipline.POLICE),
        *arrive("sloan", "tiplady"),
    )
    where_involved = replace(
        BARNSLEY, quorum=replace(BARNSLEY.quorum, police_at_review="only-if-involved", expected=())
    )
    assert quorum(review, where_involved).missing == ("police",)
    assert quorum(review, BARNSLEY).missing == quorum(without, BARNSLEY).missing == ("police",)
    assert quorum(without, where_involved).is_quorate
    assert "only if they were involved" in quorum(without, where_involved).warnings[0]
    initial = build(OPENED, on=without)
    assert quorum(initial, where_involved).missing == ("police",)


def test_in_havering_the_police_are_missed_only_where_they_were_involved() -> None:
    """HV-15: of an initial conference and of a review; health is missed in any case."""
    havering = authorities.load("havering", NO_FOLDER)
    for kind in (e.Kind.INITIAL, e.Kind.REVIEW):
        involved = build(replace(OPENED, kind=kind), on=INVITED)
        (warning,) = quorum(involved, havering).warnings
        assert "not here: health and police." in warning
        not_involved = build(replace(OPENED, kind=kind), SLOAN, TIPLADY, FARRANT)
        (warning,) = quorum(not_involved, havering).warnings
        assert "not here: health." in warning
        all_here = build(*arrive("sloan", "tiplady", "farrant"), on=not_involved)
        assert quorum(all_here, havering).warnings == ()
        assert quorum(all_here, havering).is_quorate


def test_who_is_named_beyond_the_quorum_is_missed_and_not_required() -> None:
    """HF-4, KC-3: one reminder for all of it, and the verdict is the same."""
    for name in ("hammersmith_fulham", "kensington_chelsea"):
        verdict = with_here(authorities.load(name, NO_FOLDER), "sloan", "hale", "tiplady")
        assert verdict.is_quorate
        (warning,) = verdict.warnings
        assert "not here: police." in warning
        assert "Education is expected for Maya Orrell-Pike and Teddy Voss" in warning


def test_whom_somebody_attends_for() -> None:
    assert agency_of(ROOM, "amadi") == POLICE
    assert agency_of(ROOM, "tamsin") == ""
    unknown = replace(professional("moss", "", Discipline.OTHER), name="Moss")
    assert "" not in [agency.name for agency in agencies(build(unknown, on=ROOM))]
    assert agency_of(ROOM, "nobody") == ""


def test_the_rule_is_told_in_the_procedures_words() -> None:
    """BA-4: nothing about the rule is in the code."""
    assert quorum(ROOM, BARNSLEY).rule == BARNSLEY.quorum.says


def test_that_nothing_is_recorded_is_not_that_somebody_did_not_come() -> None:
    """BA-6: an apology or an absence says so; of the others who are not here it is not known."""
    told = build(e.ApologySent(person="amadi"), e.AbsenceNoted(person="hale"), *arrive("sloan"), on=INVITED)
    away = [person.id for person in not_here(told)]
    assert [someone for someone in away if is_noted_missing(told, someone)] == ["amadi", "hale"]
    assert "tiplady" in away
    parts = {row.reader: row.part for row in rows(told, PLAIN)}
    assert parts[CHARITY] == "agency, was not there"
    assert parts[HEALTH] == "agency, whether they came is not recorded"
    decided = e.DecisionMade(child="maya", outcome=CP, category=PHY, reason="The chair's.")
    row = row_of(build(decided, on=told), PLAIN, HEALTH)
    assert row is not None
    assert {cell.why for cell in row.cells if cell.answer == "yes"} == {
        "Was invited; whether they came is not recorded."
    }
