"""The base map is served from our own files, kept by browsers for good, and nothing else can be read through it."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from config import env
from directory.pages import tiles
from directory.templatetags.maps import ground, map_credit

CHICAGO = "/map/base/8/65/95"
OPEN_SEA = "/map/base/8/100/120"
# The one tile of a made-up layer.
WORLD = gzip.compress(b'{"l":1}', mtime=0)


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """What a process keeps about the files must not outlive a test that changes them."""
    forget()
    yield
    forget()


def forget() -> None:
    for kept in (tiles.over_base, tiles.version, tiles.index):
        kept.cache_clear()
    for connection in tiles._local.__dict__.pop("held", {}).values():
        connection.close()


@pytest.fixture
def gzips(client: Client) -> Client:
    client.defaults["HTTP_ACCEPT_ENCODING"] = "gzip, deflate, br"
    return client


def layer_file(folder: Path, layer: str) -> None:
    database = sqlite3.connect(folder / f"{layer}.sqlite")
    database.execute("CREATE TABLE tile(z, x, y, data)")
    database.execute("CREATE TABLE meta(k, v)")
    database.execute("INSERT INTO tile VALUES (0, 0, 0, ?)", (WORLD,))
    database.execute("""INSERT INTO meta VALUES ('index', '{"0": {"0": [0, 1]}}')""")
    database.commit()
    database.close()


def test_a_tile_is_sent_as_it_is_stored_and_names_its_coding(gzips: Client) -> None:
    answer = gzips.get(CHICAGO)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Encoding"] == "gzip"
    names = [place[2] for place in json.loads(gzip.decompress(answer.content))["p"]]
    assert "Chicago" in names


def test_a_client_that_does_not_take_gzip_gets_the_same_tile_unpacked(client: Client, gzips: Client) -> None:
    zipped = gzips.get(CHICAGO).content
    answer = Client().get(CHICAGO, headers={"Accept-Encoding": "identity"})
    assert not answer.has_header("Content-Encoding")
    assert answer.content == gzip.decompress(zipped)
    assert "Accept-Encoding" in answer["Vary"]


def test_a_tile_of_this_version_is_kept_for_a_year_and_any_other_for_an_hour(gzips: Client) -> None:
    assert gzips.get(f"{CHICAGO}?v={tiles.version()}")["Cache-Control"] == "public, max-age=31536000, immutable"
    assert gzips.get(f"{CHICAGO}?v=older")["Cache-Control"] == "public, max-age=3600"
    assert gzips.get(CHICAGO)["Cache-Control"] == "public, max-age=3600"


def test_a_browser_that_has_the_tile_is_told_so(gzips: Client) -> None:
    etag = gzips.get(CHICAGO)["ETag"]
    assert gzips.get(CHICAGO, headers={"If-None-Match": etag}).status_code == 304
    assert gzips.get(CHICAGO, headers={"If-None-Match": '"another"'}).status_code == 200
    assert gzips.get("/map/base/8/66/95")["ETag"] != etag


def test_no_cookie_is_set_and_none_matters(gzips: Client) -> None:
    for address in (CHICAGO, "/map/base/index"):
        answer = gzips.get(address)
        assert not answer.cookies
        assert "Cookie" not in answer["Vary"]


def test_empty_places_on_the_map_have_no_content(gzips: Client) -> None:
    answer = gzips.get(f"{OPEN_SEA}?v={tiles.version()}")
    assert (answer.status_code, answer.content) == (204, b"")
    assert "immutable" in answer["Cache-Control"]


@pytest.mark.parametrize(
    "address",
    [
        "/map/base/0/1/0",
        "/map/base/0/0/1",
        "/map/base/8/256/0",
        "/map/base/8/0/256",
        "/map/base/9/0/0",
        "/map/base/-1/0/0",
        "/map/base/8/-1/0",
        "/map/base/8/1.5/0",
        "/map/base/8/x/0",
        "/map/base/99999999999999999999/0/0",
        "/map/base/8/" + "9" * 5000 + "/0",
        "/map/base/8/65",
        "/map/base",
        "/map/",
    ],
)
def test_what_is_not_on_the_map_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "layer",
    [
        "nothing",
        "us-census",
        "../geo",
        "..%2Fgeo",
        "..",
        "%2e%2e",
        "%00",
        "base.sqlite",
        "base%00",
        "file:base",
        "BASE",
    ],
)
def test_only_known_layers_are_read(client: Client, layer: str) -> None:
    assert client.get(f"/map/{layer}/0/0/0").status_code == 404
    assert client.get(f"/map/{layer}/index").status_code == 404


def test_another_database_in_the_same_folder_is_not_a_layer(
    client: Client, tmp_path: Path, settings: LazySettings
) -> None:
    layer_file(tmp_path, "members")
    settings.MAP_PATHS = [tmp_path]
    assert client.get("/map/members/0/0/0").status_code == 404


def test_the_index_names_exactly_the_tiles_there_are(gzips: Client) -> None:
    for layer in (tiles.BASE, *tiles.over_base()):
        index: dict[str, dict[str, list[int]]] = json.loads(gzip.decompress(gzips.get(f"/map/{layer}/index").content))
        named = {
            (int(z), int(x), first + step)
            for z, columns in index.items()
            for x, runs in columns.items()
            for first, count in zip(runs[::2], runs[1::2], strict=True)
            for step in range(count)
        }
        stored = set(tiles._connection(layer).execute("SELECT z, x, y FROM tile WHERE z > 0"))
        assert named == stored, layer


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post(CHICAGO).status_code == 405
    assert client.delete("/map/base/index").status_code == 405


def test_many_threads_may_read_at_once(gzips: Client) -> None:
    def read(_: int) -> bytes:
        found = tiles._read("base", "SELECT data FROM tile WHERE z = 8 AND x = 65 AND y = 95", ())
        for connection in tiles._local.__dict__.pop("held").values():
            connection.close()
        assert isinstance(found, bytes)
        return found

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(read, range(40)))) == 1


def test_the_census_roads_of_an_operator_take_the_place_of_ours(
    client: Client, tmp_path: Path, settings: LazySettings
) -> None:
    before = tiles.version()
    assert tiles.over_base() == ["counties", "us-osm", "abroad"]
    forget()
    layer_file(tmp_path, "us-census")
    settings.MAP_PATHS = [tmp_path, *settings.MAP_PATHS]
    assert tiles.over_base() == ["counties", "us-census", "abroad"]
    assert tiles.version() != before
    answer: Any = client.get("/map/us-census/0/0/0")
    assert answer.json() == {"l": 1}


@pytest.mark.parametrize(
    ("address", "hosts"),
    [
        ("", []),
        ("https://tiles.example.org/{z}/{x}/{y}.png?key=1", ["https://tiles.example.org"]),
        ("http://localhost:8080/{z}/{x}/{y}.png", ["http://localhost:8080"]),
        ("https://{s}.tiles.example.org/{z}/{x}/{y}.png", ["https://*.tiles.example.org"]),
    ],
)
def test_the_content_policy_allows_pictures_from_the_named_server_only(address: str, hosts: list[str]) -> None:
    assert env.tile_hosts(address) == hosts


@pytest.mark.parametrize(
    "address",
    [
        "tiles.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org/",
        "data:{z}{x}{y}",
        "https:///{z}/{x}/{y}",
        "https://tiles.example.org;script-src * /{z}/{x}/{y}.png",
        "https://a.example, https://b.example/{z}/{x}/{y}",
    ],
)
def test_an_address_of_tiles_that_cannot_be_right_stops_the_start(address: str) -> None:
    with pytest.raises(ValueError, match="MAP_TILE_URL"):
        env.tile_hosts(address)


def test_the_operators_server_takes_the_place_of_our_tiles(settings: LazySettings) -> None:
    assert ground() == {"address": "/map/", "version": tiles.version(), "layers": tiles.over_base()}
    assert map_credit() == ""
    settings.MAP_TILE_URL = "https://tiles.example.org/{z}/{x}/{y}.png"
    assert ground() == {"pictures": settings.MAP_TILE_URL}
    assert map_credit() == "tiles.example.org"
