"""A web process that is killed while members write: what was acknowledged is there, once; the rest wholly or not."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from directory.models import Change, Surgeon
from tests.factories import make_surgeon

CLIENTS, WRITES_EACH = 4, 50
KILLED_AFTER = (60, 130)  # acknowledged writes


def database_url() -> str:
    """Of the test's own database, for another process."""
    own: dict[str, Any] = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{own['NAME']}"
    return f"postgres://{own['USER']}:{own['PASSWORD']}@{own['HOST']}:{own['PORT']}/{own['NAME']}"


@dataclass
class Server:
    """The writing service under the server that `./run` uses, as many times as it is killed."""

    port: int
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
        command += ["--port", str(self.port), "--workers", "2", "--blocking-threads", "1", "--no-ws"]
        environment = os.environ | {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "config.settings"}
        self.process = subprocess.Popen(
            [*command, "tests.members.writing_app:application"],
            cwd=settings.BASE_DIR,
            env=environment,
            start_new_session=True,
            stderr=subprocess.DEVNULL,  # a killed worker is mourned there
        )

    def kill(self) -> None:
        """The main process and its workers, at once, with no chance to finish anything."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


@pytest.fixture
def server() -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    made = Server(port)
    made.start()
    yield made
    made.kill()


@dataclass
class Client:
    """Sends its writes one after the other and remembers which were acknowledged."""

    port: int
    slug: str
    acknowledged: list[str] = field(default_factory=list)
    cut_off: list[str] = field(default_factory=list)

    def run(self) -> None:
        for number in range(WRITES_EACH):
            mark = f"{self.slug}-{number}"
            answered = self.send(mark)
            (self.acknowledged if answered else self.cut_off).append(mark)

    def send(self, mark: str) -> bool:
        """Whether the answer was 200. Waits for a server that is not there; what was sent once is not sent again."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while True:
            try:
                asked.connect()
                break
            except ConnectionError:  # refused, or reset by a server that was killed as it took the call
                time.sleep(0.05)
        try:
            asked.request("POST", f"/{self.slug}/{mark}")
            return asked.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            asked.close()


@pytest.mark.django_db(transaction=True)
def test_every_acknowledged_write_is_in_the_log_once_though_the_server_is_killed_twice(server: Server):
    clients = [Client(server.port, make_surgeon().slug) for _ in range(CLIENTS)]
    before = Change.objects.count()
    threads = [threading.Thread(target=client.run, daemon=True) for client in clients]
    for thread in threads:
        thread.start()
    for count in KILLED_AFTER:
        while sum(len(client.acknowledged) for client in clients) < count:
            time.sleep(0.002)
        server.kill()
        server.start()
    for thread in threads:
        thread.join()

    written = Counter(Surgeon.history.filter(history_type="~").values_list("history_change_reason", flat=True))
    acknowledged = [mark for client in clients for mark in client.acknowledged]
    cut_off = [mark for client in clients for mark in client.cut_off]
    assert len(acknowledged) > KILLED_AFTER[-1]
    assert {mark: written[mark] for mark in acknowledged} == dict.fromkeys(acknowledged, 1)
    assert set(written) <= {*acknowledged, *cut_off}
    log = Change.objects.all()[before:]
    assert Counter(one.slug for one in log) == Counter(mark.rpartition("-")[0] for mark in written)
    numbers = list(Change.objects.values_list("number", flat=True))
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
