"""The users' corrections, `corrections.csv`: what cannot be said by adding rows. One that cannot be applied is named with its line.

Corrections of listed and registered actors change the frames of the lexicon. Those of actors that no dictionary lists, and those that hold
only in an outlet, an article or a period, are kept in the frame `corrections` and applied where names get their actors
(`transforms.identities.corrected`)."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from warehouse import vocabulary as words
from warehouse.register import Registry
from warehouse.seed_rows import Collector, Row, first_day, last_day, read_rows
from warehouse.slugs import slug
from warehouse.tables import WIKIDATA_PATTERN

COLUMNS = ("action", "actor_id", "alias", "value", "reason", "outlet", "article_id", "valid_from", "valid_to")
#: What each action does, with the column of an actor that some of them set.
ACTIONS: Mapping[str, str] = {
    "merge": "", "split": "", "ban": "", "rename": "name", "recode": "sector", "kind": "kind", "country": "country", "party": "party_id",
}  # fmt: skip
#: Columns that limit a correction to some names in print.
_LIMITS = ("outlet", "article_id", "valid_from", "valid_to")
#: Ids that discovered actors have: `transforms.identities.discovered` makes them of a kind and a slug.
_DISCOVERED = re.compile(r"(PER|ORG|OUTLET|PLACE|PEOPLE)\.[^\sA-Z.]+")
#: Columns that name other actors, and go on to name what they were merged into.
_NAMING = {"tenures": ("actor_id", "body_id"), "actors": ("parent_id",), "outlets": ("parent_id",), "memberships": ("actor_id", "party_id")}


class NotNeeded(Exception):  # noqa: N818 - no error: the edition in use says the same
    """A correction that changes nothing, because the lexicon now says what it says."""


def apply_corrections(path: Path, found: Collector, registry: Registry) -> None:
    """Apply the users' corrections in the order of the file.

    merge: all that names `actor_id` names `value`; split: `alias` names `value`, no longer `actor_id`; ban: `alias` names nobody, that of
    `actor_id` or of anybody, and without an alias all that names `actor_id`; rename, recode, kind, country, party: `value` is the name,
    sector, kind, country or party. An actor is named by its id or its Wikidata item."""
    if not path.is_file():
        return
    for line, row in read_rows(path, found, COLUMNS, _LIMITS):
        if not row["action"]:
            continue  # a line of `lexicon review` that nobody has decided
        try:
            _correct(row, found, registry)
        except (ValueError, KeyError) as problem:
            found.problems.append(f"{path.name}:{line}: {problem}")
        except NotNeeded as told:
            found.notes.append(f"{path.name}:{line}: no longer needed: {told}")


def is_discovered(actor_id: str) -> bool:
    """Whether an id has the form of those of discovered actors."""
    return _DISCOVERED.fullmatch(actor_id) is not None


def _correct(row: Row, found: Collector, registry: Registry) -> None:
    action, alias = row["action"], row["alias"]
    if action not in ACTIONS:
        raise ValueError(f"expected an action of {', '.join(ACTIONS)}, found {action!r}")
    actor_id = _actor(row["actor_id"], found, registry) if row["actor_id"] else ""
    value = _value(action, row["value"], found, registry)
    limits = {name: row.get(name) or "" for name in _LIMITS}
    if not actor_id and not (alias and action in ("split", "ban")):
        raise ValueError(f"expected an actor_id for {action}, found none")
    if action == "split" and not alias:
        raise ValueError("expected an alias for split, found none")
    if action in ("merge", "split") and value == actor_id:
        raise ValueError(f"expected another actor as value, found {value!r} itself")
    if any(limits.values()) and ACTIONS[action]:
        raise ValueError(f"expected no outlet, article_id or period with {action}: it holds for the actor everywhere")
    is_listed = (actor_id,) in found.rows["actors"]
    if any(limits.values()) or (actor_id and not is_listed and actor_id not in registry):
        _keep(row, action, actor_id, alias, value, limits, found)
    elif actor_id in registry:
        _change_registered(action, actor_id, alias, value, found, registry)
    elif ACTIONS[action]:
        _set(actor_id, ACTIONS[action], value, found)
    elif action == "split" and not actor_id and not any(key[1] == alias for key in found.rows["aliases"]):
        _keep(row, action, actor_id, alias, value, limits, found)
    else:
        _rename_forms(action, actor_id, alias, value, found)


def _actor(named: str, found: Collector, registry: Registry) -> str:
    """The id of a listed, registered or discovered actor. Raises ValueError."""
    actors = found.rows["actors"]
    if re.fullmatch(WIKIDATA_PATTERN, named):
        bearers = [str(key[0]) for key, actor in actors.items() if actor["wikidata"] == named] or registry.with_item(named)
        if len(bearers) != 1:
            raise ValueError(f"expected the item of one known actor, found {named!r} of {len(bearers)}")
        named = bearers[0]
    if (named,) not in actors and named not in registry and not is_discovered(named):
        raise ValueError(f"expected a known actor_id, found {named!r}")
    return named


def _value(action: str, value: str, found: Collector, registry: Registry) -> str:
    """The value as it is kept. Raises ValueError when it is none that the action allows."""
    if action in ("merge", "split"):
        try:
            return _actor(value, found, registry)
        except ValueError as problem:
            raise ValueError(f"{problem} as value") from problem
    if action == "party":
        party = _actor(value, found, registry)
        if found.rows["actors"].get((party,), {}).get("kind") != "party":
            raise ValueError(f"expected the actor_id of a party as value, found {value!r}")
        return party
    countries = {str(actor["country"]) for actor in found.rows["actors"].values() if actor["kind"] in words.STATE_KINDS}
    allowed: Mapping[str, tuple[str, str, Callable[[str], bool]]] = {
        "recode": ("a PLOVER sector", ", ".join(words.SECTORS), words.SECTORS.__contains__),
        "kind": ("a kind of actor", ", ".join(words.ACTOR_KINDS), words.ACTOR_KINDS.__contains__),
        "country": ("a country", "ISO 3166-1 alpha-3 codes such as FRA", countries.__contains__),
        "rename": ("a name", "any words", bool),
    }
    if action in allowed:
        what, values, is_allowed = allowed[action]
        if not is_allowed(value):
            raise ValueError(f"expected {what} ({values}), found {value!r}")
    return value


def _set(actor_id: str, column: str, value: str, found: Collector) -> None:
    """Set one column of a listed actor."""
    actor = found.rows["actors"][(actor_id,)]
    if column == "party_id":
        person = found.rows["persons"].setdefault((actor_id,), {"actor_id": actor_id, "gender": None, "birth_year": None, "party_id": None})
        if person["party_id"] == value:
            raise NotNeeded(f"{actor_id} has that party")
        person["party_id"] = value
        actor["origin"] = "override"
        return
    if actor[column] == value:
        raise NotNeeded(f"{column} of {actor_id} is {value}")
    actor |= {column: value, "origin": "override"}
    if column == "kind":
        actor["is_political"] = value not in words.NON_ACTOR_KINDS


def _change_registered(action: str, actor_id: str, alias: str, value: str, found: Collector, registry: Registry) -> None:
    """Set a column of a registered actor, or give its names to another or to nobody."""
    if ACTIONS[action]:
        if not registry.set(actor_id, ACTIONS[action], value):
            raise NotNeeded(f"{ACTIONS[action]} of {actor_id} is {value}")
        return
    names = registry.take_names(actor_id, alias)
    if not names:
        raise ValueError(f"expected a name {alias!r} of {actor_id}, found none")
    if action != "ban" and (value,) in found.rows["actors"]:
        found.aliases({"source": "correction"}, value, names, "name")
    elif action != "ban":
        raise ValueError(f"expected a listed actor as value, found {value!r}")


def _keep(row: Row, action: str, actor_id: str, alias: str, value: str, limits: Mapping[str, str], found: Collector) -> None:
    """Keep a correction for where names get their actors."""
    known = {slug(str(key[1])) for key in found.rows["aliases"] if key[0] == value}
    if action == "merge" and actor_id.partition(".")[2] in known and not any(limits.values()):
        raise NotNeeded(f"the lexicon knows that name of {value}")
    start, end = first_day(limits["valid_from"]), last_day(limits["valid_to"])
    if start and end and start > end:
        raise ValueError(f"expected valid_from before valid_to, found {start} and {end}")
    if action == "split" and not alias:
        raise ValueError("expected an alias for split, found none")
    kept: dict[str, str | date | None] = {
        "action": action,
        "actor_id": actor_id or None,
        "surface": alias or None,
        "value": value or None,
        "outlet": limits["outlet"] or None,
        "article_id": limits["article_id"] or None,
        "valid_from": start,
        "valid_to": end,
    }
    found.add("corrections", tuple(row.values()), dict(kept))


def _rename_forms(action: str, actor_id: str, alias: str, value: str, found: Collector) -> None:
    """Merge, split or ban printed forms of listed actors."""
    aliases = found.rows["aliases"]
    touched = [
        key
        for key, entry in aliases.items()
        if entry["actor_id"] == (actor_id or entry["actor_id"]) and (action == "merge" or not alias or entry["alias"] == alias)
    ]
    if not touched and action != "merge":
        if action == "split" and any(key[:2] == (value, alias) for key in aliases):
            raise NotNeeded(f"{alias!r} names {value} alone")
        raise ValueError(f"expected an alias {alias!r} of {actor_id or 'any actor'}, found none")
    for key in touched:
        entry = aliases.pop(key)
        if action != "ban":
            aliases[(value, *key[1:])] = entry | {"actor_id": value}
    if action != "merge":
        return
    for frame, columns in _NAMING.items():
        for entry in found.rows[frame].values():
            entry.update({column: value for column in columns if entry[column] == actor_id})
    for frame in ("actors", "persons", "places", "outlets"):
        found.rows[frame].pop((actor_id,), None)
