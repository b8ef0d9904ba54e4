"""The rows of the action table that look through PACS, send to them, and set them up."""

from station.app.language import marked, tr, translated
from station.app.pacs.sending import send_refusal
from station.app.pacs.state import BLINDED, Source, is_hidden
from station.app.pacs.workflow import RESUME_ACTION
from station.app.state import State
from station.ui.action import Entry, Screen


def not_hidden(state: State) -> str | None:
    return translated(BLINDED) if is_hidden(state.pacs, state.blinded) else None


def with_interrupted(state: State) -> str | None:
    if any(transfer.can_go_on for transfer in state.pacs.transfers):
        return not_hidden(state)
    return tr("No transfer was interrupted.")


def show_servers(screen: Screen) -> None:
    from station.ui.pacs.servers_dialog import ServersDialog

    ServersDialog(screen.desk.session, screen.desk.pacs, screen.window()).show()


def _send(screen: Screen) -> None:
    from station.ui.pacs.send_dialog import ask_send

    ask_send(screen)


def _toggle_priors(screen: Screen) -> None:
    screen.desk.pacs.want_priors(not screen.desk.state.pacs.priors_wanted)


PACS_TABLE: tuple[Entry, ...] = (
    Entry(
        "pacs.search",
        marked("File"),
        marked("Search on PACS"),
        lambda screen: screen.focus_search(Source.PACS),
        ("Ctrl+Shift+F",),
        not_hidden,
        separated=True,
    ),
    Entry(
        "pacs.send", marked("File"), marked("Send to PACS…"), _send, ("Ctrl+Shift+P",), send_refusal
    ),
    Entry(
        RESUME_ACTION,
        marked("File"),
        marked("Go on with interrupted transfers"),
        lambda screen: screen.desk.pacs.retry_all(),
        possible=with_interrupted,
    ),
    Entry(
        "pacs.priors",
        marked("File"),
        marked("Offer earlier studies on PACS"),
        _toggle_priors,
        checked=lambda state: state.pacs.priors_wanted,
    ),
    Entry(
        "pacs.servers", marked("File"), marked("PACS servers…"), show_servers, possible=not_hidden
    ),
)
