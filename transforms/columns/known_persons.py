"""Whole names that are no form of the lexicon and yet a known person's: with initials, turned round, with a nickname, of the register.

The conditions are those of `transforms.identities.registered`: the article speaks of the country, on a day near an office, and beside the
names of members of parliament and others of whom there are many a title stands.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import polars as pl

from transforms.columns.vocabulary import WordKind
from transforms.columns.words import Words
from transforms.folding import fold
from transforms.identities.nicknames import known_by_nickname, nickname_forms
from transforms.identities.persons import known_without_initials, turned_name
from transforms.identities.registered import MANY, YEARS_AFTER, YEARS_BEFORE, YOUNGEST
from transforms.lexicon import Lexicon

#: Words before and behind a name among which a title stands.
_BEFORE, _BEHIND = 4, 8
_CANDIDATES = {
    "surface": pl.String(), "known_id": pl.String(), "known_rule": pl.String(), "country": pl.String(), "needs_country": pl.Boolean(),
    "needs_title": pl.Boolean(), "first_year": pl.Int64(), "last_year": pl.Int64(), "is_registered": pl.Boolean(),
}  # fmt: skip
_ALWAYS = (-10_000, 10_000)
_CONFIDENCE = {"person.registered": 0.8, "person.nickname": 0.8}

type Candidate = tuple[str, str, str | None, bool, bool, int, int, bool]


class KnownPersons:
    """Who can be meant by names, looked up once for each."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._found: dict[str, list[Candidate]] = {}

    def candidates(self, surfaces: Sequence[str]) -> pl.DataFrame:
        """One row a name and person, and office where a day must lie near one."""
        rows = [(surface, *candidate) for surface in surfaces for candidate in self._candidates(surface)]
        return pl.DataFrame(rows, schema=_CANDIDATES, orient="row")

    def _candidates(self, surface: str) -> list[Candidate]:
        if surface not in self._found:
            words = fold(surface).split()
            self._found[surface] = list(self._listed(words)) or list(self._registered(surface, words))
        return self._found[surface]

    def _listed(self, words: list[str]) -> Iterator[Candidate]:
        plain, turned = known_without_initials(words, self._lexicon), turned_name(words, self._lexicon)
        if plain is not None or turned:
            rule = "person.without_initials" if plain is not None else "person.turned"
            yield plain or turned[0].actor_id, rule, None, False, False, *_ALWAYS, False
        elif (short := known_by_nickname(words, self._lexicon)) is not None:
            country = self._lexicon.actors[short].country
            yield short, "person.nickname", country, country is not None, False, *_ALWAYS, False

    def _registered(self, surface: str, words: list[str]) -> Iterator[Candidate]:
        register = self._lexicon.register
        ids = register.named(surface) or [each for form in nickname_forms(words) for each in register.named(form)]
        for actor_id in dict.fromkeys(ids):
            actor = self._lexicon.actors[actor_id]
            if actor.kind != "person" or actor.country is None:
                continue
            tenures = self._lexicon.tenures_of.get(actor_id, [])
            is_of_many = actor_id in register.common or (
                actor_id not in register.reviewed and all(tenure.base in MANY for tenure in tenures)
            )
            grown_up = register.birth_years.get(actor_id, _ALWAYS[0]) + YOUNGEST
            if not tenures:
                yield actor_id, "person.registered", actor.country, True, is_of_many, grown_up, _ALWAYS[1], True
            for tenure in tenures:
                first = tenure.valid_from.year - YEARS_BEFORE if tenure.valid_from else _ALWAYS[0]
                last = tenure.valid_to.year + YEARS_AFTER if tenure.valid_to else _ALWAYS[1]
                yield actor_id, "person.registered", actor.country, True, is_of_many, max(first, grown_up), last, True


def identify_persons(words: Words, unknown: pl.DataFrame, names: pl.DataFrame, known: KnownPersons) -> pl.DataFrame:
    """The names of persons (column surface) with the actors that they mean by one of these ways; the others as they are."""
    candidates = known.candidates(unknown["surface"].unique().to_list())
    if not candidates.height:
        return unknown.drop("surface")
    spoken = names.filter(pl.col("kind") != "person").select("article", "country").drop_nulls().unique().with_columns(is_spoken=True)
    years = words.texts.articles.select(pl.col("published_date").dt.year().cast(pl.Int64()).alias("year")).with_row_index("article")
    asked = unknown.select("start", "article", "surface").with_columns(pl.Series("is_titled", _titled(words, unknown)))
    pairs = asked.join(candidates, on="surface").join(spoken, on=["article", "country"], how="left")
    pairs = pairs.join(years.cast({"article": pl.Int64()}), on="article", how="left")
    is_spoken, year = pl.col("is_spoken").fill_null(value=False), pl.col("year")
    is_near = ((pl.col("first_year") <= year) & (year <= pl.col("last_year"))).fill_null(value=True)
    pairs = pairs.filter(is_spoken | ~pl.col("needs_country")).with_columns(
        (is_near & (pl.col("is_titled") | ~pl.col("needs_title"))).alias("fits")
    )
    fitting = pairs.group_by("start").agg(
        pl.col("known_id").n_unique().alias("rivals"),
        pl.col("known_id").filter("fits").unique().alias("fitting"),
        pl.col("known_rule").first(),
    )  # fmt: skip
    only = fitting.filter((pl.col("rivals") == 1) & (pl.col("fitting").list.len() == 1))
    only = only.select("start", pl.col("fitting").list.first().alias("known_id"), "known_rule")
    found = unknown.drop("surface").join(only, on="start", how="left", maintain_order="left")
    sure = pl.col("known_rule").replace_strict(_CONFIDENCE, default=None, return_dtype=pl.Float64())
    return found.with_columns(
        pl.coalesce("known_id", "actor_id").alias("actor_id"), pl.coalesce("known_rule", "rule").alias("rule"),
        pl.coalesce(sure, "confidence").alias("confidence"),
    ).drop("known_id", "known_rule")  # fmt: skip


def _titled(words: Words, unknown: pl.DataFrame) -> np.ndarray:
    """Whether a title of lawmakers stands beside the name, or beside the same last word elsewhere in the article."""
    first, last, sentence = (unknown[name].to_numpy() for name in ("first", "last", "sentence"))
    signs = words.is_kind(WordKind.LAWMAKER)
    beside = np.zeros(len(first), np.bool_)
    for place in (*(first - back for back in range(1, _BEFORE + 1)), *(last + ahead for ahead in range(_BEHIND))):
        beside |= words.beside(place, sentence, signs)
    named = pl.DataFrame({"article": words.article[first], "word": words.lowers.gather(last - 1), "beside": beside})
    return named.select(pl.col("beside").any().over("article", "word")).to_series().to_numpy()
