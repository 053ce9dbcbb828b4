"""Look for words in the memory of another process, as any program of the same person may try to.

Says “found”, “not there”, or why the system did not let it look.
"""

import sys
from pathlib import Path


def is_in(process: Path, words: bytes) -> bool:
    """Whether the words stand anywhere that the process has written to. Raises PermissionError."""
    with (process / "mem").open("rb", buffering=0) as memory:
        for line in (process / "maps").read_text().splitlines():
            where, rights, *_ = line.split()
            begin, end = (int(each, 16) for each in where.split("-"))
            if rights.startswith("rw"):
                memory.seek(begin)
                try:
                    if words in memory.read(end - begin):
                        return True
                except OSError as error:
                    if isinstance(error, PermissionError):
                        raise
    return False


try:
    print("found" if is_in(Path("/proc") / sys.argv[1], sys.argv[2].encode()) else "not there")
except PermissionError as refused:
    print(refused.strerror)
