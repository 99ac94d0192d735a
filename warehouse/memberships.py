"""Which party a person belonged to on which days: rows of `memberships.csv`, and what party leadership implies."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from warehouse.seed_rows import Collector, Row, first_day, last_day

_LEADER = "PARTYLEADER"
type Rows = Mapping[tuple[object, ...], dict[str, object]]


def take_membership(row: Row, origin: str, found: Collector) -> None:
    """One stretch of days in a party; a row of the same person, party and first day replaces it."""
    start, end = first_day(row["valid_from"]), last_day(row["valid_to"])
    if start and end and start > end:
        raise ValueError(f"expected valid_from before valid_to, found {start} and {end}")
    _add(row["actor_id"], row["party"], start, end, row.get("source") or "general knowledge", found)


def complete_parties(found: Collector) -> None:
    """Add memberships of party leaders whom no row names, give every tenure the party of its first day, and every person the last one.
    What names no declared actor is left out and told."""
    actors, memberships, persons = found.rows["actors"], found.rows["memberships"], found.rows["persons"]
    for key, row in list(memberships.items()):
        if (row["actor_id"],) not in actors or (row["party_id"],) not in actors:
            found.problems.append(f"membership of {row['actor_id']!r} in {row['party_id']!r}: no such actor")
            del memberships[key]
    named = {row["actor_id"] for row in memberships.values()}
    for tenure in list(found.rows["tenures"].values()):
        body = actors.get((tenure["body_id"],), {})
        if tenure["office_id"] == _LEADER and body.get("kind") == "party" and tenure["actor_id"] not in named:
            _add(str(tenure["actor_id"]), str(tenure["body_id"]), tenure["valid_from"], tenure["valid_to"], str(tenure["source"]), found)
    stretches: dict[object, list[dict[str, object]]] = defaultdict(list)
    for row in memberships.values():
        stretches[row["actor_id"]].append(row)
    for person_id, rows in stretches.items():
        person = persons.get((person_id,))
        if person is not None and person["party_id"] is None:
            person["party_id"] = max(rows, key=lambda row: str(row["valid_from"] or ""))["party_id"]
    for tenure in found.rows["tenures"].values():
        tenure["party_id"] = _party_on(tenure["valid_from"], stretches.get(tenure["actor_id"], []), persons.get((tenure["actor_id"],)))
    for entry in (*persons.values(), *found.rows["tenures"].values()):
        if entry["party_id"] is not None and (entry["party_id"],) not in actors:
            found.problems.append(f"party of {entry['actor_id']!r}: no actor {entry['party_id']!r}")
            entry["party_id"] = None


def _party_on(day: object, rows: list[dict[str, object]], person: dict[str, object] | None) -> object:
    if not rows:
        return person["party_id"] if person is not None else None
    for row in rows:
        start, end = row["valid_from"], row["valid_to"]
        if isinstance(day, date) and (not isinstance(start, date) or start <= day) and (not isinstance(end, date) or day <= end):
            return row["party_id"]
    return None


def _add(actor_id: str, party_id: str, start: object, end: object, source: str, found: Collector) -> None:
    key = (actor_id, party_id, str(start or ""))
    found.rows["memberships"][key] = {
        "membership_id": hashlib.sha256("|".join(key).encode()).hexdigest()[:16],
        "actor_id": actor_id,
        "party_id": party_id,
        "valid_from": start,
        "valid_to": end,
        "source": source,
    }
