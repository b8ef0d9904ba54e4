"""The verbs of PACS: search, unfold, fetch, send, go on, listen; all of it in the background."""

import gc
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from station.app.jobs import Failure, Jobs
from station.app.language import marked, plural, tr
from station.app.library import Library
from station.app.pacs.gateway import Gateway
from station.app.pacs.preview import grey
from station.app.pacs.searching import is_prior, joined, merged, priors_query, queries
from station.app.pacs.state import (
    Answer,
    Days,
    Here,
    Listed,
    Pacs,
    Preview,
    Priors,
    Progress,
    SeriesList,
    Source,
    Stage,
    StudyKey,
    Transfer,
    Way,
    day_words,
    images_words,
    is_hidden,
    search_refusal,
    title_of,
)
from station.app.session import Session
from station.app.settings import Settings
from station.app.state import Offer, State
from station.errors import StationError
from station.frozen import Frozen
from station.pacs import Fetched, FoundStudies, Query, RemoteSeries, Sent, Server, Traffic, Watch
from station.pet.study import Study
from station.progress import Report

if TYPE_CHECKING:
    from station.archive.transfers import Transfer as Recorded
    from station.operations.pacs.listen import Arrived, ListenerSettings, Listening
    from station.operations.pacs.servers import Diagnosis

THREADS = 8
"""Jobs that wait for networks: a server that is silent holds up none of the others"""
TRANSFERS_AT_ONCE = 2
PROGRESS_S = 0.25
"""Between two pictures of a transfer's progress; hundreds of instances arrive a second"""
PREVIEWS = 8
"""Series of a study that a slice is shown of"""
WITHOUT_PICTURE = frozenset({"SR", "PR", "KO", "SEG", marked("RTSTRUCT"), "RTPLAN", "DOC", "REG"})
RESUME_ACTION = "pacs.resume"
"""The entry of the action table that goes on with what was interrupted"""
Done = Callable[[], None]
Failed = Callable[[str], None]


class PacsWorkflow(QObject):
    """Brings what servers list, and moves studies; the ledger below knows what arrived."""

    failed = Signal(object)
    """`Failure` of a job in which the program itself is at fault"""

    # From other threads to the GUI thread: received by this object's own methods, so Qt queues them
    _moved = Signal(int)
    _arrived = Signal(object)

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        library: Library,
        settings: Settings,
        gateway: Gateway,
        today: Callable[[], date] = date.today,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """`jobs` are its own; see `THREADS`."""
        super().__init__()
        self._session = session
        self.jobs = jobs
        self._library = library
        self._settings = settings
        self._gateway = gateway
        self._today = today
        self._clock = clock
        self._search = 0
        """Counts the searches: the answer to an earlier one is of no interest"""
        self._asking: dict[str, int] = {}
        """Server → the search it is being asked for; one at a time, so that typing fast is no
        siege of a hospital's archive"""
        self._begun = False
        self._numbers = count(1)
        self._latest: dict[int, Traffic] = {}
        """How far each transfer is; written by its thread, read by the GUI's"""
        self._listening: Listening | None = None
        self._unseen = 0
        """Studies that came while nothing of PACS was shown"""
        self._moved.connect(self._on_moved)
        self._arrived.connect(self._on_arrived)
        session.changed.connect(self._on_changed)
        session.set(pacs=_remembered(settings, session.state.pacs))

    @property
    def pacs(self) -> Pacs:
        return self._session.state.pacs

    @property
    def _hidden(self) -> bool:
        return is_hidden(self.pacs, self._session.state.blinded)

    def _set(self, **fields: Any) -> None:
        self._session.set(pacs=replace(self.pacs, **fields))

    def _start(
        self,
        name: str,
        work: Callable[[Report], Any],
        done: Callable[[Any], None],
        failed: Failed,
        key: object = None,
        cancelled: Done | None = None,
    ) -> None:
        """A job whose bug is shown as one, once nobody reads blinded."""

        def on_failed(failure: Failure) -> None:
            failed(failure.sentence)
            if failure.details is not None and not self._hidden:
                self.failed.emit(failure)

        self.jobs.start(name, work, done, key, failed=on_failed, cancelled=cancelled)

    # --- Begin and end -------------------------------------------------------------------------

    def begin(self) -> None:
        """Read which servers there are and what was interrupted, and listen if that is wanted.

        Once: a window that is shown again after a blinded reading changes nothing.
        """
        if not self._begun:
            self._begun = True
            self._read_servers()
            self._begin_listening()

    def _read_servers(self) -> None:
        def work(report: Report) -> "tuple[tuple[Server, ...], tuple[Recorded, ...]]":
            return self._gateway.servers(), self._gateway.open_transfers()

        def done(read: "tuple[tuple[Server, ...], tuple[Recorded, ...]]") -> None:
            servers, recorded = read
            self._set(servers=servers, problem="")
            self._offer_to_go_on(recorded)
            self.look()
            self._look_for_priors()

        def failed(sentence: str) -> None:
            self._set(servers=self.pacs.servers or (), problem=sentence)

        self._start(tr("Reading the list of servers"), work, done, failed)

    def close(self) -> None:
        """Remember what is asked where, never what for, and end all work; the ledger goes on with
        transfers at the next start."""
        self._remember()
        self._settings.remember({"pacs_under_way": _as_text(self.pacs.under_way)})
        self.jobs.cancel_all()
        self.jobs.shut_down()
        if self._listening is not None:
            self._listening.stop()
            self._listening = None

    def _remember(self) -> None:
        pacs = self.pacs
        self._settings.remember(
            {
                "pacs_source": pacs.source,
                "pacs_left_out": "\n".join(sorted(pacs.left_out)),
                "pacs_days": pacs.days,
                "pacs_modality": pacs.modality,
                "pacs_priors": pacs.priors_wanted,
            }
        )

    def hide(self, hidden: bool) -> None:
        """Show nothing while somebody reads blinded; what came meanwhile is listed afterwards."""
        self._set(hidden=hidden)
        if not self._hidden:
            self._show_again()

    def _show_again(self) -> None:
        """Nobody reads blinded any more."""
        if self._unseen:
            arrived = plural(self._unseen, "{count} study", "{count} studies")
            self._unseen = 0
            self._library.open_archive()
            self._say(tr("{arrived} arrived while you were reading.", arrived=arrived))
        self.look()
        self._look_for_priors()

    def _say(self, words: str, action: str = "") -> None:
        """A notice, unless there is another: nothing of PACS is urgent."""
        if self._session.state.notice or self._hidden:
            return
        self._session.set(notice=words, offer=Offer(words, action) if action else None)

    # --- Search --------------------------------------------------------------------------------

    def show_source(self, source: Source) -> None:
        """List the studies of this station, or those of the servers."""
        if source is not self.pacs.source:
            self._set(source=source)
            if self.pacs.problem:
                self._read_servers()  # perhaps the disk is there again
            self.look()

    def search(self, words: str) -> None:
        """Ask the servers for a name or an ID."""
        if words != self.pacs.words:
            self._set(words=words)
            self.look()

    def set_days(self, days: Days) -> None:
        self._set(days=days)
        self.look()

    def set_modality(self, modality: str) -> None:
        """Such as PT; empty: any."""
        self._set(modality=modality)
        self.look()

    def tick_server(self, name: str, ticked: bool) -> None:
        """Whether a server is asked."""
        left_out = self.pacs.left_out
        self._set(left_out=left_out - {name} if ticked else left_out | {name})
        self.look()

    def look(self) -> None:
        """Ask the chosen servers, each by itself; the answers appear as they come."""
        self._search += 1
        pacs = self.pacs
        possible = (
            pacs.source is Source.PACS
            and not self._hidden
            and search_refusal(pacs.words, pacs.days) is None
        )
        asked = pacs.asked if possible else ()
        self._set(
            answers=tuple(Answer(server.name) for server in asked),
            listed=(),
            series=Frozen[StudyKey, SeriesList](),
        )
        for server in asked:
            self._ask(server)

    def _ask(self, server: Server) -> None:
        if server.name in self._asking:
            return  # asked again as soon as it has answered
        search, pacs = self._search, self.pacs
        self._asking[server.name] = search
        wanted = queries(pacs.words, pacs.days, pacs.modality, self._today())

        def work(report: Report) -> Answer:
            found = joined(self._gateway.find_studies(server, query) for query in wanted)
            here = self._gateway.local_studies(found.studies)
            return Answer(server.name, Stage.ANSWERED, found, Frozen(dict(here)))

        def done(answer: Answer) -> None:
            del self._asking[server.name]
            if search == self._search:
                self._take(answer)
            elif any(one.server == server.name for one in self.pacs.answers):
                self._ask(server)

        self._start(
            tr("Searching on {name}", name=server.name),
            work,
            done,
            lambda sentence: done(Answer(server.name, Stage.FAILED, problem=sentence)),
            cancelled=lambda: done(Answer(server.name, Stage.FAILED)),
        )

    def _take(self, answer: Answer) -> None:
        answers = tuple(answer if one.server == answer.server else one for one in self.pacs.answers)
        self._set(answers=answers, listed=merged(answers))

    def _refresh_here(self) -> None:
        """What is on this computer has changed: mark the listed studies again."""
        search = self._search
        studies = tuple(row.study for row in self.pacs.listed)
        if not studies:
            return

        def done(here: dict[str, Here]) -> None:
            if search == self._search:
                marked = Frozen(here)
                answers = tuple(replace(answer, here=marked) for answer in self.pacs.answers)
                self._set(answers=answers, listed=merged(answers))

        self._start(
            tr("Looking what is here"),
            lambda report: dict(self._gateway.local_studies(studies)),
            done,
            lambda sentence: None,  # the marks stay as they are; opening says what is wrong
        )

    # --- Series --------------------------------------------------------------------------------

    def unfold(self, row: Listed) -> None:
        """Ask for the series of a study, then for a slice of each."""
        known = self.pacs.series.get(row.key)
        if known is not None and known.stage is not Stage.FAILED:
            return
        servers = [server for server in self.pacs.servers or () if server.name in row.servers]
        if not servers:
            return
        search = self._search
        self._set_series(row, SeriesList(servers[0].name))

        def work(report: Report) -> SeriesList:
            for server in servers[:-1]:
                try:
                    found = self._gateway.find_series(server, row.study.study_uid)
                except StationError:
                    continue  # the next one has the study too
                return SeriesList(server.name, Stage.ANSWERED, found)
            found = self._gateway.find_series(servers[-1], row.study.study_uid)
            return SeriesList(servers[-1].name, Stage.ANSWERED, found)

        def done(series: SeriesList) -> None:
            if search == self._search:
                self._set_series(row, series)
                pictured = [one for one in series.series if one.modality not in WITHOUT_PICTURE]
                self._preview(row, search, pictured[:PREVIEWS])

        def failed(sentence: str) -> None:
            if search == self._search:
                failure = SeriesList(servers[-1].name, Stage.FAILED, problem=sentence)
                self._set_series(row, failure)

        self._start(tr("Asking for series"), work, done, failed)

    def _set_series(self, row: Listed, series: SeriesList) -> None:
        self._set(series=self.pacs.series.with_(row.key, series))

    def _preview(self, row: Listed, search: int, series: Sequence[RemoteSeries]) -> None:
        """A slice of the first of these series, then of the others."""
        known = self.pacs.series.get(row.key)
        if not series or known is None or search != self._search or self._hidden:
            return
        first, *others = series
        server = next((one for one in self.pacs.servers or () if one.name == known.server), None)
        if server is None:
            return

        def work(report: Report) -> Preview:
            values = self._gateway.preview(server, row.study.study_uid, first.series_uid)
            return Preview(Stage.ANSWERED, grey(values, first.modality))

        def done(preview: Preview) -> None:
            now = self.pacs.series.get(row.key)
            if now is None or search != self._search:
                return
            previews = now.previews.with_(first.series_uid, preview)
            self._set_series(row, replace(now, previews=previews))
            self._preview(row, search, others)

        def failed(sentence: str) -> None:
            done(Preview(Stage.FAILED, problem=sentence))

        self._start(tr("Fetching a slice"), work, done, failed)

    # --- Transfers -----------------------------------------------------------------------------

    def fetch(
        self,
        rows: Iterable[Listed],
        *,
        opens: bool = False,
        server: str = "",
        series_uids: tuple[str, ...] = (),
    ) -> None:
        """Fetch studies, or series of one, from `server` (empty: the first that has each).

        `opens`: the study is opened as soon as it is whole; with several, none is.
        """
        chosen = tuple(rows)
        added: list[Transfer] = []
        for row in chosen:
            uid = row.study.study_uid
            opened = opens and len(chosen) == 1
            if row.here is Here.WHOLE:
                if opened:
                    self._library.open_study(uid)
                continue
            before = self.pacs.transfer_of(uid)
            if before is not None and before.is_under_way and before.series_uids == series_uids:
                self._change(before.number, opens=before.opens or opened)
                continue
            added.append(
                Transfer(
                    next(self._numbers),
                    Way.FETCH,
                    server or row.servers[0],
                    title_of(row.study),
                    study_uid=uid,
                    series_uids=series_uids,
                    opens=opened,
                )
            )
        self._queue(added)

    def send(
        self,
        server: str,
        paths: Sequence[Path],
        title: str,
        *,
        commit: bool,
        made: Path | None = None,
    ) -> None:
        """Send files and folders to a server; `title` says whose they are.

        `made`: a folder that was written for this alone, and goes when all has arrived.
        """
        self._queue(
            [
                Transfer(
                    next(self._numbers),
                    Way.SEND,
                    server,
                    title,
                    paths=tuple(paths),
                    made=made,
                    commit=commit,
                )
            ]
        )

    def cancel(self, number: int) -> None:
        """Stop a transfer; what has arrived stays, and it can go on later."""
        transfer = self.pacs.transfer(number)
        if transfer is None or not transfer.is_under_way:
            return
        if transfer.progress is Progress.WAITING:
            self._change(number, progress=Progress.STOPPED)
        else:
            self.jobs.cancel(lambda key: key == _Carrying(number))

    def retry(self, number: int) -> None:
        """Go on with a transfer: what is missing of it, and only that."""
        transfer = self.pacs.transfer(number)
        if transfer is not None and transfer.can_go_on:
            self._change(number, progress=Progress.WAITING, problem="", traffic=None)
            self._start_waiting()

    def retry_all(self) -> None:
        for transfer in self.pacs.transfers:
            self.retry(transfer.number)

    def clear(self) -> None:
        """Take the transfers that have ended off the list."""
        self._set(transfers=self.pacs.under_way)

    def losses(self) -> str:
        """What is interrupted if the program ends now, as a sentence; empty: nothing."""
        under_way = self.pacs.under_way
        if not under_way:
            return ""
        return plural(
            len(under_way),
            "{count} transfer from or to PACS is still under way; Station can go on at its next "
            "start.",
            "{count} transfers from or to PACS are still under way; Station can go on at its next "
            "start.",
        )

    def _queue(self, added: Sequence[Transfer]) -> None:
        if added:
            # One that failed is replaced by the new try, not listed next to it.
            again = {(one.way, one.study_uid, one.series_uids) for one in added if one.study_uid}
            kept = tuple(
                one
                for one in self.pacs.transfers
                if one.is_under_way or (one.way, one.study_uid, one.series_uids) not in again
            )
            self._set(transfers=(*kept, *added))
            self._start_waiting()

    def _start_waiting(self) -> None:
        while True:
            running = [one for one in self.pacs.transfers if one.progress is Progress.RUNNING]
            waiting = [one for one in self.pacs.transfers if one.progress is Progress.WAITING]
            if not waiting or len(running) >= TRANSFERS_AT_ONCE:
                return
            self._carry(waiting[0])

    def _carry(self, transfer: Transfer) -> None:
        """Do one transfer: what it is, or what the ledger has of it."""
        number, ledger = transfer.number, transfer.ledger
        server = next((one for one in self.pacs.servers or () if one.name == transfer.server), None)
        self._change(number, progress=Progress.RUNNING)

        def work(report: Report) -> Fetched | Sent:
            watch = self._watch(number, report)
            if ledger is not None:
                return self._gateway.resume(ledger, watch)
            if server is None:
                raise StationError(
                    tr(
                        "Station no longer knows the server {server}. Add it again under "
                        "PACS servers.",
                        server=transfer.server,
                    )
                )
            if transfer.way is Way.SEND:
                return self._gateway.send(server, transfer.paths, transfer.commit, watch)
            uids = transfer.series_uids
            return self._gateway.fetch(server.name, transfer.study_uid, uids, watch)

        self._start(
            tr("Fetching from PACS") if transfer.way is Way.FETCH else tr("Sending to PACS"),
            work,
            lambda result: self._ended(number, result),
            lambda sentence: self._stopped(number, Progress.FAILED, sentence),
            _Carrying(number),
            lambda: self._stopped(number, Progress.STOPPED, ""),
        )

    def _watch(self, number: int, report: Report) -> Watch:
        """Called after each instance, in the transfer's thread; looks up only now and then."""
        last = -PROGRESS_S

        def watch(traffic: Traffic) -> None:
            nonlocal last
            if traffic.wanted:  # else the server is only asked what there is
                self._latest[number] = traffic
            now = self._clock()
            if now - last >= PROGRESS_S or 0 < traffic.wanted <= traffic.done:
                last = now
                self._moved.emit(number)
                report(traffic.done / traffic.wanted if traffic.wanted else 0.0, "")

        return watch

    def _on_moved(self, number: int) -> None:
        self._change(number, traffic=self._latest.get(number))

    def _change(self, number: int, **fields: Any) -> None:
        self._set(
            transfers=tuple(
                replace(one, **fields) if one.number == number else one
                for one in self.pacs.transfers
            )
        )

    def _stopped(self, number: int, progress: Progress, problem: str) -> None:
        traffic = self._latest.pop(number, None)
        self._change(number, progress=progress, problem=problem, traffic=traffic)
        self._start_waiting()
        self._refresh_here()

    def _ended(self, number: int, result: Fetched | Sent) -> None:
        transfer = self.pacs.transfer(number)
        traffic = self._latest.pop(number, None)
        fields: dict[str, Any]
        if isinstance(result, Fetched):
            if traffic is None:  # all of it was here before
                traffic = Traffic(result.received, result.wanted, 0, 0.0)
            problem = _missing_words(result)
            fields = {"traffic": replace(traffic, done=result.received, wanted=result.wanted)}
        else:
            problem = _unsent_words(result)
            fields = {"traffic": traffic, "sent": result}
        progress = Progress.DONE if result.whole else Progress.FAILED
        self._change(
            number,
            progress=progress,
            problem=" ".join(part for part in (problem, result.note) if part),
            ledger=result.transfer,
            **fields,
        )
        self._start_waiting()
        if progress is Progress.DONE and transfer is not None and transfer.made is not None:
            shutil.rmtree(transfer.made, ignore_errors=True)
        if not isinstance(result, Fetched) or not result.received:
            return
        if self._hidden:
            self._unseen += 1
            return
        self._library.open_archive()
        self._refresh_here()
        self._look_for_priors()
        if transfer is not None and transfer.opens and progress is Progress.DONE:
            self._library.open_study(transfer.study_uid)

    def _offer_to_go_on(self, recorded: "Sequence[Recorded]") -> None:
        """List what the program could not finish when it last ran: what the ledger holds as open,
        and what was under way when the window was closed."""
        left = _from_text(self._settings.text("pacs_under_way"))
        known = {one.ledger for one in self.pacs.transfers}
        interrupted: list[Transfer] = []
        for one in recorded:
            place = (one.kind.value, one.server, one.study_uid, one.series_uids)
            stopped_by_hand = one.stage == "cancelled" and place not in left
            if one.kind == "received" or stopped_by_hand or one.number in known:
                continue
            left.pop(place, None)
            wanted = one.instances
            interrupted.append(
                Transfer(
                    next(self._numbers),
                    Way(one.kind.value),
                    one.server,
                    self._title_of(one.study_uid),
                    Progress.STOPPED,
                    Traffic(wanted - one.missing, wanted, one.size_bytes, 0.0) if wanted else None,
                    one.note,
                    one.study_uid,
                    one.series_uids,
                    ledger=one.number,
                    commit=one.commit,
                )
            )
        for kind, server, study_uid, series_uids in left:
            if kind == Way.FETCH:  # it had not begun; what was to be sent can be sent again
                title = self._title_of(study_uid)
                interrupted.append(
                    Transfer(
                        next(self._numbers),
                        Way.FETCH,
                        server,
                        title,
                        Progress.STOPPED,
                        study_uid=study_uid,
                        series_uids=series_uids,
                    )
                )
        if interrupted:
            self._set(transfers=(*interrupted, *self.pacs.transfers))
            self._say(
                plural(
                    len(interrupted),
                    "{count} transfer from or to PACS was interrupted.",
                    "{count} transfers from or to PACS were interrupted.",
                ),
                RESUME_ACTION,
            )

    def _title_of(self, study_uid: str) -> str:
        """Whose study a transfer of an earlier run is; the ledger names nobody."""
        for entry in self._session.state.entries:
            if entry.study_uid == study_uid:
                who = entry.patient_name or entry.patient_id
                return f"{who} · {day_words(entry.study_date)}"
        return tr("A study")

    # --- Priors --------------------------------------------------------------------------------

    def want_priors(self, wanted: bool) -> None:
        """Whether earlier studies of the open patient are looked for."""
        self._set(priors_wanted=wanted)
        self._remember()
        self._look_for_priors()

    def fetch_priors(self) -> None:
        if self.pacs.priors is not None:
            self.fetch(self.pacs.priors.listed)
        self.dismiss_priors()

    def dismiss_priors(self) -> None:
        """Offer none until another study is opened."""
        if self.pacs.priors is not None:
            self._set(priors=replace(self.pacs.priors, listed=()))

    def _look_for_priors(self) -> None:
        """Ask every server for earlier studies of the open patient; those that fail stay silent."""
        state, pacs = self._session.state, self.pacs
        study = state.study
        offered = pacs.priors
        if study is None or (offered is not None and offered.study_uid != study.uid):
            self._set(priors=None)
        if offered is not None and study is not None and offered.study_uid == study.uid:
            return
        query = priors_query(study) if study is not None else None
        if not pacs.servers or not pacs.priors_wanted or self._hidden:
            return
        if study is None or query is None:
            return
        self._set(priors=Priors(study.uid))
        for server in pacs.servers:
            self._ask_for_priors(server, study, query)

    def _ask_for_priors(self, server: Server, study: Study, query: Query) -> None:
        def work(report: Report) -> Answer:
            found = self._gateway.find_studies(server, query)
            earlier = tuple(one for one in found.studies if is_prior(one, study))
            here = Frozen(dict(self._gateway.local_studies(earlier)))
            return Answer(server.name, Stage.ANSWERED, FoundStudies(earlier), here)

        def done(answer: Answer) -> None:
            priors = self.pacs.priors
            if priors is None or priors.study_uid != study.uid:
                return
            missing = tuple(row for row in merged([answer]) if row.here is not Here.WHOLE)
            there = {row.key for row in priors.listed}
            added = tuple(row for row in missing if row.key not in there)
            self._set(priors=replace(priors, listed=(*priors.listed, *added)))

        self._start(tr("Looking for earlier studies"), work, done, lambda sentence: None)

    # --- Servers and the listener --------------------------------------------------------------

    def save_server(
        self,
        server: Server,
        secret: str | None,
        before: str,
        done: Callable[[str], None],
        failed: Failed,
    ) -> None:
        """Keep a server; `before` is the name it had, empty: it is new. See `add_server`.

        `done` is given the sentence that warns where a secret is not in a keyring, else nothing.
        """

        def work(report: Report) -> tuple[tuple[Server, ...], str]:
            same = before == server.name
            warning = self._gateway.add_server(server, secret, bool(before) and same)
            if before and not same:
                self._gateway.remove_server(before)
            return self._gateway.servers(), warning or ""

        def kept(result: tuple[tuple[Server, ...], str]) -> None:
            servers, warning = result
            self._take_servers(servers)
            done(warning)

        self._start(tr("Keeping the server"), work, kept, failed)

    def remove_server(self, name: str, failed: Failed) -> None:
        """Forget a server; a secret that could not be removed is told as a failure."""

        def work(report: Report) -> tuple[tuple[Server, ...], str]:
            warning = self._gateway.remove_server(name)
            return self._gateway.servers(), warning or ""

        def removed(result: tuple[tuple[Server, ...], str]) -> None:
            servers, warning = result
            self._take_servers(servers)
            if warning:
                failed(warning)

        self._start(tr("Removing the server"), work, removed, failed)

    def check_server(self, name: str, done: "Callable[[Diagnosis], None]", failed: Failed) -> None:
        """Try everything that a kept server is needed for."""
        self._start(
            tr("Testing {name}", name=name),
            lambda report: self._gateway.check_server(name),
            done,
            failed,
        )

    def _take_servers(self, servers: tuple[Server, ...]) -> None:
        names = {server.name for server in servers}
        self._set(servers=servers, problem="", left_out=self.pacs.left_out & names)
        self.look()
        self._look_for_priors()

    def read_listener(self, done: "Callable[[ListenerSettings], None]", failed: Failed) -> None:
        """How Station listens, as it is kept."""
        self._start(
            tr("Reading how Station listens"),
            lambda report: self._gateway.listener_settings(),
            done,
            failed,
        )

    def set_listener(self, settings: "ListenerSettings", done: Done, failed: Failed) -> None:
        """Keep how Station listens, and do so, or stop."""
        before, self._listening = self._listening, None

        def work(report: Report) -> "Listening | None":
            if before is not None:
                before.stop()
            self._gateway.keep_listener_settings(settings)
            return self._gateway.listen(settings, self._arrived.emit) if settings.on else None

        def listening(made: "Listening | None") -> None:
            self._hear(made)
            done()

        def silent(sentence: str) -> None:
            self._hear(None, sentence if before is not None or settings.on else "")
            failed(sentence)

        self._start(tr("Setting the listener"), work, listening, silent)

    def _begin_listening(self) -> None:
        def work(report: Report) -> "Listening | None":
            settings = self._gateway.listener_settings()
            return self._gateway.listen(settings, self._arrived.emit) if settings.on else None

        self._start(
            tr("Beginning to listen"), work, self._hear, lambda sentence: self._hear(None, sentence)
        )

    def _hear(self, listening: "Listening | None", problem: str = "") -> None:
        self._listening = listening
        words = problem
        if listening is not None:
            # The window would stand still for 50 to 100 ms whenever what instances leave behind
            # made the collector look through all that is loaded.
            gc.freeze()
            settings = listening.settings
            words = tr(
                "{aet} on {host}:{port}", aet=settings.aet, host=settings.host, port=listening.port
            )
        self._set(listener=replace(self.pacs.listener, on=listening is not None, words=words))

    def _on_arrived(self, arrived: "Arrived") -> None:
        """A study was sent to Station. Its patient is not named: somebody else may be looking."""
        listener = self.pacs.listener
        self._set(listener=replace(listener, arrivals=listener.arrivals + 1))
        if self._hidden:
            self._unseen += 1
            return
        self._library.open_archive()
        self._refresh_here()
        images = images_words(arrived.instances)
        self._say(
            arrived.problem
            or tr(
                "A study with {images} arrived from {sender}.", images=images, sender=arrived.sender
            )
        )

    def _on_changed(self, before: State, after: State) -> None:
        if before.blinded and not after.blinded and not self._hidden:
            self._show_again()
        elif before.study is not after.study:
            self._look_for_priors()


@dataclass(frozen=True)
class _Carrying:
    """Names the job that does a transfer."""

    number: int


Place = tuple[str, str, str, tuple[str, ...]]
"""Way, server, study UID and series UIDs of a transfer"""


def _as_text(transfers: Iterable[Transfer]) -> str:
    """Transfers as a setting, without names: one a line."""
    return "\n".join(
        "\t".join((one.way, one.server, one.study_uid, *one.series_uids)) for one in transfers
    )


def _from_text(text: str) -> dict[Place, None]:
    """Each once, in their order."""
    parts = [line.split("\t") for line in text.splitlines()]
    return {(one[0], one[1], one[2], tuple(one[3:])): None for one in parts if len(one) > 2}


def _remembered(settings: Settings, pacs: Pacs) -> Pacs:
    """As the last run was left; a damaged setting counts as none."""
    left_out = settings.text("pacs_left_out").splitlines()
    source, days = settings.text("pacs_source"), settings.text("pacs_days")
    return replace(
        pacs,
        source=Source(source) if source in set(Source) else pacs.source,
        days=Days(days) if days in set(Days) else pacs.days,
        modality=settings.text("pacs_modality", pacs.modality),
        left_out=frozenset(left_out),
        priors_wanted=settings.flag("pacs_priors", pacs.priors_wanted),
    )


def _missing_words(fetched: Fetched) -> str:
    """What did not arrive, and why; empty where all did."""
    missing = max(fetched.wanted - fetched.received, len(fetched.failed))
    if not missing:
        return ""
    words = tr(
        "{missing:,} of {images_words} did not arrive.",
        missing=missing,
        images_words=images_words(fetched.wanted),
    )
    return f"{words} {_reasons(fetched.failed)}".strip()


def _unsent_words(sent: Sent) -> str:
    """What did not arrive, or was not committed, and why; empty where all was."""
    arrived = sent.committed if sent.asked_to_commit else sent.stored
    missing = max(sent.sent - arrived, len(sent.failed))
    if not missing:
        return ""
    total = plural(max(sent.sent, missing), "{count} object", "{count} objects")
    if sent.asked_to_commit and sent.stored == sent.sent:
        words = plural(
            missing,
            "{count:,} of {total} was not committed.",
            "{count:,} of {total} were not committed.",
            total=total,
        )
    else:
        words = plural(
            missing,
            "{count:,} of {total} was not stored.",
            "{count:,} of {total} were not stored.",
            total=total,
        )
    return f"{words} {_reasons(sent.failed)}".strip()


def _reasons(failures: Iterable[Any]) -> str:
    """The different reasons, the most frequent ones first."""
    counted: dict[str, int] = {}
    for failure in failures:
        counted[failure.reason] = counted.get(failure.reason, 0) + 1
    most = sorted(counted, key=lambda reason: -counted[reason])
    return " ".join(most[:2])
