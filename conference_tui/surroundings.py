"""What the program asks of the system that it runs in, so that what people said stays in its memory.

Words, names and keys are in memory while a conference is open, and Python cannot wipe them. What can be done is
to keep others from looking: no image of the memory on the disk after a crash, and none for other programs of
the same person. Swap and hibernation are the disk encryption's; an administrator can always look.
"""

import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4
"""Linux, prctl(2)."""


def keep_memory_to_itself() -> None:
    """Write no core dump, and let no other process of the same person read this one's memory.

    What the system does not have is left out without a word: a conference must not fail to open for it. The
    second half is Linux's; there it also stops dumps that are piped to a collector, which heed no limit.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
