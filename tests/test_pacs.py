from pathlib import Path

from station.pacs import Failure, Fetched, Server, Traffic


def test_traffic_tells_rate_and_time_left_from_what_has_arrived():
    traffic = Traffic(done=100, wanted=400, bytes=50_000_000, seconds=10.0)
    assert traffic.bytes_per_s == 5_000_000
    assert traffic.seconds_left == 30.0


def test_nothing_is_foretold_before_the_first_instance():
    assert Traffic(0, 400, 0, 2.0).seconds_left is None
    assert Traffic(0, 400, 0, 0.0).bytes_per_s == 0.0


def test_a_fetch_is_whole_only_with_every_instance_on_the_disk():
    assert Fetched(3, 3, (), Path(), 1).whole
    assert not Fetched(3, 2, (), Path(), 1).whole
    assert not Fetched(3, 3, (Failure("1.2", "refused"),), Path(), 1).whole


def test_a_server_without_a_called_title_is_reached_by_dicomweb_only():
    server = Server("archive", "pacs.example", web_url="https://pacs.example/dicom-web")
    assert server.has_web
    assert not server.has_dimse
