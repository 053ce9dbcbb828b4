"""On which printer: asked where there are several; the printing runs in a thread of its own."""

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec import Struct
from textual.app import App
from textual.widget import Widget

from screens.blank import may_ask
from screens.form import Field, Form, Values


class Printing(Struct, frozen=True, kw_only=True):
    """What is to be printed, and how the printer is asked for."""

    title: str
    note: str
    print_on: Callable[[str], None]
    """Prints on the queue of that name; where it is empty, there is none. Called in a worker's thread."""


def find_printer(part: Widget, printing: Printing) -> None:
    """Print on the only printer there is; where there are several, ask which."""
    _in_thread(part.app, partial(_look, part.app, part, printing))


def _look(app: App[Any], part: Widget, printing: Printing) -> None:
    from conference_tui.documents.printing import queues

    names = [queue.name for queue in queues()]
    if len(names) > 1:
        app.call_from_thread(ask_printer, part, printing, names)
    else:
        printing.print_on(names[0] if names else "")


def ask_printer(part: Widget, printing: Printing, names: list[str]) -> None:
    """Ask which, unless the program was locked or blanked meanwhile."""
    if not may_ask(part):
        return

    def save(values: Values) -> None:
        queue = values.needed("queue", values.one("queue"), "On which printer?")
        _in_thread(part.app, partial(printing.print_on, queue))

    options = tuple((name, name) for name in names)
    field = Field(name="queue", label="Printer", kind="one", options=options)
    part.app.push_screen(Form(printing.title, [field], save, note=printing.note, key="printer"))


def _in_thread(app: App[Any], work: Callable[[], None]) -> None:
    # The application's work: a box that is left takes its own with it. Described in fixed words: Textual would write
    # what the work is called with into its description.
    app.run_worker(work, thread=True, group="print", exit_on_error=False, description="printing")
