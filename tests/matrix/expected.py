"""Who is to read what, written by hand: the program does not read it, and it was not made by running the program.

`FIELDS` says of each field that a person types which row of the tables it goes by and which papers print it at all.
`THERE` says for each row and each relation of a reader to the entry whether the reader reads it; the tables after it
say the same of somebody who had left, came later, was kept out or sat in the other sitting, where that changes it.

The columns: mo the mother, fa a father of all the children, ka the same man where he and the mother are kept apart,
fh a father of one child, of that child's matters, fo the same of the other child's, gp a grandparent, su who came with
the mother, sk who came with the father that she is kept apart from, ch the child whom it is about, si another child, sc children's social care,
po police, he health, ed education that knows the child, ex education that knows the other child only, ot another
agency, ad a service that is there for the mother alone, no an agency that knows none of the children, ab an agency
that was invited and absent, ao the same of another sort, fi the file, sh
somebody who only does something of the plan.

The cells: y reads it, n does not, a does not until the chair, who is asked, says so, x does not
and whether the chair is asked is not laid down, - does not come up or is not laid down at all.
"""

from msgspec import Struct

THERE = """
                                    mo fa ka fh fo gp su sk ch si sc po he ed ex ot ad no ab ao fi sh
course                              y  y  y  y  -  y  y  y  y  -  y  y  y  y  -  y  y  n  y  y  y  -
file                                n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  y  n
replaced                            n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n
professionals                       -  -  -  -  -  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
excluded                            n  n  n  y  n  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
family tree                         y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n

person                              y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  -
person, of two sittings             y  y  y  y  n  y  y  y  -  n  y  y  y  y  n  y  y  n  y  y  y  -
of who came or did not come         y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n
person on the mother's side         y  y  n  -  -  y  y  n  -  -  y  y  y  y  -  y  y  n  y  y  y  n
person on the father's side         -  y  y  -  -  -  -  y  -  -  y  y  y  y  -  y  -  n  y  y  y  n
father's side, kept apart           n  y  y  -  -  -  n  y  -  -  y  y  y  y  -  y  n  n  y  y  y  n
professional of one child           y  y  y  y  -  y  y  y  y  -  y  y  y  y  -  y  y  n  y  y  y  n
where somebody lives                -  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  -  n

child                               y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n
child's number                      y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n
about whom nobody knows, by police  a  a  a  a  a  a  a  a  a  a  a  y  a  a  a  a  a  n  a  a  y  n
view of the mother's service        y  y  n  y  n  y  y  n  y  n  y  y  y  y  n  y  y  n  y  y  y  n

said                                y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n
said of the child alone             y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the child                   y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the mother                  y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the father of all           y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the father of one           y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the mother's adviser        y  y  n  y  n  y  y  n  y  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the other child's father    y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n
said, the mother's own matter       y  a  n  a  n  a  a  n  a  n  y  y  y  y  n  y  y  n  y  y  y  n
the mother's matter, by her adviser y  a  n  a  n  a  a  n  a  n  y  y  y  y  n  y  y  n  y  y  y  n
said, the father's own matter       a  y  -  a  n  a  a  a  a  n  y  y  y  y  n  y  -  n  y  y  y  n
father's matter, kept apart         n  -  y  a  n  a  n  a  a  n  y  y  y  y  n  y  n  n  y  y  y  n
added later, heard by nobody        y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n
somebody's own matter, added later  a  a  n  a  n  a  a  n  a  n  a  a  a  a  n  a  a  n  a  a  y  n

plan                                y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  n
what the aunt does                  y  y  y  y  n  y  y  y  y  n  y  y  y  y  n  y  y  n  y  y  y  y
plan, the mother's own matter       y  a  n  a  n  a  a  n  a  n  y  y  y  y  n  y  y  n  y  y  y  n
where the mother will be            y  y  -  y  n  y  y  -  y  n  y  y  y  y  n  y  y  n  y  y  y  n
where the mother is, kept apart     y  -  n  y  n  y  y  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
note on the mother in the core      y  y  -  y  n  y  y  -  y  n  y  y  y  y  n  y  y  n  y  y  y  n
note on the mother, kept apart      y  -  n  y  n  y  y  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
note on the father in the core      y  y  -  y  n  y  y  -  y  n  y  y  y  y  n  y  y  n  y  y  y  n
note on a professional in the core  y  y  -  y  n  y  y  -  y  n  y  y  y  y  n  y  y  n  y  y  y  n
note on a professional, kept apart  y  -  -  y  n  y  y  -  -  n  y  y  y  y  n  y  y  n  y  y  y  n
"""

LEFT = """
                                    mo fa ka fh fo gp su sk ch si sc po he ed ex ot ad no ab ao fi sh
said by the mother                  y  y  n  y  n  y  y  n  y  n  y  y  y  y  n  y  y  n  y  y  y  n
"""
"""Of two who are kept apart neither is told by the minutes what the other said without them; everybody else is."""

LATER = LEFT
"""Who came later, or did not come at all, reads as somebody who had left."""

KEPT_OUT = """
                                    mo fa ka fh fo gp su sk ch si sc po he ed ex ot ad no ab ao fi sh
said                                n  n  n  n  n  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
said of the child alone             n  n  n  n  n  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the child                   n  n  n  n  n  n  n  n  y  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the mother                  y  n  n  n  n  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the father of all           n  y  y  n  n  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the father of one           n  n  n  y  n  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the mother's adviser        n  n  n  n  n  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the other child's father    n  n  n  -  n  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
said, the mother's own matter       y  x  n  x  n  x  x  n  x  n  y  y  y  y  n  y  y  n  y  y  y  n
the mother's matter, by her adviser -  x  n  x  n  x  x  n  x  n  y  y  y  y  n  y  y  n  y  y  y  n
said, the father's own matter       x  y  -  x  n  x  x  x  x  n  y  y  y  y  n  y  y  n  y  y  y  n
father's matter, kept apart         n  -  y  x  n  x  n  x  x  n  y  y  y  y  n  y  n  n  y  y  y  n
of who came or did not come         n  n  n  n  n  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
note on the mother in the core      y  n  -  n  n  n  n  -  n  n  y  y  y  y  n  y  y  n  y  y  y  n
note on the mother, kept apart      y  -  n  n  n  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
note on the father in the core      n  y  -  n  n  n  n  -  n  n  y  y  y  y  n  y  y  n  y  y  y  n
note on a professional in the core  n  n  -  n  n  n  n  -  n  n  y  y  y  y  n  y  y  n  y  y  y  n
note on a professional, kept apart  n  -  n  n  n  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
"""

ELSEWHERE = """
                                    mo fa ka fh fo gp su sk ch si sc po he ed ex ot ad no ab ao fi sh
said                                n  -  n  n  n  n  n  n  n  n  y  y  y  y  n  y  n  n  y  y  y  n
said of the child alone             a  -  a  a  n  a  a  a  a  n  y  y  y  y  n  y  n  n  y  y  y  n
said by the child                   a  -  a  a  n  a  a  a  y  n  y  y  y  y  n  y  n  n  y  y  y  n
said by the mother                  y  -  n  n  n  n  n  n  n  n  y  y  y  y  n  y  n  n  y  y  y  n
said by the father of all           n  -  y  n  n  n  n  n  n  n  y  y  y  y  n  y  n  n  y  y  y  n
said by the father of one           n  -  n  y  n  n  n  n  n  n  y  y  y  y  n  y  n  n  y  y  y  n
said by the mother's adviser        n  -  n  n  n  n  n  n  n  n  y  y  y  y  n  y  y  n  y  y  y  n
said by the other child's father    n  -  n  -  n  n  n  n  n  n  y  y  y  y  n  y  n  n  y  y  y  n
said, the mother's own matter       y  -  n  x  n  x  x  n  x  n  y  y  y  y  n  y  -  n  y  y  y  n
the mother's matter, by her adviser -  -  n  x  n  x  x  n  x  n  y  y  y  y  n  y  -  n  y  y  y  n
father's matter, kept apart         n  -  y  x  n  x  n  x  x  n  y  y  y  y  n  y  n  n  y  y  y  n
"""

PRINTED = """
ConferenceOpened.chair                  course                minutes attendance plan letter
ConferenceOpened.minute_taker           course                minutes attendance
ConferenceArranged.venue                course                minutes attendance plan letter
ConferenceArranged.online_reason        professionals
KeyDateGiven.note                       course
ChildEntered.name                       child                 minutes plan letter child_letter
ChildEntered.authority_id               child's number        plan letter
ChildEntered.lives                      where somebody lives
ChildEntered.school                     professionals
PersonEntered.name                      person                minutes plan
PersonEntered.role                      person                minutes plan
PersonEntered.agency                    person                minutes
PersonEntered.address                   where somebody lives
PersonEntered.phone                     where somebody lives  letter
PersonEntered.screen_name               file
PersonEntered.language                  file

ReferrerNoted.what                      file
ReferrerNoted.name                      file
FamilyAskedAboutObserver.words          file
PreMeetingHeld.note                     file
NeedNoted.need                          file
NeedNoted.met                           file
ChecklistTicked.item                    file
ChecklistTicked.note                    file
ParticipationDecided.reason             child
ReportReceived.language                 person

FamilyAsked.words                       said                  minutes
PersonArrived.reason                    professionals
PersonIntroduced.involvement            of who came or did not come
ApologySent.reason                      of who came or did not come  minutes
AbsenceNoted.tried                      of who came or did not come  minutes
ClosedSlotBegan.reason                  course
CopyNumbered.holder                     file

ContributionMade.words                  said                  minutes
ContributionMade.example                said                  minutes
ContributionMade.impact                 said                  minutes
ContributionMade.answers                said
ContributionCorrected.why               said
ChildViewsGiven.words                   said by the child     minutes child_letter
ChildViewsGiven.how                     said by the child     minutes
ChildViewsMissing.reason                child                 minutes
SummaryGiven.words                      said                  minutes
HarmDetailed.when                       said                  minutes
HarmDetailed.behaviour                  said                  minutes
HarmDetailed.severity                   said                  minutes
HarmDetailed.impact                     said                  minutes
FutureRiskDiscussed.words               said                  minutes
DangerStatementMade.words               child                 minutes plan
SafetyGoalSet.words                     child                 minutes plan
ScoreGiven.rationale                    said                  minutes
LowScoreAnswered.answer                 said                  minutes plan

ViewGiven.agency                        child                 minutes plan letter
ViewGiven.reason                        child                 minutes plan letter
ChairViewGiven.words                    child                 minutes
DecisionMade.reason                     child                 minutes plan letter
DissentDeclared.agency                  child                 minutes plan letter
DissentDeclared.reason                  child                 minutes plan letter

InquorateProceeded.reason               course                minutes plan letter
InquorateProceeded.safeguards           course                minutes plan letter
ChairChanged.chair                      course                minutes attendance plan letter
ChairChanged.reason                     course
ConferenceAdjourned.reason              course                minutes
ConferenceAdjourned.safeguards          course                minutes
ReasonGiven.reason                      child                 minutes plan letter

RelativeNamed.name                      family tree           plan
RelativeNamed.role                      family tree           plan
RelativeNamed.died                      family tree           plan
RelationGiven.note                      family tree           plan

AdultsKeptApart.why                     file
ExclusionDecided.ground                 excluded
ExclusionDecided.reason                 excluded
ExclusionDecided.evidence               file
ExclusionDecided.requested_by           file
ExclusionDecided.told                   excluded
ExclusionDecided.challenge              excluded
ExclusionDecided.without_minutes        excluded
SplitSittingPlanned.title               file

ActionAgreed.what                       plan                  minutes plan sheet
ActionAgreed.when                       plan                  minutes plan sheet
ActionAgreed.need                       plan                  plan
ActionAgreed.how_known                  plan                  minutes plan
ActionAgreed.also                       plan                  minutes plan
AdviceLeft.says                         file
BirthPlanSet.matter                     plan                  plan
BirthPlanSet.words                      plan                  plan
BottomLineSet.words                     plan                  minutes plan child_letter
ContingencySet.words                    plan                  minutes plan
NetworkSupportOffered.words             plan                  minutes plan child_letter
RecommendationMade.words                plan                  minutes plan
VisitsAgreed.every                      child                 minutes plan letter child_letter
VisitsAgreed.how                        child                 minutes plan letter child_letter
CoreGroupMemberChosen.note              note on the mother in the core  minutes plan
CoreGroupBooked.venue                   where the mother will be  minutes plan letter
ReviewBooked.reason                     course                minutes plan letter

EarlierPlanGiven.visits                 child
EarlierPlanGiven.visits_how             child
EarlierMemberGiven.note                 file
EarlierBirthPlanGiven.matter            file
EarlierBirthPlanGiven.words             file
EarlierActionGiven.what                 plan                  minutes plan
EarlierActionGiven.who                  plan                  minutes plan
EarlierActionGiven.when                 plan                  minutes plan
EarlierStatementGiven.words             child
EarlierStatementGiven.goals             child
EarlierEntryGiven.words                 file
EarlierEntryGiven.speaker               file
ActionReviewed.evidence                 said                  minutes plan
ReviewAnswered.words                    said                  minutes plan

AddendumAdded.words                     added later, heard by nobody  minutes
ChildBorn.name                          child                 minutes plan letter
ComplaintReceived.words                 file
ComplaintDecided.outcome                file
ComplaintDecided.words                  file
CopyDecided.why                         file
EntryChosen.why                         file
EntryWorded.words                       file
WordsJudged.words                       file
WordsJudged.why                         file
DocumentMade.recipient                  file
RetentionSet.why                        file
Struck.why                              file
"""
"""Field by field: the row that it goes by, and the papers that print it; a field without papers stands on none."""


class Field(Struct, frozen=True):
    """What is to be expected of one field."""

    row: str
    papers: frozenset[str]
    """None where no paper prints it."""


_PAPERS = {
    "minutes": "minutes",
    "attendance": "attendance",
    "plan": "outline_plan",
    "letter": "decision_letter",
    "child_letter": "child_letter",
    "sheet": "action_sheet",
}


def _table(text: str) -> dict[str, dict[str, str]]:
    lines = [line for line in text.splitlines() if line.strip()]
    return {
        line[:36].strip(): dict(zip(lines[0].split(), line[36:].split(), strict=True)) for line in lines[1:]
    }


ROWS = _table(THERE)
BY_PRESENCE = {
    "there": ROWS,
    "left": ROWS | _table(LEFT),
    "later": ROWS | _table(LATER),
    "kept out": ROWS | _table(KEPT_OUT),
    "elsewhere": ROWS | _table(ELSEWHERE),
}


def _fields(text: str) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for line in text.splitlines():
        if line.strip():
            where, rest = line[:40].strip(), line[40:]
            row = max((each for each in ROWS if rest.startswith(each)), key=len)
            papers = rest.removeprefix(row).split()
            found[where] = Field(row, frozenset(_PAPERS[each] for each in papers))
    return found


FIELDS = _fields(PRINTED)
