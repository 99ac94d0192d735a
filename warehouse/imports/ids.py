"""Wikidata ids of our own actors: matches that came with the facts, and persons that one name and country join."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from warehouse.imports.facts import Fact
from warehouse.imports.organisations import DOUBLES
from warehouse.slugs import slug

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


#: Kinds of theirs that ours of each kind can be: the facts call all that a state keeps a government. Of firms they list brands and national
#: branches, which are other items than the firm.
_SAME_KIND: Mapping[str, frozenset[str]] = {
    "company": frozenset(),
    "ngo": frozenset({"nonprofit", "other"}),
    "igo": frozenset({"other", "nonprofit"}),
    "outlet": frozenset({"company", "outlet"}),
    "education": frozenset({"education"}),
}
_OF_STATES = frozenset({"government", "other"})
_SMALL = frozenset({"the", "of", "and", "for", "a", "an"})
#: Letters of the shortest name that is looked up without its acronym.
_SHORTEST = 6


def same_organisations(ours: Iterable[Fact], theirs: Iterable[Fact], known: Mapping[str, str]) -> list[dict[str, str]]:
    """Further rows (actor_id, wikidata, source): organisations of ours without an id that share a name with one alone of theirs, small
    words and marks aside, of the same kind and country (where theirs tells one); two that claim one item both go without."""
    bearers: dict[str, dict[str, Fact]] = defaultdict(dict)
    for row in theirs:
        for form in [row["name"], *filter(None, row["aliases"].split("|"))]:
            bearers[name_key(form)][row["wikidata"]] = row
    found: list[tuple[str, str, str]] = []
    for body in ours:
        if body["actor_id"] in known:
            continue
        forms = [body["name"], *filter(None, body["aliases"].split("|"))]
        keys = {name_key(form): form for form in forms if len(form) >= _SHORTEST}
        same = {item: form for key, form in keys.items() for item, row in bearers.get(key, {}).items() if _is_like(body, row)}
        if len(same) == 1:
            ((item, form),) = same.items()
            if not _is_own(form, bearers[name_key(form)][item]):
                continue
            found.append((body["actor_id"], item, form))
    claims = Counter(item for _, item, _ in found) + Counter(known.values())
    return [
        {"actor_id": actor_id, "wikidata": item, "source": f"Wikidata (CC0): name '{form}' and kind"}
        for actor_id, item, form in found
        if claims[item] == 1
    ]


def _is_own(form: str, row: Fact) -> bool:
    """Whether a name is the organisation's own; an alias without any word of it is a former owner's or a product's."""
    return bool(set(name_key(form).split("-")) & set(name_key(row["name"]).split("-")))


def name_key(name: str) -> str:
    """A name without small words, capitals, accents and marks."""
    return "-".join(word for word in re.split("-", slug(name)) if word not in _SMALL)


def _is_like(body: Fact, row: Fact) -> bool:
    """Whether both can be one by kind and country."""
    kinds = _SAME_KIND.get(body["kind"], _OF_STATES)
    return row["kind"] in kinds and (not row["country"] or row["country"] == body["country"]) and int(row["wikidata"][1:]) not in DOUBLES
