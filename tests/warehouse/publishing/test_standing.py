"""Whether what is published is what would be published again."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from flows.benchmarks.site import make_warehouse
from tests.fresh import lay_new
from warehouse.places import DEFAULT_NAME
from warehouse.publishing.publish import VIEW_EXPORTS, publish_warehouse
from warehouse.publishing.standing import is_published
from warehouse.store import open_warehouse

RECIPE = "version 1, 2000 articles"


@pytest.fixture
def warehouse(tmp_path: Path, published_once: Path) -> Path:
    for path in published_once.rglob("*"):
        if path.is_file():
            target = tmp_path / path.relative_to(published_once)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(path, target) if path.suffix in (".csv", ".parquet") else target.write_bytes(path.read_bytes())
    return tmp_path / "news.duckdb"


@pytest.fixture(scope="module")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("standing")
    make_warehouse(lay_new(folder / "news.duckdb"), 3)
    publish_warehouse(folder / "news.duckdb", folder / "published", "bench", recipe=RECIPE)
    return folder


def stands(warehouse: Path, recipe: str = RECIPE) -> bool:
    with closing(open_warehouse(warehouse)) as connection:
        return is_published(connection, warehouse.parent / "published", recipe, (VIEW_EXPORTS,))


def test_what_was_published_stands_until_another_version_would_show_it_otherwise(warehouse: Path) -> None:
    assert stands(warehouse)
    assert not stands(warehouse, "version 2, 2000 articles")


def _load(folder: Path) -> None:
    with closing(open_warehouse(folder / "news.duckdb")) as connection:
        connection.execute("INSERT INTO batches SELECT * REPLACE ('c0ffee00c0ffee00' AS batch_id) FROM batches")


def _rename(folder: Path) -> None:
    with closing(open_warehouse(folder / "news.duckdb")) as connection:
        connection.execute("UPDATE actors SET name = 'Somebody else' WHERE actor_id = (SELECT min(actor_id) FROM actors)")


def _lose_views(folder: Path) -> None:
    (folder / "published" / VIEW_EXPORTS).rename(folder / "elsewhere")


def _damage(folder: Path) -> None:
    (folder / "published" / DEFAULT_NAME).write_bytes(b"\0" * 5000)


def _kill(folder: Path) -> None:
    """Leave what a run leaves that is killed when its copy is in place, and what gave way is not removed yet."""
    (folder / "published" / f".{VIEW_EXPORTS}.new").mkdir()


@pytest.mark.parametrize("change", [_load, _rename, _lose_views, _damage, _kill])
def test_it_stands_no_longer_when_anything_differs(warehouse: Path, change: Callable[[Path], None]) -> None:
    change(warehouse.parent)
    assert not stands(warehouse)
