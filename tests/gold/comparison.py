"""The golden articles as people wrote them down, and how what was found compares with them. tests/gold/README.md explains the columns."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

GOLD = Path(__file__).parent
#: Share of the characters two spans have in common from which on they are the same quotation.
_SAME_QUOTE = 0.4
#: What parts a cue cuts apart are joined with, in the gold as in the table `quotes`.
_PARTING = " … "
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Expected:
    """One mention or quotation of the gold; a tuple holds all answers that are right, an empty one means that it is not judged."""

    start: int
    end: int
    text: str
    classes: tuple[str, ...]  # layers of a mention, kinds of a quotation
    actors: tuple[str, ...]
    roles: tuple[str, ...]
    is_optional: bool


@dataclass(frozen=True)
class Found:
    """One mention or quotation of the program; `label` is its layer or kind, `actor_id` of a quotation its speaker's."""

    start: int
    end: int
    text: str
    label: str
    actor_id: str | None
    role: str | None = None


@dataclass(frozen=True)
class GoldArticle:
    """One article with what is to be found in it."""

    name: str
    file: str
    title: str
    mentions: tuple[Expected, ...]
    quotes: tuple[Expected, ...]
    credits: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True)
class Tally:
    """What was right and out of how many."""

    mentions_found: int = 0
    mentions_expected: int = 0
    mentions_right: int = 0  # found ones that the gold has, optional ones included
    mentions_printed: int = 0
    actors_right: int = 0
    actors_expected: int = 0
    roles_right: int = 0
    roles_expected: int = 0
    quotes_right: int = 0
    quotes_expected: int = 0
    quotes_found: int = 0
    quotes_extra: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Tally)))

    def figures(self) -> dict[str, float]:
        """The shares by name, 0 to 1."""
        recall = _share(self.mentions_found, self.mentions_expected)
        precision = _share(self.mentions_right, self.mentions_printed)
        return {
            "mention_f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
            "actor_share": _share(self.actors_right, self.actors_expected),
            "role_share": _share(self.roles_right, self.roles_expected),
            "quote_share": _share(self.quotes_right, self.quotes_expected),
            "quote_precision": _share(self.quotes_found - self.quotes_extra, self.quotes_found),
        }


def read_gold(bodies: dict[str, str]) -> dict[str, GoldArticle]:
    """The gold by name; `bodies` are the articles' texts by title. Raises ValueError where a surface is not in its text."""
    return {row["gold"]: _read_article(row, bodies[row["title"]]) for row in _rows(GOLD / "articles.csv")}


def read_floors() -> dict[str, dict[str, float]]:
    """The least each figure may be, by article; `overall` for all of them together."""
    return {row.pop("gold"): {name: float(value) for name, value in row.items()} for row in _rows(GOLD / "floors.csv")}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _read_article(row: dict[str, str], body: str) -> GoldArticle:
    folder = GOLD / row["gold"]
    return GoldArticle(
        row["gold"],
        row["file"],
        row["title"],
        tuple(_mention(each, body) for each in _rows(folder / "mentions.csv")),
        tuple(_quote(each, body) for each in _rows(folder / "quotes.csv")),
        tuple((int(each["hop"]), each["outlet_id"], each["surface"]) for each in _rows(folder / "credits.csv")),
    )


def _mention(row: dict[str, str], body: str) -> Expected:
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(row['surface'])}(?!\w)", body)]
    number = int(row["occurrence"])
    if number > len(places):
        raise ValueError(f"expected {number} times {row['surface']!r} in the text, found {len(places)}")
    start = places[number - 1]
    return Expected(
        start, start + len(row["surface"]), row["surface"], _values(row["layer"]), _values(row["actor_id"]), _values(row["role"]), _flag(row)
    )


def _quote(row: dict[str, str], body: str) -> Expected:
    content = row["content"]
    start = body.find(content.split(_PARTING)[0])
    if start < 0:
        raise ValueError(f"expected the quotation {content!r} in the text, found none")
    end = part_spans(body, start, content)[-1][1]
    return Expected(start, end, content, _values(row["kind"]), _values(row["speaker_actor_id"]), (), _flag(row))


def part_spans(body: str, start: int, content: str) -> list[tuple[int, int]]:
    """Where the parts of a quotation stand in the text from `start` on. Raises ValueError where one does not."""
    spans = []
    for part in content.split(_PARTING):
        start = body.index(part, start)
        spans.append((start, start + len(part)))
        start += len(part)
    return spans


def _values(cell: str) -> tuple[str, ...]:
    return tuple(value for value in cell.split("|") if value)


def _flag(row: dict[str, str]) -> bool:
    return {"0": False, "1": True}[row["optional"]]


def compare(gold: GoldArticle, mentions: Sequence[Found], quotes: Sequence[Found]) -> Tally:
    """How much of the gold was found, and how much of what was found is in the gold."""
    by_span = {_core(mention): mention for mention in mentions}
    wanted = [(each, by_span.get(_core(each))) for each in gold.mentions if not each.is_optional]
    known = {_core(each) for each in gold.mentions}
    with_actor = [(each, mention) for each, mention in wanted if each.actors]
    with_role = [(each, mention) for each, mention in wanted if each.roles]
    wanted_quotes = [each for each in gold.quotes if not each.is_optional]
    return Tally(
        mentions_found=sum(mention is not None for _, mention in wanted),
        mentions_expected=len(wanted),
        mentions_right=sum(span in known for span in by_span),
        mentions_printed=len(by_span),
        actors_right=sum(mention is not None and mention.actor_id in each.actors for each, mention in with_actor),
        actors_expected=len(with_actor),
        roles_right=sum(mention is not None and mention.role in each.roles for each, mention in with_role),
        roles_expected=len(with_role),
        quotes_right=sum(any(_is_right_quote(each, quote) for quote in quotes) for each in wanted_quotes),
        quotes_expected=len(wanted_quotes),
        quotes_found=len(quotes),
        quotes_extra=sum(not any(_overlaps(each, quote) for each in gold.quotes) for quote in quotes),
    )


def differences(gold: GoldArticle, mentions: Sequence[Found], quotes: Sequence[Found]) -> Iterator[str]:
    """What to look at, one line each."""
    by_span = {_core(mention): mention for mention in mentions}
    for each in gold.mentions:
        mention = by_span.get(_core(each))
        if each.is_optional:
            continue
        if mention is None:
            yield f"missing {each.text!r} ({'|'.join(each.actors)})"
        elif each.actors and mention.actor_id not in each.actors:
            yield f"actor of {each.text!r}: expected {'|'.join(each.actors)}, found {mention.actor_id}"
        elif mention.label not in each.classes:
            yield f"layer of {each.text!r}: expected {'|'.join(each.classes)}, found {mention.label}"
        elif each.roles and mention.role not in each.roles:
            yield f"role of {each.text!r} at {each.start}: expected {'|'.join(each.roles)}, found {mention.role}"
    known = {_core(each) for each in gold.mentions}
    yield from (f"extra {mention.text!r} ({mention.actor_id})" for span, mention in by_span.items() if span not in known)
    yield from _quote_differences(gold, quotes)


def _quote_differences(gold: GoldArticle, quotes: Sequence[Found]) -> Iterator[str]:
    for each in gold.quotes:
        near = [quote for quote in quotes if _overlaps(each, quote)]
        if each.is_optional or any(_is_right_quote(each, quote) for quote in near):
            continue
        yield f"quotation {each.text!r}: expected speaker {'|'.join(each.actors)}, found {[quote.actor_id for quote in near]}"
    for quote in quotes:
        if not any(_overlaps(each, quote) for each in gold.quotes):
            yield f"extra quotation {quote.text!r} by {quote.actor_id}"


def _is_right_quote(expected: Expected, quote: Found) -> bool:
    return _overlaps(expected, quote) and quote.label in expected.classes and quote.actor_id in expected.actors


def _overlaps(one: Expected | Found, other: Expected | Found) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start)) >= _SAME_QUOTE


def _core(span: Expected | Found) -> tuple[int, int]:
    """The span without a leading article, on which conventions differ."""
    article = _ARTICLE.match(span.text)
    return span.start + (article.end() if article else 0), span.end


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def figures_table(tallies: Iterable[tuple[str, Tally]]) -> str:
    """The figures as text, a line for each article."""
    names = list(Tally().figures())
    lines = [f"{'article':<20}" + "".join(f"{name:>17}" for name in names)]
    for title, tally in tallies:
        lines.append(f"{title:<20}" + "".join(f"{value:>17.2f}" for value in tally.figures().values()))
    return "\n".join(lines)
