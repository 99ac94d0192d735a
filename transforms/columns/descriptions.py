"""Bodies and offices with their owners: "the Armenian foreign ministry", "Moldova's president", "the governor of Texas"."""

from datetime import date

import numpy as np
import polars as pl

from transforms.annotations import Article
from transforms.columns.forms import Nouns
from transforms.columns.spans import choose_longest, mark_covered
from transforms.columns.vocabulary import WordKind
from transforms.columns.words import Words
from transforms.identities.generics import is_held_by_many
from transforms.identities.homes import WEIGHTS
from transforms.identities.nominals.bodies_and_offices import own_body
from transforms.identities.nominals.case import WITH_BODIES
from transforms.identities.offices import find_holder, find_local_head, pick_office, stands_for_body, whose_office
from transforms.lexicon import Lexicon

#: How sure a body, the holder of an office, and the body that an office heads are.
_BODY, _HOLDER, _HEADED = 0.85, 0.8, 0.4
#: How sure any of them is whose owner the context tells, and how much more an article must speak of that country than of the next.
_OF_CONTEXT, _MARGIN = 0.5, 1.15
_MEANING = {"actor_id": pl.String(), "rule": pl.String(), "confidence": pl.Float64(), "office": pl.String()}

type Meaning = tuple[str, str, float, str | None]


def find_described(words: Words, names: pl.DataFrame, nouns: Nouns) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(descriptions with the actors they mean, titles: who owns the noun that stands right before a person).

    Columns of titles: first (word of the person's name), noun, owner_id."""
    found = _find_nouns(words, nouns)
    owned = _with_owners(words, found, names)
    persons = names.filter(ner="PERSON").select(pl.col("first").alias("high"))
    titles = owned.join(persons, on="high", how="semi").select(pl.col("high").alias("first"), "noun", "owner_id")
    taken = names.filter((pl.col("last") - pl.col("first") > 1) & pl.col("any_certain")).select(pl.col("last").alias("high"))
    told = owned.join(persons, on="high", how="anti").join(taken, on="high", how="anti")
    free = _of_context(words, found.join(owned, on="low", how="anti"), names, nouns)
    described = pl.concat([told.with_columns(is_told=True), free.with_columns(is_told=False)], how="diagonal")
    return _with_meanings(words, described, nouns), titles


def _find_nouns(words: Words, nouns: Nouns) -> pl.DataFrame:
    """The longest nouns in text order: noun, low and high (words), noun_end, sentence, article."""
    numbers, starts, ends = nouns.find(words.texts.folded)
    kept = choose_longest(starts, ends)
    low = words.first_of(starts[kept])
    return pl.DataFrame({
        "noun": numbers[kept], "low": low, "high": words.last_of(ends[kept]), "noun_end": ends[kept], "sentence": words.sentence[low],
        "article": words.article[low],
    })  # fmt: skip


def _of_context(words: Words, found: pl.DataFrame, names: pl.DataFrame, nouns: Nouns) -> pl.DataFrame:
    """Nouns of nobody told ("the Senate", "the president"), with the country of which the article speaks most as their owner.

    Of bodies that only some countries call so it is one of these; where two are spoken of alike, nobody is meant."""
    low, high, sentence = (found[name].to_numpy() for name in ("low", "high", "sentence"))
    covered = mark_covered(len(words), names["first"].to_numpy(), names["last"].to_numpy())
    has_the = words.beside(low - 1, sentence, words.is_kind(WordKind.THE))
    goes_on = words.beside(high, sentence, words.is_capital | (words.lowers == "of").to_numpy() | covered | words.is_mark("-"))
    is_vague = words.is_kind(WordKind.VAGUE_OFFICE)[high - 1]
    is_free = ~goes_on & ~covered[low] & ~covered[high - 1] & ~is_vague
    found = found.with_columns(
        pl.Series("has_the", has_the),
        pl.Series("is_capital", words.is_capital[low]),
        pl.Series("begin", low - (has_the & ~words.is_capital[low])),
    )
    found = found.filter(pl.Series(is_free)).join(nouns.kinds, on="noun")
    is_body = pl.col("is_state_body") & (pl.col("has_the") | (pl.col("is_capital") & pl.col("is_institution")))
    found = found.filter(is_body | (pl.col("is_office") & pl.col("has_the") & ~pl.col("is_state_body")))
    homes = _homes(names)
    asked = found.select("article", "noun", "is_institution").unique()
    pairs = asked.join(homes, on="article").join(nouns.institutions.with_columns(has=True), on=["noun", "country"], how="left")
    pairs = pairs.filter(~pl.col("is_institution") | pl.col("has").fill_null(value=False)).sort("weight", descending=True)
    most = pairs.group_by("article", "noun", maintain_order=True).agg(
        pl.col("country").first().alias("owner_id"), pl.col("weight").first(), pl.col("weight").get(1, null_on_oob=True).alias("second")
    )
    sure = most.filter(pl.col("weight") >= _MARGIN * pl.col("second").fill_null(0.0)).select("article", "noun", "owner_id")
    is_name = (pl.col("is_capital") & pl.col("is_institution")).alias("is_name")
    return found.join(sure, on=["article", "noun"]).select(
        "noun", "low", "high", "noun_end", "sentence", "owner_id", "article", "begin", is_name
    )


def _homes(names: pl.DataFrame) -> pl.DataFrame:
    """How much each article speaks of each country by its names: article, country, weight."""
    named = names.filter(pl.col("country").is_not_null() & pl.col("kind").is_in(list(WEIGHTS)))
    weight = pl.col("kind").replace_strict(WEIGHTS, default=0.0, return_dtype=pl.Float64())
    return named.group_by("article", "country").agg(weight.sum().alias("weight"))


def _with_owners(words: Words, nouns: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """The nouns that have an owner: right before them, before a possessive's s, or behind "of"."""
    owners = names.filter(pl.col("kind").is_in(WITH_BODIES) | pl.col("seat").is_not_null()).select(
        "first", "last", pl.col("actor_id").alias("owner_id"), pl.col("sentence").alias("owner_sentence")
    )
    low, high, sentence = (nouns[name].to_numpy() for name in ("low", "high", "sentence"))
    has_s = words.beside(low - 1, sentence, words.is_stuck & (words.lowers == "s").to_numpy())
    behind_of = words.beside(high, sentence, (words.lowers == "of").to_numpy()) * 1
    over_the = words.beside(high + behind_of, sentence, words.is_kind(WordKind.THE)) * behind_of
    nouns = nouns.with_columns(
        pl.Series("owner_last", np.where(has_s, low - 2, low)),
        pl.Series("owner_first", np.where(behind_of == 1, high + 1 + over_the, -1)),
    )
    before = nouns.join(owners, left_on="owner_last", right_on="last").with_columns(pl.col("first").alias("begin")).drop("first")
    behind = nouns.join(before.select("low"), on="low", how="anti").join(owners, left_on="owner_first", right_on="first")
    behind = behind.with_columns(pl.col("low").alias("begin"))
    columns = ["noun", "low", "high", "noun_end", "sentence", "owner_id", "article", "begin"]
    both = pl.concat([before.filter(pl.col("sentence") == pl.col("owner_sentence")).select(columns), behind.select(columns)])
    begin = both["begin"].to_numpy()
    opened = words.beside(begin - 1, both["sentence"].to_numpy(), words.is_kind(WordKind.DETERMINER))
    is_past = words.beside(begin - 1, both["sentence"].to_numpy(), words.is_kind(WordKind.PAST))
    return both.with_columns(pl.Series("begin", begin - opened)).filter(pl.Series(~is_past))


def _with_meanings(words: Words, described: pl.DataFrame, nouns: Nouns) -> pl.DataFrame:
    """The descriptions as mentions, with whom each means on the article's day; those that mean nobody known are left out."""
    days = words.texts.articles.select(pl.col("published_date").alias("day")).with_row_index("article").cast({"article": pl.Int64()})
    described = described.join(days, on="article", maintain_order="left")
    asked = described.select("owner_id", "noun", "day", "is_told").unique()
    meant = [
        _as_told(_meaning_of(nouns.lexicon, owner_id, nouns.keys[noun], day), is_told) for owner_id, noun, day, is_told in asked.iter_rows()
    ]
    told = pl.concat([asked, pl.DataFrame(meant, schema=_MEANING, orient="row")], how="horizontal").filter(pl.col("actor_id").is_not_null())
    found = described.join(told, on=["owner_id", "noun", "day", "is_told"], nulls_equal=True)
    is_name, begin = pl.col("is_name").fill_null(value=False), pl.col("begin")
    return found.select(
        "article", "sentence", begin.alias("first"), pl.col("high").alias("last"), pl.col("noun_end").alias("end"),
        pl.Series("start", words.starts[found["begin"].to_numpy()]), "actor_id", "confidence", "office",
        pl.when(is_name).then(pl.lit("name")).otherwise(pl.lit("nominal")).alias("layer"),
        pl.when(is_name).then(pl.lit("ORG")).alias("ner"),
        pl.when(is_name).then(pl.lit("institution.of_context")).otherwise("rule").alias("rule"),
    )  # fmt: skip


def _as_told(meaning: Meaning | None, is_told: bool) -> Meaning | tuple[None, None, None, None]:
    """The meaning, less sure where nothing but the context tells the owner."""
    if meaning is None:
        return None, None, None, None
    actor_id, rule, confidence, office = meaning
    if is_told:
        return meaning
    return actor_id, "nominal.body_of_context" if rule == "nominal.body" else rule, min(confidence, _OF_CONTEXT), office


def _meaning_of(lexicon: Lexicon, owner_id: str, noun_key: str, day: date | None) -> Meaning | None:
    owner, noun = lexicon.actor(owner_id), lexicon.nouns[noun_key]
    if owner is None:
        return None
    if noun.bodies and owner.kind in WITH_BODIES and not (owner.kind in ("igo", "bloc") and noun.bodies[0].suffix == "GOV"):
        body = own_body(owner, noun, lexicon)
        return (body.actor_id, "nominal.body", _BODY, None) if body is not None else None
    if not noun.offices or noun_key.endswith("s"):
        return None
    article, printed = Article("", "", published_at=day), noun_key.split(" ")
    places = [lexicon.place_of.get(owner_id, owner_id)]
    head = find_local_head(day, places, noun_key, printed, lexicon) if places[0] in lexicon.place_kinds else None
    if head is not None:
        return head.actor_id, "office.on_date", _HOLDER, None
    owner = whose_office(owner, noun.offices, lexicon)
    office = pick_office(noun.offices, owner.country, owner.actor_id)
    if office is None or is_held_by_many(office, owner):
        return None
    called = f"{office.name} of {owner.name}"
    holder = find_holder(article, owner.actor_id, noun.offices, printed, lexicon)
    if holder is not None:
        return holder.actor_id, "office.on_date", _HOLDER, called
    is_headed = owner.kind in WITH_BODIES and stands_for_body(office, printed)
    body = lexicon.compose(owner.actor_id, office.suffix) if is_headed else None
    return (body.actor_id, "office.body", _HEADED, called) if body is not None else None
