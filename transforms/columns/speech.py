"""Quotations in quote marks: the cue beside them, and who stands nearest to it."""

import numpy as np
import polars as pl

from transforms.columns.spans import mark_covered
from transforms.columns.texts import Flags, Numbers
from transforms.columns.vocabulary import WordKind
from transforms.columns.words import Words
from transforms.language import word_class

#: Marks that open, and those that close what they open; straight ones take turns.
_OPENERS, _CLOSERS, _STRAIGHT = "“„«", "”»", '"'
#: Kinds of paragraphs whose marks quote nobody.
_UNQUOTED = ("heading", "boilerplate", "dateline")
#: Words from which on marked ones are speech and no name of a thing; fewer need a mark of punctuation at their end.
_SPEECH_WORDS, _FEWEST = 5, 2
_ENDS = ".,!?"
#: Words between a cue and the marks behind or before it, and between a cue and who speaks.
_BEHIND, _BEFORE, _REACH = 7, 12, 6
_CONFIDENCE = 0.6
#: Words that speak instead of a name, which only the full tier takes up.
_PRONOUNS = word_class("names.pronouns")


def find_quotes(words: Words, mentions: pl.DataFrame) -> pl.DataFrame:
    """Quotations in text order with their cues and speakers.

    Columns: article, sentence, start, end, cue_start, cue_end, cue_class, speaker (number of the mention) with its span and actor, rule,
    confidence; the speaker's are null where nobody is named. `mentions` are in text order."""
    first, last = _pair_marks(words)
    first, last = _speech_alone(words, first, last)
    inside = mark_covered(len(words), first, last)
    cue, is_behind = _find_cues(words, first, last, inside)
    kept = cue >= 0
    first, last, cue, is_behind = first[kept], last[kept], cue[kept], is_behind[kept]
    speaker = _find_speakers(words, mentions, last, cue, is_behind, inside)
    quotes = pl.DataFrame({
        "article": words.article[first], "sentence": words.sentence[first], "start": words.starts[first], "end": words.ends[last - 1],
        "cue_start": words.starts[cue], "cue_end": words.ends[cue], "speaker": pl.Series(speaker, dtype=pl.Int64()),
    }).with_columns(
        words.told["cue_class"].gather(cue).alias("cue_class"), pl.col("speaker").replace(-1, None),
        pl.lit("beside.nearest").alias("rule"), pl.lit(_CONFIDENCE).alias("confidence"),
    )  # fmt: skip
    spoken = mentions.select(
        pl.col("start").alias("speaker_start"), pl.col("end").alias("speaker_end"), pl.col("actor_id").alias("speaker_actor_id")
    )
    return quotes.join(spoken.with_row_index("speaker").cast({"speaker": pl.Int64()}), on="speaker", how="left", maintain_order="left")


def _pair_marks(words: Words) -> tuple[Numbers, Numbers]:
    """Words of opening marks and those behind the closing ones, of pairs inside one paragraph, in text order."""
    quotable = ~words.texts.paragraph_kinds.is_in(_UNQUOTED).to_numpy()[words.paragraph]
    straight = np.flatnonzero(words.is_mark(_STRAIGHT) & quotable)
    turn = _rank_in_paragraph(words.paragraph[straight]) % 2 == 0
    curly = np.flatnonzero(words.is_mark(_OPENERS + _CLOSERS) & quotable)
    opens = words.is_mark(_OPENERS)[curly]
    pairs = [_pairs(words, straight, turn), _pairs(words, curly, opens)]
    first, last = (np.concatenate([pair[side] for pair in pairs]) for side in (0, 1))
    order = np.argsort(first, kind="stable")
    return first[order], last[order]


def _rank_in_paragraph(paragraph: Numbers) -> Numbers:
    if not len(paragraph):
        return paragraph
    begins = np.concatenate([[True], paragraph[1:] != paragraph[:-1]])
    places = np.arange(len(paragraph))
    return places - np.maximum.accumulate(np.where(begins, places, 0))


def _pairs(words: Words, marks: Numbers, opens: Flags) -> tuple[Numbers, Numbers]:
    """Each opening mark with the next mark of its paragraph if that closes."""
    if len(marks) < 2:
        return marks[:0], marks[:0]
    pairs = opens[:-1] & ~opens[1:] & (words.paragraph[marks[:-1]] == words.paragraph[marks[1:]])
    return marks[:-1][pairs], marks[1:][pairs] + 1


def _speech_alone(words: Words, first: Numbers, last: Numbers) -> tuple[Numbers, Numbers]:
    before = np.concatenate([[0], np.cumsum(words.is_word)])
    count = before[last] - before[first]
    is_ended = words.is_mark(_ENDS)[np.maximum(last - 2, 0)]
    if len(words):
        is_ended |= words.is_mark(_ENDS)[np.minimum(last, len(words) - 1)]
    speech = (count >= _SPEECH_WORDS) | ((count >= _FEWEST) & is_ended)
    return first[speech], last[speech]


def _find_cues(words: Words, first: Numbers, last: Numbers, inside: Flags) -> tuple[Numbers, Flags]:
    """(the cue of each quotation, -1 where there is none; whether it stands behind the marks)."""
    cues = np.flatnonzero(words.is_kind(WordKind.CUE) & ~inside)
    if not len(cues) or not len(first):
        return np.full(len(first), -1), np.zeros(len(first), np.bool_)
    at = np.searchsorted(cues, last)
    behind = cues[np.minimum(at, len(cues) - 1)]
    is_behind = (at < len(cues)) & (behind - last <= _BEHIND) & (words.paragraph[behind] == words.paragraph[first])
    goes_on = (words.sentence[behind] == words.sentence[last - 1]) | (words.is_mark(",?!")[np.maximum(last - 2, 0)])
    is_behind &= goes_on
    before = cues[np.maximum(np.searchsorted(cues, first) - 1, 0)]
    is_before = (before < first) & (first - before <= _BEFORE) & (words.sentence[before] == words.sentence[first])
    return np.where(is_behind, behind, np.where(is_before, before, -1)), is_behind


def _find_speakers(words: Words, mentions: pl.DataFrame, last: Numbers, cue: Numbers, is_behind: Flags, inside: Flags) -> Numbers:
    """Numbers of the mentions that stand nearest to the cues, outside of all marks; -1 where none does, or a pronoun speaks."""
    spoken = mentions.with_row_index("number").filter(
        pl.col("actor_id").is_not_null()
        & (pl.col("layer") != "adjectival")
        & (pl.col("reading").is_null() | (pl.col("reading") == "power"))
    )
    firsts, lasts = spoken["first"].to_numpy(), spoken["last"].to_numpy()
    outside = ~inside[firsts]
    firsts, lasts, numbers = firsts[outside], lasts[outside], spoken["number"].cast(pl.Int64()).to_numpy()[outside]
    if not len(firsts) or not len(cue):
        return np.full(len(cue), -1)
    at = np.searchsorted(firsts, cue)
    earlier, later = np.maximum(at - 1, 0), np.minimum(at, len(firsts) - 1)
    sentence = words.sentence[cue]
    is_pronoun = words.lowers.is_in(_PRONOUNS).to_numpy()
    sayer = words.beside(cue - 1, sentence, is_pronoun) | (is_behind & words.beside(cue + 1, sentence, is_pronoun))
    has_earlier = (at > 0) & (words.sentence[firsts[earlier]] == sentence) & (~is_behind | (firsts[earlier] >= last))
    has_later = (at < len(firsts)) & (words.sentence[firsts[later]] == sentence) & (firsts[later] - cue <= _REACH)
    prefers_later = is_behind & has_later & (cue - last <= 1)
    chosen = np.where(prefers_later, later, np.where(has_earlier, earlier, np.where(has_later & is_behind, later, -1)))
    return np.where((chosen >= 0) & ~sayer, numbers[chosen], -1)
