"""How the key of a file is wrapped while it lies on the disk.

A secret is always bound to what it is for, so that no wrapped key opens in the place of another.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

_NONCE_BYTES = 12
_HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def wrap(key: bytes, secret: bytes, about: bytes) -> bytes:
    """A secret under a key, by AES-256-GCM: the nonce, then what is encrypted, with its tag."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, secret, about)


def unwrap(key: bytes, wrapped: bytes, about: bytes) -> bytes | None:
    """What `wrap` was given; None where the key, the bytes or what it is for is another."""
    nonce = wrapped[:_NONCE_BYTES]
    try:
        return (
            AESGCM(key).decrypt(nonce, wrapped[_NONCE_BYTES:], about) if len(nonce) == _NONCE_BYTES else None
        )
    except InvalidTag:
        return None


def seal(public: bytes, secret: bytes, about: bytes) -> bytes:
    """A secret that only the holder of the private key can open (HPKE, RFC 9180, base mode)."""
    return _HPKE.encrypt(secret, X25519PublicKey.from_public_bytes(public), info=about)


def unseal(private: bytes, sealed: bytes, about: bytes) -> bytes | None:
    """What `seal` was given; None where the key, the bytes or what it is for is another."""
    try:
        return _HPKE.decrypt(sealed, X25519PrivateKey.from_private_bytes(private), info=about)
    except InvalidTag:
        return None
