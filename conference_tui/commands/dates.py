"""Every date of a conference that is in no record, from the days that were typed."""

import argparse
from typing import TYPE_CHECKING

from conference_tui.commands.asking import CommandError
from conference_tui.commands.printed import print_json

if TYPE_CHECKING:
    import datetime as dt

    from conference_tui.conference.dates import Happened
    from conference_tui.conference.procedure_limits import EventId

KINDS = ("initial", "review", "pre-birth", "transfer-in")
"""The sorts of conference (HF-1)."""

HAPPENED: "dict[str, EventId]" = {
    "core_group": "core_group",
    "visit": "visit",
    "review": "review",
    "minutes_sent": "minutes_sent",
    "birth": "birth",
    "expected": "expected_birth",
}
"""By option: what a limit may be counted from or stand to, beside the conference itself."""

OF_A_BIRTH = ("birth", "expected")


def dates(asked: argparse.Namespace) -> int:
    """Print every date of a conference that is not in any record."""
    from conference_tui.dates_command import as_text, reckoned

    event, held = _day(asked.event, "--event"), _day(asked.held, "--held")
    if event is None and held is None:
        raise CommandError("Give --event, --held or both: without a day nothing can be counted.")
    _refuse_what_does_not_go_together(asked)
    happened = _happened(asked, held)
    found = reckoned(asked.type, asked.procedure, event, held, asked.previous or "initial", happened)
    if asked.json:
        return print_json(found)
    print(as_text(found), end="")
    return 0


def _refuse_what_does_not_go_together(asked: argparse.Namespace) -> None:
    if asked.previous and asked.type != "review":
        raise CommandError("--previous goes with --type review only.")
    is_of_a_birth = "pre-birth" in (asked.type, asked.previous)
    for option in OF_A_BIRTH:
        if getattr(asked, option) and not is_of_a_birth:
            raise CommandError(
                f"--{option} goes with --type pre-birth, or with a review of one (--previous pre-birth)."
            )
    if asked.birth and asked.expected:
        raise CommandError(
            "Give --birth or --expected: once a child is born the expected date no longer counts."
        )


def _happened(asked: argparse.Namespace, held: "dt.date | None") -> "Happened":
    """What else is known, by the event that limits are counted from."""
    import datetime as dt

    happened: dict[EventId, dt.date] = {}
    for option, event in HAPPENED.items():
        day = _day(getattr(asked, option), f"--{option.replace('_', '-')}")
        if day is not None:
            happened[event] = day
    if asked.closed:
        if held is None:
            raise CommandError("--closed is a time on the day of the conference: give --held too.")
        happened["close"] = dt.datetime.combine(held, _time(asked.closed))
    return happened


def _time(typed: str) -> "dt.time":
    from conference_tui.conference.text import read_time

    try:
        return read_time(typed)
    except ValueError as wrong:
        raise CommandError(f"--closed: {wrong}") from wrong


def _day(typed: str | None, option: str) -> "dt.date | None":
    from conference_tui.conference.text import read_date

    if typed is None:
        return None
    try:
        return read_date(typed)
    except ValueError as wrong:
        raise CommandError(f"{option}: {wrong}") from wrong


def options(parser: argparse.ArgumentParser) -> None:
    """What can be told of the conference; `--json` is added by who adds it everywhere."""
    parser.add_argument("--type", choices=KINDS, required=True, help="the sort of conference")
    parser.add_argument(
        "--event",
        metavar="DATE",
        help="what the conference is counted from: the strategy discussion, or what else the procedure names; "
        "for a transfer-in conference the written notification; for a review the conference before it",
    )
    parser.add_argument("--held", metavar="DATE", help="the day of the conference itself")
    parser.add_argument("--procedure", metavar="NAME", default="plain", help="see “conference procedures”")
    parser.add_argument(
        "--previous", choices=KINDS, help="of a review: what the conference before it was (initial)"
    )
    parser.add_argument(
        "--closed", metavar="TIME", help="when it was closed: a formal dissent counts from it"
    )
    for option, says in (
        ("--core-group", "the day of the core group that is booked; of a review, of the last one"),
        ("--visit", "the day of the last visit"),
        ("--review", "the day of the review that is booked"),
        ("--minutes-sent", "the day on which the minutes were sent"),
        ("--birth", "the day of the birth, after a pre-birth conference"),
        ("--expected", "the expected date of birth"),
    ):
        parser.add_argument(option, metavar="DATE", help=says)
