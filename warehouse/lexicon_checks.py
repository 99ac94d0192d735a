"""Whether the lexicon agrees with itself: names that mean two actors without a rule, offices held twice, days in the wrong order, rows
without a source. What is found is named, not mended: `personae lexicon check` shows it, the test suite keeps the seeds free of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from csv import DictReader
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.seed_rows import first_day, last_day
from warehouse.seeds import SEED_FOLDER

type Frames = Mapping[str, pl.DataFrame]
type Row = dict[str, Any]
#: Offices that one person holds at a time; where more do, `shared_offices.csv` says so with the reason.
ONE_HOLDER = frozenset(
    "HOS HOG FM DM FIN INT JUS HEALTH ENERGY AG CJ CHOD NSA COS POPE UNSG NATOSG WBPRES IMFMD EPPRES EUCOMPRES EUCOUNPRES EUHR ECBPRES "
    "WHODG WTODG IAEADG OECDSG AUCHAIR FBIDIR SUPREME CROWNPRINCE HOMELAND".split()
)
#: Handing over an office may take this long, and sources differ by as much.
_HANDOVER = timedelta(days=31)
_ALWAYS = (date.min, date.max)


def count_kinds(frames: Frames) -> Iterator[tuple[str, int, int, int, int]]:
    """Of each kind of actor: how many the lexicon and its register hold, and how many of each have a Wikidata id; the most first."""
    counted: dict[str, list[int]] = {}
    for place, name in enumerate(("actors", "register")):
        for kind, rows, items in frames[name].group_by("kind").agg(pl.len(), pl.col("wikidata").count()).iter_rows():
            counted.setdefault(kind, [0, 0, 0, 0])[2 * place : 2 * place + 2] = [rows, items]
    for kind, (listed, with_item, registered, registered_item) in sorted(counted.items(), key=lambda pair: (-pair[1][0], pair[0])):
        yield kind, listed, with_item, registered, registered_item


def check_names(frames: Frames) -> tuple[list[str], Counter[str]]:
    """(strong names that mean two actors on the same day and no rule decides between; how many names each rule decides).

    The rules are those of `transforms.identities`: power or place by grammar, one of two namesakes by context, a people and its land by
    whether the word stands before a noun."""
    actors = {row["actor_id"]: row for row in frames["actors"].iter_rows(named=True)}
    strong = frames["aliases"].filter(pl.col("strength") == "strong").sort("alias", "actor_id", "alias_kind")
    problems: list[str] = []
    decided: Counter[str] = Counter()
    for (form,), rows in strong.group_by("alias", maintain_order=True):
        if rows["actor_id"].n_unique() == 1:
            continue
        for one, other in combinations(rows.iter_rows(named=True), 2):
            if one["actor_id"] == other["actor_id"]:
                continue
            rule = _rule_between(one, other, actors)
            if rule:
                decided[rule] += 1
            else:
                problems.append(f"name {form!r}: {one['actor_id']} and {other['actor_id']} on the same days; make one of them a weak alias")
    return problems, decided


def _rule_between(one: Row, other: Row, actors: Mapping[str, Row]) -> str | None:
    """What decides which of two actors of one name is meant; None when nothing does."""
    kinds = {actors[row["actor_id"]]["kind"] for row in (one, other)}
    if not _overlap(one, other):
        return "day"
    if "metonym" in (one["alias_kind"], other["alias_kind"]) and "place" in kinds:
        return "power or place"
    if one["alias_kind"] == other["alias_kind"] == "metonym":
        return "seat of two powers by context"
    if kinds == {"place"}:
        return "namesake places by context"
    if kinds == {"person"}:
        return "namesake persons by title and office"
    if kinds <= {"country", "place", "people"} and {one["alias_kind"], other["alias_kind"]} & {"adjective", "people"}:
        return "people or land by grammar and context"
    return None


def check_tenures(frames: Frames, shared: Sequence[Row] = ()) -> list[str]:
    """Offices of one holder that two persons hold at the same time for longer than a handover takes. `shared`: rows of shared_offices."""
    problems = []
    tenures = frames["tenures"].filter(pl.col("office_id").is_in(list(ONE_HOLDER))).sort("body_id", "office_id", "valid_from", "actor_id")
    for (body, office), rows in tenures.group_by("body_id", "office_id", maintain_order=True):
        known = [row for row in shared if (row["body"], row["office_id"]) == (body, office)]
        for one, other in combinations(rows.iter_rows(named=True), 2):
            if _overlap(one, other, _HANDOVER) and not any(_overlap(one, row) and _overlap(other, row) for row in known):
                problems.append(f"office {office} of {body}: {_held(one)} and {_held(other)} at the same time")
    return problems


def check_items(frames: Frames) -> list[str]:
    """Wikidata items that two actors of the lexicon or its register have: one of them stands there twice, or has the item of the other."""
    items = pl.concat([frames[name].select("wikidata", "actor_id") for name in ("actors", "register")]).drop_nulls()
    doubles = items.group_by("wikidata").agg(pl.col("actor_id").unique().sort()).filter(pl.col("actor_id").list.len() > 1)
    found = doubles.sort("wikidata").iter_rows()
    return [f"item {item}: {' and '.join(actors)}; make them one, or correct the item" for item, actors in found]


def check_days(frames: Frames) -> list[str]:
    """Rows whose last day comes before their first."""
    return [
        f"{name}: {row['actor_id']}: expected valid_from before valid_to, found {row['valid_from']} and {row['valid_to']}"
        for name in ("actors", "aliases", "tenures")
        for row in frames[name].filter(pl.col("valid_from") > pl.col("valid_to")).iter_rows(named=True)
    ]


def check_sources(folder: Path) -> Iterator[str]:
    """Rows of the CSV files in a folder that do not say where their fact can be checked; corrections give a reason instead."""
    for path in sorted(set(folder.rglob("*.csv")) - {folder / "corrections.csv"}):
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
            reader = DictReader(stream)
            for row in reader:
                if not row.get("source"):
                    yield f"{path.relative_to(folder)}:{reader.line_num}: expected a source, found none"


def read_shared_offices(folder: Path = SEED_FOLDER) -> list[Row]:
    """Rows of `shared_offices.csv` with their days."""
    with (folder / "shared_offices.csv").open(encoding="utf-8-sig", newline="") as stream:
        return [{**row, "valid_from": first_day(row["valid_from"]), "valid_to": last_day(row["valid_to"])} for row in DictReader(stream)]


def _overlap(one: Row, other: Row, tolerance: timedelta = timedelta(0)) -> bool:
    start = max(row["valid_from"] or _ALWAYS[0] for row in (one, other))
    end = min(row["valid_to"] or _ALWAYS[1] for row in (one, other))
    return bool(start <= end and end - start >= tolerance)


def _held(tenure: Row) -> str:
    return f"{tenure['actor_id']} ({tenure['valid_from'] or '…'} to {tenure['valid_to'] or '…'})"
