"""Two sittings on screen, a supporter whom the chair asks, words that were sent in, and who gave an agency's view."""

from datetime import date, time
from pathlib import Path

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.mapping import WORRIES
from conference_tui.conference.papers import Paper
from conference_tui.conference.people import Discipline, Standing
from conference_tui.store.folder import Folder
from screens.form import Form
from screens.hands.strokes import row
from screens.mapping import Mapping
from screens.widgets.room_bar import RoomBar
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting,
    meeting_screen,
    press,
    recorded,
    running,
    said,
    sheet,
    shows,
    text_of,
    without_ids,
    write,
)


def worker(person: str, name: str) -> e.PersonEntered:
    return e.PersonEntered(
        person=person,
        name=name,
        standing=Standing.PROFESSIONAL,
        agency="Children's social care",
        discipline=Discipline.SOCIAL_CARE,
    )


FAMILY: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=date(2026, 12, 22)),
    e.ChildEntered(child="lola", name="Lola-May Brindle", born=date(2018, 10, 1)),
    e.PersonEntered(person="shanice", name="Shanice Brindle", standing=Standing.PARENT, role="mother"),
    e.PersonEntered(person="marlon", name="Marlon Tate", standing=Standing.PARENT, role="father"),
    e.PersonEntered(person="keely", name="Keely Brindle", standing=Standing.SUPPORTER, supports="shanice"),
    worker("ratcliff", "Dev Ratcliff"),
    worker("halloran", "Noor Halloran"),
)
ARRIVED = tuple(
    e.PersonArrived(person=person, at=time(10, 0)) for person in ("shanice", "keely", "ratcliff", "halloran")
)
FIRST = e.SplitSittingPlanned(sitting="a", title="With Shanice", people=("shanice",))
SECOND = e.SplitSittingPlanned(sitting="b", title="With Marlon", people=("marlon",))


# --- Two sittings -------------------------------------------------------------------------------------------


async def test_two_sittings_are_planned_and_one_key_goes_from_one_to_the_other(tmp_path: Path) -> None:
    """HV-3, BA-6: who leaves goes before who comes, with the time; the margin says whom words reach now."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, *ARRIVED)) as app:
        await at_sheet(app, "mapping")
        await press(app, "ctrl+n")
        assert "No sittings are planned" in said(app)
        await by_hand(app, FIRST, SECOND)
        assert without_sittings(last(app, 2)) == without_sittings([FIRST, SECOND])
        begins = e.SplitSittingBegan(sitting="", at=time(10, 5))
        await by_hand(app, begins)
        now = conference(app).split_sitting
        assert now is not None
        assert now.title == "With Shanice"
        assert "With Shanice: what is said now reaches Shanice Brindle; not Marlon Tate." in sheet(app)
        await press(app, "escape")
        await write(app, "shanice -: I needed the shift")
        await press(app, "enter", "escape")
        meeting(app).record(e.FamilyAsked(stage="mapping", person="shanice", words="He rang me at night."))
        await press(app, "ctrl+n")
        for words in (
            "[x] Shanice Brindle",
            "[x] Keely Brindle",
            "[x] Marlon Tate",
            "go before anybody comes in",
        ):
            assert words in text_of(app)
        await press(app, "escape")
        before = meeting(app).count
        await by_hand(app, replace(begins, at=time(10, 40)))
        happened = [entry.event for entry in meeting(app).entries[before:]]
        assert [type(each).__name__ for each in happened] == [
            "PersonLeft",
            "PersonLeft",
            "SplitSittingBegan",
            "PersonArrived",
        ]
        assert conference(app).present() == {"marlon", "ratcliff", "halloran"}
        assert "With Marlon: what is said now reaches Marlon Tate; not Shanice Brindle." in sheet(app)
        stage = meeting_screen(app).stage
        assert stage is not None
        drawn = "\n".join(each.text.plain for column in stage.columns for each in column.rows)  # type: ignore[attr-defined]
        made_first = conference(app).contributions[0]
        assert "Shanice Brindle (all): said in another sitting" in drawn
        assert "I needed the shift" not in drawn
        assert "✓ Shanice Brindle: said in another sitting" in sheet(app)
        assert "He rang me" not in sheet(app)
        new = replace(conference(app).contributions[0], new_today=True, column=e.Column.HARM)
        meeting(app).record(e.ContributionCorrected(correct=new, why="A worry, and new."))
        for other in ("summary", "plan"):
            await at_sheet(app, other)
            assert "Shanice Brindle: said in another sitting" in sheet(app)
            assert "I needed the shift" not in sheet(app)
        await at_sheet(app, "mapping")
        meeting(app).record(e.ContributionCorrected(correct=made_first, why="As it was."))
        stage = meeting_screen(app).stage
        assert stage is not None
        await press(app, *row("said in another sitting"))
        assert "I needed the shift" in text_of(app)
        await press(app, "escape")
        await by_hand(app, replace(begins, at=time(11, 10)))
        drawn = "\n".join(each.text.plain for column in stage.columns for each in column.rows)  # type: ignore[attr-defined]
        assert "I needed the shift\n  Heard by Shanice Brindle; not by Marlon Tate." in drawn


async def test_words_leave_the_map_as_soon_as_a_corrected_sitting_is_not_theirs(tmp_path: Path) -> None:
    """HV-3: the mother was put into the father's sitting by mistake; the map is on the wall while that is mended."""
    folder = Folder.at(tmp_path)
    words = e.ContributionMade(
        contribution="c1",
        stage="mapping",
        speaker="shanice",
        words="I needed the shift.",
        column=e.Column.HARM,
    )
    wrong = replace(SECOND, people=("shanice", "marlon"))
    began = e.SplitSittingBegan(sitting="b", at=time(10, 5))
    async with running(folder, recorded(folder, *FAMILY, *ARRIVED, words, FIRST, wrong, began)) as app:
        stage = await at_sheet(app, "mapping")
        assert isinstance(stage, Mapping)
        worries = next(column for column in stage.columns if column.third is WORRIES)
        assert "I needed the shift" in worries.rows[0].text.plain
        meeting(app).record(SECOND)
        assert "said in another sitting" in worries.rows[0].text.plain


async def test_a_worry_of_another_sitting_is_not_on_the_wall_where_an_action_answers_it(
    tmp_path: Path,
) -> None:
    """HV-3: neither beside the action, nor among the worries that its form offers."""
    folder = Folder.at(tmp_path)
    happened = (
        e.SplitSittingBegan(sitting="a", at=time(10, 5)),
        e.ContributionMade(
            contribution="c1", stage="mapping", speaker="shanice", words="The secret.", column=e.Column.HARM
        ),
        e.ActionAgreed(
            action="a1", children=("lola",), what="Visits.", who=("ratcliff",), when="weekly", worry="c1"
        ),
        e.SplitSittingBegan(sitting="b", at=time(11)),
    )
    record = recorded(folder, *FAMILY, *ARRIVED, FIRST, SECOND, *happened)
    async with running(folder, record, size=(120, 40)) as app:
        await at_sheet(app, "plan")
        assert "worry: said in another sitting" in sheet(app)
        assert "secret" not in sheet(app)
        await press(app, *row("Visits."))
        assert isinstance(app.screen, Form)
        assert "w1 said in another sitting" in text_of(app)
        assert "secret" not in text_of(app)


async def test_no_change_of_sitting_is_undone_or_redone_before_it_is_asked_who_is_in_the_room(
    tmp_path: Path,
) -> None:
    """HV-3: one key would bring the mother's words back on the wall while the father sits there."""
    folder = Folder.at(tmp_path)
    secret = e.ContributionMade(
        contribution="c1",
        stage="plan",
        speaker="shanice",
        words="Secret.",
        column=e.Column.HARM,
        new_today=True,
    )
    begun = e.SplitSittingBegan(sitting="a", at=time(10, 5))
    record = recorded(folder, *FAMILY, *ARRIVED, FIRST, SECOND, begun, secret)
    async with running(folder, record) as app:
        await at_sheet(app, "plan")
        meeting(app).record(e.SplitSittingBegan(sitting="b", at=time(11)))
        for key, agreed, words in (
            ("ctrl+z", "y", "Undone: "),
            ("ctrl+y", "n", ""),
            ("ctrl+y", "y", "Redone: "),
        ):
            before, shown = meeting(app).count, sheet(app)
            await press(app, key)
            await shows(app, "A change of sitting", "Look first who is in the room")
            assert meeting(app).count == before
            await press(app, "ctrl+s")
            await shows(app, "Is it to be?")
            await press(app, agreed, "enter")
            assert not isinstance(app.screen, Form)
            assert (sheet(app) == shown) is (agreed == "n")
            assert ("Secret" in sheet(app)) is (key == "ctrl+z" or agreed == "n")
            assert words in said(app)


async def test_a_choice_for_the_copies_offers_no_words_of_another_sitting(tmp_path: Path) -> None:
    """HV-3, HF-10: each entry can still be told from the others, and chosen."""
    made = [
        e.ContributionMade(
            contribution=f"c{number}", stage="mapping", speaker="shanice", words=f"Secret {number}."
        )
        for number in (1, 2)
    ]
    happened: tuple[e.AnyEvent, ...] = (
        e.SplitSittingBegan(sitting="a", at=time(10, 5)),
        *made,
        e.SplitSittingBegan(sitting="b", at=time(11)),
        e.PersonArrived(person="marlon", at=time(11)),
        e.DecisionMade(
            child="lola",
            outcome=e.Outcome.CHILD_PROTECTION,
            category=e.Category.NEGLECT,
            reason="Nobody gave a view.",
        ),
        e.CopyDecided(reader="marlon", paper=Paper.MINUTES, gets=True, why="He is her father."),
        replace(made[0], contribution="c3", speaker="halloran", words="Heard by Marlon."),
    )
    folder = Folder.at(tmp_path)
    record = recorded(folder, *FAMILY, *ARRIVED, FIRST, SECOND, *happened)
    async with running(folder, record, size=(120, 40)) as app:
        await at_sheet(app, "close")
        await press(app, "h", *row("Marlon Tate · "))
        await shows(app, "· said in another sitting", "It was said in the other sitting.")
        assert "Secret" not in text_of(app)
        await press(app, "escape", "e")
        await shows(app, "Shanice Brindle: said in another sitting (2)", "Noor Halloran: Heard by Marlon.")
        assert "Secret" not in text_of(app)
        await press(app, "escape", "escape")
        chosen = e.EntryChosen(entry="c2", how="named")
        await by_hand(app, chosen)
        assert last(app) == [chosen]


async def test_a_long_name_of_a_sitting_never_cuts_off_that_the_family_is_present(tmp_path: Path) -> None:
    """BA-6: in few columns, beside the warning that there is no quorum."""
    long = replace(FIRST, title="First, with Shanice and Keely")
    began = e.SplitSittingBegan(sitting="a", at=time(10, 5))
    folder = Folder.at(tmp_path)
    async with running(
        folder, recorded(folder, *FAMILY, *ARRIVED, long, SECOND, began), size=(66, 24)
    ) as app:
        line = str(app.screen.query_one("#room", RoomBar).render())
        assert "NOT QUORATE" in line
        assert "First," in line
        assert line.rstrip().endswith("FAMILY PRESENT: 1")


async def test_what_another_sitting_said_stands_on_no_screen_of_the_room_until_it_is_opened(
    tmp_path: Path,
) -> None:
    """HV-3, BA-6: the list of everything recorded, the child's page and the scale; also what was struck."""

    def made(number: str, words: str) -> e.ContributionMade:
        return e.ContributionMade(contribution=number, stage="mapping", speaker="shanice", words=words)

    folder = Folder.at(tmp_path)
    said_there = (
        made("c1", "The first secret."),
        made("c2", "The struck secret."),
        e.FamilyAsked(stage="mapping", person="shanice", words="The asked secret."),
        e.ChildViewsGiven(child="lola", words="The child's secret.", by="shanice", views="v1"),
        e.HarmDetailed(
            child="lola",
            harm=e.Category.NEGLECT,
            incident="worst",
            behaviour="The slap: secret.",
            impact="A secret.",
        ),
        e.ScoreGiven(person="shanice", question="lola", score=4, rationale="The scored secret."),
        e.ScoresShown(question="lola"),
    )
    began = e.SplitSittingBegan(sitting="a", at=time(10, 5))
    record = recorded(folder, *FAMILY, *ARRIVED, FIRST, SECOND, began, *said_there)
    async with running(folder, record, size=(120, 40)) as app:
        struck = next(each.seq for each in meeting(app).entries if each.event == said_there[1])
        meeting(app).record(e.Struck(seq=struck, why="a slip"))
        await press(app, "ctrl+r")
        for words in ("first", "struck", "asked", "child's", "scored"):
            await shows(app, f"{words} secret.")
        await press(app, "escape")
        meeting(app).record(e.SplitSittingBegan(sitting="b", at=time(11, 0)))
        await press(app, "ctrl+r")
        await shows(app, "With Marlon", "Shanice Brindle: said in another sitting")
        await press(app, "tab", *["up"] * 10, *["down"] * 10)
        assert "secret" not in text_of(app)
        await press(app, "f3", "shift+tab")
        await write(app, "secret")
        await shows(app, "Nothing fits")
        await press(app, "f3")
        await write(app, "said in another")
        await press(app, "tab", "home")
        await shows(app, "said in another sitting · Enter opens it")
        await press(app, "enter")
        await shows(app, "The first secret.")
        await press(app, "down", "up")
        assert "secret" not in text_of(app)
        await press(app, "enter", "enter")
        assert "Strike entry" in text_of(app)
        await press(app, "escape", "escape")
        await at_sheet(app, "child")
        assert "said in another sitting · Enter opens it\n    brought by Shanice Brindle" in sheet(app)
        await press(app, *row("said in another sitting"))
        await shows(app, "The child's secret.")
        await press(app, "escape")
        await at_sheet(app, "mapping")
        await press(app, "m")
        await shows(app, "worst", "said in another sitting")
        assert "secret" not in text_of(app)
        await press(app, *row("worst"))
        await shows(app, "The slap: secret.")
        await press(app, "escape", "escape")
        await at_sheet(app, "scaling")
        assert " 4 Shanice Brindle: said in another sitting" in sheet(app)
        assert "secret" not in sheet(app)
        await press(app, "v")
        await shows(app, "4 Shanice Brindle: said in another sitting")
        assert "secret" not in text_of(app)


def without_sittings(happened: object) -> list[dict[str, object]]:
    plain = without_ids(happened)  # type: ignore[arg-type]
    return [{key: value for key, value in each.items() if key != "sitting"} for each in plain]


async def test_a_change_that_cannot_be_is_not_half_recorded(tmp_path: Path) -> None:
    """HV-3: nobody leaves before they came; then nothing of the change is recorded, and the form keeps it."""
    folder = Folder.at(tmp_path)
    begun = e.SplitSittingBegan(sitting="a", at=time(10, 0))
    late = e.PersonArrived(person="keely", at=time(11, 0))
    left = e.PersonLeft(person="keely", at=time(10, 30))
    record = recorded(folder, *FAMILY, *ARRIVED, FIRST, SECOND, begun, left, late)
    async with running(folder, record) as app:
        await at_sheet(app, "mapping")
        before = meeting(app).count
        await press(app, "f6", "s", "ctrl+u")
        await write(app, "10:45")
        await press(app, "ctrl+s")
        await shows(app, "came at 11:00; nobody leaves before that")
        assert meeting(app).count == before
        await press(app, "escape")
        await shows(app, "With Marlon: Marlon Tate", "Leaves: Shanice Brindle and Keely Brindle.")


async def test_somebody_of_the_other_sitting_who_is_here_is_pointed_out(tmp_path: Path) -> None:
    """HV-3: those who do not meet."""
    folder = Folder.at(tmp_path)
    begun = e.SplitSittingBegan(sitting="a", at=time(10, 0))
    met = e.PersonArrived(person="marlon", at=time(10, 20))
    async with running(folder, recorded(folder, *FAMILY, *ARRIVED, FIRST, SECOND, begun, met)) as app:
        await at_sheet(app, "plan")
        assert "Recorded as here, and of another sitting: Marlon Tate." in sheet(app)
        assert text_of(app).startswith(" ■ CHECK WHO IS HERE: F6 · TST-1")
        assert "FAMILY PRESENT: 2" in text_of(app).splitlines()[0]
        await press(app, "f6")
        await shows(app, "■ of another sitting")
        await press(app, "escape")
        await by_hand(app, e.PersonLeft(person="marlon", at=time(14, 10)))
        assert "CHECK WHO IS HERE" not in text_of(app)


# --- A supporter whom the chair asks ------------------------------------------------------------------------


async def test_one_key_records_that_the_chair_asks_a_supporter_for_a_score(tmp_path: Path) -> None:
    """HV-2 (S2: Keely): before that no score can be given; after it she answers like everybody, marked as asked."""
    asks = e.SupporterAskedToScore(person="keely")
    score = e.ScoreGiven(person="keely", question="lola", score=5, rationale="She comes to me at weekends.")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, *ARRIVED)) as app:
        await at_sheet(app, "scaling")
        assert "[ ] Keely Brindle, with Shanice Brindle: not asked for a score" in sheet(app)
        assert "Keely Brindle: not yet" not in sheet(app)
        await by_hand(app, asks)
        assert last(app) == [asks]
        assert "○ Keely Brindle, asked by the chair: not yet" in sheet(app)
        await by_hand(app, replace(asks, asked=False), asks)
        await press(app, *row("○ Keely Brindle"))
        await write(app, "5")
        await press(app, "enter")
        await write(app, score.rationale)
        await press(app, "enter")
        assert last(app) == [score]
        await press(app, *row("[x] Keely Brindle"))
        assert "has given a score. Strike that first." in said(app)


# --- In writing ---------------------------------------------------------------------------------------------


async def test_what_was_sent_in_is_marked_in_the_line_and_can_be_corrected(tmp_path: Path) -> None:
    """HF-5, HF-9: of a father who cannot come; it stands as that on the map, and a slip is put right."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, *ARRIVED), size=(120, 40)) as app:
        stage = await at_sheet(app, "mapping")
        made = e.ContributionMade(
            contribution="",
            stage="mapping",
            speaker="marlon",
            words="I was never told.",
            column=e.Column.HARM,
            in_writing=True,
        )
        await by_hand(app, made)
        assert without_ids(last(app)) == without_ids([made])
        text = "\n".join(each.text.plain for column in stage.columns for each in column.rows)  # type: ignore[attr-defined]
        assert "Marlon Tate (all): I was never told.\n  sent or handed in, in writing" in text
        correct = replace(conference(app).contributions[0], in_writing=False)
        await by_hand(app, e.ContributionCorrected(correct=correct, why="He said it on the telephone."))
        assert conference(app).contributions[0] == correct


# --- Two people of one agency -------------------------------------------------------------------------------


async def test_of_two_people_of_an_agency_it_is_said_who_gave_its_view(tmp_path: Path) -> None:
    """BA-17: also where no reason was given."""
    view = e.ViewGiven(
        child="lola",
        agency="Children's social care",
        by="halloran",
        outcome=e.Outcome.CHILD_PROTECTION,
        category=e.Category.NEGLECT,
    )
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, *ARRIVED, view)) as app:
        await at_sheet(app, "threshold")
        assert "Noor Halloran" in sheet(app)
