"""What the first start of an installed program shows: the kernels are compiled, once a build.

Another process compiles them, since the compiler would hold up the window. Whoever skips it has
them compiled one by one, when each is first needed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEventLoop, QProcess
from PySide6.QtWidgets import QProgressDialog

from station.app.language import tr
from station.system import command_line

STEPS = 1000


def prepare(command: Sequence[str] | None = None) -> None:
    """Show the progress of `station prepare` until it ends or is skipped."""
    program, *arguments = command or command_line("prepare", "--lines")
    dialog = QProgressDialog(
        tr(
            "Station compiles its kernels for this processor. This happens once, at the "
            "first start of "
            "a version, and takes a minute or two."
        ),
        tr("Skip"),
        0,
        STEPS,
    )
    dialog.setWindowTitle(tr("Station"))
    dialog.setAutoClose(False)
    dialog.show()
    process = QProcess()
    process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
    loop = QEventLoop()

    def read() -> None:
        words = bytes(process.readAllStandardOutput().data()).split()
        if words:
            dialog.setValue(round(float(words[-1]) * STEPS))

    process.readyReadStandardOutput.connect(read)
    process.finished.connect(loop.quit)
    process.errorOccurred.connect(loop.quit)
    dialog.canceled.connect(loop.quit)
    process.start(program, arguments)
    if not dialog.wasCanceled():
        loop.exec()
    if process.state() != QProcess.ProcessState.NotRunning:
        process.kill()
        process.waitForFinished()
    dialog.hide()
    dialog.deleteLater()
    process.deleteLater()
