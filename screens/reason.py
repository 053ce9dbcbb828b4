"""Reason and reports: why the conference was called, and the heart of each report, in turn (KC-5, BR-4)."""

from collections.abc import Iterable
from functools import partial

from textual.binding import Binding

from conference_tui.conference import events as e
from conference_tui.conference.report_turns import ReportTurn, report_turns
from conference_tui.conference.split import of_another_sitting
from screens.apologies import sender
from screens.correction import correction
from screens.mapping import IN_ANOTHER_SITTING
from screens.stage import Stage
from screens.widgets.capture_line import CaptureLine
from screens.widgets.sheet import Row, heading, plain


class Reason(Stage):
    """Whose turn it is to tell of their report, and everything that was said here."""

    ID = "reason"
    BINDINGS = [
        Binding(
            "r", "next_report", "Next report", id="reason.report", tooltip="Give the word to the next agency"
        )
    ]

    def rows(self) -> Iterable[Row]:
        """The reports in turn, then what was said."""
        turns = report_turns(self.conference, self.ID)
        told = sum(1 for turn in turns if turn.told)
        yield heading("Each report in turn", f"{told} of {len(turns)} told · Enter gives the word")
        for turn in turns:
            yield self._turn(turn)
        made_here = [made for made in self.conference.contributions if made.stage == self.ID]
        yield heading("Said here", "" if made_here else "nothing yet: type in the line below")
        for made in made_here:
            hidden = of_another_sitting(self.conference, made)
            words = IN_ANOTHER_SITTING if hidden else made.words
            text = plain(f"{self.conference.name(made.speaker)}{_marks(made)}: {words}")
            yield Row(key=made.contribution, text=text, act=partial(self.correct, made))

    def _turn(self, turn: ReportTurn) -> Row:
        mark = "✓" if turn.told else "○"
        here = "" if turn.is_here else " · not here: read it out for them"
        what = "has told" if turn.told else "still to tell"
        text = plain(
            f"{mark} {sender(self.conference, turn.agency, turn.speaker)}: {what} ({turn.report}){here}"
        )
        return Row(key=f"turn:{turn.agency}", text=text, act=partial(self.give_word, turn.speaker))

    def action_next_report(self) -> None:
        """Give the word to the first agency that has not told of its report."""
        for turn in report_turns(self.conference, self.ID):
            if not turn.told:
                self.give_word(turn.speaker)
                return
        self.notify("Every agency has told of its report.", markup=False)

    def correct(self, made: e.ContributionMade) -> None:
        """Put right what was said; what stood before is kept."""
        self.ask(correction(self.meeting, made))

    def give_word(self, speaker: str) -> None:
        """Put a speaker's name into the capture line, unless something unfinished stands there."""
        line = self.screen.query_one(CaptureLine)
        if line.text.strip():
            sentence = (
                "There are words in the capture line that are not recorded. Record or delete them first."
            )
            self.notify(sentence, severity="warning", markup=False)
        else:
            line.begin_anew(f"{self.conference.name(speaker)}: ")
        line.focus()


def _marks(made: e.ContributionMade) -> str:
    writing = " (in writing)" if made.in_writing else ""
    return f"{writing} (new to the family)" if made.new_today else writing
