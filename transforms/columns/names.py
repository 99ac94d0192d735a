"""The names of the lexicon in joined texts, and which actor each means: by the form alone, else by what the article says besides.

The scores are those of `transforms.names.choice`, without a tagger's label: a form that is certainly somebody's, the kind of actor, the
day, the countries that the article names, and whom it names in full.
"""

import numpy as np
import polars as pl

from transforms.columns.forms import Forms, is_state
from transforms.columns.spans import choose_longest
from transforms.columns.texts import ALNUM, UPPER, Flags, Numbers
from transforms.columns.vocabulary import WordKind
from transforms.columns.words import Words
from transforms.names.no_names import OPTIONS

#: What one article's countries can add to the score of a bearer.
_COUNTRY_WEIGHT, _MOST_COUNTRIES = 0.4, 3
_NAMED_WEIGHT, _OUT_OF_TIME = 1.5, 1.5
#: A form that is nobody's for sure needs so much.
_ENOUGH = 1.0
#: Of parties and armed groups with ordinary names those are meant of whose country the article speaks.
_FAR_KINDS = ("party", "armed_group")
#: How sure a name is that only one actor bears, and one that several do.
_CERTAIN, _CHOSEN = 0.95, 0.7
_MONEY = "$"
#: Beside these a name is a piece of an address.
_OF_ADDRESSES = "@/_"


def find_names(words: Words, forms: Forms) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(names with their actors, names of persons that the article alone can tell), in text order.

    Columns of both: start, end, first, last (words), article, sentence, form and what is told of forms; of the first also what is told of
    the bearer that was chosen, and its score."""
    numbers, starts, ends = forms.find(words.texts.folded)
    numbers, starts, ends = _without_pieces(words, numbers, starts, ends)
    kept = choose_longest(starts, ends)
    kept = kept[~_in_lists(words, starts[kept], ends[kept])]
    told, bearers = forms.describe(numbers[kept])
    hits = _as_frame(words, numbers[kept], starts[kept], ends[kept]).join(told, on="form", maintain_order="left").with_row_index("hit")
    hits = _with_evidence(words, hits, bearers)
    is_told = pl.col("any_certain") | pl.col("is_evident") | pl.col("has_article")
    chosen = _choose(words, hits.filter(is_told), bearers)
    return chosen, hits.filter(~is_told & pl.col("is_person"))


def _without_pieces(words: Words, numbers: Numbers, starts: Numbers, ends: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Without pieces of addresses and sums of money ("US$5", "BBC.com") and what runs over the end of a sentence."""
    codes, alnum, size = words.texts.codes, words.is_word, len(words.texts.codes)
    after, before = codes[np.minimum(ends, size - 1)], codes[np.maximum(starts - 1, 0)]
    beyond = words.texts.classes[np.minimum(ends + 1, size - 1)] & ALNUM
    marks = [ord(mark) for mark in _OF_ADDRESSES]
    is_piece = np.isin(after, [*marks, ord(_MONEY)]) | ((starts > 0) & np.isin(before, marks)) | ((after == ord(".")) & (beyond != 0))
    first, last = words.first_of(starts), words.last_of(ends)
    whole = (first < last) & ~is_piece
    whole[whole] = words.sentence[first[whole]] == words.sentence[last[whole] - 1]
    following = np.minimum(last, len(words) - 1)
    is_sum = alnum[following] & words.is_kind(WordKind.CURRENCY)[following] & (last - first == 1) & (ends - starts <= 4)
    whole &= ~is_sum
    is_direction = words.is_kind(WordKind.DIRECTION)[np.minimum(first, len(words) - 1)] & words.is_capital[following] & (last - first == 1)
    whole &= ~is_direction
    return numbers[whole], starts[whole], ends[whole]


def _in_lists(words: Words, starts: Numbers, ends: Numbers) -> Flags:
    """Whether a name stands among several with nothing between them, as the options of a form do: nobody speaks of those."""
    follows = np.append(False, words.last_of(ends)[:-1] == words.first_of(starts)[1:]) if len(starts) else np.zeros(0, np.bool_)
    run = np.cumsum(~follows)
    return np.asarray(np.bincount(run)[run] >= OPTIONS) if len(run) else follows


def _as_frame(words: Words, numbers: Numbers, starts: Numbers, ends: Numbers) -> pl.DataFrame:
    first, last = words.first_of(starts), words.last_of(ends)
    first = first + (words.is_kind(WordKind.THE)[first] & (last - first > 1))  # printed with its article, named without
    starts = words.starts[first]
    return pl.DataFrame({
        "form": numbers.astype(np.uint32), "start": starts, "end": ends, "first": first, "last": last,
        "article": words.article[first], "sentence": words.sentence[first],
    })  # fmt: skip


def _with_evidence(words: Words, hits: pl.DataFrame, bearers: pl.DataFrame) -> pl.DataFrame:
    """With what speaks for forms that are nobody's for sure: a word of direction before them, their country named besides, an article."""
    first, last, sentence = (hits[name].to_numpy() for name in ("first", "last", "sentence"))
    goes_on = words.beside(last, sentence, words.is_capital | words.is_mark("-"))
    behind_the = words.beside(first - 1, sentence, words.is_kind(WordKind.THE))
    second = np.minimum(words.starts[first] + 1, len(words.texts.codes) - 1)
    is_shouted = (last - first == 1) & ((words.texts.classes[second] & UPPER) != 0)
    toward = words.beside(first - 1, sentence, words.is_kind(WordKind.TOWARD_PLACE))
    hits = hits.with_columns(pl.Series("has_article", behind_the & ~goes_on), pl.Series("is_toward", toward))
    is_doubtful = pl.col("is_weak") | (pl.Series(is_shouted) & ~pl.col("any_certain"))
    pairs = hits.select("hit", "article", "form", is_doubtful.alias("is_doubtful")).join(bearers, on="form")
    sure = pairs.filter("is_certain").select("article", "country")
    spoken = pairs.filter(pl.col("is_doubtful") & ~pl.col("is_certain")).join(sure, on=["article", "country"], how="semi")
    is_spoken = pl.col("hit").is_in(spoken["hit"].unique().implode())
    return hits.with_columns((is_spoken | (is_doubtful & pl.col("is_toward"))).alias("is_evident"))


def _choose(words: Words, hits: pl.DataFrame, bearers: pl.DataFrame) -> pl.DataFrame:
    """The bearer of each name that the article speaks for; names that nothing decides are left out."""
    days = words.texts.articles.select("published_date").with_row_index("article").cast({"article": pl.Int64()})
    votes = hits.filter(pl.col("only_country").is_not_null()).group_by("article", pl.col("only_country").alias("country")).len("votes")
    pairs = hits.select("hit", "form", "article", "is_weak").join(bearers, on="form", maintain_order="left")
    sure = pairs.filter("is_certain").select("article", "actor_id").unique().with_columns(pl.lit(value=True).alias("is_named_here"))
    pairs = pairs.join(days, on="article", how="left", maintain_order="left")
    pairs = pairs.join(votes, on=["article", "country"], how="left", maintain_order="left")
    pairs = pairs.join(sure, on=["article", "actor_id"], how="left", maintain_order="left")
    day = pl.col("published_date")
    is_out = ((pl.col("valid_from") > day) | (pl.col("valid_to") < day)).fill_null(value=False)
    spoken = pl.col("votes").fill_null(0).clip(0, _MOST_COUNTRIES) * _COUNTRY_WEIGHT
    named = (~pl.col("is_certain") & pl.col("is_named_here").fill_null(value=False)) * _NAMED_WEIGHT
    pairs = pairs.with_columns((pl.col("base") - is_out * _OUT_OF_TIME + spoken + named).round(6).alias("score"))
    pairs = pairs.sort("hit", "score", "rank", descending=[False, True, False]).with_columns(
        pl.col("score").max().over("hit").alias("best")
    )
    rivals = pairs.filter(pl.col("is_rival") & (pl.col("score") == pl.col("best"))).group_by("hit").agg(pl.col("actor_id").n_unique())
    best = pairs.unique("hit", keep="first", maintain_order=True)
    best = best.join(rivals.filter(pl.col("actor_id") > 1), on="hit", how="anti", maintain_order="left")
    best = _towns_of_seats(best, pairs)
    chosen = hits.join(best.drop("form", "article", "is_weak", "rank", "best"), on="hit", maintain_order="left")
    is_far = pl.col("kind").is_in(_FAR_KINDS) & pl.col("country").is_not_null() & pl.col("votes").is_null()
    is_refused = ~pl.col("is_certain") & ~pl.col("is_evident") & ((pl.col("score") < _ENOUGH) | is_far)
    return chosen.filter(~is_refused).with_columns(
        pl.when("is_certain").then(_CERTAIN).otherwise(_CHOSEN).alias("confidence"),
        pl.concat_str(pl.lit("lexicon."), "alias_kind").alias("rule"),
        is_state(pl.col("kind"), pl.col("seat")).alias("is_state"),
    )


def _towns_of_seats(best: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Of names that are a seat of power the town itself, which its sentence may yet make the government's seat."""
    seats = best.filter(alias_kind="metonym").select("hit", pl.col("seat").alias("own_seat"))
    towns = (
        pairs.filter(pl.col("place_kind").is_in(["city", "state"])).join(seats, on="hit").unique("hit", keep="first", maintain_order=True)
    )
    towns = towns.with_columns(pl.coalesce("seat", "own_seat").alias("seat")).select(best.columns)
    return pl.concat([best.join(towns, on="hit", how="anti"), towns]).sort("hit")
