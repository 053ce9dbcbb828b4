"""What the program asks of the Python that it runs in."""

import subprocess
import sys

HASHES = """
from conference_tui import surroundings
surroundings.load_one_openssl()
import asyncio, hashlib, hmac, random, secrets, sys
print(hashlib.sha256(b"abc").hexdigest()[:8], hashlib.md5(b"abc", usedforsecurity=False).hexdigest()[:8])
print(hmac.new(b"k", b"abc", "sha256").hexdigest()[:8])
print(sys.modules["ssl"])
"""


def test_without_pythons_own_openssl_there_is_no_tls_and_hashes_are_right() -> None:
    done = subprocess.run([sys.executable, "-c", HASHES], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["ba7816bf", "90015098", "342e519c", "None"]
    assert done.stderr == ""
