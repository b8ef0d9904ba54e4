"""The foreign peers that the tests start are there, and keep what they are given."""

from pathlib import Path

import pytest

from station.dicom.network.asking import echo
from station.pacs import Server
from tests.dicom.network.instances import content, instance, written
from tests.peers import dcmtk

pytestmark = pytest.mark.simulated


def test_an_archive_answers_keeps_what_it_has_and_comes_back_after_a_kill(tmp_path: Path) -> None:
    # A process for each association would keep the port after its parent was killed.
    with dcmtk.archive(tmp_path / "archive", "--single-process") as peer:
        peer.take(*written(tmp_path / "files", 3))
        server = Server("dcmtk", peer.host, peer.port, peer.aet)
        echo(server)
        peer.kill()
        peer.start()
        echo(server)
        assert len(peer.sop_uids()) == 3


def test_a_store_writes_what_it_gets(tmp_path: Path) -> None:
    (file,) = written(tmp_path / "files", 1)
    with dcmtk.store(tmp_path / "store") as peer:
        ran = dcmtk.tool("storescu", "-aec", peer.aet, peer.host, str(peer.port), str(file))
        assert ran.returncode == 0, ran.stderr
        assert peer.sop_uids() == {str(instance(1).SOPInstanceUID)}
        assert file.read_bytes() == content(instance(1))
