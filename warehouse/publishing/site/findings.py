"""The findings at the head of the site: the strongest answers of a few questions as sentences, each with its numbers and its evidence.

The SQL of each question sets the least numbers under which it gives no row; a question without a row makes no sentence.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warehouse.naming import with_article
from warehouse.publishing.site.answers import Answer, Row
from warehouse.publishing.site.cells import evidence_of, shown_tone
from warehouse.publishing.site.links import Links

#: Findings shown: more would not be read.
MOST = 5
#: Characters of a sentence that is shown as evidence.
_LONGEST = 360


@dataclass(frozen=True)
class Piece:
    """A part of a sentence, and its link."""

    text: str
    href: str | None = None


@dataclass(frozen=True)
class Finding:
    """What was found, its evidence, and the question behind it."""

    title: str
    sentence: Sequence[Piece]
    words: str
    href: str | None
    source: str
    answer: Answer

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.sentence)


def make_findings(answers: Mapping[str, Answer], links: Links) -> list[Finding]:
    """The findings that the answers allow, the strongest questions first, `MOST` at most."""
    found = []
    for slug, write in FINDINGS.items():
        answer = answers[slug]
        if answer.rows and answer.rows[0]["words"]:
            title, sentence = write(answer.rows, links)
            row = answer.rows[0]
            found.append(Finding(title, _tidy(sentence), _shortened(row["words"]), evidence_of(row, links), _source(row), answer))
    return found[:MOST]


def in_prose(name: str, kind: str | None) -> str:
    """A name as it reads within a sentence: "the European Union", "the Government of the Netherlands", "Iran"."""
    return name if kind == "person" else with_article(name)


type _Writer = Callable[[Sequence[Row], Links], tuple[str, list[Piece]]]


def _quoted(rows: Sequence[Row], links: Links) -> tuple[str, list[Piece]]:
    row = rows[0]
    about = [
        Piece(", most often about "), _actor(row, "other", links), Piece(f" ({_count(row['about_count'], 'quotation')})"),
    ] if row["other_id"] else []  # fmt: skip
    told = f" {_be(row)} quoted in {_of_all(row)}"
    return _ranked("Quoted most", rows), [_actor(row, "actor", links), Piece(told), *about, Piece(".")]


def _harsh(rows: Sequence[Row], links: Links) -> tuple[str, list[Piece]]:
    return "Harshest tone", _toned(rows[0], "harshly", links)


def _warm(rows: Sequence[Row], links: Links) -> tuple[str, list[Piece]]:
    return "Warmest tone", _toned(rows[0], "warmly", links)


def _toned(row: Row, how: str, links: Links) -> list[Piece]:
    numbers = f"a mean tone of {shown_tone(row['tone_mean'])} on a scale from −1 to +1"
    return [
        _actor(row, "actor", links),
        Piece(f" {_be(row)} described most {how}: {numbers}, over {_count(row['tone_count'], 'mention')} in "),
        Piece(f"{_count(row['article_count'], 'article')}."),
    ]


def _accused(rows: Sequence[Row], links: Links) -> tuple[str, list[Piece]]:
    row = rows[0]
    verb = "accuse" if _is_plural(row["actor_name"], row["actor_kind"]) else "accuses"
    times = f", {row['dyad_count']:,} times in all" if row["dyad_count"] > row["article_count"] else ""
    told = f" in {_count(row['article_count'], 'article')}{times}."
    return "Accusations", [_actor(row, "actor", links), Piece(f" {verb} "), _actor(row, "other", links), Piece(told)]


def _credited(rows: Sequence[Row], links: Links) -> tuple[str, list[Piece]]:
    row = rows[0]
    name = Piece(row["credited_name"], f"{links.up}outlets.html#outlets_credits")
    return _ranked("Credited most", rows), [name, Piece(f" is credited as a source in {_of_all(row)}.")]


def _risen(rows: Sequence[Row], links: Links) -> tuple[str, list[Piece]]:
    row = rows[0]
    late, early = (round(100 * row[f"{part}_count"] / row[f"{part}_total"]) for part in ("late", "early"))
    told = (
        f" {_be(row)} named in {row['late_count']:,} of the {row['late_total']:,} articles of the last thirty days ({late}%), "
        f"against {row['early_count']:,} of {row['early_total']:,} before ({early}%)."
    )
    return "On the rise", [_actor(row, "actor", links), Piece(told)]


#: The question behind each finding and how its answer is written, in the order in which they are shown.
FINDINGS: Mapping[str, _Writer] = {
    "finding_quoted": _quoted,
    "finding_harsh": _harsh,
    "finding_accused": _accused,
    "finding_risen": _risen,
    "finding_credited": _credited,
    "finding_warm": _warm,
}


def _ranked(title: str, rows: Sequence[Row]) -> str:
    """The title, weakened if two rows share the first place."""
    is_tied = len(rows) > 1 and rows[0]["article_count"] == rows[1]["article_count"]
    return f"Among those {title.lower()}" if is_tied else title


def _actor(row: Row, end: str, links: Links) -> Piece:
    return Piece(in_prose(row[f"{end}_name"], row[f"{end}_kind"]), links.actor(row[f"{end}_id"]))


def _is_plural(name: str, kind: str | None) -> bool:
    return kind == "people" or (kind == "armed_group" and name.endswith("s") and " " not in name)


def _be(row: Row) -> str:
    return "are" if _is_plural(row["actor_name"], row["actor_kind"]) else "is"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _of_all(row: Row) -> str:
    return f"{row['article_count']:,} of {_count(row['total_count'], 'article')}"


def _tidy(sentence: Sequence[Piece]) -> list[Piece]:
    """The sentence with a capital at its head."""
    first, *others = sentence
    return [Piece(first.text[:1].upper() + first.text[1:], first.href), *others]


def _shortened(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _source(row: Row) -> str:
    day = row["published_date"]
    when = f"{day.day} {day:%B %Y}" if isinstance(day, date) else "no date"
    return ", ".join(part for part in (row["outlet"], row["title"] or "no headline", when) if part)
