"""What is wrong with the machine around a run, in one sentence with what to do."""

import errno
import sys

from warehouse.errors import MendableError

_KEPT = "what is loaded stays, and the same command continues from there"
_FULL = f"expected free space on the disk, found it full{{where}}; free some: {_KEPT}"
_MEMORY = f"expected more memory, found none left{{where}}; try --jobs 1 or a larger machine: {_KEPT}"
_FULL_NUMBERS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN_NUMBERS = (errno.EACCES, errno.EPERM, errno.EROFS)


def explain_trouble(problem: BaseException) -> str | None:
    """The sentence for an error that users can mend; None for one that is ours."""
    if isinstance(problem, MendableError):
        return str(problem)
    if isinstance(problem, BrokenPipeError):
        return None
    if isinstance(problem, OSError):
        return _of_system(problem)
    if isinstance(problem, MemoryError):
        return _MEMORY.format(where="")
    return _of_duckdb(problem) or _of_server(problem)


def _of_system(problem: OSError) -> str:
    where = f": {problem.filename}" if problem.filename else ""
    if problem.errno in _FULL_NUMBERS or "No space left" in str(problem):
        return _FULL.format(where=where)
    if problem.errno in _FORBIDDEN_NUMBERS:
        return f"expected permission to write, found: {problem.strerror}{where}; look at it with: ls -ld; {_KEPT}"
    return f"expected readable and writable files, found: {problem}; {_KEPT}"


def _of_duckdb(problem: BaseException) -> str | None:
    """DuckDB distinguishes a full disk only by its message."""
    duckdb = sys.modules.get("duckdb")  # an error of a library that is not loaded cannot be one of its own
    if duckdb is None or not isinstance(problem, duckdb.Error):
        return None
    said = str(problem).strip().splitlines()[0]
    if "No space left" in said or "Disk quota" in said or "not enough disk space" in said.lower():
        return _FULL.format(where=f" ({said})")
    if isinstance(problem, duckdb.OutOfMemoryException):
        return _MEMORY.format(where=f" ({said})")
    _, corrupt, where = str(problem).partition("Corrupt database")  # often behind lines about what could not be undone because of it
    if corrupt:
        found = f"{corrupt}{where}".splitlines()[0]
        return f"expected an intact warehouse, found it damaged: {found}; find an intact copy with: personae doctor --full"
    if isinstance(problem, duckdb.IOException):  # the warehouse, or a file that is written from it
        return f"expected readable and writable files, found: {said}; {_KEPT}"
    if isinstance(problem, duckdb.FatalException | duckdb.PermissionException):
        return f"expected a readable and writable warehouse, found: {said}; {_KEPT}"
    return None


def _of_server(problem: BaseException) -> str | None:
    if type(problem).__module__.partition(".")[0] not in ("prefect", "httpx"):
        return None
    return (
        f"expected the Prefect server to answer, found {type(problem).__name__}: {problem}; start it again (prefect server start), "
        f"or run without one: PERSONAE_PREFECT=none; {_KEPT}"
    )
