"""Wikidata ids of our own actors: matches that came with the facts, and persons that one name and country join."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from warehouse.imports.facts import Fact

#: Matches of persons rest on name, country and offices; those of others on the name and what kind of thing it names.
LEAST_CONFIDENCE = {"PER.": 0.80, "FIRM.": 0.85, "NGO.": 0.85}
LEAST_OF_OTHERS = 0.88


def sure_matches(matches: Iterable[Fact]) -> list[dict[str, str]]:
    """Rows (actor_id, wikidata, source) of matches that are confident and whose id no other actor claims, in order of
    actor_id; the source says by which evidence."""
    rows = list(matches)
    claims = Counter(row["wikidata"] for row in rows)
    kept = (row for row in rows if float(row["confidence"]) >= _least(row["actor_id"]) and claims[row["wikidata"]] == 1)
    return [
        {"actor_id": row["actor_id"], "wikidata": row["wikidata"], "source": f"Wikidata (CC0): {row['evidence']}"}
        for row in sorted(kept, key=lambda row: row["actor_id"])
    ]


def _least(actor_id: str) -> float:
    return next((least for prefix, least in LEAST_CONFIDENCE.items() if actor_id.startswith(prefix)), LEAST_OF_OTHERS)


def same_persons(ours: Iterable[Fact], theirs: Iterable[Fact], known: Mapping[str, str]) -> list[dict[str, str]]:
    """Further rows (actor_id, wikidata, source): persons of ours without an id who alone share name and country with one person of theirs.

    `known`: ids of our actors; both sides name politicians only, so that a namesake of the same country is rare."""
    bearers: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for row in theirs:
        bearers[(row["name"].casefold(), row["country"])].append(row)
    taken, found = set(known.values()), []
    for person in ours:
        if person["actor_id"] in known or not person["country"]:
            continue
        forms = [person["name"], *filter(None, person["aliases"].split("|"))]
        same = {row["wikidata"] for form in forms for row in bearers.get((form.casefold(), person["country"]), ())}
        if len(same) == 1 and not same & taken:
            taken |= same
            evidence = f"Wikidata (CC0): name and country; {person['country']}"
            found.append({"actor_id": person["actor_id"], "wikidata": same.pop(), "source": evidence})
    return found
