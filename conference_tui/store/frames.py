"""The bytes of a log: a header, then frames, each sealed and bound to its place.

`docs/record.md` describes the format for whoever has to read it without this program. All numbers are
little-endian.
"""

import hashlib
import hmac
import os
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"CPLOG1\n\0"
FILE_ID_BYTES = 16
KEY_BYTES = 32
LARGEST_PAYLOAD = (1 << 24) - 16
"""Bytes of plain text in one frame: the reader's limit, so it is the writer's too."""

_CHECK_BYTES = 16
_TAG_BYTES = 16
_NONCE_BYTES = 12
_MARK = b"\xf5REC"
_FRAME = struct.Struct("<4sIQ12s32s")
_CRC = struct.Struct("<I")
_FRAME_HEADER_BYTES = _FRAME.size + _CRC.size
_HEAD = struct.Struct("<Q32s")
_HEAD_MAC_BYTES = 16
HEAD_NOTE_BYTES = _HEAD.size + _HEAD_MAC_BYTES
HEADER_BYTES = len(MAGIC) + FILE_ID_BYTES + _CHECK_BYTES + _CRC.size


class Place(NamedTuple):
    """How far a log has come: the number of its last frame, and the SHA-256 of that frame's bytes."""

    seq: int
    head: bytes


class Frame(NamedTuple):
    """One frame that was found whole."""

    payload: bytes
    place: Place
    end: int


class Seal:
    """What seals one file: keys derived from its data key, its id and its purpose.

    Args:
        key: the file's data key, 256 bits.
        file_id: 16 bytes.
        purpose: what the file is for; a file of one purpose does not open as another.

    """

    def __init__(self, key: bytes, file_id: bytes, purpose: str) -> None:
        info = b"conference record log 1\n" + purpose.encode()
        derived = HKDF(SHA256(), _CHECK_BYTES + 2 * KEY_BYTES, file_id, info).derive(key)
        self._file_id = file_id
        self._check = derived[:_CHECK_BYTES]
        self._cipher = AESGCM(derived[_CHECK_BYTES : _CHECK_BYTES + KEY_BYTES])
        self._head_key = derived[_CHECK_BYTES + KEY_BYTES :]

    def header(self) -> bytes:
        """The first bytes of the file. The check value tells a wrong key from damage."""
        start = MAGIC + self._file_id + self._check
        return start + _CRC.pack(zlib.crc32(start))

    def fits(self, blob: bytes) -> bool:
        """Whether a file's header was made with this key, id and purpose."""
        return hmac.compare_digest(blob[:HEADER_BYTES], self.header())

    def frame(self, payload: bytes, before: Place) -> bytes:
        """Seal a payload into the frame that follows a place."""
        sealed_bytes = len(payload) + _TAG_BYTES
        nonce = os.urandom(_NONCE_BYTES)
        start = _FRAME.pack(_MARK, sealed_bytes, before.seq + 1, nonce, before.head)
        sealed = self._cipher.encrypt(nonce, payload, self._file_id + start)
        return start + _CRC.pack(zlib.crc32(start)) + sealed

    def read_frame(self, blob: memoryview, at: int, before: Place) -> Frame | None:
        """The frame at a position, if it is whole and is the one that follows that place."""
        body = at + _FRAME_HEADER_BYTES
        if not _looks_like_a_frame(blob, at):
            return None
        start = blob[at : at + _FRAME.size]
        _, sealed_bytes, seq, nonce, head_before = _FRAME.unpack(start)
        end = body + sealed_bytes
        if Place(seq - 1, head_before) != before or sealed_bytes < _TAG_BYTES or end > len(blob):
            return None
        try:
            payload = self._cipher.decrypt(nonce, blob[body:end], self._file_id + bytes(start))
        except InvalidTag:
            return None
        return Frame(payload, place_after(before, blob[at:end]), end)

    def read_frames(self, blob: memoryview) -> Iterator[Frame]:
        """Every frame from the first, up to the end or to the first that is not whole."""
        before, at = beginning(blob), HEADER_BYTES
        while frame := self.read_frame(blob, at, before):
            yield frame
            before, at = frame.place, frame.end

    def head_note(self, place: Place) -> bytes:
        """What the `.head` file says when the log has come to a place."""
        note = _HEAD.pack(*place)
        return note + hmac.digest(self._head_key, note, "sha256")[:_HEAD_MAC_BYTES]

    def read_head_note(self, note: bytes) -> Place | None:
        """The place that a `.head` file tells of; None where its bytes are not a whole note."""
        if len(note) != HEAD_NOTE_BYTES:
            return None
        place = Place(*_HEAD.unpack(note[: _HEAD.size]))
        return place if hmac.compare_digest(note, self.head_note(place)) else None


def beginning(blob: bytes | memoryview) -> Place:
    """The place before the first frame: the chain starts at the hash of the header."""
    return Place(0, hashlib.sha256(blob[:HEADER_BYTES]).digest())


def place_after(before: Place, frame: bytes | memoryview) -> Place:
    """The place that a frame brings the log to."""
    return Place(before.seq + 1, hashlib.sha256(frame).digest())


def file_id(blob: bytes) -> bytes:
    """The id in a whole header."""
    return blob[len(MAGIC) : len(MAGIC) + FILE_ID_BYTES]


def header_is_whole(blob: bytes) -> bool:
    """Whether a file begins with an undamaged header of this format."""
    start = blob[: HEADER_BYTES - _CRC.size]
    return (
        len(blob) >= HEADER_BYTES
        and start.startswith(MAGIC)
        and blob[len(start) : HEADER_BYTES] == _CRC.pack(zlib.crc32(start))
    )


def count_frame_headers(blob: bytes, start: int) -> int:
    """How many undamaged frame headers stand at or after a position."""
    count, view = 0, memoryview(blob)
    at = blob.find(_MARK, start)
    while at >= 0:
        count += _looks_like_a_frame(view, at)
        at = blob.find(_MARK, at + 1)
    return count


def _looks_like_a_frame(blob: memoryview, at: int) -> bool:
    body = at + _FRAME_HEADER_BYTES
    start = blob[at : at + _FRAME.size]
    return (
        body <= len(blob)
        and start[: len(_MARK)] == _MARK
        and blob[at + _FRAME.size : body] == _CRC.pack(zlib.crc32(start))
    )
