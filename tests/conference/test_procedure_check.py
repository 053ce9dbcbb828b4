"""Checking a procedure file: every mistake at once, each with its line, its key and what was expected."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conference_tui import authorities
from conference_tui.conference.procedure_file import mistakes, parse
from conference_tui.conference.procedure_mistakes import ProcedureError

SHIPPED = Path(__file__).parents[2] / "data" / "procedures"
OF_ITS_OWN = ("sources", "guidance.jargon", "guidance.labels", "guidance.acronyms")
"""Tables whose keys the file makes up."""
PLAIN = (SHIPPED / "plain.toml").read_text(encoding="utf-8")
NAMES = authorities.names(Path("no such folder"))

ONE_LINE = re.compile(r"^([\w-]+) = (.*)$")


def told(text: str) -> list[str]:
    """What is said of a file called own.toml, without the beginning that is the same everywhere."""
    return [str(each).removeprefix("The procedure own.toml, ") for each in mistakes(text, "own", PLAIN)]


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_files_have_no_mistake(name: str) -> None:
    assert authorities.check(SHIPPED / f"{name}.toml") == []


def test_all_mistakes_are_told_at_once_in_the_order_of_the_lines() -> None:
    """One run of the check, and everything can be mended."""
    text = (
        'titel = "Own"\n'
        'authority = ""\n'
        "[limits.minutes]\n"
        'cuont = 15\nunit = "weeks"\n'
        "[quorum]\n"
        'required = ["social_care", "healt"]\n'
        'source = "mine"\n'
    )
    found = told(text)
    assert [each.partition(": ")[0] for each in found] == [
        "line 1, titel",
        "line 3, limits.minutes",
        "line 4, limits.minutes.cuont",
        "line 5, limits.minutes.unit",
        "line 7, quorum.required[1]",
    ]
    assert "Was title meant?" in found[0]
    assert "Expected a source" in found[1]
    assert "Was count meant?" in found[2]
    assert found[4].endswith("Expected one of education, health, police, social_care, got “healt”.")


def test_what_does_not_fit_together_is_told_once_each_part_is_right() -> None:
    text = '[sources]\nmine = "Own"\n[quorum]\nrequired = []\nmodel = "named-partners"\nsource = "nobody"\n'
    assert [each.partition(": ")[0] for each in told(text)] == [
        "line 4, quorum.required",
        "line 6, quorum.source",
    ]
    assert told(text.replace("[]", '["police"]').replace("nobody", "mine")) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("limits.minutes.count = true\n", "line 1, limits.minutes.count: Expected a whole number, got true or false."),
        ('"limits"."minutes".source = 3\n', "line 1, limits.minutes.source: Expected text in quotes"),
        (
            '[limits.letter]\nalso = [\n  { count = 1, unit = "months" },\n  { count = 1, unit = "weeks" },\n]\n',
            "line 4, limits.letter.also[1].unit: Expected one of",
        ),
        ('roles = [\n  "Mother",\n  3,\n]\n', "line 3, roles[1]: Expected text in quotes, got a whole number."),
        ('roles = "Mother"\n', "line 1, roles: Expected a list, got “Mother”."),
        ('roles = ["Mother"]\n', "line 1, roles: Expected roles_source as well"),
        ('title = "Own\\u001b[31m"\n', "line 1, title: Expected text without control characters"),
        ("title = 2026-12-01\n", "line 1, title: Expected text in quotes, got a date or a time."),
        ("quorum = 3\n", "line 1, quorum: Expected a table, got a whole number."),
        ("limits.letter = 3\n", "line 1, limits.letter: Expected a table [limits.letter], got a whole number."),
        ("sources = 3\n", "line 1, sources: Expected a table, got a whole number."),
        ("sources.mine = 3\n", "line 1, sources.mine: Expected text in quotes, got a whole number."),
        ("stages.plan.statements = 3\n", "line 1, stages.plan.statements: Expected tables [stages.plan.statements.KEY]"),
        ('agenda = "plan"\n', "line 1, agenda: Expected a list of all stages, each once: before,"),
        ('[limits.own]\nwhat = "x"\ncount = 1\nunit = "months"\nsource = "own"\n', "line 1, limits.own: This key is missing: from, one of birth, close, conference"),
        ('[limits.own]\nwhat = "x"\ncount = 1\nunit = "months"\nfrom = "close"\n', "line 1, limits.own: This key is missing: source, text in quotes."),
        ('[checklist.tea]\ntext = "Tea."\n', "line 1, checklist.tea: This key is missing: source"),
        ('authority = " "\n', "line 1, authority: Expected a name; it is printed."),
        ('[limits.letter]\nunit = "hours"\nsource = "own"\n', "line 2, limits.letter.unit: Hours are counted from the close only"),
        ('[limits.letter]\nalso = [{ count = 3, unit = "hours" }]\nsource = "own"\n', "line 2, limits.letter.also: A second limit is not in hours."),
        ('[ages]\nadvocate_over = 18\nsource = "own"\n', "line 2, ages.advocate_over: Expected an age from 0 to 17."),
        ('[ages]\nchild_invited = 7\nchild_invited_over = 7\nsource = "own"\n', "line 3, ages.child_invited_over: Expected child_invited or"),
        ('[scale]\nlow_score = 11\nsource = "own"\n', "line 2, scale.low_score: Expected a number from 0 to 10."),
        ('[quorum]\nothers = 0\nsource = "own"\n', "line 1, quorum.model: Expected social_care in required and others"),
        ('[quorum]\nothers = -1\nmodel = "named-partners"\nsource = "own"\n', "line 2, quorum.others: Expected 0 or more."),
        ('[review.no_progress]\nfrom_review = 0\nsource = "own"\n', "line 2, review.no_progress.from_review: Expected 1 or more"),
        ('[review.progress]\nsays = "x"\nsource = "nobody"\n', "line 3, review.progress.source: The source “nobody”"),
        ('[stages.close]\nkinds = ["review"]\nsource = "own"\n', "line 2, stages.close.kinds: Every conference has this stage"),
        ('[stages.child]\nkinds = ["reveiw"]\nsource = "own"\n', "line 2, stages.child.kinds[0]: Expected one of initial, pre-birth, review,"),
        ('[stages.set_up]\ntitle = "x"\n', "line 1, stages.set_up: Expected one of before,"),
        ('[limits.letter]\ncount = 10001\nsource = "own"\n', "line 2, limits.letter.count: Expected 10000 or less."),
        ('[limits.letter]\nalso = [{ count = -1, unit = "months" }]\nsource = "own"\n', "line 2, limits.letter.also: Expected 0 or more"),
        ('agenda_source = "nobody"\n', "line 1, agenda_source: The source “nobody”"),
    ],
)  # fmt: skip
def test_a_mistake_of_each_sort(text: str, said: str) -> None:
    found = told(text)
    assert [each for each in found if each.startswith(said)], found


def test_the_stages_of_an_agenda_that_are_missing_twice_or_unknown_are_named() -> None:
    """KC-6: the order is the procedure's, and no stage is lost by a slip."""
    agenda = re.search(r"agenda = \[[^]]*\]", PLAIN)
    assert agenda is not None
    (wrong,) = told(
        agenda[0].replace('"plan"', '"close"').replace('"child"', '"tea"') + '\nagenda_source = "own"\n'
    )
    assert wrong.startswith("line 1, agenda: ")
    assert wrong.endswith("missing: child, plan; twice: close; not known: tea.")


def lines_that_set(name: str) -> Iterator[tuple[int, str, str]]:
    """Every line of a shipped procedure that sets one key: its number, its table and the key."""
    table = ""
    for number, line in enumerate((SHIPPED / f"{name}.toml").read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("["):
            table = line.strip("[] \n")
        elif (found := ONE_LINE.match(line)) and found[2] != "[":
            yield number, table, found[1]


def with_lines(name: str, instead: Mapping[int, str]) -> str:
    lines = (SHIPPED / f"{name}.toml").read_text(encoding="utf-8").splitlines()
    return "\n".join(instead.get(number, line) for number, line in enumerate(lines, 1))


@pytest.mark.parametrize("name", NAMES)
def test_a_value_of_the_wrong_sort_is_told_wherever_it_stands(name: str) -> None:
    """Every line of each shipped file at once: the check names each line and each key."""
    lines = {number: key for number, _, key in lines_that_set(name)}
    text = with_lines(name, {number: f"{key} = 1979-05-27" for number, key in lines.items()})
    found = mistakes(text, name, PLAIN)
    assert {wrong.line: wrong.key.rpartition(".")[2] for wrong in found} == lines
    assert len(found) == len(lines)
    assert all(wrong.expected.startswith("Expected") for wrong in found)


def test_one_mistake_alone_is_the_one_that_is_told() -> None:
    """Each line of a file in turn; and a file with a mistake is not used."""
    for number, _, key in lines_that_set("barnsley"):
        text = with_lines("barnsley", {number: f"{key} = 1979-05-27"})
        (wrong,) = mistakes(text, "barnsley", PLAIN)
        assert (wrong.line, wrong.key.rpartition(".")[2]) == (number, key)
        with pytest.raises(ProcedureError) as caught:
            parse(text, "barnsley", PLAIN)
        assert str(caught.value) == str(wrong)


@pytest.mark.parametrize("name", NAMES)
def test_a_key_that_is_misspelt_is_told_wherever_it_stands(name: str) -> None:
    """Every key of each shipped file, with a letter too many; but not where the keys are words of somebody's own."""
    lines = {number: key for number, table, key in lines_that_set(name) if table not in OF_ITS_OWN}
    text = with_lines(name, {number: f'{key}s = "x"' for number, key in lines.items()})
    meant = {
        wrong.line: wrong.expected
        for wrong in mistakes(text, name, PLAIN)
        if "is not known" in wrong.expected
    }
    assert {number: f"Was {key} meant?" in meant[number] for number, key in lines.items()} == dict.fromkeys(
        lines, True
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("own.toml", b'title = "Own"', []),
        ("own.toml", b'\xef\xbb\xbftitle = "Own"', []),
        ("own.toml", b'title = "Own"\nauthority = "\xff"', ["line 2, is not text in UTF-8"]),
        ("own.toml", b"title = \n", ["own.toml, line 1: This is not TOML"]),
        ("own.toml", b"# " + b"x" * authorities.LARGEST, ["far too large"]),
        ("own.txt", b'title = "Own"', ["has to end in .toml"]),
        ("own.toml", b"", []),
    ],
)
def test_a_file_of_any_kind_is_answered(name: str, content: bytes, said: list[str], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    found = authorities.check(tmp_path / name)
    assert len(found) == len(said)
    assert all(words in sentence for words, sentence in zip(said, found, strict=True))


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 50_000, "a = " + "1" * 9_000, "[" * 50_000, "\x00", "a.b = 1\na = 2"]
)
def test_no_text_is_too_strange_for_an_answer(text: str) -> None:
    (wrong,) = mistakes(text, "own", PLAIN)
    assert wrong.expected


BARNSLEY_LINES = (SHIPPED / "barnsley.toml").read_text(encoding="utf-8").splitlines()


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.lists(st.tuples(st.integers(0, len(BARNSLEY_LINES) - 1), st.sampled_from(BARNSLEY_LINES)), max_size=4)
)
def test_a_file_is_used_exactly_if_the_check_finds_nothing(changes: list[tuple[int, str]]) -> None:
    """Lines put in the place of others, at random: whatever comes of it, check and program agree."""
    lines = list(BARNSLEY_LINES)
    for number, line in changes:
        lines[number] = line
    text = "\n".join(lines)
    found = mistakes(text, "own", PLAIN)
    if not found:
        assert parse(text, "own", PLAIN).name == "own"
        return
    with pytest.raises(ProcedureError) as caught:
        parse(text, "own", PLAIN)
    assert str(caught.value) == str(found[0])


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    assert "There is no file" in authorities.check(tmp_path / "own.toml")[0]
    assert "There is no file" in authorities.check(tmp_path)[0]
