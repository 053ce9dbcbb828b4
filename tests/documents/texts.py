"""Every text of what a paper says, before it is laid out."""

from collections.abc import Iterator

from msgspec import Struct


def texts_of(value: object) -> Iterator[str]:
    """Each text, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from texts_of(getattr(value, field))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_of(each)
