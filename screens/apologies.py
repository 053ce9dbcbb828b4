"""Apologies, reports and quorum: who is missing, which report the family had when, and may we decide (BA-4)."""

from collections.abc import Iterable
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from conference_tui.conference import events as e
from conference_tui.conference.attendance import not_here, quorum, verdict_before
from conference_tui.conference.reports import ReportStanding, report_standings, reports_due
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, say_date
from screens import checklist, sitting
from screens.form import Field, Form, Values
from screens.going_ahead import EARLY_REVIEW_ADVISED, going_ahead, grounds
from screens.report_form import report_form
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain


class Apologies(Stage):
    """The verdict on the quorum above a sheet of reports, apologies and absences."""

    ID = "apologies"
    BINDINGS = [
        Binding(
            "i",
            "go_ahead",
            "Inquorate",
            id="apologies.inquorate",
            tooltip="Go ahead although not enough agencies are here, with the reason",
        ),
        Binding("r", "report", "Report", id="apologies.report", tooltip="Take down the next report"),
    ]

    def compose(self) -> ComposeResult:
        """The verdict, then the sheet."""
        yield Static("", classes="verdict", markup=False)
        yield self.sheet

    def draw(self) -> None:
        """Show the verdict and the rows."""
        self._show_verdict()
        super().draw()

    def rows(self) -> Iterable[Row]:
        """Going ahead, reports, apologies and absences."""
        yield from self._inquorate()
        yield from self._reports()
        yield from checklist.pack_rows(self, only_missing=True)
        yield from self._missing()

    # --- Quorum ---------------------------------------------------------------------------------------------

    def _show_verdict(self) -> None:
        banner = self.query_one(".verdict", Static)
        standing = quorum(self.conference, self.meeting.procedure)
        here = bool(self.conference.presence)
        if self.conference.adjourned:
            here, title, told = False, "■ ADJOURNED", "Nobody is here until it goes on."
        elif not here:
            title, told = "? NO VERDICT YET", "Nobody is recorded as here. F6: who has come."
        elif standing.is_quorate:
            title, told = "✓ QUORATE", f"Here: {listed(standing.present)}."
        else:
            present = f"Here: {listed(standing.present)}." if standing.present else "No agency is here."
            title, told = "■ NOT QUORATE", f"Missing: {listed(standing.missing)}. {present}"
        before = verdict_before(self.conference, self.meeting.procedure)
        told += f" When this was gone through: {before.verdict_alone}" if before else ""
        warnings = () if self.conference.adjourned else standing.warnings
        words = "\n".join([told, *warnings, f"Rule: {standing.rule}"])
        banner.set_class(here and standing.is_quorate, "-quorate")
        banner.set_class(here and not standing.is_quorate, "-inquorate")
        banner.update(Content.assemble((f"{title}\n", "bold"), plain(words)))

    def _inquorate(self) -> Iterable[Row]:
        went, standing = self.conference.inquorate, quorum(self.conference, self.meeting.procedure)
        if self.conference.adjourned:
            yield from sitting.sitting_rows(self.meeting, self.ask)
        elif went:
            yield heading("Going ahead without a quorum")
            words = f"Reason: {went.reason}\nSafe meanwhile: {went.safeguards}"
            yield Row(key="inquorate", text=plain(words), act=self.action_go_ahead)
            yield Row(key="early review", text=plain(f"    {EARLY_REVIEW_ADVISED}"))
        elif self.conference.presence and not standing.is_quorate:
            yield heading("Go ahead, or adjourn")
            words = "■ To go ahead all the same: the reason, and what keeps the child safe (i)"
            text = plain("\n    ".join([words, *grounds(standing)]))
            yield Row(key="inquorate", text=text, act=self.action_go_ahead)
            yield from sitting.choice(self.meeting, self.ask)

    def action_go_ahead(self) -> None:
        """Take the chair's reason for going ahead, and what keeps the child safe meanwhile."""
        if not self.conference.presence:
            self.notify("Say first who is here (F6): there is no verdict on the quorum yet.", markup=False)
            return
        went = self.conference.inquorate
        standing = quorum(self.conference, self.meeting.procedure)
        if standing.is_quorate and went is None:
            self.notify(f"{standing.sentence} There is nothing to give a reason for.", markup=False)
            return
        self.ask(going_ahead(self.meeting))

    # --- Reports --------------------------------------------------------------------------------------------

    def _standings(self) -> tuple[ReportStanding, ...]:
        return report_standings(self.conference, self.meeting.procedure, self.meeting.calendar)

    def _reports(self) -> Iterable[Row]:
        due = reports_due(self.conference, self.meeting.procedure, self.meeting.calendar)
        by = f"with the family by {say_date(due.date)} · " if due and due.date else ""
        yield heading("Reports", f"{by}Enter: record it")
        for standing in self._standings():
            received = self.conference.reports.get(standing.person)
            if received is None:
                mark, style = "○", ""
            else:
                mark, style = ("!", "$text-warning") if standing.flagged else ("✓", "")
            whose = sender(self.conference, standing.agency, standing.person)
            agrees = (
                "\n    The author agrees that the family is given it."
                if received and received.author_agrees
                else ""
            )
            text = plain(f"{mark} {whose}: {standing.sentence}{agrees}", style)
            yield Row(
                key=f"report:{standing.person}", text=text, act=partial(self.take_report, standing.person)
            )

    def action_report(self) -> None:
        """Take down the first report that is not taken down yet."""
        for standing in self._standings():
            if standing.person not in self.conference.reports:
                self.take_report(standing.person)
                return
        self.notify("Every agency's report is recorded. Enter on one corrects it.", markup=False)

    def take_report(self, someone: str) -> None:
        """Ask how an agency's report came, and when the family had it."""
        self.ask(report_form(self.meeting, someone))

    # --- Apologies and absences -----------------------------------------------------------------------------

    def _missing(self) -> Iterable[Row]:
        named = {*self.conference.apologies, *self.conference.absences}
        away = {person.id for person in not_here(self.conference)}
        missing = [each for each in self.conference.people.values() if each.id in away or each.id in named]
        if not missing:
            return
        yield heading("Invited and not here", "Enter: apology, or what was tried")
        for person in missing:
            label = ", ".join(part for part in (person.label, person.role) if part)
            text = f"Not here: {label}: {self._why_missing(person.id)}"
            if person.id not in away:
                text += "\n    has come after all"
            mark = "✓" if person.id in named or person.id not in away else "○"
            yield Row(
                key=f"missing:{person.id}", text=plain(f"{mark} {text}"), act=partial(self.miss, person.id)
            )

    def _why_missing(self, someone: str) -> str:
        apology = self.conference.apologies.get(someone)
        absence = self.conference.absences.get(someone)
        told = []
        if apology:
            told.append(f"apology sent. {apology.reason}".strip())
        if absence:
            told.append(
                "did not come; "
                + (f"tried: {absence.tried}" if absence.tried else "what was tried is not recorded")
            )
        return " · ".join(told) or "nothing is recorded"

    def miss(self, someone: str) -> None:
        """Record an apology, or an absence with what was tried (BA-6)."""

        def save(values: Values) -> None:
            sent = values.needed("sent", values.one("sent"), "Did they send an apology?")
            if sent == "yes":
                self.meeting.record(e.ApologySent(person=someone, reason=values.words("words")))
            else:
                self.meeting.record(e.AbsenceNoted(person=someone, tried=values.words("words")))

        fields = [
            Field(
                name="sent",
                label="Apology",
                kind="one",
                options=(("yes", "sent an apology"), ("no", "did not come, no apology")),
            ),
            Field(
                name="words",
                label="Why, or tried",
                kind="words",
                hint="their reason; without an apology, what was tried to have them here",
            ),
        ]
        title = f"{self.conference.name(someone)} is not here"
        self.ask(Form(title, fields, save, meeting=self.meeting, key=f"missing/{someone}"))


def sender(conference: Conference, agency: str, someone: str) -> str:
    """Whose report it is: the agency, and the name where it is known."""
    person = conference.people.get(someone)
    return f"{agency}, {person.name}" if person and person.name else agency
