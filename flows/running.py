"""One run over the warehouse: the open file, the books, and what every flow does with them. Knows nothing of Prefect."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import duckdb
import polars as pl

from flows.batches import Batch, SourceFile, make_part
from flows.engines import Engine, choose_engine
from flows.finding import refused_file
from flows.given import give_reading
from flows.lexicons import find_versions, load_forms, load_lexicon, load_seeds
from flows.lifeline import sweep_orphans
from flows.logs import tell
from flows.reading import ReaderProcess
from flows.refusals import refusal_rows
from flows.settings import Settings
from flows.signals import what_ended
from flows.stops import StopRun
from flows.versions import publishing_version
from transforms.articles.normalised import Refusal
from transforms.articles.stories import cluster_stories
from transforms.lexicon import Actor
from transforms.lexicon_forms import changed_forms, find_touched
from transforms.readers.outcomes import Rejected
from warehouse import editions, load, runs, settle, staging, store
from warehouse.changes import Change
from warehouse.folders import require_room
from warehouse.load import Versions
from warehouse.places import only_run
from warehouse.points import reach
from warehouse.publishing.publish import COPIES, VIEW_EXPORTS
from warehouse.publishing.site import SITE_NAME
from warehouse.publishing.standing import is_published
from warehouse.quarantine import put_aside
from warehouse.references import find_broken_references
from warehouse.runs import Counts
from warehouse.store import bound_memory, open_warehouse
from warehouse.tables import ACTORS, UTC_TIMESTAMP

REPORT_NAME = "report.html"
#: What the books say of a completed run that is not in the published copy.
NOTHING_NEW = "nothing new: what was published before says the same"
NOT_ASKED = "not published, as asked"
#: Bytes that a run needs besides what it publishes: an empty warehouse with its lexicon, a few staged batches, logs.
ROOM = 100_000_000


@dataclass(frozen=True)
class RunReport:
    """What is left to tell of a run that ended well."""

    run_id: str
    warehouse: Path
    counts: Counts
    changes: tuple[Change, ...] = ()  # of a rebuild
    remark: str | None = None  # why nothing was published


@dataclass
class Run:
    """A run that is under way: its connection is the only writer of the warehouse."""

    run_id: str
    settings: Settings
    versions: Versions
    connection: duckdb.DuckDBPyConnection
    engine: Engine
    counts: Counts = field(default_factory=Counts)
    failed: set[str] = field(default_factory=set)  # ids of files of which a part failed
    articles_found: dict[str, int] = field(default_factory=dict)  # by id of a file that was read in parts to its end
    changes: tuple[Change, ...] = ()  # what a rebuild made different
    remark: str | None = None  # why nothing is published
    is_closed: bool = False  # whether the books are closed and the file with them

    def report(self) -> RunReport:
        return RunReport(self.run_id, self.settings.warehouse, self.counts, self.changes, self.remark)

    def close_books(self) -> None:
        """Enter the counts and close the file, so that it can be published; the run goes on until the block of `recorded_run` ends."""
        self.remark = why_unpublished(self.connection, self.settings)
        runs.close_books(self.connection, self.run_id, self.counts)
        self.connection.close()
        reach("runs: warehouse closed")
        self.is_closed = True

    def count(self, **parts: int) -> None:
        """Add to the books."""
        self.counts += replace(Counts(), **parts)

    def load_lexicon(self) -> None:
        """Bring the lexicon's tables up to date, and find out which articles a change of it concerns."""
        seeds = load_seeds(self.settings.overrides)
        editions.replace_lexicon(self.connection, seeds.frames)
        if editions.edition_in_use(self.connection) != seeds.version:
            forms = load_forms(self.settings.overrides)

            def touched(before: pl.DataFrame, texts: Iterator[tuple[str, str]]) -> Iterator[str]:
                return find_touched(texts, changed_forms(before, forms))

            editions.change_edition(self.connection, seeds.version, forms, touched)

    def recover_staged(self) -> int:
        """Load what a run that was killed left computed. How many were loaded.

        Batches of other versions or of another warehouse are removed, and damaged ones: their files are not loaded, so they are computed
        again."""
        staging.sweep_staging(self.settings.staging)
        strangers = staging.claim_staging(self.settings.staging, store.warehouse_id(self.connection))
        if strangers:
            tell("staged batches of another warehouse removed", run_id=self.run_id, batches=strangers)
        recovered = 0
        for folder in staging.list_staged(self.settings.staging):
            try:
                manifest = staging.read_manifest(folder)
                theirs = Versions(manifest.code_version, manifest.lexicon_version, manifest.tier, manifest.tagger)
                if theirs != self.versions:
                    staging.discard_staged(folder)
                    continue
                self.load_staged(folder, is_of_this_run=False)
            except staging.DamagedBatchError as problem:
                tell("damaged batch removed, to be computed again", run_id=self.run_id, problem=str(problem))
                staging.discard_staged(folder)
                continue
            recovered += 1
        return recovered

    def put_files_aside(self, refused: Sequence[Refusal]) -> None:
        """Enter files that could not even be opened."""
        self._put_aside(refused)
        self.count(files_seen=len(refused), files_quarantined=len(refused))

    def _put_aside(self, refused: Sequence[Refusal]) -> None:
        rows = refusal_rows(refused).with_columns(
            pl.lit(self.run_id).alias("run_id"), pl.lit(datetime.now(UTC), dtype=UTC_TIMESTAMP).alias("seen_at")
        )
        put_aside(self.connection, rows)

    def put_batch_aside(self, batch: Batch, problem: object) -> None:
        """Set the files of a batch aside whose work failed as a whole, or the file of which it is a part."""
        detail = f"expected to compute batch {batch.batch_id}, found {type(problem).__name__}: {problem}; try again with: personae redrive"
        tell("batch set aside", run_id=self.run_id, batch_id=batch.batch_id, problem=f"{type(problem).__name__}: {problem}")
        failure = Rejected("batch_failed", detail, batch.first_position, "annotate")
        refused = [Refusal.of(refused_file(file.path, failure, file.file_id), failure) for file in batch.files]
        if batch.is_part:
            self._put_aside(refused)  # the file is counted once, when all of its parts are done
            self.failed.update(file.file_id for file in batch.files)
        else:
            self.put_files_aside(refused)

    def parts_of(self, file: SourceFile, reader: ReaderProcess, attempt: str = "") -> Iterator[Batch]:
        """The parts of a large file that are not loaded yet, one held at a time; each is given its articles."""
        known, position = load.known_batches(self.connection), 0
        for part in reader.read_parts(file.path, self.settings.articles_a_batch, file.file_id):
            if isinstance(part.reading, Rejected) or part.file_id != file.file_id:
                changed = Rejected("unreadable", "expected the file not to change during reading, found it changed; read it again")
                refused = part.reading if isinstance(part.reading, Rejected) else changed
                self.put_files_aside([Refusal.of(replace(part, file_id=file.file_id), refused)])
                return
            batch = make_part(file, part, position, self.versions, attempt)
            position += len(part.reading.articles)
            if batch.batch_id not in known:
                yield replace(batch, given=give_reading(self.settings.staging, batch.batch_id, replace(part, is_whole=False)))
        self.articles_found[file.file_id] = position

    def complete_file(self, file: SourceFile) -> None:
        """Enter a large file into the books, once all of its parts are loaded or set aside."""
        articles = self.articles_found.pop(file.file_id, None)
        if articles is None:
            return  # it was refused as a whole
        if file.file_id in self.failed:
            self.count(files_seen=1, files_quarantined=1)
            return
        load.complete_file(self.connection, file.file_id, articles)
        self.count(files_seen=1, files_loaded=1)

    def skip_loaded(self, files: Iterable[SourceFile]) -> list[SourceFile]:
        """The files that need work under this run's versions, the same bytes once."""
        todo: dict[str, SourceFile] = {}
        known = load.loaded_files(self.connection, self.versions)
        for file in files:
            if file.file_id in known or file.file_id in todo:
                self.count(files_seen=1, files_already_loaded=1)
            else:
                todo[file.file_id] = file
        return list(todo.values())

    def get_ready(self) -> None:
        """Load what settling needs, while the workers are at work and this process waits for them."""
        load_lexicon(self.settings.overrides)

    def load_each(self, folders: Generator[Path]) -> None:
        """Load staged batches as they come."""
        with closing(folders):
            for folder in folders:
                self.load_staged(folder)

    def load_staged(self, folder: Path, is_of_this_run: bool = True) -> load.Loaded:
        """Load a staged batch, enter it into the books, remove its folder."""
        batch = staging.read_staged(folder)
        manifest, loaded = batch.manifest, load.load_batch(self.connection, batch)
        if is_of_this_run and not manifest.is_part:
            files = len(manifest.file_paths)
            self.count(
                files_seen=files,
                files_loaded=loaded.files_loaded,
                files_quarantined=manifest.files_quarantined,
                files_already_loaded=files - manifest.files_quarantined - loaded.files_loaded,
            )
        self.count(
            articles_read=manifest.articles_read,
            articles_loaded=loaded.articles_loaded,
            articles_duplicate=loaded.articles_duplicate + manifest.articles_duplicate,
            articles_quarantined=manifest.articles_quarantined,
            rows_checked=manifest.rows_checked,
            rows_loaded=loaded.rows_loaded,
            rows_duplicate=loaded.rows_duplicate,
            rows_quarantined=manifest.rows_quarantined,
        )
        staging.discard_staged(folder)
        tell(
            "batch loaded", run_id=self.run_id, batch_id=manifest.batch_id, articles=loaded.articles_loaded, rows=loaded.rows_loaded,
            rows_quarantined=manifest.rows_quarantined, seconds=manifest.seconds,
        )  # fmt: skip
        return loaded

    def settle(self) -> None:
        """Bring up to date what depends on all articles: actors, stories. Raises StopRun when a reference leads nowhere.

        What is published was settled before, so there is nothing to do where that says the same."""
        if stands_published(self.connection, self.settings):
            return
        self._add_known(settle.unlisted_actors(self.connection))
        settle.derive_actors(self.connection, load_seeds(self.settings.overrides).frames["corrections"])
        articles, fingerprints = settle.story_frames(self.connection)
        if articles.height:
            settle.set_stories(self.connection, cluster_stories(articles, fingerprints, self.settings.story_threshold))
        broken = find_broken_references(self.connection)
        if broken:
            raise StopRun(f"expected every reference to have a target, found {'; '.join(map(str, broken))}; report it with the files")

    def _add_known(self, actor_ids: Sequence[str]) -> None:
        """Write the actors that are composed ("RUS.GOV.MFA") or stand in the register, and what they are parts of."""
        lexicon, frames = load_lexicon(self.settings.overrides), load_seeds(self.settings.overrides).frames
        known: dict[str, Actor] = {}
        wanted = list(actor_ids)
        while wanted:
            actor = lexicon.actor(wanted.pop())
            if actor is not None and not lexicon.is_listed(actor.actor_id) and actor.actor_id not in known:
                known[actor.actor_id] = actor
                wanted += [actor.parent_id] if actor.parent_id else []
        rows = [
            {**known[actor_id]._asdict(), "origin": "imported" if lexicon.is_registered(actor_id) else "composed"}
            for actor_id in sorted(known)
        ]
        actors = pl.DataFrame(rows, schema={name: ACTORS.schema[name] for name in (*_COMPOSED, "origin")})
        told = frames["register"].select("actor_id", "gender", "birth_year", "party_id")
        tenures = frames["register_tenures"].join(actors, on="actor_id", how="semi", maintain_order="left")
        settle.add_actors(self.connection, actors.join(told, on="actor_id", how="left", maintain_order="left"), tenures)


_COMPOSED = ("actor_id", "name", "kind", "country", "sector", "parent_id", "wikidata")


@contextmanager
def recorded_run(flow: str, settings: Settings, run_id: str | None = None) -> Iterator[Run]:
    """A run with its row in `runs`: completed when its books balance and all of the block is done, failed with the reason when anything
    stops it. Raises RunUnderWayError when another run is at work."""
    _require_room(settings.warehouse)
    versions = find_versions(settings)
    with only_run(settings.warehouse), ExitStack() as opened:
        swept = sweep_orphans()
        connection = opened.enter_context(open_warehouse(settings.warehouse))
        bound_memory(connection)
        run = Run(run_id or uuid4().hex, settings, versions, connection, choose_engine(settings))
        runs.start_run(connection, settings.warehouse, run.run_id, flow, versions)
        if swept:
            tell("processes of a killed run ended", run_id=run.run_id, processes=swept)
        tell("run started", run_id=run.run_id, flow=flow, warehouse=str(settings.warehouse), **asdict(versions))
        try:
            with run.engine:
                yield run
        except BaseException as problem:
            # a full disk must not hide what happened; the next run finds this one unfinished, and says so
            with suppress(duckdb.Error, store.WarehouseError), _books(run) as books:
                with suppress(duckdb.TransactionException):
                    books.execute("ROLLBACK")  # of what the end came into the middle of: the entry would go with it
                # whoever opens the file next reads its log; writing all of that into it now may take longer than there is time
                books.execute("PRAGMA disable_checkpoint_on_shutdown")
                runs.fail_run(books, settings.warehouse, run.run_id, what_ended(problem), run.counts)
            tell("run failed", run_id=run.run_id, problem=what_ended(problem))
            raise
        with _books(run) as books:
            runs.finish_run(books, run.run_id, run.counts, run.remark)
        tell("run completed", run_id=run.run_id, **asdict(run.counts))


def publishing_recipe(settings: Settings) -> str:
    """With what is published: another version or setting makes other pages of the same rows."""
    return f"{publishing_version()}, {settings.site_articles} articles"


def stands_published(connection: duckdb.DuckDBPyConnection, settings: Settings) -> bool:
    """Whether what is published is what a run would publish now."""
    return is_published(connection, settings.published, publishing_recipe(settings), (VIEW_EXPORTS, REPORT_NAME, SITE_NAME))


def why_unpublished(connection: duckdb.DuckDBPyConnection, settings: Settings) -> str | None:
    """Why a run publishes nothing; None when it does."""
    if settings.publishing == "never":
        return NOT_ASKED
    return NOTHING_NEW if settings.publishing == "changed" and stands_published(connection, settings) else None


def _require_room(warehouse: Path) -> None:
    """Raises NoRoomError unless there is room for what is loaded and for its publication: to learn that after hours would be too late."""
    size = warehouse.stat().st_size if warehouse.is_file() else 0
    require_room(warehouse.parent, ROOM + COPIES * size, "to load and publish")


@contextmanager
def _books(run: Run) -> Iterator[duckdb.DuckDBPyConnection]:
    """The file in which a run is entered, opened again when it was closed to be published."""
    if not run.is_closed:
        yield run.connection
        return
    with open_warehouse(run.settings.warehouse) as connection:
        yield connection
