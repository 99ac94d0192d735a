"""Rows of seed files, and what is collected from them before it becomes frames."""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path

import polars as pl

from warehouse import vocabulary as words

#: A row as read.
Row = dict[str, str]

#: Frames that are no tables of the warehouse: what is composed, and what is known of places, persons and words.
EXTRA_SCHEMAS: Mapping[str, pl.Schema] = {
    "bodies": pl.Schema({name: pl.String() for name in ("body_id", "kind", "sector", "suffix", "parent_suffix", "nouns", "owned_nouns")}),
    "institutions": pl.Schema({name: pl.String() for name in ("country", "suffix", "nouns")}),
    "leading_offices": pl.Schema({"country": pl.String(), "office_id": pl.String(), "valid_from": pl.Date(), "valid_to": pl.Date()}),
    "offices": pl.Schema({name: pl.String() for name in ("office_id", "name", "suffix", "sector", "countries", "nouns", "held_by_many")}),
    "role_nouns": pl.Schema({name: pl.String() for name in ("noun", "plural", "kind", "sector", "generic_id")}),
    "common_nouns": pl.Schema({name: pl.String() for name in ("noun", "plural", "kinds")}),
    "given_names": pl.Schema({name: pl.String() for name in ("name", "gender")}),
    "corrections": pl.Schema(
        {
            **{name: pl.String() for name in ("action", "actor_id", "surface", "value", "outlet", "article_id")},
            **{name: pl.Date() for name in ("valid_from", "valid_to")},
        }
    ),
    "gazetteer": pl.Schema({"name": pl.String(), "country": pl.String(), "population": pl.Int64()}),
    "places": pl.Schema({name: pl.String() for name in ("actor_id", "place_kind", "government_id")}),
    "persons": pl.Schema({"actor_id": pl.String(), "gender": pl.String(), "birth_year": pl.Int64(), "party_id": pl.String()}),
    "word_classes": pl.Schema({name: pl.String() for name in ("word_class", "word", "forms", "value", "drop")}),
}


class Collector:
    """Rows of every frame as they are read; the last row of a key wins, so that users' files override seeds."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[tuple[object, ...], dict[str, object]]] = {
            name: {} for name in ("actors", "aliases", "tenures", "memberships", "outlets", *EXTRA_SCHEMAS)
        }
        self.problems: list[str] = []
        self.notes: list[str] = []

    def add(self, frame: str, key: tuple[object, ...], row: dict[str, object]) -> None:
        self.rows[frame][key] = row

    def actor(self, row: Row, actor_id: str, name: str, kind: str, origin: str, **more: str | None) -> None:
        """One actor; its kind and sector must be of the closed lists. Declared again, it keeps its item unless given another."""
        sector, country = more.get("sector") or None, more.get("country") or None
        if kind not in words.ACTOR_KINDS:
            raise ValueError(f"expected a kind of actor ({', '.join(words.ACTOR_KINDS)}), found {kind!r}")
        if sector is not None and sector not in words.SECTORS:
            raise ValueError(f"expected a PLOVER sector ({', '.join(words.SECTORS)}), found {sector!r}")
        if not actor_id or " " in actor_id or not name:
            raise ValueError(f"expected an actor_id without spaces and a name, found {actor_id!r}, {name!r}")
        known = self.rows["actors"].get((actor_id,), {})
        self.add(
            "actors",
            (actor_id,),
            {
                "actor_id": actor_id,
                "name": name,
                "kind": kind,
                "is_political": kind not in words.NON_ACTOR_KINDS,
                "country": country,
                "sector": sector,
                "parent_id": more.get("parent_id") or None,
                "wikidata": more.get("wikidata") or known.get("wikidata"),
                "origin": origin,
                "valid_from": first_day(row.get("valid_from", "")),
                "valid_to": last_day(row.get("valid_to", "")),
            },
        )

    def aliases(self, row: Row, actor_id: str, forms: Iterable[str], alias_kind: str, strength: str = "strong") -> None:
        for form in forms:
            key = (actor_id, form, alias_kind)
            self.rows["aliases"].setdefault(
                key,
                {
                    "actor_id": actor_id,
                    "alias": form,
                    "alias_kind": alias_kind,
                    "strength": strength,
                    "valid_from": first_day(row.get("valid_from", "")),
                    "valid_to": last_day(row.get("valid_to", "")),
                    "source": row.get("source") or "general knowledge",
                },
            )


def first_day(text: str) -> date | None:
    """The first day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None when empty. Raises ValueError."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    return date(*[*parts, 1, 1][:3])


def last_day(text: str) -> date | None:
    """The last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None when empty. Raises ValueError."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date.fromordinal(after.toordinal() - 1)
    return date(*parts)


def split_cell(cell: str | None) -> list[str]:
    return [value.strip() for value in (cell or "").split("|") if value.strip()]


def read_rows(path: Path, found: Collector, columns: Collection[str] = (), optional: Collection[str] = ()) -> Iterator[tuple[int, Row]]:
    """(line, row) of a CSV file; a file that has a column beside `columns`, or lacks one that is not optional, gives none and is named."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        found.problems.append(name_undecodable(path.name, problem))
        return
    reader = csv.DictReader(StringIO(text, newline=""))
    named = [name.strip() for name in reader.fieldnames or ()]
    wrong = [f"unknown {name!r}" for name in named if columns and name not in columns]
    wrong += [f"no {name!r}" for name in columns if name not in named and name not in optional]
    if wrong:
        found.problems.append(f"{path.name}:1: {', '.join(wrong)}; expected the columns {', '.join(columns)}")
        return
    for row in reader:
        if None in row or None in row.values():
            found.problems.append(f"{path.name}:{reader.line_num}: expected {len(reader.fieldnames or ())} fields, found another number")
            continue
        yield reader.line_num, {key: value.strip() for key, value in row.items()}


def name_undecodable(name: str, problem: UnicodeDecodeError) -> str:
    """What is wrong with a file that spreadsheets saved in another encoding, and where."""
    line = problem.object.count(b"\n", 0, problem.start) + 1
    return f"{name}:{line}: expected UTF-8, found the byte {problem.object[problem.start]:#04x}; save the file as CSV UTF-8"
