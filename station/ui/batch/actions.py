"""The row of the action table that shows the results of a batch."""

from station.app.batches import results_refusal
from station.app.language import marked, tr
from station.ui.action import Entry, Screen, ask_folder


def _show(screen: Screen) -> None:
    folder = ask_folder(screen, tr("Open the results of a batch"))
    if folder is not None:
        from station.ui.batch.results import show_results

        show_results(screen, folder)


BATCH_RESULTS = Entry(
    "file.batch",
    marked("File"),
    marked("Batch results…"),
    _show,
    (),
    results_refusal,
    separated=True,
)
