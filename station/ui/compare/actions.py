"""The row of the action table that compares the open study with another date."""

from station.app.compare.workflow import compare_refusal
from station.app.language import marked
from station.ui.action import Entry, Screen


def _show(screen: Screen) -> None:
    from station.ui.compare.page import show_comparison

    show_comparison(screen)


COMPARE_PRIOR = Entry(
    "view.compare_prior",
    marked("View"),
    marked("Compare with a prior…"),
    _show,
    ("Ctrl+T",),
    compare_refusal,
    separated=True,
)
