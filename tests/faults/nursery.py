"""A program that has everything imported and makes a writer in a moment: it forks for every job.

`python -m tests.faults.nursery` takes jobs over the socket that is its standard input, each with the writer's end of
a socket of its own. Thousands of writers can be killed in the time in which a few dozen could be started.
"""

import os
import signal
import socket
import sys
import traceback
from pathlib import Path

import msgspec

from tests.faults import mistakes
from tests.faults.writer import Job, Line, run


def main() -> None:
    """Make writers until nobody asks any more."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    asking = socket.socket(fileno=sys.stdin.fileno())
    while True:
        wanted, ways, _, _ = socket.recv_fds(asking, 1 << 16, 1)
        if not wanted:
            return
        if os.fork() == 0:
            _let_go_of(asking)
            _be_writer(msgspec.json.decode(wanted, type=Job), socket.socket(fileno=ways[0]))
        os.close(ways[0])


def _let_go_of(asking: socket.socket) -> None:
    """Standard input stays open, so that no file of the record gets its number."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, asking.fileno())
    asking.detach()
    os.close(nothing)


def _be_writer(job: Job, way: socket.socket) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    line = Line(way)
    try:
        with mistakes.made(job.mistake):
            run(job, line)
    except BaseException as error:
        places = [f"{Path(at.filename).name}:{at.lineno}" for at in traceback.extract_tb(error.__traceback__)]
        line.say("CRASHED", type(error).__name__, error, "at", *places[-4:])
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
