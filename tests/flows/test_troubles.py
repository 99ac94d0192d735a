"""What is wrong with the machine is told in one sentence; what is wrong with us is not."""

import errno
import os

import duckdb
import httpx
import pytest
from prefect.exceptions import PrefectException

from flows.troubles import explain_trouble
from warehouse.errors import MendableError


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/x"), "expected free space on the disk, found it full: /x"),
        (OSError(errno.EDQUOT, os.strerror(errno.EDQUOT)), "expected free space on the disk"),
        (PermissionError(errno.EACCES, os.strerror(errno.EACCES), "/x"), "expected permission to write, found: Permission denied: /x"),
        (OSError(errno.EROFS, os.strerror(errno.EROFS), "/x"), "found: Read-only file system: /x"),
        (OSError(errno.EIO, os.strerror(errno.EIO)), "expected readable and writable files"),
        (MemoryError(), "try --jobs 1"),
        (duckdb.IOException("IO Error: Could not write file: No space left on device\nmore"), "expected free space on the disk"),
        (duckdb.IOException("IO Error: Corrupt database file: computed checksum 1 does not match"), "personae doctor --full"),
        (
            duckdb.FatalException("FATAL Error: Failed: invalidated\nCorrupt database file: checksum\nmore"),
            "file: checksum; find an intact",
        ),
        (duckdb.OutOfMemoryException("Out of Memory Error: failed to allocate"), "expected more memory"),
        (duckdb.FatalException("FATAL Error: database has been invalidated"), "expected a readable and writable warehouse"),
        (httpx.ConnectError("refused"), "expected the Prefect server to answer"),
        (PrefectException("gone"), "PERSONAE_PREFECT=none"),
        (MendableError("as it is"), "as it is"),
    ],
)
def test_troubles_of_the_machine_are_one_sentence(problem: BaseException, said: str) -> None:
    sentence = explain_trouble(problem)
    assert sentence is not None
    assert said in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("problem", [KeyError("x"), AssertionError(), BrokenPipeError(), duckdb.BinderException("no such column")])
def test_errors_of_our_own_are_not_explained_away(problem: BaseException) -> None:
    assert explain_trouble(problem) is None
