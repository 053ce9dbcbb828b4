"""Small programs that the tests run as processes of their own."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_HERE = Path(__file__).parent
_PROJECT = _HERE.parents[2]


def start(name: str, *arguments: str | Path, before: Sequence[str] = ()) -> subprocess.Popen[str]:
    """Start one of the programs beside this file, with the project's packages in reach.

    `before` is a command that starts it in its turn.
    """
    run = f"import runpy, sys; sys.path.insert(0, {str(_PROJECT)!r}); "
    run += f"runpy.run_path({str(_HERE / (name + '.py'))!r}, run_name='__main__')"
    return subprocess.Popen(
        [*before, sys.executable, "-c", run, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
