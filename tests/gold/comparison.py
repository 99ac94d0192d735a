"""The golden articles as people wrote them down, and how what was found compares with them. README.md explains the columns."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

GOLD = Path(__file__).parent
#: Share of the characters of two quotations that both have, from which on they are the same one.
_SAME_QUOTE = 0.4
#: What the parts of a quotation are joined with, in the gold as in the table `quotes`.
_PARTING = " … "
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)

type Parts = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Expected:
    """One mention or quotation of the gold; a tuple of words holds all right answers, an empty one means that it is not judged."""

    parts: Parts
    text: str
    labels: tuple[str, ...]  # layers of a mention, kinds of a quotation
    actors: tuple[str, ...]  # of a quotation: of its speaker
    roles: tuple[str, ...]
    is_optional: bool


@dataclass(frozen=True)
class Found:
    """One mention or quotation of the program."""

    parts: Parts
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


@dataclass(frozen=True)
class Tally:
    """What was right and out of how many."""

    mentions_found: int = 0
    mentions_expected: int = 0
    mentions_known: int = 0  # found mentions that the gold has, optional ones included
    mentions_printed: int = 0
    layers_right: int = 0
    actors_right: int = 0
    actors_expected: int = 0
    roles_right: int = 0
    roles_expected: int = 0
    quotes_right: int = 0
    quotes_expected: int = 0
    quotes_known: int = 0
    quotes_printed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Tally)))

    def figures(self) -> dict[str, float]:
        """The shares by name, 0 to 1; the names are the columns of floors.csv."""
        recall, precision = _share(self.mentions_found, self.mentions_expected), _share(self.mentions_known, self.mentions_printed)
        return {
            "mention_f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
            "layer_share": _share(self.layers_right, self.mentions_expected),
            "actor_share": _share(self.actors_right, self.actors_expected),
            "role_share": _share(self.roles_right, self.roles_expected),
            "quote_share": _share(self.quotes_right, self.quotes_expected),
            "quote_precision": _share(self.quotes_known, self.quotes_printed),
        }


def read_gold(bodies: Mapping[str, str]) -> list[GoldArticle]:
    """The golden articles; `bodies` are the texts by title. Raises ValueError where words of the gold do not stand in their text."""
    return [_read_article(row, bodies[row["title"]]) for row in _rows("articles.csv")]


def read_floors() -> dict[str, dict[str, float]]:
    """The least that each figure may be, by article; `overall` for all of them together."""
    return {row.pop("gold"): {name: float(value) for name, value in row.items()} for row in _rows("floors.csv")}


def read_credits() -> dict[str, list[tuple[str, str, bool]]]:
    """(outlet id, surface, whether it is optional) of the credits of all sample articles by title, in the order of hops."""
    credits: dict[str, list[tuple[str, str, bool]]] = {row["title"]: [] for row in _rows("articles.csv")}
    for row in sorted(_rows("credits.csv"), key=lambda row: (row["title"], int(row["hop"]))):
        credits.setdefault(row["title"], []).append((row["outlet_id"], row["surface"], _is_optional(row)))
    return credits


def _rows(name: str) -> list[dict[str, str]]:
    with (GOLD / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _read_article(row: dict[str, str], body: str) -> GoldArticle:
    name = row["gold"]
    mentions = tuple(_mention(each, body) for each in _rows(f"{name}/mentions.csv"))
    quotes = tuple(_quote(each, body) for each in _rows(f"{name}/quotes.csv"))
    return GoldArticle(name, row["file"], row["title"], mentions, quotes)


def _mention(row: dict[str, str], body: str) -> Expected:
    surface, number = row["surface"], int(row["occurrence"])
    places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", body)]
    if not 1 <= number <= len(places):
        raise ValueError(f"expected {surface!r} {number} times in the text, found it {len(places)} times")
    labels, actors, roles = _values(row["layer"]), _values(row["actor_id"]), _values(row["role"])
    return Expected((places[number - 1],), surface, labels, actors, roles, _is_optional(row))


def _quote(row: dict[str, str], body: str) -> Expected:
    content = row["content"]
    return Expected(part_spans(body, 0, content), content, _values(row["kind"]), _values(row["speaker_actor_id"]), (), _is_optional(row))


def part_spans(body: str, start: int, content: str) -> Parts:
    """Where the parts of a quotation stand in the text from `start` on. Raises ValueError where one does not."""
    spans = []
    for part in content.split(_PARTING):
        start = body.index(part, start)
        spans.append((start, start + len(part)))
        start += len(part)
    return tuple(spans)


def _values(cell: str) -> tuple[str, ...]:
    return tuple(value for value in cell.split("|") if value)


def _is_optional(row: dict[str, str]) -> bool:
    return {"0": False, "1": True}[row["optional"]]


def compare(gold: GoldArticle, mentions: Sequence[Found], quotes: Sequence[Found]) -> Tally:
    """How much of the gold was found, and how much of what was found is in the gold."""
    by_span = {_core(mention): mention for mention in mentions}
    wanted = [(each, by_span.get(_core(each))) for each in gold.mentions if not each.is_optional]
    known = {_core(each) for each in gold.mentions}
    spoken = [each for each in gold.quotes if not each.is_optional]
    return Tally(
        mentions_found=sum(mention is not None for _, mention in wanted),
        mentions_expected=len(wanted),
        mentions_known=sum(span in known for span in by_span),
        mentions_printed=len(by_span),
        layers_right=sum(mention is not None and mention.label in each.labels for each, mention in wanted),
        actors_right=sum(mention is not None and mention.actor_id in each.actors for each, mention in wanted),
        actors_expected=sum(bool(each.actors) for each, _ in wanted),
        roles_right=sum(mention is not None and mention.role in each.roles for each, mention in wanted),
        roles_expected=sum(bool(each.roles) for each, _ in wanted),
        quotes_right=sum(any(_is_right(each, quote) for quote in quotes) for each in spoken),
        quotes_expected=len(spoken),
        quotes_known=sum(any(_is_same(each, quote) for each in gold.quotes) for quote in quotes),
        quotes_printed=len(quotes),
    )


def differences(gold: GoldArticle, mentions: Sequence[Found], quotes: Sequence[Found]) -> Iterator[str]:
    """What was missed, what was found otherwise and what was found besides, a line each."""
    by_span = {_core(mention): mention for mention in mentions}
    for each in gold.mentions:
        if not each.is_optional:
            yield from _mention_differences(each, by_span.get(_core(each)))
    known = {_core(each) for each in gold.mentions}
    yield from (f"besides: {mention.text!r} ({mention.actor_id})" for span, mention in by_span.items() if span not in known)
    for each in gold.quotes:
        near = [f"{quote.label} by {quote.actor_id}" for quote in quotes if _is_same(each, quote)]
        if not each.is_optional and not any(_is_right(each, quote) for quote in quotes):
            yield f"quotation {each.text!r}: expected {'|'.join(each.labels)} by {'|'.join(each.actors)}, found {near or 'none'}"
    yield from (
        f"besides: quotation {quote.text!r} by {quote.actor_id}"
        for quote in quotes
        if not any(_is_same(each, quote) for each in gold.quotes)
    )


def _mention_differences(expected: Expected, found: Found | None) -> Iterator[str]:
    place = f"{expected.text!r} at {expected.parts[0][0]}"
    if found is None:
        yield f"missed: {place} ({'|'.join(expected.actors)})"
        return
    sides = (
        ("layer", expected.labels, found.label),
        ("actor", expected.actors, found.actor_id),
        ("role", expected.roles, found.role),
    )
    for side, right, what in sides:
        if right and what not in right:
            yield f"{side} of {place}: expected {'|'.join(right)}, found {what}"


def _is_right(expected: Expected, quote: Found) -> bool:
    return _is_same(expected, quote) and quote.label in expected.labels and quote.actor_id in expected.actors


def _is_same(expected: Expected, quote: Found) -> bool:
    common = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in expected.parts for b in quote.parts)
    return common >= _SAME_QUOTE * (_length(expected.parts) + _length(quote.parts) - common)


def _length(parts: Parts) -> int:
    return sum(end - start for start, end in parts)


def _core(span: Expected | Found) -> tuple[int, int]:
    """The span without a leading article, on which conventions differ."""
    ((start, end),) = span.parts
    article = _ARTICLE.match(span.text)
    return start + (article.end() if article else 0), end


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def figures_table(tallies: Iterable[tuple[str, Tally]]) -> str:
    """The figures as text, a line for each article."""
    lines = [f"{'article':<20}" + "".join(f"{name:>17}" for name in Tally().figures())]
    lines += [f"{name:<20}" + "".join(f"{value:>17.2f}" for value in tally.figures().values()) for name, tally in tallies]
    return "\n".join(lines)
