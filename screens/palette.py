"""Every command in the palette: the bindings of what is shown, and each stage by its name."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from conference_tui.conference.agenda import items
from conference_tui.conference.compared import begins
from screens.commands import offered
from screens.meeting import MeetingScreen
from screens.steered import Steered


class Commands(Provider):
    """Found by name; run as if the key had been pressed."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for name, told, run in self._commands():
            yield DiscoveryHit(name, run, help=told)

    async def search(self, query: str) -> Hits:
        """Those that fit what is typed."""
        matcher = self.matcher(query)
        for name, told, run in self._commands():
            if begins(name.lstrip("/"), query) and (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), run, help=told)

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        screen = self.screen
        places = screen.places() if isinstance(screen, Steered) else (screen, self.app)
        for each in offered("", places):
            yield each.typed, each.command.says, partial(each.run, self.app)
        if isinstance(screen, MeetingScreen):
            for item in items(screen.meeting.conference, screen.meeting.procedure):
                yield f"Go to {item.stage.title}", f"Stage {item.number}", partial(screen.go, item.stage.id)
