"""The child's own letter: what you said, what was decided, who helps, what happens when, who speaks for you.

Its words are fixed, for one of two ages, and what was typed. No category, no reason and no agency's view stands in
it, for those are about grown-ups (HF-6, KC-1; a copy at the child's own level).
"""

from conference_tui.conference.child_view import ChildView
from conference_tui.conference.people import Standing, short_name
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_long_date
from conference_tui.documents.letter import key_worker_of
from conference_tui.documents.sections import later
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
        self.first = short_name(view.name)
        self.age = "older" if view.age is not None and view.age >= OLDER_FROM else "younger"
        self.title = self.writing.say("title", self.age, name=view.name)

    def text(self, part: str, key: str, **told: object) -> None:
        """Fixed words for this age."""
        self.writing.text(self.writing.say(part, f"{key}_{self.age}", **told))

    def opening(self, of: Of) -> None:
        """Whom it is for, and what meeting it was."""
        writing = self.writing
        writing.title(self.title, of)
        writing.text(writing.say("opening", "hello", name=self.first))
        if self.view.held:
            self.text("opening", "meeting", held=say_long_date(self.view.held))
        else:
            self.text("opening", "undated")
        writing.left_out_here()

    def said(self) -> None:
        """The child's own words, as typed."""
        self.writing.heading("said")
        if not self.view.child_said:
            self.text("said", "none")
            return
        self.text("said", "heard")
        for words in self.view.child_said:
            self.writing.text(words)

    def decided(self) -> None:
        """Which plan there is, and no more than that."""
        self.writing.heading("decided")
        self.text("decided", self.view.outcome.value if self.view.outcome else "undecided")

    def helps(self) -> None:
        """The key worker and how often the child is seen; family and friends with what they do."""
        writing, view = self.writing, self.view
        writing.heading("helps")
        title = self.procedure.role_titles.key_worker
        title = title[0].lower() + title[1:]
        if view.key_worker:
            self.text("helps", "key_worker", who=view.key_worker, title=title)
            worker = self.reduced.people.get(key_worker_of(view.child, self.reduced))
            if worker and worker.phone and not worker.withheld_from:
                writing.text(writing.say("helps", "phone", phone=worker.phone))
        else:
            self.text("helps", "nobody", title=title)
        if view.visits:
            writing.text(writing.say("helps", "visits", every=view.visits.every))
            if view.visits.how:
                writing.text(writing.say("helps", "visits_how", how=view.visits.how))
        writing.table((), [(support.who, support.words) for support in view.network], (0.3, 0.7))

    def agreed(self) -> None:
        """What does not change, and what the child does."""
        writing, view = self.writing, self.view
        writing.list_under("agreed", view.bottom_lines)
        own = [(action.what, action.when) for action in view.actions if action.childs]
        if own:
            writing.heading("yours")
            writing.table((), own, (0.65, 0.35))

    def when(self) -> None:
        """The meetings that are booked."""
        view = self.view
        self.writing.heading("when")
        booked = [
            (key, later.moment(meeting.on, meeting.at))
            for key, meeting in (
                ("core_group", view.core_group_booked),
                ("in_need", view.in_need_meeting),
                ("review", view.review_booked),
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
            if person.standing is Standing.ADVOCATE and person.supports == view.child
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
