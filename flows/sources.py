"""The files of a run: found, and identified by the hashes of their bytes."""

from collections.abc import Sequence

from flows.batches import SourceFile, hash_file
from flows.finding import find_files, refused_file
from transforms.articles.normalised import Refusal
from transforms.readers.outcomes import Rejected


def find_sources(paths: Sequence[str]) -> tuple[list[SourceFile], list[Refusal]]:
    """The files under the paths with the hashes of their bytes, and what could not be opened."""
    found = find_files(paths)
    files, refused = [], [Refusal.of(each, each.reading) for each in found.refused if isinstance(each.reading, Rejected)]
    for path in found.files:
        try:
            files.append(hash_file(path))
        except OSError as problem:
            unreadable = Rejected("unreadable", f"expected a readable file, found: {problem.strerror}")
            refused.append(Refusal.of(refused_file(path, unreadable), unreadable))
    return files, refused
