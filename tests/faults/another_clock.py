"""The program with a clock that is so many days behind: `python -m tests.faults.another_clock DAYS …`.

Not by libfaketime, which stops the timers of a program with several threads now and then.
"""

import sys
from datetime import datetime, timedelta

from conference_tui.app import ConferenceApp
from conference_tui.cli import main


def behind() -> datetime:
    """The time by that clock."""
    return datetime.now().astimezone() - DAYS


DAYS = timedelta(days=int(sys.argv[1]))
defaults = ConferenceApp.__init__.__kwdefaults__
assert defaults is not None
defaults["clock"] = behind
sys.exit(main(sys.argv[2:]))
