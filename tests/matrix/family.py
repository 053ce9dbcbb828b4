"""A review about an invented family with every kind of event in it, recorded in a room of one's choice."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.folding import fold
from conference_tui.conference.papers import Copy, Layout, Paper
from conference_tui.conference.people import Discipline, Relation, Standing, Whom
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.recipients import copies, rows
from conference_tui.conference.state import Conference
from tests.conference.building import BARNSLEY
from tests.matrix.planting import Planted, Planting
from tests.matrix.rooms import (
    ADA,
    AGENCIES,
    BEN,
    BOTH,
    FAMILY,
    FIRST,
    HARBOUR,
    KNOWS_NOBODY,
    PROFESSIONALS,
    SECOND,
    Room,
)

PROCEDURE: Procedure = BARNSLEY

ASKED_FOR = ("gran", "friend", "lews_friend")
"""Readers for whom the chair says yes to every paper."""


class Held(Struct, frozen=True, kw_only=True):
    """A conference that was held in a room, with its words and its copies."""

    room: Room
    conference: Conference
    planted: tuple[Planted, ...]
    copies: tuple[Copy, ...]


def held_in(room: Room) -> Held:
    """The conference, recorded in this room; whoever has a paper at the chair's word has it."""
    telling = Telling(room)
    entries = list(telling.entries())
    conference = fold(entries)
    for row in rows(conference, PROCEDURE):
        at_a_word = ("chair", "via", "no") if row.reader in ASKED_FOR else ("chair", "via")
        for cell in row.cells:
            if not cell.gets and cell.answer in at_a_word and row.reader != "aunt":
                decided = e.CopyDecided(
                    reader=row.reader, paper=cell.paper, child=cell.child, gets=True, why="As the chair said."
                )
                entries.append(telling.recorded(decided, BOTH))
    conference = fold(entries)
    return Held(
        room=room,
        conference=conference,
        planted=tuple(telling.plant.words),
        copies=copies(conference, PROCEDURE),
    )


class Telling:
    """Puts entries one after another into a record, with the moment that each was said in."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.plant = Planting()
        self.seq = 0

    def entries(self) -> Iterator[e.Recorded]:
        """The whole record."""
        for part in (
            self.set_up,
            self.kept_apart,
            self.before,
            self.last_time,
            self.coming,
            self.said,
            self.own_words,
            self.danger,
            self.gone_or_come,
            self.decided,
            self.planned,
            self.next_meetings,
            self.afterwards,
        ):
            for event, about, more in part():
                yield self.recorded(event, about, **more)

    def recorded(self, event: e.Event, about: tuple[str, ...] | None, **more: Any) -> e.Recorded:  # noqa: ANN401
        """An entry, in the moment of this room."""
        room = self.room
        here = (*room.others, *(room.family if room.presence == "there" else ()))
        moment = e.Moment(
            here=tuple(sorted(more.pop("here", here))),
            sitting=room.sitting,
            kept_out=tuple(sorted(room.family)) if room.presence == "kept out" else (),
            about=about,
            **more,
        )
        self.seq += 1
        minute = min(self.seq // 4, 299)
        at = f"2027-01-18T{9 + minute // 60:02}:{minute % 60:02}:00+00:00"
        return e.Recorded(seq=self.seq, at=at, event=event, moment=moment)

    def say(
        self,
        of: type[e.Event],
        /,
        *,
        about: tuple[str, ...] | None = BOTH,
        row: str | Mapping[str, str] = "",
        own_matter_of: str = "",
        **given: Any,  # noqa: ANN401 - fields of many kinds
    ) -> "Said":
        """One entry with its typed fields planted."""
        event = self.plant(of, about=about, row=row, **given)
        return event, about, {"own_matter_of": own_matter_of} if own_matter_of else {}

    def each(self, of: type[e.Event], field: str = "child", /, **given: Any) -> Iterator["Said"]:  # noqa: ANN401
        """One about Ada and one about Ben; `field` names the child, alone or as one of several."""
        for child in BOTH:
            named: dict[str, Any] = {"child": child} if field == "child" else {field: (child,)}
            more = {key: f"{value}-{child}" for key, value in given.items() if key in _IDS}
            yield self.say(of, about=(child,), **{**given, **named, **more})

    # --- Before the meeting -----------------------------------------------------------------------------------

    def set_up(self) -> Iterator["Said"]:
        say = self.say
        yield say(e.ConferenceOpened, ref="NOR-2027-0118", kind=e.Kind.REVIEW, procedure="barnsley")
        yield say(e.ConferenceArranged, held=date(2027, 1, 18), begins=time(9, 30))
        yield say(e.KeyDateGiven, what="section 47", on=date(2026, 9, 1))
        yield say(
            e.ChildEntered,
            about=(ADA,),
            child=ADA,
            born=date(2013, 5, 2),
            lives_with=("mother",),
        )
        yield say(
            e.ChildEntered,
            about=(BEN,),
            child=BEN,
            name="Baby Prosk",
            expected=date(2026, 12, 20),
            lives_with=("mother",),
        )
        yield say(e.ChildBorn, about=(BEN,), child=BEN, born=date(2026, 12, 18))
        yield from self.parents()
        yield from self.others_of_the_family()
        yield from self.agencies()

    def parents(self) -> Iterator["Said"]:
        say, parent = self.say, Standing.PARENT
        of_all: dict[str, Any] = {"parent_of": BOTH, "responsibility_for": BOTH}
        withheld = ("lew",) if self.room.apart else ()
        yield say(
            e.PersonEntered,
            row=self.named,
            person="mother",
            standing=parent,
            agency="",
            withheld_from=withheld,
            **of_all,
        )
        yield say(e.PersonEntered, row=self.named, person="lew", standing=parent, agency="", **of_all)
        for person, child in (("joss", ADA), ("col", BEN)):
            yield say(
                e.PersonEntered,
                about=(child,),
                row=self.named,
                person=person,
                standing=parent,
                agency="",
                address="",
                phone="",
                screen_name="",
                language="",
                parent_of=(child,),
                responsibility_for=(child,),
            )

    @property
    def named(self) -> Mapping[str, str]:
        """The rows of what somebody of the family is called."""
        row = "person, of two sittings" if self.room.apart else "person"
        return {"name": row, "role": row}

    def others_of_the_family(self) -> Iterator["Said"]:
        bare: dict[str, Any] = {"agency": "", "address": "", "phone": "", "screen_name": "", "language": ""}
        network, supporter = Standing.NETWORK, Standing.SUPPORTER
        hers = "person on the mother's side"
        his = "father's side, kept apart" if self.room.apart else "person on the father's side"
        yield self.say(e.PersonEntered, row=self.named, person="gran", standing=network, **bare)
        yield self.say(e.PersonEntered, row=self.named, person="aunt", standing=network, **bare)
        yield self.say(
            e.PersonEntered, row=hers, person="friend", standing=supporter, supports="mother", **bare
        )
        yield self.say(
            e.PersonEntered, row=his, person="lews_friend", standing=supporter, supports="lew", **bare
        )

    def agencies(self) -> Iterator["Said"]:
        bare: dict[str, Any] = {"address": "", "screen_name": "", "language": ""}
        professional = Standing.PROFESSIONAL
        yield self.say(
            e.PersonEntered,
            row={"phone": "person"},
            person="sloan",
            standing=professional,
            agency="Northmoor Children's Services",
            discipline=Discipline.SOCIAL_CARE,
            **bare,
        )
        for name, (person, discipline, knows, _) in AGENCIES.items():
            if person == "sloan":
                continue
            more: dict[str, Any] = {"phone": ""}
            row: dict[str, Any] = {"row": "professional of one child"} if knows else {}
            yield self.say(
                e.PersonEntered,
                about=knows or BOTH,
                person=person,
                standing=professional,
                agency=name,
                discipline=discipline,
                knows=knows,
                **{**bare, **more, **row},
            )
        yield self.say(
            e.PersonEntered,
            row="person on the mother's side",
            person="adviser",
            standing=professional,
            agency=HARBOUR,
            discipline=Discipline.OTHER,
            supports="mother",
            phone="",
            **bare,
        )
        yield self.say(
            e.PersonEntered,
            person="mina",
            standing=professional,
            agency=KNOWS_NOBODY,
            discipline=Discipline.OTHER,
            phone="",
            **bare,
            knows_whom=Whom.NONE,
        )
        yield self.say(
            e.PersonEntered,
            person="guest",
            standing=professional,
            discipline=Discipline.OTHER,
            phone="",
            **bare,
        )

    def kept_apart(self) -> Iterator["Said"]:
        adults = ("mother", "lew", "joss", "col")
        for place, one in enumerate(adults):
            for other in adults[place + 1 :]:
                apart = self.room.apart and (one, other) == ("mother", "lew")
                yield self.say(e.AdultsKeptApart, one=one, other=other, apart=apart)
        if self.room.apart:
            for sitting, people in (("first", FIRST), ("second", SECOND)):
                yield self.say(e.SplitSittingPlanned, sitting=sitting, people=people)
        yield self.say(
            e.ExclusionDecided,
            about=(ADA,),
            person="joss",
            parts=("child",),
            requested=date(2027, 1, 4),
            told_on=date(2027, 1, 5),
        )

    def before(self) -> Iterator["Said"]:
        say = self.say
        yield say(e.ReferrerNoted)
        yield say(e.FamilyAskedAboutObserver, person="guest", agrees="yes")
        yield say(e.PreMeetingHeld, person="mother", at=time(9))
        yield say(e.NeedNoted, person="mother")
        yield say(e.ChecklistTicked, checklist="transfer pack")
        yield from self.each(e.ParticipationDecided, attends="part", parts=("child",))
        yield say(e.ReportReceived, person="sloan", form="written", translation="needed")
        yield say(e.TreeInPlansChosen, shown=True)
        yield say(e.RelativeNamed, about=(ADA,), relative="uncle")
        yield say(e.RelationGiven, about=(ADA,), person="uncle", of="joss", relation=Relation.SIBLING)
        yield say(e.RelationGiven, about=BOTH, person="gran", of="mother", relation=Relation.OTHER)

    def last_time(self) -> Iterator["Said"]:
        yield self.say(e.LastConferenceGiven, held=date(2026, 9, 14))
        yield from self.each(e.EarlierPlanGiven, begun=date(2026, 9, 14))
        yield from self.each(e.EarlierMemberGiven, "children", person="sloan")
        yield from self.each(e.EarlierBirthPlanGiven)
        yield from self.each(e.EarlierActionGiven, "children", action="last")
        yield from self.each(e.EarlierStatementGiven, "children", statement="then")
        for child in BOTH:
            yield self.say(
                e.EarlierScoreGiven, about=(child,), question=f"then-{child}", person="sloan", score=3
            )
        yield from self.each(e.EarlierEntryGiven, "children", entry="entry", column=e.Column.HARM)

    # --- In the meeting -----------------------------------------------------------------------------------------

    def coming(self) -> Iterator["Said"]:
        room = self.room
        yield self.say(e.StageOpened, stage="introductions")
        if room.sitting:
            yield self.say(e.SplitSittingBegan, sitting="first", at=time(9, 30))
        for who in (*PROFESSIONALS, "adviser"):
            yield self.say(e.PersonArrived, person=who, at=time(9, 30))
            yield self.say(e.PersonIntroduced, person=who)
        if room.sitting == "second":
            for who in (each for each in FAMILY if each not in SECOND):
                yield self.say(e.PersonArrived, person=who, at=time(9, 31), reason="")
                yield self.say(e.PersonLeft, person=who, at=time(9, 40))
            yield self.say(e.PersonLeft, person="adviser", at=time(9, 40))
            yield self.say(e.SplitSittingBegan, sitting="second", at=time(9, 45))
        if room.presence != "later":
            for who in room.family:
                yield self.say(e.PersonArrived, person=who, at=time(9, 46), reason="")
        if room.presence in ("left", "kept out"):
            for who in room.family:
                yield self.say(e.PersonLeft, person=who, at=time(9, 47))
        yield self.say(e.ApologySent, person="amin")
        yield self.say(e.AbsenceNoted, about=(BEN,), person="col")
        yield self.say(e.ConferenceAdjourned, at=time(10))
        yield self.say(e.ConferenceResumed, on=date(2027, 1, 18), at=time(10, 10))
        for who in (*PROFESSIONALS, *(("adviser",) if room.sitting != "second" else ())):
            yield self.say(e.PersonArrived, person=who, at=time(10, 10), reason="")
        if room.presence == "there":
            for who in room.family:
                yield self.say(e.PersonArrived, person=who, at=time(10, 10), reason="")
        yield self.say(e.ClosedSlotBegan, at=time(10, 11), left=(), stayed=PROFESSIONALS)
        yield self.say(e.ClosedSlotEnded, at=time(10, 12))
        yield self.say(e.StageOpened, stage="mapping")

    def gone_or_come(self) -> Iterator["Said"]:
        room = self.room
        if room.presence == "later":
            for who in room.family:
                yield self.say(e.PersonArrived, person=who, at=time(11), reason="")
        if room.sitting == "first":
            for who in (each for each in room.family if room.presence == "there"):
                yield self.say(e.PersonLeft, person=who, at=time(11))
            yield self.say(e.SplitSittingBegan, sitting="second", at=time(11, 1))
            for who in SECOND:
                yield self.say(e.PersonArrived, person=who, at=time(11, 2), reason="")
        for who in ("tull", "efa"):
            yield self.say(e.PersonLeft, person=who, at=time(11, 10))

    def said(self) -> Iterator["Said"]:
        stage: dict[str, Any] = {"stage": "mapping"}
        for child in BOTH:
            for column, row in (
                (e.Column.HARM, "said"),
                (e.Column.COMPLICATING, "said"),
                (e.Column.STRENGTH, "said of the child alone"),
                (e.Column.SAFETY, "said of the child alone"),
            ):
                yield self.say(
                    e.ContributionMade,
                    about=(child,),
                    row=row,
                    contribution=f"sloan-{column}-{child}",
                    speaker="sloan",
                    column=column,
                    children=(child,),
                    **stage,
                )
        yield self.say(
            e.ContributionMade, contribution="of-all", speaker="tull", column=e.Column.HARM, **stage
        )
        yield self.say(
            e.ContributionMade,
            about=None,
            row="about whom nobody knows, by police",
            contribution="of-whom",
            speaker="tull",
            column=e.Column.HARM,
            **stage,
        )
        yield self.say(
            e.ContributionMade,
            row="replaced",
            contribution="slip",
            speaker="tull",
            column=e.Column.HARM,
            **stage,
        )
        correct = self.plant(
            e.ContributionMade, about=BOTH, contribution="slip", speaker="tull", column=e.Column.HARM, **stage
        )
        yield self.say(e.ContributionCorrected, correct=correct)
        yield self.say(e.ChildViewsGiven, about=(ADA,), child=ADA, by="olu", views="ada-says")
        yield self.say(e.ChildViewsMissing, about=(BEN,), child=BEN)
        summed_up = ADA if self.room.presence in ("there", "later") else BEN
        yield self.say(e.SummaryGiven, about=(summed_up,), children=(summed_up,))
        yield from self.each(e.HarmDetailed, harm=e.Category.NEGLECT, incident="worst")
        yield from self.each(e.FutureRiskDiscussed)
        yield from self.each(e.ReviewAnswered, prompt="progress", answer="yes")
        for child in BOTH:
            yield self.say(e.ActionReviewed, about=(child,), action=f"last-{child}", outcome="partly")
        yield self.say(e.StatementSaid, stage="mapping", statement="statement")
        yield self.say(e.StageFinished, stage="mapping")

    def own_words(self) -> Iterator["Said"]:
        of = (("mother", "mother"), ("lew", "father of all"), ("joss", "father of one"))
        for who, called in of:
            row = f"said by the {called}"
            yield self.say(
                e.ContributionMade,
                about=(ADA,),
                row=row,
                contribution=f"of-{who}",
                stage="mapping",
                speaker=who,
                column=e.Column.STRENGTH,
                children=(ADA,),
                in_writing=True,
            )
            yield self.say(
                e.FamilyAsked, about=(ADA,), row=row, stage="mapping", person=who, by="sloan", children=(ADA,)
            )
        yield self.say(
            e.ContributionMade,
            about=(ADA,),
            row="said by the mother's adviser",
            contribution="of-adviser",
            stage="mapping",
            speaker="adviser",
            column=e.Column.HARM,
            children=(ADA,),
        )
        # Ben's father speaks of both: who reads of Ada alone does not read what Ben's family says.
        of_both = self.plant(
            e.ContributionMade,
            about=(BEN,),
            row="said by the other child's father",
            contribution="of-col",
            stage="mapping",
            speaker="col",
            column=e.Column.HARM,
            in_writing=True,
        )
        yield of_both, BOTH, {}
        his = "father's matter, kept apart" if self.room.apart else "said, the father's own matter"
        for who, speaker, row in (
            ("mother", "mother", "said, the mother's own matter"),
            ("mother", "adviser", "the mother's matter, by her adviser"),
            ("lew", "lew", his),
        ):
            yield self.say(
                e.ContributionMade,
                about=BOTH,
                row=row,
                own_matter_of=who,
                contribution=f"matter-{who}-{speaker}",
                stage="mapping",
                speaker=speaker,
                column=e.Column.COMPLICATING,
            )

    def danger(self) -> Iterator["Said"]:
        for child in BOTH:
            yield self.say(
                e.DangerStatementMade, about=(child,), statement=f"danger-{child}", children=(child,)
            )
            yield self.say(e.SafetyGoalSet, about=(child,), goal=f"goal-{child}", statement=f"danger-{child}")
            for who, row in (
                ("sloan", "said"),
                ("mother", "said by the mother"),
                ("lew", "said by the father of all"),
            ):
                yield self.say(
                    e.ScoreGiven, about=(child,), row=row, person=who, question=f"danger-{child}", score=3
                )
            yield self.say(e.SupporterAskedToScore, person="friend")
            yield self.say(e.ScoresShown, about=(child,), question=f"danger-{child}")
            yield self.say(e.LowScoreAnswered, about=(child,), question=f"danger-{child}")

    def decided(self) -> Iterator["Said"]:
        plan, neglect = e.Outcome.CHILD_PROTECTION, e.Category.NEGLECT
        yield self.say(e.InquorateProceeded)
        for child in BOTH:
            about: dict[str, Any] = {"about": (child,), "child": child}
            yield self.say(e.ViewGiven, **about, by="guest", outcome=plan, category=neglect)
            yield self.say(
                e.ViewGiven,
                **about,
                row="view of the mother's service",
                agency=HARBOUR,
                by="adviser",
                outcome=plan,
                category=neglect,
            )
            yield self.say(e.ChairViewGiven, **about)
            yield self.say(e.DecisionMade, **about, outcome=plan, category=neglect)
            yield self.say(e.DissentDeclared, **about, dissent=e.Dissent.FORMAL)
            yield self.say(
                e.ReasonGiven,
                about=(child,),
                matter=f"barriers:{child}",
                says="Nothing is said of what stood in the way.",
            )
        yield self.say(e.ChairChanged, at=time(11, 30))

    # --- The plan and what follows ------------------------------------------------------------------------------

    def planned(self) -> Iterator["Said"]:
        yield from self.each(e.ActionAgreed, "children", action="action", who=("sloan",))
        yield self.say(
            e.ActionAgreed,
            row="plan, the mother's own matter",
            own_matter_of="mother",
            action="hers",
            children=BOTH,
            who=("mother",),
        )
        yield self.say(
            e.ActionAgreed,
            about=(ADA,),
            row={"what": "what the aunt does", "when": "what the aunt does"},
            action="aunts",
            children=(ADA,),
            who=("aunt",),
        )
        yield self.say(e.AdviceLeft, advice="advice")
        yield from self.each(e.BirthPlanSet)
        yield from self.each(e.BottomLineSet, "children", line="line")
        yield from self.each(e.ContingencySet, "children", contingency="contingency")
        yield from self.each(e.NetworkSupportOffered, "children", support="support", person="gran")
        yield from self.each(e.RecommendationMade, "children", recommendation="recommendation", owner="sloan")
        yield from self.each(e.KeyWorkerNamed, person="sloan", qualified=True)
        yield from self.each(e.VisitsAgreed)

    def next_meetings(self) -> Iterator["Said"]:
        apart = self.room.apart
        hers, where = "note on the mother in the core", "where the mother will be"
        others = "note on a professional in the core"
        if apart:
            hers, where = "note on the mother, kept apart", "where the mother is, kept apart"
            others = "note on a professional, kept apart"
        yield self.say(e.CoreGroupMemberChosen, row=hers, person="mother", children=BOTH)
        if not apart:
            row = "note on the father in the core"
            yield self.say(e.CoreGroupMemberChosen, row=row, person="lew", children=BOTH)
        yield self.say(e.CoreGroupMemberChosen, row=others, person="sloan", children=BOTH)
        yield self.say(e.CoreGroupMemberChosen, person="mina", children=BOTH, note="")
        yield self.say(e.CoreGroupMemberRemoved, person="mina")
        yield self.say(e.CoreGroupBooked, row=where, on=date(2027, 1, 28), at=time(14), chaired_by="sloan")
        yield self.say(e.ReviewBooked, on=date(2027, 6, 14), at=time(10))
        yield self.say(e.InNeedMeetingBooked, about=(ADA,), child=ADA, on=date(2027, 2, 1))

    def afterwards(self) -> Iterator["Said"]:
        say = self.say
        yield say(e.ExclusionEnded, person="joss", at=time(12))
        yield say(e.ConferenceClosed, at=time(12))
        for child in ("", *BOTH):
            yield say(e.Sealed, about=(child,) if child else BOTH, child=child, count=self.seq, head="0" * 64)
        yield from self.each(e.AddendumAdded, "children", addendum="later", by="sloan", on=date(2027, 1, 20))
        yield say(
            e.AddendumAdded,
            row="somebody's own matter, added later",
            own_matter_of="mother",
            addendum="hers",
            by="sloan",
            on=date(2027, 1, 20),
            children=BOTH,
        )
        yield say(e.ComplaintReceived, complaint="complaint", person="gran", on=date(2027, 2, 1))
        yield say(e.ComplaintDecided, complaint="complaint", on=date(2027, 2, 9))
        yield say(e.CopyDecided, reader="gran", paper=Paper.MINUTES, gets=True)
        yield say(e.EntryChosen, entry="of-nothing", how="shown", reader="gran")
        yield say(e.EntryWorded, entry="of-nothing", reader="gran")
        yield say(e.WordsJudged, reader="gran", stays=True)
        yield say(
            e.DocumentMade,
            document="outline_plan",
            child=ADA,
            file="plan.pdf",
            sha256="0" * 64,
            layout=Layout.STANDARD,
        )
        yield say(e.RetentionSet, until=date(2050, 1, 1))
        yield say(e.CopyNumbered, copy=1, on=date(2027, 1, 21))
        yield say(e.Struck, seq=self.seq + 100)


_IDS = {"action", "statement", "entry", "line", "contingency", "support", "recommendation", "addendum"}
"""Fields that name an entry: of two entries each has its own."""


Said = tuple[e.Event, tuple[str, ...] | None, dict[str, Any]]
"""An event, the children whom it is about, and what else its moment tells."""
