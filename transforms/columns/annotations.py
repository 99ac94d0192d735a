"""The marks of a batch article by article, as the verbs print them: the same objects that the stages of the other tiers fill."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import polars as pl

from transforms.annotations import Annotation, Article, Credit, Dyad, Mention, Paragraph, Quote, TaggedText, TargetTone, TimeMark
from transforms.columns.analysis import Columns, Marks
from transforms.columns.rows import own_offsets
from transforms.columns.tones import score_tones
from transforms.columns.words import Words
from transforms.lexicon import Actor
from transforms.rules import Step

type Row = Mapping[str, Any]
_ARTICLES = {"article_id": pl.String(), "body": pl.String(), "published_date": pl.Date(), "outlet": pl.String()}
_PARAGRAPHS = {
    "article_id": pl.String(), "paragraph_no": pl.Int64(), "kind": pl.String(), "start_char": pl.Int64(), "end_char": pl.Int64()
}  # fmt: skip


def annotate_columns(articles: Sequence[Article], paragraphs: Sequence[Sequence[Paragraph]], columns: Columns) -> list[Annotation]:
    """What is said about each article, in order; all of them are analysed at once."""
    ids = [str(number) for number in range(len(articles))]  # those of the articles need not differ
    rows = [(key, each.text, each.day, each.outlet) for key, each in zip(ids, articles, strict=True)]
    spans = [(key, no, p.kind, p.start, p.end) for key, own in zip(ids, paragraphs, strict=True) for no, p in enumerate(own)]
    frame = pl.DataFrame(rows, schema=_ARTICLES, orient="row")
    marks = columns.annotate(frame, pl.DataFrame(spans, schema=_PARAGRAPHS, orient="row"))
    return list(_annotations(articles, paragraphs, marks))


def _annotations(articles: Sequence[Article], paragraphs: Sequence[Sequence[Paragraph]], marks: Marks) -> Iterator[Annotation]:
    firsts = np.searchsorted(marks.words.article, np.arange(len(articles) + 1)).tolist()
    rows = {name: _by_article(marks, getattr(marks, name)) for name in ("mentions", "quotes", "dyads", "credits", "times")}
    for number, article in enumerate(articles):
        mentions = {row["number"]: _mention(row, firsts[number]) for row in rows["mentions"][number]}
        yield Annotation(
            article,
            _tagged(article, list(paragraphs[number]), marks.words, firsts[number], firsts[number + 1]),
            list(mentions.values()),
            [_quote(row, mentions) for row in rows["quotes"][number]],
            [_dyad(row, mentions) for row in rows["dyads"][number]],
            [Credit(row["hop"], mentions[row["mention"]], row["cue"], row["rule"]) for row in rows["credits"][number]],
            [TimeMark(row["start_char"], row["end_char"], row["value"], row["rule"]) for row in rows["times"][number]],
            _targets(article, marks.words, int(marks.words.texts.starts[number])),
        )


def _by_article(marks: Marks, frame: pl.DataFrame) -> Mapping[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in own_offsets(marks, frame.with_row_index("number")).iter_rows(named=True):
        found[row["article"]].append(row)
    return found


def _mention(row: Row, first: int) -> Mention:
    actor = Actor(row["actor_id"] or "", row["name"] or "", row["kind"] or "", row["country"], row["sector"], None, row["wikidata"])
    steps = (
        (row["type_rule"], row["ner"]),
        (row["rule"], row["actor_id"]),
        (row["reading_rule"], row["reading"]),
        (row["role_rule"], row["role"]),
    )
    return Mention(
        row["start_char"], row["end_char"], row["first"] - first, row["last"] - first, row["last"] - first - 1, row["layer"], row["rule"],
        ner=row["ner"], actor_id=row["actor_id"], actor=actor, office=row["office"], reading=row["reading"], role=row["role"],
        tone=row["tone"], voice=row["voice_actor_id"], confidence=row["confidence"],
        trace=[Step(rule, verdict or "") for rule, verdict in steps if rule],
    )  # fmt: skip


def _quote(row: Row, mentions: Mapping[int, Mention]) -> Quote:
    speaker = mentions[row["speaker"]] if row["speaker"] is not None else None
    return Quote(
        "direct", [(row["start_char"], row["end_char"])], (row["cue_start_char"], row["cue_end_char"]), row["cue_class"], speaker,
        (speaker.start, speaker.end) if speaker is not None else None, row["rule"], row["confidence"], row["sentence_no"],
    )  # fmt: skip


def _dyad(row: Row, mentions: Mapping[int, Mention]) -> Dyad:
    source, target = mentions[row["source"]], mentions[row["target"]]
    return Dyad(
        source, target, row["event"], (row["cue_start_char"], row["cue_end_char"]), False, source.voice is not None, row["tense"],
        row["rule"], row["confidence"], row["sentence_no"], source.voice, row["tone"],
    )  # fmt: skip


def _tagged(article: Article, paragraphs: list[Paragraph], words: Words, first: int, last: int) -> TaggedText:
    """The words of one article without tags or syntax."""
    at = words.texts.starts[words.article[first]] if last > first else 0
    starts, ends = (words.starts[first:last] - at).tolist(), (words.ends[first:last] - at).tolist()
    sentences = [
        (low - first, high - first) for low, high in zip(words.sentences.firsts, words.sentences.lasts, strict=True) if first <= low < last
    ]
    numbers = [number for number, (low, high) in enumerate(sentences) for _ in range(low, high)]
    base = words.paragraph[first] if last > first else 0
    count, paragraph_of = last - first, [int(words.paragraph[first + low] - base) for low, _ in sentences]
    return TaggedText(
        article.text, paragraphs, [article.text[low:high] for low, high in zip(starts, ends, strict=True)], starts, ends, [""] * count,
        [""] * count, list(range(count)), numbers, sentences, paragraph_of, [], has_syntax=False,
    )  # fmt: skip


def _targets(article: Article, words: Words, at: int) -> list[TargetTone]:
    """Tones toward the spans that the caller asked for; a span without any word is neutral."""
    spans = np.array(article.targets, np.int64).reshape(-1, 2) + at
    first, last = words.first_of(spans[:, 0]), words.last_of(spans[:, 1])
    has_words = first < last
    safe_first, safe_last = np.where(has_words, first, 0), np.where(has_words, last, 1)
    tones, labels = score_tones(words, safe_first, safe_last)
    told = zip(article.targets, tones.tolist(), labels, has_words.tolist(), strict=True)
    return [TargetTone(start, end, tone if has else 0.0, label if has else "neutral") for (start, end), tone, label, has in told]
