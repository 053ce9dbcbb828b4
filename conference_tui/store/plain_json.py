"""Payloads as JSON, such that what comes back is what went in."""

import json
from typing import Any, TypeAlias

import msgspec

from conference_tui.store.errors import NotSaved

Json: TypeAlias = Any
"""What JSON can say: dict with str keys, list, str, int, finite float, bool, None."""

_NOT_SAVED = "It was not saved; everything before it is."
_NUL_ESCAPED = "\\u0000"


def encode(value: Json) -> bytes:
    """Encode as compact UTF-8; a tuple becomes a list.

    Raises NotSaved, with the reason, for anything that would not come back the same.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        data = text.encode()
        decoded = decode(data)
        same = decoded == value or decoded == _with_lists(value)
    except UnicodeEncodeError as error:
        half = f"U+{ord(error.object[error.start]):04X}"
        raise NotSaved(
            f"The text holds half a character ({half}), which no file can keep. {_NOT_SAVED} "
            "Delete that place in the text and enter it again."
        ) from None
    except RecursionError:
        raise NotSaved(f"The entry is nested too deeply to be kept. {_NOT_SAVED}") from None
    except (TypeError, ValueError) as error:
        raise NotSaved(f"The entry holds something that cannot be kept ({error}). {_NOT_SAVED}") from None
    if not same:
        raise NotSaved(f"The entry would not be read back as it was given. {_NOT_SAVED}")
    if _NUL_ESCAPED in text and _holds_nul(value):
        raise NotSaved(
            f"The text holds a NUL character, which cannot be shown or printed. {_NOT_SAVED} "
            "Delete it and enter the text again."
        )
    return data


def decode(data: bytes) -> Json:
    """What `encode` was given. Raises ValueError for anything that is not JSON."""
    return msgspec.json.decode(data)


def copy_of(value: Json) -> Json:
    """The caller's own copy of what `decode` gave."""
    return msgspec.json.decode(msgspec.json.encode(value))


def _with_lists(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _with_lists(inner) for key, inner in value.items()}
    return [_with_lists(inner) for inner in value] if isinstance(value, list | tuple) else value


def _holds_nul(value: Json) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any(_holds_nul(key) or _holds_nul(inner) for key, inner in value.items())
    return isinstance(value, list | tuple) and any(map(_holds_nul, value))
