"""What the room is goes into the record with each entry, and no later entry changes it."""

from datetime import time

import msgspec

from conference_tui.authorities import bank_holidays
from conference_tui.conference import decision
from conference_tui.conference import events as e
from conference_tui.conference.moments import OF_THE_RECORD, Told
from conference_tui.conference.papers import Copy, Paper
from conference_tui.conference.reading.read import read
from conference_tui.documents.draw import write
from conference_tui.meeting import Meeting
from conference_tui.overview.whole import overview
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests import small_conference
from tests.meeting.running import DECISION, SLOT_ENDED, another_run, in_slot, said

TEDDY = e.ChildEntered(child="teddy", name="Teddy Voss")
SENTENCE = "3 of 4 agencies considered"
TAMSIN_LEFT = e.PersonLeft(person="tamsin", at=time(13, 50))


def moment(meeting: Meeting, key: str) -> e.Moment:
    found = meeting.conference.log.moment(key)
    assert found
    return found


def test_every_entry_of_the_open_record_is_saved_with_what_the_room_was(meeting: Meeting) -> None:
    meeting.record(TEDDY, said(1), TAMSIN_LEFT, said(2))
    with another_run(meeting) as reopened:
        recorded = {entry.event: entry.moment for entry in reopened.entries}
        first, second = recorded[said(1)], recorded[said(2)]
        assert isinstance(first, e.Moment) and isinstance(second, e.Moment)
        assert first.here == ("sloan", "tamsin")
        assert first.about == ("maya", "teddy")
        assert second.here == ("sloan",)


def test_what_the_record_says_of_itself_and_what_a_closed_slot_keeps_have_no_moment(
    folder: Folder, meeting: Meeting
) -> None:
    """BA-11: the words of the slot are nobody's."""
    meeting.record(said(1))
    meeting.undo()
    meeting.redo()
    meeting.record(DECISION)
    meeting.flush()
    in_slot(meeting)
    meeting.record(SLOT_ENDED)
    entries, record = meeting.entries, meeting.record_id
    meeting.close()
    of_itself = [entry for entry in entries if isinstance(entry.event, OF_THE_RECORD)]
    assert {type(entry.event) for entry in of_itself} == {e.Struck, e.Restored, e.Sealed}
    assert [entry for entry in entries if not entry.moment] == of_itself
    with Record.open_closed(folder, record) as closed:
        assert all("moment" not in entry for entry in closed.events())


def test_what_a_person_tells_of_an_entry_stands_with_it(meeting: Meeting) -> None:
    meeting.record(TEDDY)
    meeting.record(e.PersonLeft(person="sloan", at=time(13, 40)))
    told = Told(about=("teddy",), own_matter_of="tamsin", heard_by=("sloan", "tamsin"))
    meeting.record(e.SummaryGiven(words="She asks for help."), told=told)
    with another_run(meeting) as reopened:
        found = moment(reopened, "summary")
        assert found.about == ("teddy",)
        assert found.own_matter_of == "tamsin"
        assert found.here == ("sloan", "tamsin")


def test_corrected_words_were_heard_when_they_were_said_first(meeting: Meeting) -> None:
    """HV-3: who came later did not hear them, whenever they are corrected; about whom they are can be corrected."""
    meeting.record(TEDDY, TAMSIN_LEFT)
    meeting.record(said(1), told=Told(own_matter_of="tamsin"))
    meeting.record(e.PersonArrived(person="tamsin", at=time(14)))
    correct = msgspec.structs.replace(said(1), words="other words", children=("teddy",))
    meeting.record(e.ContributionCorrected(correct=correct))
    found = moment(meeting, "c1")
    assert found.here == ("sloan",)
    assert found.about == ("teddy",)
    assert found.own_matter_of == "tamsin", "nobody has said that it is not"
    meeting.record(e.ContributionCorrected(correct=correct, why="no"), told=Told(own_matter_of=""))
    assert moment(meeting, "c1").own_matter_of == ""
    meeting.undo()
    assert moment(meeting, "c1").own_matter_of == "tamsin"
    meeting.redo()
    meeting.strike(said(1), "said by another")
    with another_run(meeting) as reopened:
        assert moment(reopened, "c1").here == ("sloan", "tamsin")


def test_undo_and_redo_change_no_moment(meeting: Meeting) -> None:
    meeting.record(said(1), TAMSIN_LEFT)
    before = meeting.entries
    meeting.undo()
    meeting.undo()
    meeting.redo()
    meeting.redo()
    assert meeting.entries[: len(before)] == before
    assert moment(meeting, "c1").here == ("sloan", "tamsin")


def test_a_later_view_changes_nothing_of_how_it_was_decided(folder: Folder) -> None:
    """BA-17 to BA-19, M14: sentence, minutes, plan and letter tell it as it was."""
    meeting = small_conference.started(folder)
    for part in (small_conference.SET_UP, small_conference.ROOM, small_conference.SAID):
        meeting.record(*part)
    meeting.record(*small_conference.DECIDED, *small_conference.PLANNED)
    meeting.flush()
    before = _told(meeting)
    assert [of for of, told in before.items() if SENTENCE not in told] == []
    given = meeting.conference.views["wren", "Larkmoor Police"]
    meeting.record(
        msgspec.structs.replace(given, outcome=e.Outcome.NO_PLAN, category=None),
        e.PersonEntered(
            person="omar",
            name="Omar Sayle",
            standing=meeting.conference.people["omar"].standing,
            agency="Children's home",
        ),
    )
    made = meeting.conference.decisions["wren"].made
    assert [of for of, told in _told(meeting).items() if SENTENCE not in told] == []
    assert not made.quorum
    meeting.record(msgspec.structs.replace(made, reason="Nothing else will keep her safe."))
    corrected = meeting.conference.decisions["wren"].made
    assert corrected.sentence == made.sentence, "only the reason was corrected"
    meeting.record(
        msgspec.structs.replace(made, outcome=e.Outcome.NO_PLAN, category=None, reason="He moved.")
    )
    assert meeting.conference.decisions["wren"].made.sentence.startswith("There was no consensus")
    meeting.close()


def _told(meeting: Meeting) -> dict[str, str]:
    conference, procedure, calendar = meeting.conference, meeting.procedure, bank_holidays()
    papers = ((Paper.MINUTES, ""), (Paper.OUTLINE_PLAN, "wren"), (Paper.DECISION_LETTER, "wren"))
    copies = (
        Copy(paper=paper, child=child, reader="dell", reader_name="Dell Calloway") for paper, child in papers
    )
    return {
        "sentence": decision.sentence(conference, procedure, "wren"),
        "overview": repr(overview(conference, procedure, calendar)),
        **{
            copy.paper: repr(write(copy, read(conference, procedure, copy), procedure, calendar))
            for copy in copies
        },
    }
