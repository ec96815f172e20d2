"""Tests stay on this machine, and a test that tries to leave it fails."""

from __future__ import annotations

import socket
import urllib.request

import pytest

from tests import network


@pytest.fixture
def _this_test_means_it():
    yield
    network.attempts.clear()


@pytest.mark.usefixtures("_this_test_means_it")
@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_a_socket_to_another_machine_is_refused(method):
    with socket.socket() as sock, pytest.raises(network.OutsideNetworkError):
        getattr(sock, method)(("192.0.2.1", 80))


@pytest.mark.usefixtures("_this_test_means_it")
def test_a_datagram_to_another_machine_is_refused():
    with socket.socket(type=socket.SOCK_DGRAM) as sock, pytest.raises(network.OutsideNetworkError):
        sock.sendto(b"", ("192.0.2.1", 53))


@pytest.mark.usefixtures("_this_test_means_it")
def test_another_machines_name_is_not_looked_up():
    with pytest.raises(OSError, match=r"may not reach 'example\.org'"):
        urllib.request.urlopen("http://example.org/")


def test_this_machine_is_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "fe80::1%lo", "", None, b"127.0.0.1"])
def test_local_hosts(host):
    assert network.is_local(host) is (host != "fe80::1%lo")


def test_a_swallowed_refusal_fails_the_test_all_the_same(run_pytest):
    done = run_pytest(
        "import socket\n\n\n"
        "def test_swallows():\n"
        "    try:\n"
        "        socket.create_connection(('192.0.2.1', 80))\n"
        "    except OSError:\n"
        "        pass\n"
    )

    assert "the test tried to reach 192.0.2.1" in done.stdout
    assert done.returncode == 1
