"""Damage of `keys.json` is told as damage: never as a wrong passphrase, never as another key."""

import base64
import hashlib
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from conference_tui.store.errors import Damaged, Locked, Missing, WrongPassphrase
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

from .vaults import CHEAP, OPEN, OTHER, PASSPHRASE, opened, said, with_conference

FLIPS = 400


class Made(NamedTuple):
    """A folder with a vault, and what is true of it."""

    folder: Folder
    record_id: str
    closed_id: str
    recovery_key: str
    secrets: dict[str, bytes]

    @property
    def keys(self) -> Path:
        return self.folder.path / "keys.json"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = Folder.at(tmp_path_factory.mktemp("vault") / "store")
    record_id = with_conference(folder)
    secrets = {name.file_id: folder.keys.find(name.file_id).secret for name in folder.keys.names()}
    closed_id = folder.closed_record_of(record_id)
    assert closed_id
    return Made(folder, record_id, closed_id, folder.make_vault(PASSPHRASE, cost=CHEAP), secrets)


@pytest.fixture
def whole(made: Made) -> bytes:
    return made.keys.read_bytes()


@pytest.fixture(autouse=True)
def _put_back(made: Made, whole: bytes) -> Any:  # noqa: ANN401
    yield
    made.keys.write_bytes(whole)


def ways_in(made: Made) -> list[Callable[[Folder], None]]:
    return [
        lambda folder: folder.unlock(PASSPHRASE),
        lambda folder: folder.unlock_with_recovery(made.recovery_key),
    ]


def test_no_flipped_bit_is_taken_for_a_wrong_passphrase_or_gives_another_key(
    made: Made, whole: bytes
) -> None:
    chance = random.Random(20260302)
    told = {"damaged": 0, "opened": 0}
    for _ in range(FLIPS):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        made.keys.write_bytes(flipped)
        for way_in in ways_in(made):
            folder = Folder(made.folder.path)
            try:
                way_in(folder)
            except Damaged as damage:
                assert "Nothing has been changed" in str(damage)
                told["damaged"] += 1
                continue
            told["opened"] += 1
            for file_id, secret in made.secrets.items():
                assert key_or_refusal(folder, file_id) in (secret, Damaged, Missing, Locked)
        assert made.keys.read_bytes() == flipped
    assert told["damaged"] > FLIPS
    assert told["opened"] > FLIPS / 10


def key_or_refusal(folder: Folder, file_id: str) -> bytes | type[Exception]:
    try:
        return folder.keys.find(file_id).secret
    except (Damaged, Missing, Locked) as refusal:
        return type(refusal)


def test_every_flipped_bit_of_a_slot_is_told_before_anything_is_derived(made: Made, whole: bytes) -> None:
    start, end = whole.index(b'"passphrase"'), whole.index(b'"recovery"')
    for place in range(start, end):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[place] ^= 1 << bit
            if is_the_same_json(bytes(flipped), whole):
                continue
            made.keys.write_bytes(flipped)
            with pytest.raises(Damaged):
                Folder(made.folder.path).unlock(PASSPHRASE)


def is_the_same_json(one: bytes, other: bytes) -> bool:
    try:
        return bool(json.loads(one) == json.loads(other))
    except ValueError:
        return False


def test_a_file_cut_anywhere_is_told(made: Made, whole: bytes) -> None:
    for length in range(len(whole)):
        made.keys.write_bytes(whole[:length])
        with pytest.raises(Damaged):
            Folder(made.folder.path).unlock(PASSPHRASE)


def altered(whole: bytes, how: Callable[[dict[str, Any]], object]) -> bytes:
    content = json.loads(whole)
    how(content)
    return json.dumps(content).encode()


def test_where_one_slot_is_damaged_the_other_opens_and_a_new_passphrase_mends_it(
    made: Made, whole: bytes
) -> None:
    made.keys.write_bytes(altered(whole, lambda it: it["vault"]["passphrase"].update(salt="A" * 24)))
    folder = Folder(made.folder.path)
    with pytest.raises(Damaged, match=r"What the passphrase opens is damaged.*recovery key"):
        folder.unlock(PASSPHRASE)
    folder.unlock_with_recovery(made.recovery_key)
    folder.change_passphrase(made.recovery_key, OTHER, cost=CHEAP)
    assert said(opened(folder, OTHER), made.record_id) == [OPEN]


@pytest.mark.parametrize(
    "how",
    [
        lambda it: it["vault"]["passphrase"]["cost"].update(memory_kib=1 << 31),
        lambda it: it["vault"]["passphrase"]["cost"].update(memory_kib=1 << 90),
        lambda it: it["vault"]["passphrase"]["cost"].update(passes=11),
        lambda it: it["vault"]["passphrase"]["cost"].update(lanes=-1),
        lambda it: it["vault"]["passphrase"].update(cost=None),
        lambda it: it["vault"]["recovery"].update(cost={"memory_kib": 65536, "passes": 3, "lanes": 4}),
        lambda it: it["vault"].pop("recovery"),
        lambda it: it["vault"].update(third={}),
        lambda it: it.update(vault=None),
        lambda it: it.pop("vault"),
        lambda it: it.update(format=3),
        lambda it: it.update(format=1),
        lambda it: it.update(throw_away=0),
        lambda it: next(iter(it["keys"].values())).update(wrap="none"),
        lambda it: next(iter(it["keys"].values())).update(kind="signing2"),
        lambda it: it["keys"].update({"../../passwd": next(iter(it["keys"].values()))}),
    ],
)
def test_what_no_version_of_this_program_wrote_is_refused(
    made: Made, whole: bytes, how: Callable[[dict[str, Any]], object]
) -> None:
    """A file that asks for more memory than the program ever takes is refused before it takes any."""
    made.keys.write_bytes(altered(whole, how))
    for way_in in ways_in(made):
        with pytest.raises(Damaged, match="Nothing has been changed"):
            way_in(Folder(made.folder.path))


def test_very_deep_json_is_refused(made: Made) -> None:
    made.keys.write_bytes(b'{"format":2,"keys":' + b'{"a":' * 100_000)
    with pytest.raises(Damaged):
        Folder(made.folder.path).unlock(PASSPHRASE)


def test_a_file_of_any_size_is_not_read(made: Made, whole: bytes) -> None:
    made.keys.write_bytes(whole + b" " * (1 << 24))
    with pytest.raises(Damaged, match="more than 16,777,216 bytes"):
        Folder(made.folder.path).unlock(PASSPHRASE)


@pytest.mark.parametrize("content", [b"", b"{", None], ids=["empty", "damaged", "gone"])
def test_while_unlocked_a_file_that_is_away_for_a_moment_is_no_open_and_no_locked_folder(
    made: Made, content: bytes | None
) -> None:
    """A backup or a virus scanner has it: the meeting goes on, may lock, and needs no passphrase for that."""
    window = opened(made.folder)
    made.keys.unlink()
    if content is not None:
        made.keys.write_bytes(content)
    assert (window.has_vault, window.is_locked) == (True, False)
    window.lock()
    with pytest.raises(Damaged):
        assert window.has_vault
    with pytest.raises(Damaged):
        assert window.is_locked


class TestPutInPlaceByHand:
    """What somebody does who may write in the folder and has no passphrase."""

    def test_a_public_key_of_their_own_is_never_used(self, made: Made, whole: bytes) -> None:
        """A closed record begun then would be sealed to them."""
        theirs = base64.b64encode(X25519PrivateKey.generate().public_key().public_bytes_raw()).decode()

        def put(it: dict[str, Any]) -> None:
            it["vault"]["public"] = theirs
            for way in ("passphrase", "recovery"):
                slot = it["vault"][way]
                cost = slot.get("cost")
                named = f"passphrase {' '.join(str(each) for each in cost.values())}" if cost else "recovery"
                text = f"conference vault slot 1\n{named}\n{slot['salt']}\n{theirs}\n{slot['wrapped']}"
                slot["digest"] = hashlib.sha256(text.encode()).hexdigest()

        window = opened(made.folder)
        made.keys.write_bytes(altered(whole, put))
        for way_in in ways_in(made):
            with pytest.raises(WrongPassphrase):
                way_in(Folder(made.folder.path))
        with pytest.raises(Locked):
            window.keys.make("conference")

    @pytest.mark.parametrize(
        "how",
        [
            lambda here, there: (there, here),
            lambda here, _: (here, here),
            lambda here, there: (here | {"of": there["of"]}, there),
        ],
    )
    def test_a_key_in_the_place_of_another_does_not_open(
        self,
        made: Made,
        whole: bytes,
        how: Callable[[dict[str, Any], dict[str, Any]], tuple[dict[str, Any], dict[str, Any]]],
    ) -> None:
        def swap(it: dict[str, Any]) -> None:
            keys = it["keys"]
            here, there = keys[made.record_id], keys[made.closed_id]
            keys[made.record_id], keys[made.closed_id] = how(here, there)

        made.keys.write_bytes(altered(whole, swap))
        folder = opened(made.folder)
        told = {key_or_refusal(folder, file_id) for file_id in (made.record_id, made.closed_id)}
        assert Damaged in told
        assert told <= {Damaged, Locked, made.secrets[made.record_id]}

    def test_a_closed_key_is_not_passed_off_as_one_that_needs_no_passphrase(
        self, made: Made, whole: bytes
    ) -> None:
        """BA-11."""
        made.keys.write_bytes(altered(whole, lambda it: it["keys"][made.closed_id].update(wrap="vault")))
        with pytest.raises(Damaged):
            opened(made.folder).keys.find(made.closed_id)

    def test_a_closed_record_that_seems_to_be_of_nothing_keeps_another_from_being_begun(
        self, made: Made, whole: bytes
    ) -> None:
        """BA-11: one flipped digit in `of` must not make an empty closed record of one that has words."""
        made.keys.write_bytes(altered(whole, lambda it: it["keys"][made.closed_id].update(of="0" * 32)))
        with pytest.raises(Damaged, match=f"key of the record {made.closed_id}"):
            Record.create(opened(made.folder), kind="closed", of=made.record_id)

    @pytest.mark.parametrize("throw_away", [True, False])
    def test_a_file_without_a_vault_gets_no_key_in_clear_from_who_had_unlocked_one(
        self, made: Made, whole: bytes, throw_away: bool
    ) -> None:
        """What is said next must not be stored so that whoever put it there can read it; nor under a key of theirs."""
        window = opened(made.folder)
        key = {"kind": "signing", "of": None, "wrap": "none", "key": base64.b64encode(bytes(32)).decode()}
        put = {"format": 2, "throw_away": throw_away, "vault": None, "keys": {"f" * 32: key}}
        made.keys.write_text(json.dumps(put))
        for make in (lambda: Record.create(window), window.signing_key):
            with pytest.raises(Damaged, match="is not the one that was unlocked"):
                make()
        assert json.loads(made.keys.read_bytes()) == put
        made.keys.write_bytes(whole)
        assert window.keys.find(made.record_id).secret == made.secrets[made.record_id]

    @pytest.mark.parametrize("format_", [{"format": 1}, {"format": 2, "throw_away": True, "vault": None}])
    def test_a_file_without_any_key_is_no_new_folder_beside_records(
        self, made: Made, format_: dict[str, Any]
    ) -> None:
        """The next conference would be stored under a key in clear."""
        made.keys.write_text(json.dumps(format_ | {"keys": {}}))
        with pytest.raises(Damaged, match="missing or empty"):
            Record.create(Folder(made.folder.path))

    def test_the_mark_for_throwing_away_does_not_count_beside_records_that_no_key_opens(
        self, made: Made
    ) -> None:
        """Else the next conference would be kept in clear without a question."""
        key = {"kind": "signing", "of": None, "wrap": "none", "key": base64.b64encode(bytes(32)).decode()}
        put = {"format": 2, "throw_away": True, "vault": None, "keys": {"f" * 32: key}}
        made.keys.write_text(json.dumps(put))
        folder = Folder(made.folder.path)
        assert folder.needs_vault
        assert not folder.is_throw_away

    @pytest.mark.parametrize("salt", [b"x", b"", b"x" * 17])
    def test_a_salt_of_another_length_is_damage(self, made: Made, whole: bytes, salt: bytes) -> None:
        """Also where its digest fits: Argon2id would refuse it with an error that is no sentence."""

        def put(it: dict[str, Any]) -> None:
            slot = it["vault"]["passphrase"]
            slot["salt"] = base64.b64encode(salt).decode()
            cost = " ".join(str(each) for each in slot["cost"].values())
            text = f"conference vault slot 1\npassphrase {cost}\n{slot['salt']}\n{it['vault']['public']}\n{slot['wrapped']}"
            slot["digest"] = hashlib.sha256(text.encode()).hexdigest()

        made.keys.write_bytes(altered(whole, put))
        with pytest.raises(Damaged, match="What the passphrase opens is damaged"):
            Folder(made.folder.path).unlock(PASSPHRASE)
