"""Rows of answers as cells of a page, by the names of their columns: what ends in `_count` is a number, `x_id` beside `x_name` a link."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from warehouse.code_words import CODES, in_words
from warehouse.publishing.site.answers import Answer, Row
from warehouse.publishing.site.links import Links

#: Tones of fewer mentions than this say nothing about anybody.
FEWEST = 5
#: Tones this far from 0 and farther are hostile or friendly enough to be coloured.
STRONG = 0.3
_LABELS = {
    "mention_count": "mentions", "article_count": "articles", "text_count": "texts", "story_count": "stories", "quote_count": "quotations",
    "tone_mean": "tone", "first_date": "first date", "last_date": "last date", "published_date": "date", "words": "sentence",
    "speaking_count": "speaks", "speaking_share": "share of speaking", "spoken_about_count": "is spoken about",
    "spoken_about_share": "share of being spoken about", "voice_share": "speaks, of both", "article_share": "share of articles",
    "surface": "name in print", "ner": "what it is", "gap": "status",
    "is_open": "open", "is_passed": "passed", "started_at": "started", "seen_at": "seen",
    "dyad_count": "times", "negated_count": "negated", "other": "the other", "first_count": "first of the chain",
    "indirect_count": "indirect", "direction": "direction", "example_path": "for example", "note_count": "warnings",
    "credit_count": "credits", "entry_count": "entries", "found_count": "found", "total_count": "of", "found_share": "share",
}  # fmt: skip
#: Columns with the place in the article that a row is evidence from, and the mark of that place on the article's page.
ANCHORS = {"mention_start": "m", "quote_start": "q", "act_start": "a"}
#: Columns that serve others and are not shown.
_SERVING = frozenset({"tone_count", "wikidata", *ANCHORS})
#: Characters of a quotation that a table shows.
_LONGEST = 400
#: What an empty cell says, where a dash would say too little.
_UNKNOWN = {"outlet": "unknown", "title": "(no headline)"}
#: Headers of tables in which a column means more than its name says.
_HEADERS = {"who_about_whom": {"actor_name": "speaker", "other_name": "about"}}
_TITLES = ("words", "article_title", "story_title")


@dataclass(frozen=True)
class Cell:
    """What one cell shows: its text, link and style."""

    text: str
    href: str | None = None
    is_number: bool = False
    kind: str = ""
    title: str = ""


@dataclass(frozen=True)
class Line:
    """One row of a table with its filter values."""

    cells: tuple[Cell, ...]
    countries: str
    day: str


@dataclass(frozen=True)
class Grid:
    """One answer ready to be written as a table."""

    answer: Answer
    headers: tuple[str, ...]
    numeric: tuple[bool, ...]
    lines: tuple[Line, ...]


def make_grid(answer: Answer, links: Links, without: Collection[str] = ()) -> Grid:
    """The table of an answer; `without` names columns that the page already shows, such as the actor on its own page."""
    shown = [name for name in answer.columns if name not in without and not _serves(name, answer.columns)]
    lines = tuple(_line(row, shown, links) for row in answer.rows)
    return Grid(
        answer, tuple(_HEADERS.get(answer.slug, {}).get(name) or label(name) for name in shown), tuple(map(_is_number, shown)), lines
    )


def label(column: str) -> str:
    return _LABELS.get(column.removesuffix("_name").removesuffix("_title"), _LABELS.get(column, "")) or (
        column.removesuffix("_name").removesuffix("_title").removesuffix("_at").replace("_", " ")
    )


def _serves(name: str, columns: Collection[str]) -> bool:
    base = name.removesuffix("_id")
    return name in _SERVING or (name != base and (f"{base}_name" in columns or f"{base}_title" in columns or "words" in columns))


def _is_number(column: str) -> bool:
    return (
        column.endswith(("_count", "_share", "_no"))
        or column in ("tone", "tone_mean")
        or column.startswith(("files_", "articles_", "rows_"))
    )


def _line(row: Row, shown: list[str], links: Links) -> Line:
    countries = {links.countries.get(str(row[name])) for name in ("actor_id", "other_id") if row.get(name)} | {row.get("country")}
    # a row that counts over many days belongs to none of them
    day = None if "last_date" in row else row.get("published_date") or row.get("first_date")
    return Line(
        tuple(_cell(name, row, links) for name in shown),
        " ".join(sorted(country for country in countries if country)),
        day.isoformat() if isinstance(day, date) else "",
    )


def _cell(name: str, row: Row, links: Links) -> Cell:
    value = row[name]
    base = name.removesuffix("_name").removesuffix("_title")
    if name in _TITLES:
        text = " ".join(str(value or "(no headline)").split())
        kind = "words" if name == "words" else "headline"
        return Cell(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…", evidence_of(row, links), kind=kind)
    if name == "story_name":
        return Cell(value, links.article(row["story_id"]), kind="headline")
    if name.endswith("_name") and f"{base}_id" in row:
        return Cell(str(value or row[f"{base}_id"] or "not named"), links.actor(row[f"{base}_id"]), title=str(row[f"{base}_id"] or ""))
    if name in ("tone", "tone_mean"):
        return _tone(value, row.get("tone_count"))
    if name == "country" and value is not None:
        return Cell(links.names.get(value, value), title=value)
    if name in CODES and value is not None:
        return Cell(in_words(value, name), title=value)
    return Cell(shown_value(value, name), is_number=_is_number(name), kind="day" if isinstance(value, date) else "")


def evidence_of(row: Row, links: Links) -> str | None:
    """Where the words of a row stand: the article's page, at the very place when it is known."""
    anchor = next((f"#{mark}-{row[column]}" for column, mark in ANCHORS.items() if row.get(column) is not None), "")
    return links.article(row["article_id"] if "article_id" in row else row.get("story_id"), anchor)


def _tone(value: float | None, count: int | None) -> Cell:
    if value is None:
        return Cell("not judged", is_number=True)
    if count is not None and count < FEWEST:
        return Cell(f"too few to tell (n = {count})", is_number=True)
    side = "bad" if value <= -STRONG else "good" if value >= STRONG else ""
    more = f" (n = {count})" if count is not None else ""
    return Cell(f"{shown_tone(value)}{more}", is_number=True, kind=side)


def shown_tone(value: float) -> str:
    text = f"{value:+.2f}".replace("-", "−")
    return "0.00" if text in ("+0.00", "−0.00") else text


def shown_value(value: object, name: str = "") -> str:
    """A value as people read it."""
    if value is None:
        return _UNKNOWN.get(name, "–")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and name.endswith("_share"):
        return f"{100 * value:.1f}%"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    return str(value)
