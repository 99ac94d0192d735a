"""The register: persons, parties, organisations and outlets that open facts know (`seeds/imported/`), kept apart from the reviewed lexicon.

A registered actor is known by its whole name alone and only where the article speaks for it, so that many names cost neither precision nor
time. What the reviewed files or the users say of an actor comes first; the register fills in what they lack."""

import hashlib
from functools import cache
from pathlib import Path

import polars as pl

from warehouse import vocabulary as words
from warehouse.seed_rows import Collector, first_day, last_day
from warehouse.tables import TENURES

#: One registered actor; `aliases` and `acronyms` hold forms between bars.
REGISTER = pl.Schema(
    {
        **{name: pl.String() for name in ("actor_id", "name", "kind", "country", "sector", "wikidata", "aliases", "acronyms", "gender")},
        "birth_year": pl.Int64(),
        "party_id": pl.String(),
        "source": pl.String(),
    }
)
_FACTS = ("gender", "birth_year", "party_id")


def read_register(folder: Path, found: Collector) -> dict[str, pl.DataFrame]:
    """Frames `register` and `register_tenures` (columns of TENURES) of the imported files in a folder.

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
    register = rows.join(declared, on="actor_id", how="anti", maintain_order="left")
    held = tenures.drop("party_id").join(register.select("actor_id", "party_id"), on="actor_id", maintain_order="left")
    return {"register": register, "register_tenures": TENURES.conform(held)}


@cache
def _read_files(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(all registered actors, their tenures with the names of offices that the facts give, null elsewhere); read once a process."""
    rows = pl.concat([_read_persons(folder), _read_organisations(folder)])
    return rows.filter(pl.col("kind").is_in(words.ACTOR_KINDS)), _read_tenures(folder)


def _read_persons(folder: Path) -> pl.DataFrame:
    rows = _read_csv(folder / "persons.csv.gz")
    if rows is None:
        return pl.DataFrame(schema=REGISTER)
    return rows.with_columns(
        pl.lit("person").alias("kind"),
        pl.lit(None, pl.String()).alias("sector"),
        pl.lit(None, pl.String()).alias("acronyms"),
        pl.col("birth_year").cast(pl.Int64),
        pl.col("party").alias("party_id"),
    ).select(REGISTER.names())


def _read_organisations(folder: Path) -> pl.DataFrame:
    rows = _read_csv(folder / "organisations.csv.gz")
    if rows is None:
        return pl.DataFrame(schema=REGISTER)
    return rows.with_columns(pl.lit(None, dtype=REGISTER[name]).alias(name) for name in _FACTS).select(REGISTER.names())


def _read_tenures(folder: Path) -> pl.DataFrame:
    rows = _read_csv(folder / "tenures.csv.gz")
    if rows is None:
        return TENURES.empty()
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
    """Every column as text, empty cells as nulls; None when there is no such file."""
    return pl.read_csv(path, infer_schema=False) if path.is_file() else None


def _fill_in(row: dict[str, object], found: Collector) -> None:
    """What an imported row knows and the declared actor lacks."""
    actor = found.rows["actors"][(row["actor_id"],)]
    actor["wikidata"] = actor["wikidata"] or row["wikidata"]
    if row["kind"] != "person":
        return
    person = found.rows["persons"].setdefault((row["actor_id"],), {"actor_id": row["actor_id"], **dict.fromkeys(_FACTS)})
    for name in _FACTS:
        person[name] = person[name] or row[name]
