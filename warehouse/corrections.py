"""The users' corrections of the lexicon: merge, split, rename, ban, recode. One that cannot be applied is named."""

from pathlib import Path

from warehouse import vocabulary as words
from warehouse.seed_rows import Collector, Row, read_rows

ACTIONS = ("merge", "split", "rename", "ban", "recode")
#: Columns that name other actors, and go on to name what they were merged into.
_NAMING = {"tenures": ("actor_id", "body_id"), "actors": ("parent_id",), "outlets": ("parent_id",)}


def apply_corrections(path: Path, found: Collector) -> None:
    """The users' corrections, `action,actor_id,alias,value,reason`, in the order of the file.

    merge: all that names `actor_id` names `value`; split: `alias` names `value` and no longer `actor_id`; rename: `value` is the name;
    ban: `alias` (of `actor_id`, or of anybody when that is empty) names nobody; recode: `value` is the sector.
    """
    if not path.is_file():
        return
    for line, row in read_rows(path, found):
        try:
            _correct(row, found)
        except (ValueError, KeyError) as problem:
            found.problems.append(f"{path.name}:{line}: {problem}")


def _correct(row: Row, found: Collector) -> None:
    action, actor_id, alias, value = row["action"], row["actor_id"], row["alias"], row["value"]
    actors, aliases = found.rows["actors"], found.rows["aliases"]
    if action not in ACTIONS:
        raise ValueError(f"expected an action of {', '.join(ACTIONS)}, found {action!r}")
    if actor_id and (actor_id,) not in actors:
        raise ValueError(f"expected a known actor_id, found {actor_id!r}")
    if action == "rename":
        actors[(actor_id,)] |= {"name": value, "origin": "override"}
        return
    if action == "recode":
        if value not in words.SECTORS:
            raise ValueError(f"expected a PLOVER sector, found {value!r}")
        actors[(actor_id,)] |= {"sector": value, "origin": "override"}
        return
    if action != "ban" and (value,) not in actors:
        raise ValueError(f"expected a known actor_id as value, found {value!r}")
    touched = [
        key
        for key, entry in aliases.items()
        if entry["actor_id"] == (actor_id or entry["actor_id"]) and (action == "merge" or entry["alias"] == alias)
    ]
    if not touched:
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
