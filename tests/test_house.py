"""The house itself: imports run one way, what is shipped, what is written down."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import grimp
import pytest


def test_imports_run_one_way(project: Path) -> None:
    """A lower floor never imports a higher one; the contracts are in pyproject.toml."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Not in a function either, nor for the types alone: whatever imports nothing that is left is taken away."""
    graph = grimp.build_graph("conference_tui", cache_dir=None)
    left = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    while free := {module for module, imported in left.items() if imported.isdisjoint(left)}:
        left = {module: imported for module, imported in left.items() if module not in free}
    assert sorted(left) == []


@pytest.mark.parametrize(
    ("module", "strangers"),
    [
        ("conference_tui.conference.reminders", ("textual", "rich", "tinydb", "reportlab", "cryptography")),
        ("conference_tui.meeting", ("textual", "rich", "reportlab", "platformdirs")),
        ("conference_tui.app", ("reportlab", "requests", "zxcvbn")),
        ("screens.unlock", ("conference_tui.meeting", "conference_tui.conference.procedure", "tinydb")),
    ],
)
def test_heavy_libraries_are_imported_late(module: str, strangers: tuple[str, ...], project: Path) -> None:
    """What a module does not need at its start is not there after importing it."""
    code = f"import sys, {module}; print([name for name in {strangers!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_wheel_holds_all_three_packages_and_their_files(project: Path, tmp_path: Path) -> None:
    """Screens need their style sheet, procedures and fonts their files; each package says that it is typed."""
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(project)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as built:
        names = set(built.namelist())
    tops = {name.split("/")[0] for name in names if not name.split("/")[0].endswith(".dist-info")}
    assert tops == {"conference_tui", "screens", "data"}
    assert {
        "screens/conference.tcss",
        "data/procedures/plain.toml",
        "data/procedures/barnsley.toml",
        "conference_tui/py.typed",
        "screens/py.typed",
        "data/py.typed",
    } <= names
    tracked = _tracked(project)
    shipped = {name for name in tracked if name.startswith(("conference_tui/", "screens/", "data/"))}
    assert shipped <= names
    assert not [name for name in names if "__pycache__" in name]


def test_every_requirement_of_a_library_says_why_in_the_decisions(project: Path) -> None:
    """Few dependencies, each with a line saying why it and not another."""
    build = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    decisions = (project / "docs" / "decisions.md").read_text(encoding="utf-8").lower()
    named = [re.split(r"[<>=\[]", entry)[0] for entry in build["project"]["dependencies"]]
    named += [re.split(r"[<>=\[]", entry)[0] for entry in build["project"]["optional-dependencies"]["test"]]
    assert [name for name in named if name.lower() not in decisions] == []


def test_nothing_committed_names_a_package_index_or_a_lock_of_one(project: Path) -> None:
    """A clone installs from whatever index its own machine has."""
    hosts = re.compile("pypi" + r"\.org|files\.python" + "hosted|registry\\.npm" + "js")
    found = []
    for name in _tracked(project):
        path = project / name
        if path.suffix in (".py", ".toml", ".md", ".txt", ".cfg", "") and path.is_file():
            text = path.read_text(encoding="utf-8", errors="ignore")
            found += [name] if hosts.search(text) else []
    assert found == []


def _tracked(project: Path) -> set[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=project, capture_output=True, text=True, check=True)
    return set(listed.stdout.split())
