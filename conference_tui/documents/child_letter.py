"""The child's own letter: what you said, what was decided, who helps, what happens when, who speaks for you.

Its words are fixed, for one of two ages, and what was typed. No category, no reason and no agency's view stands in
it, for those are about grown-ups (HF-6, KC-1; a copy at the child's own level).
"""

from conference_tui.conference.child_view import ChildView
from conference_tui.conference.events import Kind
from conference_tui.conference.people import Standing, short_name
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_long_date
from conference_tui.documents.letter import key_worker_of
from conference_tui.documents.sections import agreed, later
from conference_tui.documents.sections.present import label
from conference_tui.documents.writing import Of, Writing, Written

OLDER_FROM = 11
"""From this age the words are those for older children."""


def write_child_letter(view: ChildView, reduced: Conference, procedure: Procedure, of: Of) -> Written:
    """The letter, part by part."""
    letter = _Letter(view, reduced, procedure)
    letter.opening(of)
    letter.said()
    letter.decided()
    letter.helps()
    letter.agreed()
    letter.when()
    letter.advocate()
    letter.unhappy()
    return letter.writing.finish(letter.title, of)


class _Letter:
    def __init__(self, view: ChildView, reduced: Conference, procedure: Procedure) -> None:
        self.writing = Writing("child_letter")
        self.view = view
        self.reduced = reduced
        self.procedure = procedure
        self.first = short_name(view.child.label)
        age = view.child.age_on(view.own.held) if view.own.held else None
        self.age = "older" if age is not None and age >= OLDER_FROM else "younger"
        self.title = self.writing.say("title", self.age, name=view.child.label)

    def text(self, part: str, key: str, **told: object) -> None:
        """Fixed words for this age."""
        self.writing.text(self.writing.say(part, f"{key}_{self.age}", **told))

    def opening(self, of: Of) -> None:
        """Whom it is for, and what meeting it was."""
        writing = self.writing
        writing.title(self.title, of)
        writing.text(writing.say("opening", "hello", name=self.first))
        if held := self.view.own.held:
            self.text("opening", "meeting", held=say_long_date(held))
        else:
            self.text("opening", "undated")
        writing.left_out_here()

    def said(self) -> None:
        """The child's own words, as typed."""
        self.writing.heading("said")
        said = [given.words for given in self.view.own.child_views if given.words]
        self.text("said", "heard" if said else "none")
        for words in said:
            self.writing.text(words)

    def decided(self) -> None:
        """Which plan there is, and no more than that."""
        self.writing.heading("decided")
        outcome = self.view.outcome
        self.text("decided", outcome.value if outcome else "undecided")

    def helps(self) -> None:
        """The key worker and how often the child is seen; family and friends with what they do."""
        writing, view = self.writing, self.view
        writing.heading("helps")
        title = self.procedure.role_titles.key_worker
        title = title[0].lower() + title[1:]
        if view.key_worker:
            self.text("helps", "key_worker", who=view.key_worker, title=title)
            worker = self.reduced.people.get(key_worker_of(view.child.id, self.reduced))
            if worker and worker.phone and not worker.withheld_from:
                writing.text(writing.say("helps", "phone", phone=worker.phone))
        else:
            self.text("helps", "nobody", title=title)
        if visits := view.own.visits.get(view.child.id):
            writing.text(writing.say("helps", "visits", every=visits.every))
            if visits.how:
                writing.text(writing.say("helps", "visits_how", how=visits.how))
        writing.table((), agreed.support(writing, view.own), (0.3, 0.7))

    def agreed(self) -> None:
        """What does not change, and what the child does."""
        writing, view = self.writing, self.view
        own = view.own
        writing.list_under("agreed", [each.words for each in own.bottom_lines.values()])
        childs = [(each.what, each.when) for each in own.actions.values() if view.child.id in each.who]
        if childs:
            writing.heading("yours")
            writing.table((), childs, (0.65, 0.35))

    def when(self) -> None:
        """The meetings that are booked."""
        own = self.view.own
        core_group = "core_group_again" if own.kind is Kind.REVIEW else "core_group"
        self.writing.heading("when")
        booked = [
            (key, later.moment(self.writing, meeting.on, meeting.at))
            for key, meeting in (
                (core_group, own.core_group_booked),
                ("in_need", own.in_need_meetings.get(self.view.child.id)),
                ("review", own.review_booked),
            )
            if meeting
        ]
        for key, moment in booked:
            self.text("when", key, when=moment)
        if not booked:
            self.writing.text(self.writing.say("when", "nothing"))

    def advocate(self) -> None:
        """Who speaks for the child, or how somebody is found who does (HF-4, KC-1)."""
        writing, view = self.writing, self.view
        writing.heading("advocate")
        own = [
            person.id
            for person in self.reduced.people.values()
            if person.standing is Standing.ADVOCATE and person.supports == view.child.id
        ]
        service = self.procedure.ages.advocate_service
        if own:
            writing.text(writing.say("advocate", "own", who=label(self.reduced, own[0])))
        elif service:
            writing.text(writing.say("advocate", "service", service=service))
        elif view.key_worker:
            writing.text(writing.say("advocate", "ask", who=view.key_worker))
        else:
            writing.text(writing.say("advocate", "ask_anybody"))

    def unhappy(self) -> None:
        """That the child may disagree and complain."""
        self.writing.heading("unhappy")
        self.text("unhappy", "say")
