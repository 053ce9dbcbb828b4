"""Every command in the palette: the bindings of what is shown, and each stage by its name."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.dom import DOMNode

from conference_tui.conference.agenda import items
from screens.meeting import MeetingScreen


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
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), run, help=told)

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        screen = self.screen
        places: list[DOMNode] = [screen, self.app]
        if isinstance(screen, MeetingScreen) and screen.stage:
            places.insert(0, screen.stage)
        for place in places:
            for binding in type(place).BINDINGS:
                if isinstance(binding, Binding) and binding.tooltip:
                    key = self.app.get_key_display(binding)
                    run = partial(self.app.run_action, binding.action, place)
                    yield f"{binding.description or binding.tooltip}", f"{binding.tooltip} ({key})", run
        for place in places:
            for name, told, action in getattr(place, "ONLY_COMMANDS", ()):
                yield name, told, partial(self.app.run_action, action, place)
        if isinstance(screen, MeetingScreen):
            for item in items(screen.meeting.conference, screen.meeting.procedure):
                yield f"Go to {item.stage.title}", f"Stage {item.number}", partial(screen.go, item.stage.id)
