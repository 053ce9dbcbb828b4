"""The family tree, drawn with the family beside the screen: who belongs to whom, corrected where they say so (KC-4).

It is shown to the family: no address, no telephone number and nothing of a closed slot stands in it, and its forms
ask for none.
"""

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from conference_tui.conference import events as e
from conference_tui.conference import family_tree
from conference_tui.conference.family_ties import relations_of
from conference_tui.conference.people import Relation
from conference_tui.conference.relating import child_entered, entered, joined
from conference_tui.conference.state import Conference
from conference_tui.meeting import Meeting, Refused
from screens.form import Field, Form, Values, Wanting
from screens.widgets.key_bar import KeyBar
from screens.widgets.tree_letters import drawn
from screens.widgets.tree_view import TreeView

NOT_JOINED = "none"
RELATIONS = (
    *((each.value, "other: in words" if each is Relation.OTHER else each.to) for each in Relation),
    (NOT_JOINED, "not joined any more"),
)
"""What somebody can be of somebody else, as it is chosen."""

OF_THE_CONFERENCE = (
    "{name} belongs to the conference and stays in the tree. Enter takes a line away: “not joined any more”. Who is "
    "invited is corrected at the set-up."
)


class FamilyTree(ModalScreen[None]):
    """The tree over the whole screen, or the same in sentences."""

    BINDINGS = [
        Binding("n", "add", "New", id="tree.add", tooltip="Draw in somebody who is not at the conference"),
        Binding("t", "sentences", "In words", id="tree.sentences", tooltip="The tree in plain sentences, and back"),
        Binding("p", "in_plans", "In plans", id="tree.in_plans",
                tooltip="Whether each child's plan shows this child's part of the tree"),
        Binding("x", "take_out", "Take out", id="tree.take_out",
                tooltip="Take somebody out who was drawn by mistake"),
        Binding("f1", "help", "Help", show=False),
        Binding("ctrl+z", "undo", "Undo", id="tree.undo", tooltip="Strike the last thing recorded"),
        Binding("escape", "dismiss", "Back", id="tree.back", tooltip="Back to the stage"),
    ]  # fmt: skip

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting
        self._shown: Conference | None = None

    def action_help(self) -> None:
        """What the procedure says at the stage beneath, and the keys, those of the box too."""
        from screens.help import help_over

        help_over(self.app)

    def compose(self) -> ComposeResult:
        """A line above, the tree or its sentences, a line below."""
        yield Static(
            Content("The family tree · arrows go about, Enter joins, / finds a name"), id="tree-title"
        )
        yield TreeView(id="tree")
        with VerticalScroll(id="sentences"):
            yield Static("", markup=False)
        yield Static("", id="tree-note", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow the meeting."""
        self.meeting.listeners.append(self._draw)
        self.query_one("#sentences").display = False
        self._draw()
        self.query_one(TreeView).focus()

    def on_unmount(self) -> None:
        """Listen no more."""
        if self._draw in self.meeting.listeners:
            self.meeting.listeners.remove(self._draw)

    @property
    def conference(self) -> Conference:
        """The conference as it stands."""
        return self.meeting.conference

    def on_resize(self) -> None:
        """Those who are not joined yet stand side by side as the width lets them."""
        self._shown = None
        self._draw()

    def _draw(self) -> None:
        if self._shown is self.conference or not self.is_attached:
            return
        self._shown = self.conference
        tree = family_tree.tree(self.conference)
        letters = drawn(tree, widest=max(20, self.size.width - 2))
        names = {member.id: member.name for member in tree.members}
        first = next(iter(self.conference.children), next(iter(names), ""))
        self.query_one(TreeView).show(letters, names, first)
        self.query_one("#tree-note", Static).update(
            Content(f"{family_tree.RESPONSIBILITY} {self._shown_where()}")
        )
        told = "\n".join(f"· {sentence}" for sentence in tree.sentences)
        nobody = (
            "Nobody is entered yet. Children and people are entered at the set-up; n draws in somebody else."
        )
        self.query_one("#sentences Static", Static).update(Content(told or nobody))
        if not tree.members:
            self.query_one("#tree-title", Static).update(Content(nobody))

    def _shown_where(self) -> str:
        shows = "shows" if self.conference.tree_in_plans else "does not show"
        return f"Each child's plan {shows} that child's own family."

    def action_sentences(self) -> None:
        """Between the picture and the sentences, which say the same."""
        sentences, tree = self.query_one("#sentences"), self.query_one(TreeView)
        sentences.display = not sentences.display
        tree.display = not sentences.display
        (sentences if sentences.display else tree).focus()

    def action_in_plans(self) -> None:
        """Let the plans show the tree, or not show it."""
        try:
            self.meeting.record(e.TreeInPlansChosen(shown=not self.conference.tree_in_plans))
        except Refused as refused:
            self.notify(str(refused), severity="warning", markup=False)

    def action_undo(self) -> None:
        """Take back the last thing that was recorded."""
        try:
            self.meeting.undo()
        except Refused as refused:
            self.notify(str(refused), markup=False)

    # --- Joining --------------------------------------------------------------------------------------------

    @on(TreeView.Chosen)
    def _chosen(self, event: TreeView.Chosen) -> None:
        event.stop()
        self.join(event.member)

    def join(self, someone: str) -> None:
        """Ask what somebody is of whom, and what else the tree says of them."""
        conference = self.conference
        relative = conference.relatives.get(someone)

        def save(values: Values) -> None:
            relation = _read_relation(values)
            named = [] if relative is None else self._named(values, someone)
            self.meeting.record(*named, *self._of_person(values, someone), *self._of_child(values, someone))
            self._relate(someone, relation)

        fields = [
            *(self._name_fields(someone) if relative else ()),
            *self._relation_fields(someone),
            *self._more_fields(someone),
        ]
        told = relations_of(conference, someone)
        form = Form(
            conference.name(someone),
            fields,
            save,
            meeting=self.meeting,
            note=" ".join(told[:4]) + (" …" if len(told) > 4 else ""),
            key=f"tree/{someone}",
            only_changes=True,
        )
        self.app.push_screen(form)

    def action_add(self) -> None:
        """Draw in somebody who is neither invited nor a child of the conference."""
        someone = self.meeting.new_id()

        def save(values: Values) -> None:
            relation = _read_relation(values)
            self.meeting.record(*self._named(values, someone))
            self._relate(someone, relation)
            self.query_one(TreeView).go(someone)

        fields = [*self._name_fields(someone), *self._relation_fields(someone)]
        self.app.push_screen(
            Form("Somebody of the family", fields, save, meeting=self.meeting, key="tree/new")
        )

    def action_take_out(self) -> None:
        """Take out who the cursor is on, where it was drawn here."""
        someone = self.query_one(TreeView).at
        if someone in self.conference.relatives:
            try:
                self.meeting.record(e.RelativeNamed(relative=someone, in_tree=False))
            except Refused as refused:
                self.notify(str(refused), severity="warning", markup=False)
        elif someone:
            self.notify(OF_THE_CONFERENCE.format(name=self.conference.name(someone)), markup=False)

    # --- Fields ---------------------------------------------------------------------------------------------

    def _name_fields(self, someone: str) -> list[Field]:
        before = self.conference.relatives.get(someone)
        return [
            Field(
                name="name",
                label="Name",
                value=before.name if before else "",
                hint="empty where nobody knows it",
            ),
            Field(
                name="role",
                label="Who",
                value=before.role if before else "",
                hint="grandfather; the mother's partner",
            ),
            Field(
                name="died",
                label="Died",
                value=before.died if before else "",
                hint="when, in words; empty while living",
            ),
        ]

    def _relation_fields(self, someone: str) -> list[Field]:
        conference = self.conference
        others = [member for member in family_tree.tree(conference).members if member.id != someone]
        return [
            Field(name="is", label="Is", kind="one", options=RELATIONS),
            Field(
                name="of", label="Of, to", kind="one", options=tuple((each.id, each.name) for each in others)
            ),
            Field(
                name="note",
                label="In their words",
                hint="“mother's mother”, “since summer”; or empty",
            ),
        ]

    def _more_fields(self, someone: str) -> list[Field]:
        conference = self.conference
        children = tuple((child.id, child.label) for child in conference.children.values())
        if person := conference.people.get(someone):
            chosen = person.responsibility_for
            return [_several("responsible", "Parental responsibility for", children, chosen)]
        if child := conference.children.get(someone):
            people = tuple(
                (member.id, member.name)
                for member in family_tree.tree(conference).members
                if member.id in conference.people
            )
            return [_several("lives_with", "Lives with", people, child.lives_with)]
        return []

    # --- What is recorded -----------------------------------------------------------------------------------

    def _named(self, values: Values, someone: str) -> list[e.AnyEvent]:
        event = e.RelativeNamed(
            relative=someone, name=values.line("name"), role=values.line("role"), died=values.line("died")
        )
        before = self.conference.relatives.get(someone)
        same = before and (before.name, before.role, before.died) == (event.name, event.role, event.died)
        return [] if same else [event]

    def _relate(self, someone: str, read: "tuple[str, Relation | None, str] | None") -> None:
        if read:
            of, relation, note = read
            self.meeting.record(*joined(self.conference, someone, of, relation, note))

    def _of_person(self, values: Values, someone: str) -> list[e.AnyEvent]:
        person = self.conference.people.get(someone)
        if person is None:
            return []
        others = [each for each in person.responsibility_for if each not in self.conference.children]
        chosen = (*values.several("responsible"), *others)
        if set(chosen) == set(person.responsibility_for):
            return []
        left = tuple(each for each in person.responsibility_unknown if each not in chosen)
        return [entered(replace(person, responsibility_for=chosen, responsibility_unknown=left))]

    def _of_child(self, values: Values, someone: str) -> list[e.AnyEvent]:
        child = self.conference.children.get(someone)
        if child is None:
            return []
        offered = {member.id for member in family_tree.tree(self.conference).members}
        others = [each for each in child.lives_with if each not in offered]
        chosen = (*values.several("lives_with"), *others)
        if set(chosen) == set(child.lives_with):
            return []
        return [child_entered(replace(child, lives_with=chosen))]


def _read_relation(values: Values) -> tuple[str, Relation | None, str] | None:
    """Of whom, what, and in what words; None where nothing of it was filled in. Raises Wanting."""
    chosen, of, note = values.one("is"), values.one("of"), values.line("note")
    if not chosen and not of and not note:
        return None
    values.needed("is", chosen, "What are they of each other?")
    values.needed("of", of, "Of whom?")
    relation = None if chosen == NOT_JOINED else Relation(chosen)
    if relation is Relation.OTHER and not note:
        raise Wanting("note", "Say in words how the two belong together.")
    return of, relation, note


def _several(name: str, label: str, options: tuple[tuple[str, str], ...], chosen: tuple[str, ...]) -> Field:
    return Field(name=name, label=label, kind="several", options=options, chosen=chosen)
