"""What each published guide says, as its procedure file has it; each test names the rows that it proves."""

from pathlib import Path

import pytest
from msgspec import structs

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.decision import sentence
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_agenda import StageId
from conference_tui.conference.procedure_file import parse
from conference_tui.conference.procedure_shape import sources_named
from tests.conference.building import CP, HEALTH, NEG, POLICE, ROOM, SOCIAL_CARE, build, view

SHIPPED_ONLY = Path("no such folder")
NAMES = ("plain", "barnsley", "hammersmith_fulham", "havering", "kensington_chelsea")
PLAIN, BARNSLEY, HAMMERSMITH, HAVERING, KENSINGTON = (authorities.load(name, SHIPPED_ONLY) for name in NAMES)
ALL = (PLAIN, BARNSLEY, HAMMERSMITH, HAVERING, KENSINGTON)
FILES = Path(__file__).parents[2] / "data" / "procedures"

every = pytest.mark.parametrize("procedure", ALL, ids=lambda procedure: procedure.name)


def test_five_procedures_are_shipped() -> None:
    assert authorities.names(SHIPPED_ONLY) == tuple(sorted(NAMES))


@every
def test_every_value_leads_to_a_source_that_is_told_in_full(procedure: Procedure) -> None:
    """What a number or a sentence was taken from can be looked up."""
    named = dict(sources_named(procedure))
    assert len(named) > 100
    assert {"agenda_source", "roles_source", "role_titles.source", "quorum.exception.source"} <= set(named)
    assert all(len(procedure.sources[source]) > 10 for source in named.values())


# --- The agenda ---------------------------------------------------------------------------------------------


def order(procedure: Procedure, *stages: StageId) -> bool:
    """Whether these stages follow each other in this order."""
    ids = [stage.id for stage in procedure.stages]
    places = [ids.index(stage) for stage in stages]
    return places == sorted(places)


@every
def test_introductions_come_before_the_reason_and_the_reason_before_the_discussion(
    procedure: Procedure,
) -> None:
    """BR-4, HV-6, HV-7: introductions, reason, discussion of the issues."""
    assert order(
        procedure, "before", "introductions", "reason", "mapping", "threshold", "core_group", "close"
    )


def test_the_summary_comes_before_the_future_risk_and_both_before_the_decision() -> None:
    """HV-9, HV-10: summary, future risk, decision on next steps, then the plan."""
    assert order(HAVERING, "mapping", "summary", "threshold", "plan", "core_group")
    assert "future" in HAVERING.stage("summary").says


def test_in_kensington_the_family_follows_the_reports_and_the_plan_is_made_before_the_decision() -> None:
    """KC-2, KC-5, KC-6: the reports are summed up, the family contributes, a plan is made, then it is decided."""
    assert order(KENSINGTON, "introductions", "reason", "mapping", "plan", "threshold")
    assert KENSINGTON.sources[KENSINGTON.agenda_source].startswith("Kensington and Chelsea")
    assert "most important parts" in KENSINGTON.stage("reason").says


def test_what_the_chair_refers_to_in_hammersmith() -> None:
    """HF-11: the London procedures, equal opportunities and complaints are in the script, each to be ticked."""
    said = {statement.id: statement.text for statement in HAMMERSMITH.stage("introductions").statements}
    assert "London Child Protection Procedures" in said["procedures"]
    assert "equal opportunities" in said["equality"]
    assert "complaints procedure" in said["complaints"]


def test_what_is_seen_to_before_the_start() -> None:
    """HV-5, BR-3, KC-4, BA-9: come early and meet the chair, reports read, format explained, tree, needs."""
    for procedure in ALL:
        items = {item.id: item for item in procedure.checklist}
        assert list(items) == [
            "early",
            "reports_read",
            "format",
            "needs",
            "tree",
            "form",
            "child",
            "withheld",
        ]
        assert procedure.source_of(items["early"]) == procedure.sources["havering"]
    assert "early" in HAVERING.stage("before").says


def test_an_empty_text_takes_an_item_of_the_checklist_out() -> None:
    own = '[checklist.tree]\ntext = ""\nsource = "own"\n[checklist.tea]\ntext = "There is tea."\nsource = "own"\n'
    checklist = parse(own, "own", (FILES / "plain.toml").read_text(encoding="utf-8")).checklist
    assert [item.id for item in checklist][-2:] == ["withheld", "tea"]
    assert "tree" not in [item.id for item in checklist]


# --- Who comes ----------------------------------------------------------------------------------------------


def test_the_roles_stand_in_the_order_of_the_guide() -> None:
    """HF-4, KC-3: parents, child, social worker, carers, advocate, police, health, education; and who else works with them."""
    roles = HAMMERSMITH.roles
    named = (
        "Mother",
        "Child",
        "Social worker",
        "Foster carer",
        "Advocate",
        "Police",
        "Health visitor",
        "Teacher",
    )
    assert [roles.index(role) for role in named] == sorted(roles.index(role) for role in named)
    assert KENSINGTON.roles[:2] == ("Child", "Advocate")
    assert {"Nursery officer", "Youth worker", "Therapist", "Domestic violence support worker"} <= set(
        KENSINGTON.roles
    )
    for procedure in ALL:
        assert set(PLAIN.roles) <= set(procedure.roles)
        assert len(set(procedure.roles)) == len(procedure.roles)


def test_whom_the_guides_name_beyond_the_quorum() -> None:
    """HF-4, HV-15, KC-3: police and health; in Havering the police only where they were involved."""
    for procedure in (HAMMERSMITH, HAVERING, KENSINGTON):
        assert set(procedure.quorum.expected) == {"police", "health"}
        assert (procedure.quorum.required, procedure.quorum.others) == (
            PLAIN.quorum.required,
            PLAIN.quorum.others,
        )
    involved = [p.name for p in ALL if p.quorum.police_at_review == "only-if-involved"]
    assert involved == ["havering"]
    assert HAVERING.quorum.police_at_initial == "only-if-involved"


def test_when_the_chair_may_go_ahead_without_a_quorum() -> None:
    """BA-4: social care and one more, on grounds; in Barnsley where nobody else is involved."""
    assert (PLAIN.quorum.exception.required, PLAIN.quorum.exception.others) == (("social_care",), 1)
    assert len(PLAIN.quorum.exception.grounds) == 3
    assert BARNSLEY.quorum.exception.grounds == (
        "The chair is satisfied that there are no other professionals involved.",
    )


def test_from_which_age_a_child_is_invited() -> None:
    """HF-4, HV-4, KC-1, BA-8: from 12, over 12 and to parts, from 7; Barnsley names no age."""
    assert (HAMMERSMITH.ages.child_invited, HAMMERSMITH.ages.child_invited_over) == (12, None)
    assert (HAVERING.ages.child_invited, HAVERING.ages.child_invited_over) == (None, 12)
    assert (HAVERING.ages.invited_to, HAVERING.ages.advocate_service) == (
        "part",
        "Havering Children's Rights Advocacy Service",
    )
    assert (KENSINGTON.ages.child_invited, BARNSLEY.ages.child_invited) == (7, None)
    assert (BARNSLEY.ages.advocate_over, BARNSLEY.ages.advocate_needs_consent) == (8, True)
    assert "level of understanding" in KENSINGTON.ages.says


def test_whom_a_parent_may_bring() -> None:
    """HV-2: a solicitor, an advocate or a friend."""
    assert HAVERING.supporters.may_be == ("A solicitor", "An advocate", "A friend")
    assert "neither gives a view" in HAVERING.supporters.says


def test_keeping_somebody_out_has_grounds_and_somebody_who_tells_their_views() -> None:
    """HV-3: the reason is explained, and chair or social worker report the views."""
    assert HAVERING.exclusion.views_reported_by == ("The chair", "The social worker")
    assert "explained to them" in HAVERING.exclusion.says
    for procedure in ALL:
        assert len(procedure.exclusion.grounds) == 6
        assert "exclusion_request" in procedure.limits


def test_who_referred_the_family_is_told_unless_they_asked_not_to_be_named() -> None:
    """HV-1: a member of the public may stay unnamed."""
    assert "asked not to be named" in HAVERING.referrer.says
    assert HAVERING.referrer.anonymous == ("A member of the public who has asked not to be named",)


# --- Places, languages, forms -------------------------------------------------------------------------------


def test_the_venues_tell_of_access() -> None:
    """HF-7, BA-10: accessible, comfortable, welcoming; where the guide does not describe a place, that is said."""
    assert [venue.name for venue in HAMMERSMITH.venues][:2] == [
        "Barclay House, Fulham",
        "Cambridge House, Hammersmith",
    ]
    for venue in HAMMERSMITH.venues:
        assert "accessible, comfortable and welcoming" in venue.access
    assert all(venue.access for procedure in ALL for venue in procedure.venues)
    assert (HAVERING.venues, KENSINGTON.venues, PLAIN.venues) == ((), (), ())


def test_other_languages_large_print_and_braille() -> None:
    """HF-16: how to ask for them."""
    assert "020 8753 5218" in HAMMERSMITH.formats.says
    for procedure in ALL:
        assert "braille" in procedure.formats.says


@every
def test_the_form_has_the_six_questions(procedure: Procedure) -> None:
    """KC-9: as the guide prints them, in its order."""
    assert procedure.parents_form.questions == (
        "Why are people worried about my children?",
        "What things do people need to know more about?",
        "What things work well in my family?",
        "Are my children safe?",
        "What things do I need to know more about?",
        "What things need to change and who can help us make those changes?",
    )
    assert procedure.source_of(procedure.parents_form) == procedure.sources["kensington_chelsea"]


def test_what_a_family_may_expect() -> None:
    """KC-10: listened to, respected, kept informed, copies of reports, minutes within 20 working days."""
    assert KENSINGTON.expectations is not None
    assert len(KENSINGTON.expectations.items) == 7
    assert KENSINGTON.expectations.items[-1].endswith("within 20 working days of the conference")
    assert [p.name for p in ALL if p.expectations] == ["kensington_chelsea"]


# --- Decision, plan, key worker -----------------------------------------------------------------------------


@every
def test_there_are_the_two_plans_and_no_register(procedure: Procedure) -> None:
    """HV-10, HF-13: a child protection plan or a child in need plan; and no plan at all is an outcome too."""
    assert [outcome.id for outcome in procedure.outcomes] == ["cp_plan", "cin_plan", "no_plan"]
    assert "register" not in repr(procedure).lower()


def test_hammersmith_asks_for_the_future() -> None:
    """HF-13: the likelihood of significant harm in the future, then which plan."""
    assert "in the future" in HAMMERSMITH.threshold.question
    assert "child in need plan" in HAMMERSMITH.threshold.question


def test_kensington_asks_whether_the_risks_are_significant_enough() -> None:
    """KC-6: the question of its guide."""
    assert KENSINGTON.threshold.question == (
        "Are the risks to this child significant enough that a child protection plan is needed?"
    )


@every
def test_all_of_one_mind_is_never_called_more_than_that(procedure: Procedure) -> None:
    """BR-6, BA-19: what the explainer calls unanimous is told as the views that were given."""
    views = [view("maya", agency, CP, NEG) for agency in (SOCIAL_CARE, POLICE, HEALTH)]
    decided = build(*views, e.DecisionMade(child="maya", outcome=CP, category=NEG), on=ROOM)
    told = sentence(decided, procedure, "maya")
    assert told.startswith("All 3 agencies giving a view considered that a child protection plan is needed")
    assert "unanim" not in told


def test_the_key_worker_by_the_authoritys_name() -> None:
    """BR-6, HF-14, HV-12: key worker, lead social worker, lead practitioner; a qualified social worker."""
    assert HAMMERSMITH.role_titles.key_worker == "Key worker"
    assert HAVERING.role_titles.key_worker == "Key Worker"
    assert HAMMERSMITH.key_worker.is_qualified_social_worker
    assert HAMMERSMITH.key_worker.chairs_core_groups == "from-the-second"
    assert {p.key_worker.chairs_core_groups for p in ALL if p is not HAMMERSMITH} == {"not-said"}
    own = '[role_titles]\nkey_worker = "Lead practitioner"\nsource = "own"\n'
    titles = parse(own, "own", (FILES / "plain.toml").read_text(encoding="utf-8")).role_titles
    assert (titles.key_worker, titles.chair) == ("Lead practitioner", PLAIN.role_titles.chair)


@every
def test_the_core_group_is_chosen_from_family_network_and_agencies(procedure: Procedure) -> None:
    """BR-6, BA-23: the chair asks for each of the three."""
    asked = procedure.statement("core-members").text
    assert all(word in asked for word in ("family", "network", "agencies"))


def test_the_conference_is_asked_what_it_recommends() -> None:
    """HV-12: key worker, recommendations, and who is in the core group."""
    assert "recommend" in HAVERING.statement("core-worker").text
    assert "decides who belongs to the core group" in HAVERING.stage("core_group").says


@every
def test_an_outline_plan_is_enough_to_close_with(procedure: Procedure) -> None:
    """KC-8: the detail is worked out by the core group."""
    assert procedure.plan.outline_is_enough
    assert "core group" in procedure.plan.says


# --- Reviews ------------------------------------------------------------------------------------------------


@every
def test_a_review_asks_for_progress_barriers_new_worries_and_services(procedure: Procedure) -> None:
    """BA-24: all four, and why a plan ends at the first review."""
    review = procedure.review
    asked = (review.progress, review.barriers, review.new_worries, review.services, review.ending_first)
    assert all(prompt.says.endswith("?") for prompt in asked)
    assert len({prompt.says for prompt in asked}) == 5
    assert "first review" in review.ending_first.says


@every
def test_no_progress_by_the_second_review_asks_for_legal_advice(procedure: Procedure) -> None:
    """BA-25: usually sought; what was decided is asked, and nothing is ticked."""
    assert procedure.review.no_progress.from_review == 2
    assert "legal advice is usually sought" in procedure.review.no_progress.says
    assert procedure.review.no_progress.says.endswith("What was decided about it?")


def test_what_a_review_says_where_the_child_is_or_is_not_at_risk() -> None:
    """HV-15, BA-26: the plan is changed and reviewed again, or ends and services are still offered."""
    assert "when is the plan reviewed" in HAVERING.review.continuing.says
    assert "services are still offered" in HAVERING.review.step_down.says
    assert "child in need plan" in BARNSLEY.review.step_down.says


# --- Complaints and support ---------------------------------------------------------------------------------


@every
def test_how_to_complain(procedure: Procedure) -> None:
    """BA-27, HF-15, HV-16, KC-11: what about, to whom; and that the decision stands meanwhile."""
    assert "decision" in procedure.complaints.text
    assert "stands while" in procedure.complaints.text or "decision of the conference stands" in (
        procedure.complaints.text
    )
    assert procedure.complaints.addressed_to


def test_the_form_is_had_from_the_chair_or_the_social_worker() -> None:
    """HF-15: and where no guide names a form, none is made up."""
    assert HAMMERSMITH.complaints.form == "Ask the chair or your social worker for the form."
    assert [p.name for p in ALL if p.complaints.form] == ["hammersmith_fulham"]


def test_what_can_come_of_a_complaint() -> None:
    """HV-16: another chair, an earlier review, or no change with an explanation; addressed to the chair."""
    assert HAVERING.complaints.outcomes == (
        "The conference is reconvened under a different chair.",
        "The review conference is brought forward.",
        "No change: the outcome of the conference is confirmed, with an explanation.",
    )
    assert HAVERING.complaints.addressed_to.startswith("The chair")


def test_what_can_be_complained_about() -> None:
    """KC-11: the decision, the category, the conduct; and by which telephone."""
    assert KENSINGTON.complaints.grounds == ("The decision", "The category", "How the conference was held")
    assert "020 7361 3000" in KENSINGTON.complaints.addressed_to


def test_who_supports_the_family() -> None:
    """HV-17: the organisations of the page, for the family's copy."""
    assert [each.name for each in HAVERING.support] == [
        "Havering's Family Services Hub",
        "Family Rights Group",
        "Citizens Advice",
        "Havering Children's Rights Advocacy Service",
    ]
    assert all(each.what for each in HAVERING.support)


# --- Before a birth, and from elsewhere ---------------------------------------------------------------------


@every
def test_what_the_plan_for_an_unborn_child_settles(procedure: Procedure) -> None:
    """HF-1: the birth and going home."""
    settles = " ".join(procedure.pre_birth.settles)
    assert "birth" in settles
    assert "Going home" in settles


@every
def test_what_another_authority_sends_with_a_child(procedure: Procedure) -> None:
    """HF-1: the pack of a transfer-in conference, and its clock from the written notification."""
    assert len(procedure.transfer_in.pack) == 6
    limit = procedure.limit("transfer_in")
    assert (limit.count, limit.unit, limit.from_) == (15, "working_days", "transfer")


def test_the_form_suggests_a_column_only_for_its_own_questions() -> None:
    """KC-9: a form with other questions does not take over where the answers to the plain one's stand."""
    form = ALL[0].parents_form
    assert [form.suggested(place) for place in range(6)] == ["harm", "grey", "strength", "", "grey", ""]
    other = structs.replace(form, questions=("What would help?",))
    assert other.suggested(0) == ""
