"""A disk without room, as the system has it."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def files_may_grow_to(size: int) -> Iterator[None]:
    """The system itself refuses to let any file of this process grow larger, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
