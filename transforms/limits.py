"""What reading one file may cost. The defaults start from what trusted tools allow: lxml refuses entities that expand 100 × beyond 1 M
characters, Apache Tika archives nested deeper than 10 and XML nested deeper than 100."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass, fields, replace
from typing import Self


@dataclass(frozen=True)
class Limits:
    """What one file may cost before it, or the member that goes too far, is refused.

    file_bytes: size of a file, except archives, web archives, mailboxes and dumps, and of each of their members · seconds: time for a file,
    each member, each part of a dump · memory_bytes: address space of the process that reads · expansion: unpacked bytes of one file, as a
    multiple of its size, beyond expansion_free · expansion_free: unpacked bytes of one file that are always allowed · depth: archives
    inside archives · members: members of all archives in one file · line_bytes: length of a line of a dump · xml_depth: levels of nested
    elements · json_depth: levels of nested values.
    """

    file_bytes: int = 25_000_000
    seconds: int = 60
    memory_bytes: int = 3 << 30
    expansion: int = 100
    expansion_free: int = 1_000_000
    depth: int = 10
    members: int = 10_000
    line_bytes: int = 25_000_000
    xml_depth: int = 100
    json_depth: int = 100

    def changed(self, pairs: Iterable[str]) -> Self:
        """These limits with some changed: "seconds=120", several in one with commas. Raises ValueError that says what is wrong."""
        names = [field.name for field in fields(self)]
        given = {}
        for pair in (part for group in pairs for part in group.split(",") if part.strip()):
            name, _, value = (part.strip() for part in pair.partition("="))
            if name not in names or not value.replace("_", "").isdecimal() or int(value) < 1:
                raise ValueError(f"expected LIMIT=NUMBER with LIMIT one of {', '.join(names)}, found {pair!r}; e.g. --limit seconds=120")
            given[name] = int(value)
        return replace(self, **given)

    def differences(self) -> dict[str, int]:
        """The limits that are not the defaults."""
        return {name: limit for name, limit in asdict(self).items() if limit != getattr(DEFAULT_LIMITS, name)}


DEFAULT_LIMITS = Limits()
_IN_FORCE: ContextVar[Limits] = ContextVar("limits", default=DEFAULT_LIMITS)


def current_limits() -> Limits:
    """The limits of the file that is being read: readers get its bytes alone."""
    return _IN_FORCE.get()


@contextmanager
def in_force(limits: Limits) -> Iterator[None]:
    """Have readers go by these limits."""
    token = _IN_FORCE.set(limits)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)
