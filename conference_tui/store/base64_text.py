"""Bytes in a JSON file."""

import base64
import binascii


def write(data: bytes) -> str:
    """The bytes as base64."""
    return base64.b64encode(data).decode()


def read(text: str) -> bytes | None:
    """The bytes that `write` was given; None for anything that it would not have written."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if write(data) == text else None
