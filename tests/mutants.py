"""What the tests do not notice: each condition of who may read what negated, each row of a table taken away, in turn.

    python -m tests.mutants [file …] [--only words …] [--tests file …] [--jobs number] [--list]

One change at a time is made in a copy of the checkout, and the quick tests of reading run there until the first of them
fails. What none of them notices is listed at the end; the exit code is 1 where that is more than `EXPLAINED`.
"""

import argparse
import ast
import compileall
import copy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from py_compile import PycInvalidationMode
from queue import Queue

from msgspec import Struct

HOME = Path(__file__).parent.parent
READING = ("conference_tui/conference/reading/rule.py", "conference_tui/conference/reading/mask.py")
TESTS = (
    "tests/matrix/test_drawn_from.py",
    "tests/conference/test_reading*.py",
    "tests/conference/test_kept_apart.py",
    "tests/conference/test_questions.py",
    "tests/matrix/test_planted_words.py",
)
"""The quickest first."""
QUICK = "not finished"
"""Of the matrix the tests that lay no page out."""
COPIED = ("conference_tui", "screens", "data", "tests", "pyproject.toml")
EXPLAINED: dict[str, str] = {}
"""What may go unnoticed, as it is listed without its line, with why."""

Change = Callable[[ast.AST], None]


class Mutant(Struct, frozen=True):
    """One change to one file."""

    file: str
    line: int
    what: str
    source: str
    """The whole file, changed."""

    @property
    def listed(self) -> str:
        """The change, with its line."""
        return f"{self.file}:{self.line}: {self.what}"

    @property
    def told(self) -> str:
        """The change, without its line."""
        return f"{self.file}: {self.what}"


def mutants(file: str) -> Iterator[Mutant]:
    """Every change to a file, one after another."""
    tree = ast.parse((HOME / file).read_text(encoding="utf-8"))
    for place, node in enumerate(ast.walk(tree)):
        for what, change in _changes(node):
            changed = copy.deepcopy(tree)
            change(next(each for at, each in enumerate(ast.walk(changed)) if at == place))
            line = getattr(node.ifs[0] if isinstance(node, ast.comprehension) else node, "lineno", 0)
            yield Mutant(file, line, what, ast.unparse(ast.fix_missing_locations(changed)))


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    yield from _negations(node)
    yield from _rows(node)


# --- Conditions negated --------------------------------------------------------------------------------------------


def _negations(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        yield f"not: {ast.unparse(node.test)}", _negate_test
    if isinstance(node, ast.comprehension):
        for place, condition in enumerate(node.ifs):
            yield f"not, of each: {ast.unparse(condition)}", _negating("ifs", place)
    if isinstance(node, ast.BoolOp):
        for place, operand in enumerate(node.values):
            yield f"not, in “{ast.unparse(node)}”: {ast.unparse(operand)}", _negating("values", place)
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Compare | ast.UnaryOp):
        yield f"not, returned: {ast.unparse(node.value)}", _negate_value


def _negated(condition: ast.expr) -> ast.expr:
    if isinstance(condition, ast.UnaryOp) and isinstance(condition.op, ast.Not):
        return condition.operand
    return ast.UnaryOp(op=ast.Not(), operand=condition)


def _negate_test(node: ast.AST) -> None:
    assert isinstance(node, ast.If | ast.IfExp | ast.While)
    node.test = _negated(node.test)


def _negate_value(node: ast.AST) -> None:
    assert isinstance(node, ast.Return)
    assert node.value is not None
    node.value = _negated(node.value)


def _negating(field: str, place: int) -> Change:
    def change(node: ast.AST) -> None:
        conditions = getattr(node, field)
        conditions[place] = _negated(conditions[place])

    return change


# --- Rows taken away -----------------------------------------------------------------------------------------------


def _rows(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """Each row of a dictionary, each of a set, and each of what a loop goes through one by one."""
    if isinstance(node, ast.Dict) and len(node.keys) > 1:
        for place, key in enumerate(node.keys):
            if key is not None:
                row = f"{ast.unparse(key)}: {ast.unparse(node.values[place])}"
                yield f"without the row {row}", _without(place, "keys", "values")
    if isinstance(node, ast.Set) and len(node.elts) > 1:
        for place, element in enumerate(node.elts):
            if not isinstance(element, ast.Starred):
                yield f"without {ast.unparse(element)} of “{_short(node)}”", _without(place, "elts")
    if isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple | ast.List):
        for place, element in enumerate(node.iter.elts):
            yield f"without {ast.unparse(element)} of “{_short(node.iter)}”", _without_turn(place)


def _short(node: ast.AST) -> str:
    told = ast.unparse(node)
    return told if len(told) < 60 else f"{told[:57]}…"


def _without(place: int, *fields: str) -> Change:
    def change(node: ast.AST) -> None:
        for field in fields:
            del getattr(node, field)[place]

    return change


def _without_turn(place: int) -> Change:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.For)
        assert isinstance(node.iter, ast.Tuple | ast.List)
        del node.iter.elts[place]

    return change


# --- Trying them ---------------------------------------------------------------------------------------------------


class Place:
    """A copy of the checkout, in which one change at a time is tried."""

    def __init__(self, folder: Path, tests: Sequence[str], quick: str) -> None:
        self.folder = folder
        for name in COPIED:
            source = HOME / name
            if source.is_dir():
                shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, folder / name)
        compileall.compile_dir(folder, quiet=2, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
        found = [str(each.relative_to(folder)) for test in tests for each in sorted(folder.glob(test))]
        self._run = [
            sys.executable,
            "-B",
            "-m",
            "pytest",
            "-q",
            "-n",
            "0",
            "-p",
            "no:cacheprovider",
            "-k",
            quick,
        ]
        self._run += found

    def failing(self) -> tuple[str, ...]:
        """The tests that fail without any change."""
        ran = subprocess.run(
            [*self._run, "-rf"], cwd=self.folder, capture_output=True, text=True, check=False
        )
        lines = (
            line.removeprefix("FAILED ") for line in ran.stdout.splitlines() if line.startswith("FAILED ")
        )
        return tuple(line.partition(" - ")[0] for line in lines)

    def notices(self, mutant: Mutant, without: Sequence[str]) -> bool:
        """Whether a test fails with the change, those `without` not counted; the copy is as it was afterwards."""
        changed = self.folder / mutant.file
        before = changed.read_bytes()
        changed.write_text(mutant.source, encoding="utf-8")
        left_out = [f"--deselect={test}" for test in without]
        try:
            ran = subprocess.run(
                [*self._run, "-x", *left_out], cwd=self.folder, capture_output=True, check=False
            )
        finally:
            changed.write_bytes(before)
        return ran.returncode != 0


def tried(every: Sequence[Mutant], jobs: int, tests: Sequence[str], quick: str) -> list[Mutant]:
    """What is not noticed of all that is tried, by so many side by side."""
    with tempfile.TemporaryDirectory() as folder:
        places: Queue[Place] = Queue()
        for number in range(jobs):
            (Path(folder) / str(number)).mkdir()
            places.put(Place(Path(folder) / str(number), tests, quick))
        first = places.get()
        without = first.failing()
        places.put(first)
        for test in without:
            print(f"fails without any change, and does not count: {test}", flush=True)

        def is_noticed(mutant: Mutant) -> bool:
            place = places.get()
            try:
                return place.notices(mutant, without)
            finally:
                places.put(place)

        unnoticed = []
        with ThreadPoolExecutor(jobs) as side_by_side:
            for number, noticed in enumerate(side_by_side.map(is_noticed, every), 1):
                mutant = every[number - 1]
                said = "noticed" if noticed else "NOT NOTICED"
                print(f"{number}/{len(every)} {said} {mutant.listed}", flush=True)
                unnoticed += [] if noticed else [mutant]
        return unnoticed


def main() -> int:
    """Try every change and list what was not noticed."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("files", nargs="*", default=list(READING), help="which files are changed")
    asked.add_argument(
        "--only", nargs="+", default=[""], help="only changes that are listed with these words"
    )
    asked.add_argument("--tests", nargs="+", default=list(TESTS), help="which tests run")
    asked.add_argument("--quick", default=QUICK, help="which of them, as pytest's -k")
    asked.add_argument("--jobs", type=int, default=2, help="how many are tried side by side")
    asked.add_argument("--list", action="store_true", help="list the changes and try none")
    told = asked.parse_args()
    found = [mutant for file in told.files for mutant in mutants(file)]
    every = [mutant for mutant in found if any(words in mutant.listed for words in told.only)]
    if told.list:
        print(*(each.listed for each in every), sep="\n")
        return 0
    unnoticed = tried(every, told.jobs, told.tests, told.quick)
    print(f"{len(every) - len(unnoticed)} of {len(every)} changes are noticed. Not noticed:")
    for each in unnoticed:
        print(f"  {each.listed} ({EXPLAINED.get(each.told, 'not explained')})")
    return int(any(each.told not in EXPLAINED for each in unnoticed))


if __name__ == "__main__":
    sys.exit(main())
