"""Ed25519 signatures over a record: that it had so many entries with this hash, and whose folder said so."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def public(key: Ed25519PrivateKey) -> str:
    """The public half of a key, in hexadecimal."""
    return key.public_key().public_bytes_raw().hex()


def sign(key: Ed25519PrivateKey, record_id: str, count: int, head: str) -> str:
    """The signature over a record's id, how many entries it had, and its hash; in hexadecimal."""
    return key.sign(_said(record_id, count, head)).hex()


def is_good(public_key: str, signature: str, record_id: str, count: int, head: str) -> bool:
    """Whether the holder of a public key signed exactly this; false also for what is no key or no signature."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), _said(record_id, count, head))
    except (InvalidSignature, ValueError):
        return False
    return True


def _said(record_id: str, count: int, head: str) -> bytes:
    return f"conference seal 1\n{record_id}\n{count}\n{head}".encode()
