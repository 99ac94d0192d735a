"""Loading as a flow does it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb

from tests.strategies import VERSIONS, NewsFile, compute_batch, lexicon_frames
from transforms.articles.stories import cluster_stories
from warehouse.editions import replace_lexicon
from warehouse.load import Loaded, Versions, load_batch
from warehouse.settle import derive_actors, set_stories, story_frames
from warehouse.staging import read_staged, stage_batch


def load_files(connection: duckdb.DuckDBPyConnection, staging: Path, files: Sequence[NewsFile], versions: Versions = VERSIONS) -> Loaded:
    """Compute, stage and load one batch."""
    return load_batch(connection, read_staged(stage_batch(staging, *compute_batch(files, versions))))


def load_bundles(
    connection: duckdb.DuckDBPyConnection, staging: Path, bundles: Iterable[Sequence[NewsFile]], versions: Versions = VERSIONS
) -> None:
    """Load batches one after the other, then settle what depends on all of them."""
    for bundle in bundles:
        load_files(connection, staging, bundle, versions)
    settle(connection)


def settle(connection: duckdb.DuckDBPyConnection) -> None:
    replace_lexicon(connection, lexicon_frames())
    derive_actors(connection)
    articles, fingerprints = story_frames(connection)
    set_stories(connection, cluster_stories(articles, fingerprints))
