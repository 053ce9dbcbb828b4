"""Which screen shows which item of the agenda. Each is loaded when it is first gone to."""

from importlib import import_module

from conference_tui.meeting import Meeting
from screens.stage import Stage

MODULES = {
    "set_up": ("set_up", "SetUp"),
    "before": ("before", "Before"),
    "introductions": ("introductions", "Introductions"),
    "apologies": ("apologies", "Apologies"),
    "closed": ("closed", "Closed"),
    "reason": ("reason", "Reason"),
    "progress": ("progress", "Progress"),
    "mapping": ("mapping", "Mapping"),
    "child": ("child", "ChildsWords"),
    "summary": ("summary", "Summary"),
    "scaling": ("scaling", "Scaling"),
    "threshold": ("threshold", "Threshold"),
    "plan": ("plan", "Plan"),
    "core_group": ("core_group", "CoreGroup"),
    "close": ("close", "Close"),
}
"""By the item's id: the module of this package, and the class in it."""


def make(stage: str, meeting: Meeting) -> Stage:
    """The screen of an item of the agenda."""
    module, name = MODULES[stage]
    made: Stage = getattr(import_module(f"screens.{module}"), name)(meeting)
    return made
