"""The desk of a reader: the state, and all that works on it, made and closed in one place."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from station.app.batches import Batches
from station.app.compare.workflow import CompareWorkflow
from station.app.denoising import MODEL_SETTING, Denoising, remembered_model
from station.app.jobs import Jobs
from station.app.language import plural
from station.app.library import Library
from station.app.pacs.gateway import Gateway, StationGateway
from station.app.pacs.workflow import THREADS, PacsWorkflow
from station.app.quality.workflow import QualityWorkflow
from station.app.session import Session
from station.app.settings import Settings
from station.app.state import State
from station.app.viewing.linking import DateLinking
from station.app.workflow import Workflow
from station.operations.denoiser import Denoiser
from station.operations.quality.grader import Grader
from station.pet.words import listed

if TYPE_CHECKING:
    from station.app.denoise_audit import AuditWorkflow
    from station.app.pacs.sending import Sending
    from station.app.voi.burden import BurdenFinding
    from station.app.voi.exporting import Exporting
    from station.app.voi.proposing import Proposing
    from station.app.voi.words import Words


class Desk:
    """What a window is opened over, and what a program without windows works with."""

    def __init__(
        self,
        home: Path,
        jobs: Jobs | None = None,
        load_denoiser: Callable[[], Denoiser] | None = None,
        load_grader: Callable[[], Grader] | None = None,
        gateway: Gateway | None = None,
    ) -> None:
        """`home` is the user's data folder. `load_denoiser` and `load_grader` give the networks,
        off the GUI thread; None: those that are shipped. `gateway` reaches PACS; None: the real
        ones."""
        self.home = home
        self.settings = Settings(home)
        first = self.settings.first_state()
        self.session = Session(replace(first, notice=self.settings.problem))
        self.jobs = jobs or Jobs()
        self.workflow = Workflow(self.session)
        self.library = Library(self.session, self.jobs, home)
        self.dates = DateLinking(self.session, self.jobs)
        self.denoising = Denoising(self.session, self.jobs, self.library, load_denoiser)
        self.denoising.model = remembered_model(self.settings.text(MODEL_SETTING))
        self.batches = Batches(self.session, self.jobs, self.library)
        self.quality = QualityWorkflow(self.session, self.jobs, home, load_grader)
        self.compare = CompareWorkflow(self.session, self.jobs, home)
        self.pacs = PacsWorkflow(
            self.session,
            self.jobs.apart(THREADS),
            self.library,
            self.settings,
            gateway or StationGateway(home),
        )

    @property
    def state(self) -> State:
        return self.session.state

    @cached_property
    def burdens(self) -> "BurdenFinding":
        """What finds the whole-body burden; imported when it is first needed."""
        from station.app.voi.burden import BurdenFinding

        return BurdenFinding(self.session, self.jobs)

    @cached_property
    def auditing(self) -> "AuditWorkflow":
        """What audits a denoiser; imported when it is first needed."""
        from station.app.denoise_audit import AuditWorkflow

        return AuditWorkflow(self.session, self.jobs, self.denoising, self.home)

    @cached_property
    def proposing(self) -> "Proposing":
        """What proposes the reference tissues, and doubts sites; imported when first needed."""
        from station.app.voi.proposing import Proposing

        return Proposing(self.session, self.jobs, self.workflow)

    @cached_property
    def words(self) -> "Words":
        """What copies measurements as text; imported when it is first needed."""
        from station.app.voi.words import Words

        return Words(self.session, self.workflow.measuring, self.workflow.areas, self.home)

    @cached_property
    def exporting(self) -> "Exporting":
        """What writes and reads VOIs; imported when it is first needed."""
        from station.app.voi.exporting import Exporting

        return Exporting(self.session, self.jobs, self.workflow.vois, self.workflow.measuring)

    @cached_property
    def sending(self) -> "Sending":
        """What writes and sends what was made; imported when it is first needed."""
        from station.app.pacs.sending import Sending

        measuring = self.workflow.measuring
        return Sending(self.session, self.jobs, self.pacs, measuring, self.home)

    def losses(self) -> str | None:
        """What is lost if the program ends now, in a sentence; None: nothing."""
        unsaved = [derived.series.label for derived in self.state.unsaved]
        work = [job.name for jobs in (self.jobs, self.quality.jobs) for job in jobs.asked]
        sentences: list[str] = []
        if unsaved:
            sentences.append(
                plural(
                    len(unsaved),
                    "{names} is not saved.",
                    "{names} are not saved.",
                    names=listed(unsaved),
                )
            )
        if work:
            sentences.append(
                plural(
                    len(work),
                    "{names} is still under way.",
                    "{names} are still under way.",
                    names=listed(work),
                )
            )
        if transfers := self.pacs.losses():
            sentences.append(transfers)
        return " ".join(sentences) or None

    def stop_asked(self) -> None:
        """Ask everything to stop that a person may stop."""
        self.jobs.cancel_all()
        for job in self.quality.jobs.asked:
            job.cancel()

    def close(self) -> None:
        """Remember how images are shown, end all work, and let go of the archive."""
        self.settings.remember_state(self.state)
        # A drag in hand and a text being typed are kept before the jobs end.
        self.session.set(voi_in_hand=False, writing=False)
        self.pacs.close()
        self.jobs.shut_down()
        self.quality.close()
        self.library.close()
        self.session.undo_stack.clear()  # Qt crashes where Python collects its commands in a cycle
