"""A real terminal for tests: a private tmux server in which the program runs, its keyboard and its screen.

What is waited for is looked for again and again until it is there; nothing waits a fixed time. tmux comes with
Debian's package of that name.
"""

import os
import re
import secrets
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from screens.hands.strokes import Key, Stroke, Text

PROJECT = Path(__file__).parents[2]
HAS_TMUX = shutil.which("tmux") is not None
PATIENCE = 20.0
"""Seconds after which something that was waited for counts as missing."""
POLL = 0.01
AT_ONCE = 1000
"""Characters handed to tmux in one command."""
ESCAPE = ("-H", "1b", "5b", "32", "37", "75")
"""Escape, as terminals with the kitty protocol send it: it cannot run together with the letter that follows."""
SHIFTED = {"ctrl": "C", "shift": "S", "alt": "M"}
NAMES = {
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "backspace": "BSpace",
    "delete": "DC",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "home": "Home",
    "end": "End",
    "pageup": "PPage",
    "pagedown": "NPage",
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
}


class Missing(AssertionError):
    """What was waited for did not come; the message holds the screen as it was at last."""


class Terminal:
    """One terminal window. Leave it with `end`, which kills everything that runs in it."""

    def __init__(self, folder: Path, *, size: tuple[int, int] = (80, 24)) -> None:
        """Take an empty folder for what the terminal has to write down, and columns and rows."""
        self.folder = folder
        self.size = size
        self._server = f"conference-test-{os.getpid()}-{secrets.token_hex(4)}"
        self._status = folder / "status"
        self._pid = folder / "pid"

    # --- Beginning and end ----------------------------------------------------------------------------------

    def start(
        self,
        store: Path,
        *arguments: str,
        environment: Mapping[str, str] | None = None,
        through: str = "",
        without: Iterable[str] = (),
    ) -> None:
        """Run the program on a data folder. `through` is a shell command that is put before it."""
        command = [sys.executable, "-m", "conference_tui", "--store", str(store), *arguments]
        self.run(shlex.join(command), environment=environment, through=through, without=without)

    def run(
        self,
        command: str,
        *,
        environment: Mapping[str, str] | None = None,
        through: str = "",
        without: Iterable[str] = (),
    ) -> None:
        """Run a shell command in the terminal, and keep its process id, its exit status and how it left the tty."""
        pid, status = shlex.quote(str(self._pid)), shlex.quote(str(self._status))
        before, after = (shlex.quote(str(self.folder / name)) for name in ("tty-before", "tty-after"))
        inner = f"echo $$ > {pid}; exec {through} {command}"
        # The shell that waits outlives the signal of a closed window, so that it can tell how the program ended.
        script = (
            f"read begin; trap : HUP TERM; stty -a > {before}; sh -c {shlex.quote(inner)}; code=$?; "
            f"stty -a > {after} 2>/dev/null; echo $code > {status}.new; mv {status}.new {status}; exec cat"
        )
        program = self.folder / "run"
        program.write_text(script, encoding="utf-8")
        for left in (self._pid, self._status):
            left.unlink(missing_ok=True)
        surroundings = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"}
        surroundings.update(environment or {})
        for name in ("COLUMNS", "LINES", "TMUX", "TMUX_PANE", "PYTHONDONTWRITEBYTECODE", *without):
            surroundings.pop(name, None)
        columns, rows = self.size
        options = [
            "set",
            "-g",
            "default-terminal",
            "tmux-256color",
            ";",
            "set",
            "-g",
            "set-clipboard",
            "on",
            ";",
        ]
        window = ["new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(PROJECT)]
        self._tmux(
            "-f", "/dev/null", *options, *window, f"sh {shlex.quote(str(program))}", environment=surroundings
        )
        self._tmux("pipe-pane", f"cat > {shlex.quote(str(self.folder / 'bytes'))}")
        self._tmux("send-keys", "Enter")
        self._until(lambda: self._pid.exists() and self._pid.read_text().strip(), "the program's process")

    @property
    def pid(self) -> int:
        """The process of the program."""
        return int(self._pid.read_text())

    def ended(self) -> int:
        """Wait for the end of the program, and give its exit status as the shell saw it."""
        self._until(self._status.exists, "the end of the program")
        return int(self._status.read_text())

    def is_sane(self) -> bool:
        """Whether the terminal, after the program, is as it was before it: line, screen, cursor, mouse."""
        line_before, line_after = ((self.folder / name).read_text() for name in ("tty-before", "tty-after"))
        return (
            line_before == line_after and self.ask("#{alternate_on}#{cursor_flag}#{mouse_any_flag}") == "010"
        )

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def close_window(self, *told: int) -> None:
        """Close the window, as the person does with the mouse: the terminal is gone.

        What the program is told of it depends on what else runs in the window: a shell may pass the system's signal on,
        and when the shell itself ends the system continues its programs, so that they can end.
        """
        self._tmux("kill-server")
        for number in told:
            self.signal(number)

    def end(self) -> None:
        """Kill what still runs here."""
        self._tmux("kill-server", check=False)
        if self._pid.exists() and not self._status.exists():
            try:
                os.kill(self.pid, 9)
            except (ProcessLookupError, ValueError):
                return

    # --- The keyboard ---------------------------------------------------------------------------------------

    def type(self, words: str) -> None:
        """Type words, letter by letter as fast as a terminal takes them."""
        for begin in range(0, len(words), AT_ONCE):
            piece = words[begin : begin + AT_ONCE]
            # tmux ends a command at a semicolon that closes an argument.
            self._tmux("send-keys", "-l", "--", f"{piece[:-1]}\\;" if piece.endswith(";") else piece)

    def press(self, *names: str) -> None:
        """Press keys by Textual's names, one after the other, each once the program is at rest."""
        for name in names:
            self._key(name)
            self.settle()

    def strike(self, strokes: Iterable[Stroke]) -> None:
        """Do what a hand does, each stroke once the one before has had its effect."""
        for stroke in strokes:
            match stroke:
                case Key(name):
                    self._key(name)
                case Text(words):
                    self.type(words)
            self.settle()

    def paste(self, words: str) -> None:
        """Paste as terminals do: between marks, where the program has asked for them."""
        pasted = self.folder / "pasted"
        pasted.write_bytes(words.encode())
        self._tmux("load-buffer", str(pasted))
        self._tmux("paste-buffer", "-p", "-r")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.size = (columns, rows)
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def _key(self, name: str) -> None:
        if name == "escape":
            self._tmux("send-keys", *ESCAPE)
            return
        *shifts, key = name.split("+") if name != "+" else ["+"]
        named = NAMES.get(key, key if len(key) == 1 else key.upper())
        self._tmux("send-keys", "-".join([*(SHIFTED[shift] for shift in shifts), named]))

    # --- The screen -----------------------------------------------------------------------------------------

    def screen(self) -> str:
        """What is on the screen now, its lines without the space at their ends."""
        return self._tmux("capture-pane", "-p").rstrip("\n")

    def shows(self, *words: str) -> str:
        """Wait until all of these words are on the screen; gives the screen."""
        return self.until(lambda screen: all(each in screen for each in words), f"{words} on the screen")

    def gone(self, *words: str) -> str:
        """Wait until none of these words are on the screen; gives the screen."""
        return self.until(lambda screen: not any(each in screen for each in words), f"{words} gone")

    def has_colour(self) -> bool:
        """Whether any colour but the terminal's own, and shades of grey, is on the screen."""
        found = re.findall(r"\x1b\[[\d;]*[34]8;2;(\d+);(\d+);(\d+)", self._tmux("capture-pane", "-p", "-e"))
        return any(max(map(int, each)) - min(map(int, each)) > 2 for each in found)

    def bytes(self) -> bytes:
        """Every byte that the terminal was sent until now."""
        return (self.folder / "bytes").read_bytes()

    def until(self, looks_so: Callable[[str], bool], what: str) -> str:
        """Wait until the screen looks so; gives it."""
        seen = [""]

        def look() -> bool:
            seen[0] = self.screen()
            return looks_so(seen[0])

        self._until(look, what)
        return seen[0]

    def settle(self) -> str:
        """Wait until the program does nothing, and gives the screen."""
        before = ("", "")
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            now = (self.screen(), self._work_done())
            if now == before and now[1] != BUSY:
                return now[0]
            before = now
            time.sleep(POLL)
        raise Missing(f"The program did not come to rest. The screen:\n{before[0]}")

    def ask(self, variable: str) -> str:
        """What tmux says of the window."""
        return self._tmux("display-message", "-p", variable).strip()

    def _work_done(self) -> str:
        """How long each thread has run, where the system tells it; the same twice: nothing was done between."""
        tasks = Path(f"/proc/{self.pid}/task")
        if not tasks.is_dir():
            return ""
        try:
            threads = [
                task.joinpath("stat").read_text().rpartition(")")[2].split()[0] for task in tasks.iterdir()
            ]
            ran = [task.joinpath("schedstat").read_text().split()[0] for task in tasks.iterdir()]
        except (FileNotFoundError, ProcessLookupError):
            return BUSY
        return BUSY if set(threads) - {"S", "Z"} else " ".join(ran)

    def _until(self, is_so: Callable[[], object], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > deadline:
                raise Missing(
                    f"There is no {what}. The screen:\n{self._tmux('capture-pane', '-p', check=False)}"
                )
            time.sleep(POLL)

    def _tmux(self, *arguments: str, check: bool = True, environment: Mapping[str, str] | None = None) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-L", self._server, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if check and done.returncode:
            raise Missing(f"tmux {arguments[0]}: {done.stderr.strip()}")
        return done.stdout


BUSY = "busy"


def unwrapped(screen: str) -> str:
    """The text of a screen without its lines' ends and the edges of boxes."""
    return " ".join("".join(" " if sign in "│▌╭╮╰╯─" else sign for sign in screen).split())
