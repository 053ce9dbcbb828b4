"""Everything that was recorded, newest last: filtered, searched, struck with a reason, and restored."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from conference_tui.conference import events as e
from conference_tui.conference import seal
from conference_tui.conference.agenda import stages
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import one_line
from conference_tui.conference.timeline import Line, lines, matching
from conference_tui.meeting import Meeting
from conference_tui.store.errors import StoreError
from screens.calm import is_there
from screens.form import Field, Form, Values
from screens.widgets.key_bar import KeyBar
from screens.widgets.long_list import LongList
from screens.widgets.sheet import plain

CHAIR, MINUTE_TAKER = "chair", "minute-taker"
"""Who may be at the keyboard, as it stands in the record."""


class Source(Struct, frozen=True, kw_only=True):
    """What is to be read."""

    entries: Sequence[e.Recorded]
    conference: Conference
    procedure: Procedure
    remark: str = ""
    """What a person has to know who reads it: that it is damaged, that it is only for reading."""
    is_damaged: bool = False
    """Whether it ends before a damage, with whatever seals came after it."""


class Only(Struct, frozen=True, kw_only=True):
    """What is looked for beside the text; an empty one is everything."""

    stage: str = ""
    person: str = ""
    child: str = ""


class Entries(LongList):
    """The entries; Enter strikes one, or restores it."""

    BINDINGS = [
        Binding("enter", "choose", "Strike/restore", id="timeline.strike",
                tooltip="Strike the entry under the cursor with a reason, or restore it"),
    ]  # fmt: skip


class Timeline(Screen[None]):
    """One line an entry; the one under the cursor in full below."""

    BINDINGS = [
        Binding("escape", "back", "Back", id="timeline.back", tooltip="Back to where you were"),
        Binding("f2", "only", "Filter", id="timeline.only", tooltip="One stage, person or child alone"),
        Binding("f3", "everything", "All", id="timeline.all", tooltip="Everything again"),
        Binding("down", "to_list", "To the list", show=False),
        Binding("tab", "app.focus_next", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (72, "-narrow"), (104, "-wide")]

    def __init__(self, read: Callable[[], Source], meeting: Meeting | None = None) -> None:
        """Show what `read` gives. Without a meeting that is running nothing can be struck."""
        super().__init__()
        self._read_source = read
        self.meeting = meeting
        self._source: Source | None = None
        self._only = Only()
        self._all: tuple[Line, ...] = ()
        self._found: tuple[Line, ...] = ()
        self._opened = 0
        """The entry of another sitting that was opened on purpose; it closes when the cursor leaves it."""

    @classmethod
    def of(cls, meeting: Meeting) -> "Timeline":
        """The timeline of the meeting that is running."""

        def read() -> Source:
            return Source(entries=meeting.entries, conference=meeting.conference, procedure=meeting.procedure)

        return cls(read, meeting)

    def compose(self) -> ComposeResult:
        """A title with the seal, the search line, the list, the entry in full."""
        with Vertical(id="timeline"):
            yield Static(plain("Everything recorded", "bold $text-accent"), id="title", markup=False)
            yield Input(placeholder="search", id="search", compact=True)
            yield Entries(id="entries")
            yield Static("", id="entry", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Read it; follow the meeting."""
        self.query_one("#search", Input).focus()
        if self.meeting:
            self.meeting.listeners.append(self._changed)
        self._tell("Reading …")
        self._read()

    def on_unmount(self) -> None:
        """Listen no more."""
        if self.meeting and self._changed in self.meeting.listeners:
            self.meeting.listeners.remove(self._changed)

    def _changed(self) -> None:
        if self._source and self.meeting and len(self._source.entries) != self.meeting.count:
            self._read()

    # --- Reading --------------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="timeline")
    def _read(self) -> None:
        try:
            source = self._read_source()
        except (StoreError, LookupError, ValueError) as trouble:
            self.app.call_from_thread(self._tell, str(trouble))
            return
        found = lines(source.entries, source.conference, source.procedure)
        self.app.call_from_thread(self._show, source, found)

    def _show(self, source: Source, found: tuple[Line, ...]) -> None:
        if is_there(self):
            self._source, self._all = source, found
            self._search()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._search()

    def _search(self) -> None:
        """Show what fits; the cursor stays on its entry, or follows the newest until somebody goes into the list."""
        if self._source is None:
            return
        entries = self.query_one(LongList)
        follows = not self._found or (not entries.has_focus and entries.at == len(self._found) - 1)
        before = self._found[entries.at].seq if self._found else 0
        text = self.query_one("#search", Input).value
        self._found = matching(
            self._all, stage=self._only.stage, person=self._only.person, child=self._only.child, text=text
        )
        at = len(self._found) - 1
        if not follows:
            at = next((place for place, line in enumerate(self._found) if line.seq >= before), at)
        entries.show(len(self._found), self._line, at)
        self.query_one("#title", Static).update(self._title())

    def _title(self) -> Content:
        source = self._source
        assert source is not None
        shown = (
            f"{len(self._found)} of {len(self._all)}" if len(self._found) < len(self._all) else len(self._all)
        )
        parts = [
            plain("Everything recorded", "bold $text-accent"),
            plain(f"  {source.conference.ref}  {shown} entries"),
        ]
        if only := self._only_in_words():
            parts.append(plain(f"  only {only}", "$text-warning"))
        told = [Content.assemble(*parts), plain(_sealed(source), "$text-muted")]
        if source.remark:
            told.append(plain(source.remark, "$text-warning"))
        return Content("\n").join(told)

    def _only_in_words(self) -> str:
        source, only = self._source, self._only
        assert source is not None
        named = [_title_of(source, only.stage)] if only.stage else []
        named += [source.conference.name(someone) for someone in (only.person, only.child) if someone]
        return ", ".join(named)

    # --- Lines ----------------------------------------------------------------------------------------------

    def _line(self, place: int) -> Content:
        line = self._found[place]
        mark = "×" if line.struck else " "
        head = (f"{mark}{line.seq:>5}  {line.at[11:16]}  ", "$text-muted")
        return Content.assemble(
            head, plain(one_line(line.elsewhere or line.words), "strike $text-muted" if line.struck else "")
        )

    @on(LongList.Moved)
    def _moved(self) -> None:
        if not self._found:
            self._tell("Nothing fits." if self._all else "")
            return
        source, line = self._source, self._found[self.query_one(LongList).at]
        assert source is not None
        about = [f"{line.seq}", f"{line.at[:10]} {line.at[11:19]}", _title_of(source, line.stage)]
        about += [f"typed by the {line.by}"] if line.by else []
        if line.seq != self._opened:
            self._opened = 0
        words = f"{line.elsewhere} · Enter opens it" if self._is_hidden(line) else line.words
        told = [plain(" · ".join(about), "$text-muted"), plain(words)]
        if line.struck:
            who = f" by the {line.struck.who}" if line.struck.who else ""
            when = f"{line.struck.at[:10]} {line.struck.at[11:16]}"
            told.append(plain(f"Struck{who} at {when}: {line.struck.why or 'no reason'}", "$text-warning"))
        self.query_one("#entry", Static).update(Content("\n").join(told), layout=False)

    def _is_hidden(self, line: Line) -> bool:
        return bool(line.elsewhere) and line.seq != self._opened

    def _tell(self, words: str) -> None:
        if is_there(self):
            self.query_one("#entry", Static).update(Content(words), layout=False)

    # --- Filters --------------------------------------------------------------------------------------------

    def action_only(self) -> None:
        """Ask for a stage, a person, a child."""
        source = self._source
        if source is None:
            return

        def save(values: Values) -> None:
            self._only = Only(
                stage=values.one("stage"), person=values.one("person"), child=values.one("child")
            )
            self._search()

        def options(found: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
            return (("", "all"), *found)

        conference, only = source.conference, self._only
        titles = options(
            [(stage.id, stage.short or stage.title) for stage in stages(source.procedure, _kind_of(source))]
        )
        people = options([(person.id, person.label) for person in conference.people.values()])
        children = options([(child.id, child.label) for child in conference.children.values()])
        fields = [
            Field(name="stage", label="Stage", kind="one", options=titles, chosen=(only.stage,)),
            Field(name="person", label="Person", kind="one", options=people, chosen=(only.person,)),
            Field(name="child", label="Child", kind="one", options=children, chosen=(only.child,)),
        ]
        self.app.push_screen(Form("Show only", fields, save))

    def action_everything(self) -> None:
        """No filter, no search."""
        self._only = Only()
        self.query_one("#search", Input).value = ""
        self._search()

    @on(Input.Submitted)
    def action_to_list(self) -> None:
        """From the search line into the list."""
        self.query_one(LongList).focus()

    def action_back(self) -> None:
        """Back to where somebody came from."""
        self.dismiss(None)

    # --- Striking and restoring -----------------------------------------------------------------------------

    @on(LongList.Chosen)
    def _chosen(self, event: LongList.Chosen) -> None:
        event.stop()
        line = self._found[self.query_one(LongList).at]
        if self._is_hidden(line):
            self._opened = line.seq
            self._moved()
        elif self.meeting is None:
            self.notify("This is only for reading: nothing can be struck here.", markup=False)
        elif line.struck:
            self._restore(self.meeting, line)
        elif why_not := self.meeting.strike_refusal(line.seq):
            self.notify(why_not, markup=False)
        else:
            self._strike(self.meeting, line)

    def _strike(self, meeting: Meeting, line: Line) -> None:
        def save(values: Values) -> None:
            why = values.needed(
                "why", values.words("why"), "Why is it struck? The reason stays in the record."
            )
            meeting.by = values.one("by")
            meeting.strike_entry(line.seq, why, meeting.by)

        why = Field(name="why", label="Reason", kind="words", hint="stays in the record with what was struck")
        form = Form(f"Strike entry {line.seq}", [why, who(meeting)], save, meeting=meeting, note=line.words,
                    key=f"strike/{line.seq}")  # fmt: skip
        self.app.push_screen(form)

    def _restore(self, meeting: Meeting, line: Line) -> None:
        def save(values: Values) -> None:
            meeting.by = values.one("by")
            meeting.record(e.Restored(seq=line.seq), by=meeting.by)

        title = f"Restore entry {line.seq}: it counts again"
        self.app.push_screen(
            Form(title, [who(meeting)], save, meeting=meeting, note=line.words, key=f"restore/{line.seq}")
        )


def _sealed(source: Source) -> str:
    """The last seal. What was sealed after a damage is not known, and is not said to be unsealed."""
    seals = source.conference.seals
    if source.is_damaged:
        last = (
            f"Last seal before the damage: {seal.words(seals[-1])}."
            if seals
            else "No seal before the damage."
        )
        return f"{last} Seals after it cannot be seen."
    return (
        f"Last seal: {seal.words(seals[-1])}"
        if seals
        else "Not sealed yet: a seal follows each decision, and the close."
    )


def _kind_of(source: Source) -> e.Kind | None:
    return source.conference.opened.kind if source.conference.opened else None


def _title_of(source: Source, stage: str) -> str:
    return next((each.title for each in stages(source.procedure) if each.id == stage), stage)


def at_the_keyboard(meeting: Meeting) -> Form:
    """Asks who is at the keyboard; it stands in every entry from then on."""

    def save(values: Values) -> None:
        meeting.by = values.one("by")

    return Form("Who is at the keyboard?", [who(meeting)], save, key="keyboard")


def who(meeting: Meeting) -> Field:
    """The choice of who is at the keyboard."""
    opened = meeting.conference.opened
    names = {CHAIR: meeting.conference.chair, MINUTE_TAKER: opened.minute_taker if opened else ""}
    options = tuple((role, f"{role}, {name}" if name else role) for role, name in names.items())
    return Field(name="by", label="By", kind="one", options=options, chosen=(meeting.by,))
