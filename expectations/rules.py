"""Rules across columns and tables: offsets that reproduce the words, references that lead somewhere, days that can be.

Each is evaluated for all rows at once in polars and handed to Great Expectations as a column of truth values: asking pandas row by row
would take minutes where this takes milliseconds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from warehouse.rule_ids import RULE_IDS, is_declared
from warehouse.tables import BATCH_TABLES

#: Characters before a sentence of a quotation within which its opening mark stands.
_REACH = 2000
QUOTE_MARKS = "\"“”„‟«»‹›'‘’‚‛「」『』"
PART_JOINT = " … "
ISO_VALUE = r"^\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?)?)?|-W\d{2}|-Q[1-4])?$"
#: Time zones reach a day ahead of ours.
DAY_AHEAD = timedelta(days=1)
EARLIEST_PRESS = date(1605, 1, 1)


@dataclass(frozen=True)
class Batch:
    """The frames of a batch by table name, and the day on which it is checked."""

    frames: Mapping[str, pl.DataFrame]
    today: date


@dataclass(frozen=True)
class Rule:
    """A condition that each row of a table fulfils; `holds` gives the rows' truth values in their order."""

    table: str
    name: str
    severity: str
    holds: Callable[[pl.DataFrame, Batch], pl.Series]


@dataclass(frozen=True)
class Reference:
    """Columns of a table that name a row of another table of the same batch."""

    table: str
    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{', '.join(self.columns)} names a row of {self.target}"


def _declared_references() -> list[Reference]:
    in_batch = {table.name for table in BATCH_TABLES}
    found = []
    for table in BATCH_TABLES:
        for column in table.columns:
            target, _, target_column = (column.references or "").partition(".")
            if target in in_batch and target != table.name:
                found.append(Reference(table.name, (column.name,), target, (target_column,)))
    return found


_PARAGRAPH = ("article_id", "paragraph_no")
_SENTENCE = ("article_id", "sentence_no")
#: References that the tables declare, and those of more than one column.
REFERENCES: tuple[Reference, ...] = (
    *_declared_references(),
    Reference("sentences", _PARAGRAPH, "paragraphs", _PARAGRAPH),
    *(Reference(name, _SENTENCE, "sentences", _SENTENCE) for name in ("mentions", "quotes", "dyads")),
)


def _names_a_row(reference: Reference) -> Callable[[pl.DataFrame, Batch], pl.Series]:
    def holds(rows: pl.DataFrame, batch: Batch) -> pl.Series:
        targets = batch.frames[reference.target]
        if reference.target == "files" and targets.is_empty():
            return _all_true(rows)  # a rebuild from stored articles brings no files
        return find_targets(rows, reference, targets)

    return holds


def find_targets(rows: pl.DataFrame, reference: Reference, targets: pl.DataFrame) -> pl.Series:
    """Whether each row's reference is null or names one of the targets."""
    known = targets.select(reference.target_columns).unique().with_columns(pl.lit(True).alias("is_known"))
    joined = rows.select(reference.columns).join(
        known, left_on=reference.columns, right_on=reference.target_columns, how="left", maintain_order="left"
    )
    is_empty = pl.any_horizontal(pl.col(name).is_null() for name in reference.columns)
    return joined.select((is_empty | pl.col("is_known").fill_null(False)).alias("holds"))["holds"]


def _all_true(rows: pl.DataFrame) -> pl.Series:
    return pl.repeat(True, rows.height, eager=True)


def _evaluate(rows: pl.DataFrame, condition: pl.Expr) -> pl.Series:
    """Truth values of a condition; like an SQL CHECK, one that nothing is known of counts as fulfilled."""
    return rows.select(condition.fill_null(True).alias("holds"))["holds"]


def _where(condition: pl.Expr) -> Callable[[pl.DataFrame, Batch], pl.Series]:
    return lambda rows, _: _evaluate(rows, condition)


def _with_body(rows: pl.DataFrame, batch: Batch) -> pl.DataFrame:
    return rows.join(
        batch.frames["articles"].select("article_id", "body").unique("article_id"), on="article_id", how="left", maintain_order="left"
    )


def _reproduces(words: str, prefix: str = "") -> Callable[[pl.DataFrame, Batch], pl.Series]:
    start, end = pl.col(f"{prefix}start_char"), pl.col(f"{prefix}end_char")

    def holds(rows: pl.DataFrame, batch: Batch) -> pl.Series:
        return _evaluate(_with_body(rows, batch), _slice(start, end) == pl.col(words))

    return holds


def _slice(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    return pl.col("body").str.slice(start, pl.max_horizontal(end - start, 0))


def _inside_body(prefix: str = "") -> Callable[[pl.DataFrame, Batch], pl.Series]:
    return lambda rows, batch: _evaluate(_with_body(rows, batch), pl.col(f"{prefix}end_char") <= pl.col("body").str.len_chars())


def _has_words(rows: pl.DataFrame, batch: Batch) -> pl.Series:
    words = _slice(pl.col("start_char"), pl.col("end_char"))
    return _evaluate(_with_body(rows, batch), words.str.strip_chars().str.len_chars() > 0)


def _reproduces_content(rows: pl.DataFrame, batch: Batch) -> pl.Series:
    """The content matches the text; of content in parts, the first and the last part stand at its ends."""
    printed = _slice(pl.col("start_char"), pl.col("end_char"))
    parts = pl.col("content").str.split(PART_JOINT)
    in_parts = printed.str.starts_with(parts.list.first()) & printed.str.ends_with(parts.list.last())
    return _evaluate(_with_body(rows, batch), pl.when(pl.col("part_count") == 1).then(printed == pl.col("content")).otherwise(in_parts))


def _stands_in_marks(rows: pl.DataFrame, batch: Batch) -> pl.Series:
    """Whether quote marks stand in the words or, for a later sentence of a longer quotation, somewhere before them or at their end."""
    around = _slice(pl.max_horizontal(pl.col("start_char") - _REACH, 0), pl.col("end_char") + 1)
    return _evaluate(_with_body(rows, batch), (pl.col("kind") == "indirect") | around.str.contains(f"[{QUOTE_MARKS}]"))


def _inside(target: str, key: tuple[str, ...]) -> Callable[[pl.DataFrame, Batch], pl.Series]:
    """Whether each row's span lies inside the span of the paragraph or sentence it names."""

    def holds(rows: pl.DataFrame, batch: Batch) -> pl.Series:
        spans = batch.frames[target].select(*key, pl.col("start_char").alias("from_char"), pl.col("end_char").alias("to_char")).unique(key)
        joined = rows.join(spans, on=key, how="left", maintain_order="left")
        return _evaluate(joined, (pl.col("start_char") >= pl.col("from_char")) & (pl.col("end_char") <= pl.col("to_char")))

    return holds


def _follows(number: str) -> Callable[[pl.DataFrame, Batch], pl.Series]:
    """Whether each span begins where or after the one before it in the article ends."""

    def holds(rows: pl.DataFrame, _: Batch) -> pl.Series:
        before = pl.col("end_char").shift(1).over("article_id", order_by=number)
        return _evaluate(rows, pl.col("start_char") >= before)

    return holds


def _has_rows(table: str, is_needed: pl.Expr) -> Callable[[pl.DataFrame, Batch], pl.Series]:
    """Whether each article that needs them has rows in another table."""

    def holds(rows: pl.DataFrame, batch: Batch) -> pl.Series:
        return _evaluate(rows, pl.col("article_id").is_in(batch.frames[table]["article_id"].implode()) | ~is_needed)

    return holds


def _stands_in_a_file(rows: pl.DataFrame, batch: Batch) -> pl.Series:
    if batch.frames["appearances"].is_empty():
        return _all_true(rows)  # a rebuild from stored articles brings no files
    return _has_rows("appearances", pl.lit(True))(rows, batch)


def _agrees_with_mention(mention: str, actor: str) -> Callable[[pl.DataFrame, Batch], pl.Series]:
    """Whether the actor is that of the mention named beside it."""

    def holds(rows: pl.DataFrame, batch: Batch) -> pl.Series:
        actors = (
            batch.frames["mentions"].select(pl.col("mention_id").alias(mention), pl.col("actor_id").alias("mention_actor")).unique(mention)
        )
        joined = rows.join(actors, on=mention, how="left", maintain_order="left")
        return _evaluate(joined, pl.col(mention).is_null() | pl.col(actor).eq_missing(pl.col("mention_actor")))

    return holds


def _is_of_declared_rule(table: str) -> Callable[[pl.DataFrame, Batch], pl.Series]:
    """Whether each row's rule is one that `warehouse.rule_ids` explains: a reader of a row can always look up what made it."""

    def holds(rows: pl.DataFrame, _: Batch) -> pl.Series:
        declared = [rule for rule in rows["rule"].unique() if rule is not None and is_declared(table, rule)]
        return _evaluate(rows, pl.col("rule").is_in(declared))

    return holds


def _not_future(rows: pl.DataFrame, batch: Batch) -> pl.Series:
    return _evaluate(rows, pl.col("published_date") <= batch.today + DAY_AHEAD)


_DAYS_APART = (pl.col("published_at").dt.date() - pl.col("published_date")).dt.total_days().abs()

_SHOULD_HAVE_MENTIONS = pl.col("is_analysed") & (pl.col("word_count") >= 100)

RULES: tuple[Rule, ...] = (
    *(Rule(reference.table, reference.name, "quarantine", _names_a_row(reference)) for reference in REFERENCES),
    *(Rule(name, "rule is declared", "quarantine", _is_of_declared_rule(name)) for name in RULE_IDS if name != "resolve"),
    Rule("articles", "body is not blank", "quarantine", _where(pl.col("body").str.strip_chars().str.len_chars() > 0)),
    Rule("articles", "published_date is not in the future", "quarantine", _not_future),
    Rule("articles", "published_at falls on its day, give or take a time zone", "quarantine", _where(_DAYS_APART <= 1)),
    Rule("articles", "has paragraphs", "quarantine", _has_rows("paragraphs", pl.lit(True))),
    Rule("articles", "is in a file", "quarantine", _stands_in_a_file),
    Rule("articles", "is later than the first newspaper", "note", _where(pl.col("published_date") >= EARLIEST_PRESS)),
    Rule("articles", "has at least 20 words", "note", _where(pl.col("word_count") >= 20)),
    Rule("articles", "has mentions if it is analysed and has 100 words", "note", _has_rows("mentions", _SHOULD_HAVE_MENTIONS)),
    Rule("authors", "author is not blank", "quarantine", _where(pl.col("author").str.strip_chars().str.len_chars() > 0)),
    Rule("article_fields", "value is not blank", "quarantine", _where(pl.col("value").str.strip_chars().str.len_chars() > 0)),
    Rule("paragraphs", "span lies inside the body", "quarantine", _inside_body()),
    Rule("paragraphs", "span has words", "quarantine", _has_words),
    Rule("paragraphs", "paragraphs follow each other", "quarantine", _follows("paragraph_no")),
    Rule("sentences", "span lies inside its paragraph", "quarantine", _inside("paragraphs", _PARAGRAPH)),
    Rule("sentences", "sentences follow each other", "quarantine", _follows("sentence_no")),
    Rule("mentions", "surface matches the text", "quarantine", _reproduces("surface")),
    Rule("mentions", "span lies inside its sentence", "quarantine", _inside("sentences", _SENTENCE)),
    Rule("quotes", "content is not blank", "quarantine", _where(pl.col("content").str.strip_chars().str.len_chars() > 0)),
    Rule("quotes", "content matches the text", "quarantine", _reproduces_content),
    Rule("quotes", "cue matches the text", "quarantine", _reproduces("cue", "cue_")),
    Rule("quotes", "speaker lies inside the body", "quarantine", _inside_body("speaker_")),
    Rule("quotes", "direct and mixed quotations have quote marks", "quarantine", _stands_in_marks),
    Rule("quotes", "speaker is the actor of its mention", "quarantine", _agrees_with_mention("speaker_mention_id", "speaker_actor_id")),
    Rule("quotes", "is shorter than 5000 characters", "note", _where(pl.col("end_char") - pl.col("start_char") < 5000)),
    Rule("dyads", "cue matches the text", "quarantine", _reproduces("cue", "cue_")),
    Rule("dyads", "source is the actor of its mention", "quarantine", _agrees_with_mention("source_mention_id", "source_actor_id")),
    Rule("dyads", "target is the actor of its mention", "quarantine", _agrees_with_mention("target_mention_id", "target_actor_id")),
    Rule("dyads", "ends are two mentions", "quarantine", _where(pl.col("source_mention_id") != pl.col("target_mention_id"))),
    Rule("credits", "surface matches the text", "quarantine", _reproduces("surface")),
    Rule("credits", "hops are counted from 1", "quarantine", _where(pl.col("hop") >= 1)),
    Rule("times", "surface matches the text", "quarantine", _reproduces("surface")),
    Rule("times", "value is an ISO date or time", "quarantine", _where(pl.col("value").str.contains(ISO_VALUE))),
)  # fmt: skip
