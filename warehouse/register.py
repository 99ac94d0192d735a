"""The register: persons, parties, organisations and outlets that open facts know (`seeds/imported/`), and people of public life whom news
names (`seeds/register/`, written by hand), kept apart from the lexicon.

A registered actor is known by its whole name alone and only where the article speaks for it, so that many names cost neither precision nor
time. What the reviewed files or the users say of an actor comes first; the register fills in what they lack."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from warehouse import vocabulary as words
from warehouse.seed_rows import Collector, first_day, last_day, split_cell
from warehouse.tables import TENURES

#: Folders of the seeds that make the register, and whether their rows are written by hand.
_FOLDERS = {"imported": False, "register": True}
#: One registered actor; `aliases` and `acronyms` hold forms between bars.
REGISTER = pl.Schema(
    {
        **{name: pl.String() for name in ("actor_id", "name", "kind", "country", "sector", "wikidata", "aliases", "acronyms", "gender")},
        "birth_year": pl.Int64(),
        "party_id": pl.String(),
        "source": pl.String(),
        "is_reviewed": pl.Boolean(),
        "is_common": pl.Boolean(),
    }
)
_FACTS = ("gender", "birth_year", "party_id")


class Registry:
    """The register as the users' corrections find it. Raises KeyError for an actor that is not in it."""

    def __init__(self, rows: pl.DataFrame, tenures: pl.DataFrame) -> None:
        self._rows, self._tenures = rows, tenures
        self._places = {actor_id: place for place, actor_id in enumerate(rows["actor_id"])}
        self._changed: dict[str, dict[str, Any]] = {}

    def __contains__(self, actor_id: str) -> bool:
        return actor_id in self._places

    def with_item(self, item: str) -> list[str]:
        """Ids of the actors with a Wikidata item."""
        return self._rows.filter(pl.col("wikidata") == item)["actor_id"].to_list()

    def set(self, actor_id: str, column: str, value: str) -> bool:
        """Set a column of an actor; False when it says so already."""
        row = self._row(actor_id)
        if row[column] == value:
            return False
        row[column] = value
        return True

    def take_names(self, actor_id: str, name: str = "") -> list[str]:
        """Take a name, or all of them, away from an actor; one that keeps none leaves the register."""
        row = self._row(actor_id)
        names = [row["name"], *split_cell(row["aliases"])]
        taken = [form for form in names if not name or form == name]
        left = [form for form in names if form not in taken]
        row |= {"name": left[0] if left else "", "aliases": "|".join(left[1:]) or None}
        return taken

    def frames(self) -> dict[str, pl.DataFrame]:
        """Frames `register` and `register_tenures` (columns of TENURES)."""
        register = self._rows
        if self._changed:
            rest = register.filter(~pl.col("actor_id").is_in(list(self._changed)))
            kept = [row for row in self._changed.values() if row["name"]]
            register = pl.concat([rest, pl.DataFrame(kept, schema=REGISTER, orient="row")])
        held = self._tenures.drop("party_id").join(register.select("actor_id", "party_id"), on="actor_id", maintain_order="left")
        return {"register": register, "register_tenures": TENURES.conform(held)}

    def _row(self, actor_id: str) -> dict[str, Any]:
        if actor_id not in self._changed:
            self._changed[actor_id] = self._rows.row(self._places[actor_id], named=True)
        return self._changed[actor_id]


def read_register(folder: Path, found: Collector) -> Registry:
    """The register of the files in the two folders of the seeds that hold it.

    What they tell of actors that `found` declares goes there; a file that is missing is an empty one. Raises polars' errors when a file is
    not as the import writes it."""
    rows, tenures = _read_files(folder)
    offices = pl.DataFrame(
        [(key[0], office["name"]) for key, office in found.rows["offices"].items()],
        {"office_id": pl.String(), "office_name": pl.String()},
        orient="row",
    )
    declared = pl.DataFrame({"actor_id": [key[0] for key in found.rows["actors"]]}, {"actor_id": pl.String()})
    tenures = (
        tenures.join(offices, on="office_id", how="inner", maintain_order="left")
        .join(declared.rename({"actor_id": "body_id"}), on="body_id", how="semi", maintain_order="left")
        .with_columns(pl.coalesce("office", "office_name").alias("office"))
        .drop("office_name")
    )
    for row in rows.join(declared, on="actor_id", how="semi").iter_rows(named=True):
        _fill_in(row, found)
    for tenure in TENURES.conform(tenures.join(declared, on="actor_id", how="semi", maintain_order="left")).iter_rows(named=True):
        found.rows["tenures"].setdefault((tenure["actor_id"], tenure["body_id"], tenure["office_id"], str(tenure["valid_from"])), tenure)
    return Registry(rows.join(declared, on="actor_id", how="anti", maintain_order="left"), tenures)


@cache
def _read_files(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(all registered actors, their tenures with the names of offices that the facts give, null elsewhere); read once a process."""
    folders = {folder / name: is_reviewed for name, is_reviewed in _FOLDERS.items()}
    persons = [_read_persons(path).with_columns(is_reviewed=is_reviewed) for path, is_reviewed in folders.items()]
    rows = pl.concat([*persons, _read_organisations(folder / "imported").with_columns(is_reviewed=False)])
    tenures = pl.concat([_read_tenures(path) for path in folders]).unique("tenure_id", keep="first", maintain_order=True)
    return rows.select(REGISTER.names()).filter(pl.col("kind").is_in(words.ACTOR_KINDS)), tenures


def _read_persons(folder: Path) -> pl.DataFrame:
    """The persons of a folder; `parties.csv` tells the last party of those of whom the facts tell none."""
    rows = _read_csv(folder / "persons.csv")
    if rows is None:
        return pl.DataFrame(schema=REGISTER)
    rows = rows.with_columns(pl.lit(None, pl.String()).alias(name) for name in ("sector", "is_common") if name not in rows.columns)
    told = _read_csv(folder / "parties.csv")
    if told is not None:
        known = told.select("actor_id", pl.col("party").alias("told"))
        rows = rows.join(known, on="actor_id", how="left", maintain_order="left").with_columns(pl.coalesce("party", "told").alias("party"))
    return rows.with_columns(
        pl.lit("person").alias("kind"),
        pl.lit(None, pl.String()).alias("acronyms"),
        pl.col("birth_year").cast(pl.Int64),
        pl.col("party").alias("party_id"),
        pl.lit(None, pl.Boolean()).alias("is_reviewed"),
        (pl.col("is_common") == "1").alias("is_common"),
    ).select(REGISTER.names())


def _read_organisations(folder: Path) -> pl.DataFrame:
    rows = _read_csv(folder / "organisations.csv")
    if rows is None:
        return pl.DataFrame(schema=REGISTER)
    lacking = (*_FACTS, "is_reviewed", "is_common")
    return rows.with_columns(pl.lit(None, dtype=REGISTER[name]).alias(name) for name in lacking).select(REGISTER.names())


def _read_tenures(folder: Path) -> pl.DataFrame:
    rows = _read_csv(folder / "tenures.csv")
    if rows is None:
        return TENURES.empty()
    if "office" not in rows.columns:
        rows = rows.with_columns(pl.lit(None, pl.String()).alias("office"))
    keys = rows.select("actor_id", "body", "office_id", pl.col("valid_from").fill_null("")).iter_rows()
    return rows.select(
        pl.Series("tenure_id", [hashlib.sha256("|".join(key).encode()).hexdigest()[:16] for key in keys], pl.String()),
        "actor_id",
        pl.col("body").alias("body_id"),
        "office_id",
        "office",
        pl.Series("valid_from", [first_day(text or "") for text in rows["valid_from"]], pl.Date()),
        pl.Series("valid_to", [last_day(text or "") for text in rows["valid_to"]], pl.Date()),
        "source",
        pl.lit(None, pl.String()).alias("party_id"),
    ).unique("tenure_id", keep="first", maintain_order=True)


def _read_csv(path: Path) -> pl.DataFrame | None:
    """Every column as text, empty cells as nulls, of a file or the packed file of that name; None if there is neither."""
    found = next((file for file in (path, path.with_suffix(".csv.gz")) if file.is_file()), None)
    return pl.read_csv(found, infer_schema=False) if found is not None else None


def _fill_in(row: dict[str, object], found: Collector) -> None:
    """What an imported row knows and the declared actor lacks."""
    actor = found.rows["actors"][(row["actor_id"],)]
    actor["wikidata"] = actor["wikidata"] or row["wikidata"]
    if row["kind"] != "person":
        return
    person = found.rows["persons"].setdefault((row["actor_id"],), {"actor_id": row["actor_id"], **dict.fromkeys(_FACTS)})
    for name in _FACTS:
        person[name] = person[name] or row[name]
