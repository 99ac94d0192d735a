"""What two sources say differently of who held an office of one person: listed, and decided by the evidence there is.

Our reviewed rows stand against imported ones; of imported rows that contradict each other none is taken."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations

from warehouse.imports.facts import Fact
from warehouse.lexicon_checks import ONE_HOLDER
from warehouse.seed_rows import first_day, last_day

#: Sources differ by as much where an office is handed over.
_HANDOVER = timedelta(days=31)


def settle_disputes(imported: Sequence[Fact], ours: Iterable[Fact]) -> tuple[list[Fact], list[dict[str, str]]]:
    """(imported tenures that nothing contradicts, rows of `disputes.csv` on the others). Two rows contradict each other when they give one
    office of one holder to two persons for longer than a handover takes."""
    reviewed, offered = _by_office(ours), _by_office(imported)
    dropped: dict[int, tuple[str, str]] = {}
    for office, rows in offered.items():
        for row in rows:
            against = next((other for other in reviewed.get(office, ()) if _contradict(row, other)), None)
            if against is not None:
                dropped[id(row)] = (_held(against), "ours stands: it is reviewed")
        free = [row for row in rows if id(row) not in dropped]
        for one, other in combinations(free, 2):
            if _contradict(one, other):
                dropped[id(one)] = (_held(other), "neither is taken: both are imported")
                dropped[id(other)] = (_held(one), "neither is taken: both are imported")
    disputes = [
        {
            **{name: row[name] for name in ("actor_id", "body", "office_id", "source")},
            "theirs": _days(row),
            "against": against,
            "decision": why,
        }
        for row in imported
        if id(row) in dropped
        for against, why in [dropped[id(row)]]
    ]
    return [row for row in imported if id(row) not in dropped], disputes


def _by_office(rows: Iterable[Fact]) -> dict[tuple[str, str], list[Fact]]:
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for row in rows:
        base = row["office_id"].split(".")[0]
        if row["office_id"] in ONE_HOLDER:
            found[(row["body"], base)].append(row)
    return found


def _contradict(one: Fact, other: Fact) -> bool:
    start = max(first_day(row["valid_from"]) or date.min for row in (one, other))
    end = min(last_day(row["valid_to"]) or date.max for row in (one, other))
    return one["actor_id"] != other["actor_id"] and start <= end and end - start >= _HANDOVER


def _days(row: Fact) -> str:
    return f"{row['valid_from']}/{row['valid_to']}"


def _held(row: Fact) -> str:
    return f"{row['actor_id']} {_days(row)}"
