"""A small world: a lexicon of four countries, a few files, and the four runs that an archive sees in its life.

The runs are the real flows in the fast tier. For two thousand of them to end within minutes, batches are computed in this process instead of
a worker, what the reader process found in a file is remembered, the gate stands open, and of the many views and pages a few are published: all go
through the same code and the same points.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar
from unittest.mock import patch

import duckdb
import polars as pl

from expectations.gate import Verdict
from flows.batch_work import Frames
from flows.dictionaries import build_dictionaries
from flows.ingest import ingest
from flows.lexicons import build_lexicon, load_seeds
from flows.reading import ReaderProcess
from flows.rebuild import rebuild
from flows.redrive import redrive
from transforms.readers.outcomes import FileReading
from warehouse.seeds import Seeds, read_seeds
from warehouse.sql_views import View, read_views
from warehouse.tables import NOTES, QUARANTINE, TABLES

LEXICON = Path(__file__).parent / "lexicon"
#: Small enough for several batches, and for one file to be read in parts.
BATCH_ARTICLES = 2

type Rows = dict[str, tuple[int, int]]


class RememberingReader(ReaderProcess):
    """A reader that reads the same bytes under the same path once."""

    remembered: ClassVar[dict[tuple[Path, str, int | None], list[FileReading]]] = {}

    def submit(self, file: Path, file_id: str | None = None) -> Any:
        return file, file_id

    def parts(self, request: Any, part_articles: int | None) -> Iterator[FileReading]:
        file, file_id = request
        key = (file, sha256(file.read_bytes()).hexdigest(), part_articles)
        if key not in self.remembered:
            self.remembered[key] = list(super().parts(super().submit(file, file_id), part_articles))
        return iter(self.remembered[key])


def open_gate(frames: Frames, _: datetime) -> Verdict:
    """A gate that lets every row through, and says so."""
    checks = pl.DataFrame(
        [
            {
                "table_name": name,
                "check_name": "open",
                "severity": "note",
                "is_passed": True,
                "row_count": frame.height,
                "unexpected_count": 0,
            }
            for name, frame in frames.items()
        ]
    ).with_columns(pl.lit(None, dtype=pl.String()).alias("detail"))
    nothing = (table.empty().drop("run_id", "batch_id", "seen_at", strict=False) for table in (QUARANTINE, NOTES))
    return Verdict(dict(frames), *nothing, checks, stop=None)


def few_views() -> tuple[View, ...]:
    """Of the views some that are published, some that are only read, and one of each way in which answers are kept."""
    views = read_views()
    exported = [view.name for view in views if view.is_exported]
    names = {
        *exported[:3],
        "ranked_actors",
        "political_mentions",
        "thresholds",
        "sure_mentions",
        "actor_articles",
        "actor_days",
        "co_mentions",
    }
    return tuple(view for view in views if view.name in names)


@contextmanager
def small_lexicon() -> Iterator[None]:
    """Everything inside knows the small lexicon only."""
    cached = (load_seeds, build_lexicon, build_dictionaries)

    def read_small(_: Path, overrides: Path | None) -> Seeds:
        return read_seeds(overrides, LEXICON)

    with patch("flows.lexicons.read_compiled", read_small), patch("warehouse.seeds._add_towns"):
        for function in cached:
            function.cache_clear()
        yield
    for function in cached:
        function.cache_clear()


@contextmanager
def quick_runs() -> Iterator[None]:
    """Runs inside take place in this process, with the small lexicon."""
    with ExitStack() as stack:
        stack.enter_context(small_lexicon())
        stack.enter_context(patch("flows.reading.ReaderProcess", RememberingReader))
        stack.enter_context(patch("flows.tasks.ReaderProcess", RememberingReader))
        stack.enter_context(patch("flows.batch_work.pass_gate", open_gate))
        stack.enter_context(patch("flows.orchestration.RETRY_SECONDS", 0))
        for module in ("publish", "answers"):
            stack.enter_context(patch(f"warehouse.publishing.{module}.read_views", few_views))
        stack.enter_context(patch("warehouse.publishing.changed._MOST", 1.0))  # of so few articles one is many
        stack.enter_context(patch.dict("os.environ", {"PERSONAE_SITE_ARTICLES": "3"}))
        yield


@dataclass(frozen=True)
class World:
    """The files there are, and the warehouse in a folder. `folder` holds what runs write, `inbox` what they read."""

    inbox: Path

    @property
    def overrides(self) -> Path:
        return self.inbox.with_name(f"{self.inbox.name}-overrides")

    def first(self, warehouse: Path) -> None:
        """An archive is loaded: single files, one with several articles, one that cannot be read."""
        _write(self.inbox, FIRST)
        ingest.fn([str(self.inbox)], warehouse, "fast", BATCH_ARTICLES, engine="local")

    def more(self, warehouse: Path) -> None:
        """More arrives: a reprint, and a table that repeats an article."""
        _write(self.inbox, FIRST | MORE)
        ingest.fn([str(self.inbox)], warehouse, "fast", BATCH_ARTICLES, engine="local")

    def mended(self, warehouse: Path) -> None:
        """What could not be read was mended, and is tried again."""
        _write(self.inbox, FIRST | MORE | MENDED)
        redrive.fn(warehouse, "fast", BATCH_ARTICLES, engine="local")

    def renamed(self, warehouse: Path) -> None:
        """The lexicon learns a name, and what is printed under it is analysed again."""
        _write(self.overrides / "actors", OVERRIDES)
        rebuild.fn(warehouse, "fast", BATCH_ARTICLES, overrides=self.overrides, engine="local")

    @property
    def steps(self) -> tuple[Callable[[Path], None], ...]:
        return self.first, self.more, self.mended, self.renamed


def _write(folder: Path, files: dict[str, str]) -> None:
    """Make a folder hold these files and no others."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.name not in files:
            path.unlink()
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")


def rows(connection: duckdb.DuckDBPyConnection) -> Rows:
    """Of each table the number of its rows and the sum of their hashes; columns left out that say when or by which run a row came.

    Of batches the id is left out too, for that of a redrive holds the id of its run; migrations and runs tell of the history, not of the news."""
    found = {}
    for table in TABLES:
        if table.name in ("runs", "migrations"):
            continue
        names = [column.name for column in table.columns if not column.of_run and (table.name, column.name) != ("batches", "batch_id")]
        query = f"SELECT count(*), coalesce(sum(hash({', '.join(names)})), 0) FROM {table.name}"
        ((count, total),) = connection.execute(query).fetchall()
        found[table.name] = (int(count), int(total))
    return found


def _article(place: str, number: int) -> str:
    """A text long enough for five of them to be a large file."""
    talk = f"“We will answer note {number},” Foreign Minister Sergei Lavrov said in {place}. "
    filler = f"Moldova accused Romania of closing crossing {number} without notice. Harbour Watch counted {number} lorries at the bridge. "
    return f"{place.upper()} - Moscow said it would answer Kyiv for the {number}th time.\n\n{talk}\n\n{filler * 12}"


_FEED = [
    {"title": f"Talks, day {day}", "text": _article("Geneva", day), "date": f"2023-03-{day:02}", "outlet": "TASS"} for day in range(1, 6)
]
_BORDER = (
    "Moldova protests over closed crossing\n\nCHISINAU, March 14, 2023 (Reuters) - Moldova's foreign ministry summoned the Romanian ambassador on "
    "Tuesday after Bucharest closed the Leuseni crossing without notice.\n\n“We were not consulted,” Foreign Minister Dmytro Kuleba told "
    "reporters, and added that Ukraine would not accept it.\n\nHarbour Watch criticised Romania. Romania rejected the accusation, and "
    "promised Moldova to open the crossing by Friday, a spokesman said.\n"
)
_GRAIN = "Ships leave Odesa\n\nKYIV, March 15, 2023 - Ukraine said that four ships with grain had left Odesa. Russia denied that it had stopped them.\n"
FIRST = {
    "border.txt": _BORDER,
    "grain.txt": _GRAIN,
    "feed.jsonl": "".join(json.dumps(entry) + "\n" for entry in _FEED),
    "late.json": '{"title": "Late", "text": "Kyiv thank',
    "empty.txt": "",
}
MORE = {
    "reprint.txt": _BORDER.replace("Friday", "Saturday"),
    "clippings.csv": "title,text,date\n"
    + f'"{_FEED[1]["title"]}","{_FEED[1]["text"]}",2023-03-02\n'
    + '"Kyiv protests","Ukraine protested to Russia on Monday. Moscow said nothing.",2023-03-16\n',
}
MENDED = {
    "empty.txt": "Moldova thanks Kyiv\n\nCHISINAU, March 18, 2023 - Moldova thanked Ukraine on Saturday.\n",
    "late.json": '{"title": "Late", "text": "Kyiv thanked Moldova on Monday for its help with the grain.", "date": "2023-03-17"}',
}
OVERRIDES = {
    "ngos.csv": "actor_id,name,kind,country,sector,parent_id,wikidata,aliases,acronyms,weak_aliases,valid_from,valid_to,source\n"
    "NGO.HW,Harbour Watch,ngo,ROU,NGO,,,,,,,,our desk\n"
}
