"""Place or power, and adjective or name: what the words beside a name make of it."""

import numpy as np
import polars as pl

from transforms.columns.texts import Flags, Numbers
from transforms.columns.vocabulary import WordKind
from transforms.columns.words import Words

_PLACES = ("GPE", "LOC", "FAC")
#: Words within which a dash closes the line of place, date and agency.
_TO_DASH = 10
#: The government of a country, by its id; towns and states are seats of lesser ones.
_OF_A_COUNTRY = r"^[A-Z]{3}\.GOV$"
_DEMONYMS = ("adjective", "people")


#: Words behind a name that it does not describe, or describes as a power.
_NO_NOUNS = WordKind.FUNCTION | WordKind.OF_POWERS | WordKind.NOUN_END | WordKind.LOCATIVE | WordKind.TOWARD_PLACE


def read_names(words: Words, names: pl.DataFrame) -> pl.DataFrame:
    """The names with their columns layer, ner and reading; seats of power that act become the governments that sit there."""
    first, last, sentence = (names[name].to_numpy() for name in ("first", "last", "sentence"))
    is_modifier = words.beside(last, sentence, words.is_word & ~words.is_kind(WordKind.FUNCTION))
    is_verb = words.is_kind(WordKind.CUE) | words.told["event_tone"].is_not_null().to_numpy()
    before = first - 1 - words.beside(first - 1, sentence, words.is_kind(WordKind.ARTICLE))
    names = names.with_columns(
        pl.Series("is_modifier", is_modifier),
        pl.Series("acts_next", words.beside(last, sentence, is_verb)),
        pl.Series("describes", words.beside(last, sentence, words.is_small & ~is_verb & ~words.is_one_of(_NO_NOUNS))),
        pl.Series("has_s", words.beside(last, sentence, words.is_mark("'’") & words.is_stuck)),
        pl.Series("is_site", words.beside(before, sentence, words.is_kind(WordKind.SITE))),
        pl.Series("stands_apart", _first_of_run(words, first, last, _stands_apart(words, before, first, last, sentence))),
        pl.Series("in_dateline", _in_dateline(words, first, last, sentence)),
    )
    is_demonym, is_people, is_party_adjective, is_phrase = (
        pl.col(name).fill_null(value=False) for name in ("is_demonym", "is_people", "is_party_adjective", "is_phrase")
    )
    modifies = pl.col("is_modifier") & ((is_demonym & pl.col("is_adjective")) | (is_party_adjective & ~is_people))
    is_norp = is_demonym | is_people | (is_party_adjective & pl.col("is_modifier"))
    names = names.with_columns(
        pl.when(is_phrase & ~is_demonym).then(None).when(is_norp).then(pl.lit("NORP")).otherwise(pl.coalesce("label", "ner")).alias("ner"),
        pl.when(modifies)
        .then(pl.lit("adjectival"))
        .when(is_phrase & ~is_demonym)
        .then(pl.lit("nominal"))
        .otherwise(pl.lit("name"))
        .alias("layer"),
    )
    return _take_readings(names)


def _stands_apart(words: Words, before: Numbers, first: Numbers, last: Numbers, sentence: Numbers) -> Flags:
    """Whether a word stands before a name behind which a state hardly acts, unless the word before that one speaks of what states do: what
    `transforms.identities.readings` asks of prepositions and what they hang on."""

    def behind(word: str) -> Flags:
        return words.beside(before, sentence, (words.lowers == word).to_numpy())

    def hangs_on(kinds: WordKind) -> Flags:
        return words.beside(before - 1, sentence, words.is_one_of(kinds))

    apart = words.beside(
        before, sentence, words.is_one_of(WordKind.LOCATIVE | WordKind.NO_POWER_BEHIND | WordKind.TOPIC | WordKind.LAND_VERB)
    )
    related = hangs_on(WordKind.RELATION)
    faced = (behind("for") & ~hangs_on(WordKind.DEPARTURE)) | (behind("of") & (related | hangs_on(WordKind.OF_STATE)))
    faced |= words.beside(before, sentence, words.is_one_of(WordKind.TRANSFER)) & (related | hangs_on(WordKind.DONE_TO))
    faced |= behind("on") & (related | hangs_on(WordKind.LAID_ON))
    closes = words.beside(last, sentence, words.is_mark(",.;)")) & (before == first - 1)  # "Paris, France." but "In 2015, France fell"
    return np.asarray(apart & ~faced & (~behind(",") | closes))


def _first_of_run(words: Words, first: Numbers, last: Numbers, flags: Flags) -> Flags:
    """The flags, of names in an enumeration that of the first one: "in Iraq, Iran and Syria"."""
    follows = np.append(False, last[:-1] + 1 == first[1:]) if len(first) else np.zeros(0, np.bool_)
    follows &= words.is_one_of(WordKind.JOINING)[np.maximum(first - 1, 0)]
    place = np.arange(len(first))
    return flags[np.maximum.accumulate(np.where(follows, 0, place))] if len(first) else flags


def _in_dateline(words: Words, first: Numbers, last: Numbers, sentence: Numbers) -> Flags:
    """Whether a name opens a paragraph or sentence as the place of report: "MOSCOW, April 24 (Reuters) —"."""
    of_dateline = (words.texts.paragraph_kinds == "dateline").to_numpy()[words.paragraph[first]]
    opens = (first == words.sentences.firsts[sentence]) & words.beside(last, sentence, words.is_mark("(,"))
    dash = np.cumsum(words.is_mark("-–—"))
    bound = np.minimum(last + _TO_DASH, words.sentences.lasts[sentence]) - 1
    return np.asarray(of_dateline | (opens & (dash[bound] > dash[last - 1])))


def _take_readings(names: pl.DataFrame) -> pl.DataFrame:
    alias_kind = pl.col("alias_kind").fill_null("")
    is_metonym = alias_kind == "metonym"
    is_place = (pl.col("ner").is_in(_PLACES) & ~alias_kind.is_in(_DEMONYMS)).fill_null(value=False) | is_metonym
    place_kind = pl.col("place_kind").fill_null("")
    is_capital = pl.col("seat").str.contains(_OF_A_COUNTRY).fill_null(value=False)
    acts = (
        pl.when(is_metonym | ((place_kind == "landmark") & pl.col("seat").is_not_null()))
        .then(~pl.col("is_site"))
        .when(place_kind != "")
        .then(pl.col("seat").is_not_null() & (pl.col("acts_next") | (is_capital & ~pl.col("describes"))) & ~pl.col("stands_apart"))
        .otherwise(pl.col("is_state").fill_null(value=False) & (pl.col("has_s") | ~pl.col("stands_apart")) & ~pl.col("describes"))
    )
    is_power = acts & ~pl.col("in_dateline")
    reading = pl.when(~is_place).then(None).when(is_power).then(pl.lit("power")).otherwise(pl.lit("place"))
    rule = pl.when(~is_place).then(None).when("in_dateline").then(pl.lit("reading.dateline")).otherwise(pl.lit("reading.word_before"))
    names = names.with_columns(reading.alias("reading"), rule.alias("reading_rule"))
    sits = (pl.col("reading") == "power").fill_null(value=False) & pl.col("seat").is_not_null()
    return names.with_columns(
        pl.when(sits).then("seat").otherwise("actor_id").alias("actor_id"),
        pl.when(sits).then(pl.lit("metonym.power")).otherwise("rule").alias("rule"),
    )
