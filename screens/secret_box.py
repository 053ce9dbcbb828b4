"""One way to ask for a passphrase: fields that show nothing, work that takes a moment, and what came of it."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from conference_tui.store.errors import StoreError
from screens.calm import is_there
from screens.widgets.key_bar import KeyBar
from screens.widgets.passphrase import Passphrase
from screens.widgets.typed import Line


class Secret(Struct, frozen=True, kw_only=True):
    """One thing that is asked for."""

    name: str
    label: str
    hint: str = ""
    is_new: bool = False
    """Whether it is chosen now: how weak it is, is said while it is typed."""
    repeats: str = ""
    """The field whose words are to be typed once more here."""
    is_shown: bool = False
    """Whether it can be read while it is typed: a recovery key is too long to be typed blind."""
    check: Callable[[str], str] | None = None
    """Says when the field is left why what was typed opens nothing; empty when it does."""


Typed = Mapping[str, str]
"""What stands in each field, by its name."""


class SecretBox(ModalScreen[str | None]):
    """Asks, works in a thread, and gives what the work gave; None where it was left.

    What was typed is in no draft, and is gone from the fields when the work has ended well. When it has not, a new
    passphrase stays in its fields, where nobody can read it, until the box is left: it was not what was wrong.
    """

    BINDINGS = [
        Binding("escape", "leave", "Leave", id="secret.leave", tooltip="Leave; nothing is changed"),
        Binding("tab", "app.focus_next", "Next field", show=False),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall")]

    def __init__(
        self,
        title: str,
        says: Sequence[str],
        secrets: Sequence[Secret],
        work: Callable[[Typed], str],
        *,
        meanwhile: str,
        weakness: Callable[[str], str] = lambda _: "",
        may_leave: bool = True,
    ) -> None:
        """Make a box.

        `work` runs in a thread and may raise StoreError, whose sentence is shown. `weakness` says why a new
        passphrase is too weak; empty where it is not.
        """
        super().__init__()
        self._title = title
        self._says = list(says)
        self._secrets = list(secrets)
        self._do = work
        self._meanwhile = meanwhile
        self._weakness = weakness
        self._may_leave = may_leave
        self.is_working = False
        """Whether it works on what was typed."""

    def compose(self) -> ComposeResult:
        """The sentences, the fields, what is wanting, the keys."""
        with Vertical(id="box") as box:
            box.border_title = Content(self._title)
            for sentence in self._says:
                yield Static(Content(sentence), classes="says")
            with Grid(id="fields"):
                for secret in self._secrets:
                    yield Label(Content(secret.label), classes="name")
                    yield self._widget(secret)
            yield Static("", id="told", markup=False)
            yield KeyBar()

    @staticmethod
    def _widget(secret: Secret) -> Input:
        if secret.is_shown:
            return Line(placeholder=secret.hint, id=f"secret-{secret.name}", compact=True, highlighter=None)
        return Passphrase(id=f"secret-{secret.name}", hint=secret.hint)

    def on_mount(self) -> None:
        """Begin at the first field."""
        self._field(self._secrets[0]).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A box that cannot be left has no key for it."""
        del parameters
        return self._may_leave or action != "leave"

    def _field(self, secret: Secret) -> Input:
        return self.query_one(f"#secret-{secret.name}", Input)

    def tell(self, sentence: str, *, is_well: bool = False) -> None:
        """Say what is wanting, or with `is_well` what is being done."""
        told = self.query_one("#told", Static)
        told.update(Content(sentence))
        told.set_class(is_well, "-well")

    # --- Typing ---------------------------------------------------------------------------------------------

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if not self.is_working and event.value:
            self.tell(self._wanting(self._of(event.input)), is_well=False)

    def _of(self, field: Input) -> Secret:
        return next(secret for secret in self._secrets if field.id == f"secret-{secret.name}")

    def _wanting(self, secret: Secret) -> str:
        """Why what stands in a field cannot be used; empty when it can."""
        typed = self._field(secret).value
        if not typed:
            return f"{secret.label}: nothing is typed yet."
        if secret.is_new:
            return self._weakness(typed)
        if secret.repeats:
            first = self.query_one(f"#secret-{secret.repeats}", Input).value
            if typed != first:
                return "The two are not the same." if not first.startswith(typed) else "Not yet the same."
        return ""

    def _wanting_now(self, secret: Secret) -> str:
        """As `_wanting`, for a field that somebody has done with."""
        return self._wanting(secret) or (secret.check(self._field(secret).value) if secret.check else "")

    @on(Input.Blurred)
    def _done_with(self, event: Input.Blurred) -> None:
        event.stop()
        secret = self._of(event.input)
        if secret.check and event.input.value and is_there(self) and not self.is_working:
            self.tell(self._wanting_now(secret))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self.is_working:
            return
        if event.input is not self._field(self._secrets[-1]) and not self._wanting_now(self._of(event.input)):
            self.focus_next()
            return
        for secret in self._secrets:
            if why := self._wanting_now(secret):
                self.tell(why)
                self._field(secret).focus()
                return
        self._begin({secret.name: self._field(secret).value for secret in self._secrets})

    def action_leave(self) -> None:
        """Leave; nothing is changed."""
        if not self.is_working:
            self._forget()
            self.dismiss(None)

    # --- Working --------------------------------------------------------------------------------------------

    def _begin(self, typed: Typed) -> None:
        self.is_working = True
        self.tell(self._meanwhile, is_well=True)
        # Given to no worker as an argument: Textual writes these into the worker's description.
        self.run_worker(lambda: self._work(typed), thread=True, group="secret", description="secret")

    def _work(self, typed: Typed) -> None:
        try:
            given = self._do(typed)
        except StoreError as trouble:
            self.app.call_from_thread(self._failed, str(trouble))
        else:
            self.app.call_from_thread(self._succeeded, given)

    def _failed(self, sentence: str) -> None:
        self.is_working = False
        if not is_there(self):
            return
        self._forget(also_new=False)
        self.tell(sentence)
        self._field(self._secrets[0]).focus()

    def _succeeded(self, given: str) -> None:
        if is_there(self):
            self._forget()
            self.dismiss(given)

    def _forget(self, *, also_new: bool = True) -> None:
        """Empty what cannot be read and may be wrong; a recovery key can be mended."""
        for secret in self._secrets:
            if not secret.is_shown and (also_new or not (secret.is_new or secret.repeats)):
                self._field(secret).value = ""
