"""Persons: names that begin with a given name, surnames that take up a full name of the article, surnames beside an office on a day."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from transforms.columns.forms import Nouns
from transforms.columns.known_persons import KnownPersons, identify_persons
from transforms.columns.spans import choose_longest, mark_covered
from transforms.columns.texts import Flags, Numbers
from transforms.columns.vocabulary import WordKind
from transforms.columns.words import Words
from transforms.folding import fold
from transforms.identities.discovered import discover_person
from transforms.lexicon import Lexicon

_TOWNS = ("place", "government")
_PLACES = ("place", "government", "country", "territory")
#: Days before an office and behind it in which the bare surname means who holds it.
_EXPECTED_DAYS, _REMEMBERED_DAYS = 365, 365 * 12
#: Words of a name behind the given one.
_MOST_WORDS = 3
#: How sure a person is: in no dictionary, by a surname that one full name of the article has, by the office on the day, and near it.
_DISCOVERED, _TAKEN_UP, _HOLDS, _NEAR = 0.5, 0.85, 0.8, 0.6


def find_persons(words: Words, names: pl.DataFrame, bare: pl.DataFrame, holders: "Holders", known: KnownPersons) -> pl.DataFrame:
    """The names with persons that no dictionary knows and with single names that the article tells; where they overlap the longer stay.

    `bare`: names of persons of the lexicon that several bear or that are ordinary words."""
    names = _without_titles(words, names)
    unknown = identify_persons(words, _find_unknown(words, names), names, known)
    both = pl.concat([names, unknown], how="diagonal")
    both = both[choose_longest(both["start"].to_numpy(), both["end"].to_numpy()).tolist()]
    singles = _find_singles(words, both, bare)
    both = _without_surnames(words, _take_up(words, both, singles, bare))
    both = _by_surname(words, both, bare, holders)
    return _by_office(words, both, singles, holders).sort("start")


def _without_titles(words: Words, names: pl.DataFrame) -> pl.DataFrame:
    """ "King Salman" is Salman with his title."""
    first, last = names["first"].to_numpy(), names["last"].to_numpy()
    is_title = words.is_kind(WordKind.TITLE)[first] & (names["kind"] == "person").to_numpy() & (last - first > 1)
    is_title &= ~words.beside(first + 1, words.sentence[first], (words.lowers == "of").to_numpy())
    first = first + is_title
    first = first + (is_title & words.is_mark(".")[np.minimum(first, max(len(words) - 1, 0))])
    return names.with_columns(pl.Series("first", first), pl.Series("start", words.starts[first] if len(first) else first))


def _find_unknown(words: Words, names: pl.DataFrame) -> pl.DataFrame:
    """A known given name and the capitalised words behind it, initials included; it ends where a certain name of something else begins.

    What is printed in headlines alone is no person: their words have capitals anyway."""
    first, last = names["first"].to_numpy(), names["last"].to_numpy()
    is_person = (names["kind"] == "person").to_numpy()
    cuts = np.zeros(len(words), np.bool_)
    cuts[first[~is_person & names["any_certain"].to_numpy() & ~_can_be_surnames(names, _TOWNS)]] = True
    whole = np.zeros(len(words), np.bool_)
    whole[first[names["is_whole_person"].to_numpy()]] = True
    covered = mark_covered(len(words), first[~is_person], last[~is_person])
    is_part = words.is_word & words.is_capital & ~cuts
    begins = is_part & words.is_kind(WordKind.GIVEN_NAME) & words.is_title_case & ~whole & ~covered
    starts = np.flatnonzero(begins)
    ends, count = starts + 1, np.zeros(len(starts), np.int64)
    goes = np.ones(len(starts), np.bool_)
    for _ in range(2 * _MOST_WORDS):
        following, size = _step(words, ends)
        goes &= (count < _MOST_WORDS) & words.beside(following, words.sentence[starts], is_part) & (size > 0)
        ends = np.where(goes, following + 1, ends)
        count += goes
    kept = (count > 0) & words.is_title_case[ends - 1] & ~words.is_kind(WordKind.SUFFIX)[ends - 1] & ~_is_ordinary(words, ends - 1)
    starts, ends = starts[kept], ends[kept]
    at, to = words.starts[starts], words.ends[ends - 1]
    found = {name: discover_person(name) for name in set(words.texts.words_at(at, to))}
    ids = [found[name].actor_id for name in words.texts.words_at(at, to)]
    kinds = words.texts.paragraph_kinds.gather(words.paragraph[starts])
    is_shown = (kinds == "body").to_numpy() & (~words.is_kind(WordKind.PLACE)[starts] | _is_beside_cue(words, starts, ends))
    persons = pl.DataFrame({
        "start": at, "end": to, "first": starts, "last": ends, "article": words.article[starts], "sentence": words.sentence[starts],
        "actor_id": pl.Series(ids, dtype=pl.String()), "is_shown": is_shown, "surface": words.texts.words_at(at, to),
    })  # fmt: skip
    shown = persons.filter("is_shown").select("article", "actor_id")
    persons = persons.join(shown, on=["article", "actor_id"], how="semi", maintain_order="left").drop("is_shown")
    return persons.with_columns(
        *_as_person("person.discovered", _DISCOVERED), pl.lit(value=True).alias("is_whole_person"), pl.lit("given_name").alias("type_rule")
    )


def _is_beside_cue(words: Words, first: Numbers, last: Numbers) -> Flags:
    """Whether a name stands beside a reporting verb, as persons do whose given name is a town's: "Rosario", "Charlotte"."""
    cues, sentence = words.is_kind(WordKind.CUE), words.sentence[first]
    return words.beside(first - 1, sentence, cues) | words.beside(last, sentence, cues)


def _is_ordinary(words: Words, places: Numbers) -> Flags:
    """Whether the article prints a capitalised word in small letters too: "Charlotte Photos" where there are photos."""
    printed = pl.DataFrame({"article": words.article, "word": words.lowers})
    asked = printed[places].with_row_index("number")
    found = printed.filter(pl.Series(words.is_small)).join(asked, on=["article", "word"])
    is_ordinary = np.zeros(len(places), np.bool_)
    is_ordinary[found["number"].to_numpy()] = True
    return is_ordinary


def _as_person(rule: str, confidence: float) -> list[pl.Expr]:
    """The columns of names that a rule makes a person's."""
    told = {"layer": "name", "ner": "PERSON", "kind": "person", "rule": rule, "confidence": confidence, "any_certain": False}
    return [pl.lit(value).alias(name) for name, value in told.items()]


def _can_be_surnames(names: pl.DataFrame, kinds: Sequence[str]) -> Flags:
    """Places of one word: "Esteban Santiago"."""
    return names.select(pl.col("kind").is_in(kinds) & (pl.col("last") - pl.col("first") == 1)).to_series().to_numpy()


def _step(words: Words, ends: Numbers) -> tuple[Numbers, Numbers]:
    """The next word of a name behind a place, over the stop of an initial or a hyphen, and 0 where none can follow."""
    count = len(words)
    place = np.minimum(ends, count - 1)
    is_stop = words.is_mark(".")[place] & words.is_stuck[place] & (words.lengths[np.maximum(place - 1, 0)] == 1)
    is_hyphen = words.is_mark("-")[place] & words.is_stuck[place]
    over = is_stop | is_hyphen
    following = np.where(over, place + 1, place)
    is_word = words.is_word[np.minimum(following, count - 1)] & (following < count)
    return following, is_word * 1


def _find_singles(words: Words, names: pl.DataFrame, bare: pl.DataFrame) -> pl.DataFrame:
    """Single capitalised words that may take up a person: what is no part of a longer name, and names that are a person's alone."""
    first, last = names["first"].to_numpy(), names["last"].to_numpy()
    covered = mark_covered(len(words), first, last)
    is_other = words.is_kind(WordKind.TITLE) | words.is_kind(WordKind.FUNCTION) | words.told["month"].is_not_null().to_numpy()
    is_free = words.is_word & words.is_title_case & ~covered & ~is_other
    is_name = words.is_word & words.is_capital
    is_titled = words.is_kind(WordKind.TITLE) | words.is_kind(WordKind.NOUN_END) | words.is_kind(WordKind.FUNCTION)
    before, after = np.arange(len(words)) - 1, np.arange(len(words)) + 1
    opens = np.zeros(len(words), np.bool_)
    opens[words.sentences.firsts] = True
    is_ordinary = opens & ~words.is_kind(WordKind.GIVEN_NAME)  # "Later Berg spoke."
    leads = words.beside(before, words.sentence, is_name & ~is_titled & ~is_ordinary)
    goes_on = words.beside(after, words.sentence, is_name & ~words.is_kind(WordKind.FUNCTION))
    free = np.flatnonzero(is_free & ~leads & ~goes_on)
    known = names.filter((pl.col("kind") == "person") & (pl.col("last") - pl.col("first") == 1))["first"].to_numpy()
    weak = bare.filter(pl.col("last") - pl.col("first") == 1)["first"].to_numpy()
    places = np.unique(np.concatenate([free, known, weak[~covered[weak] & ~is_other[weak]], _places_alone(words, names)]))
    return pl.DataFrame({
        "first": places, "start": words.starts[places], "end": words.ends[places], "article": words.article[places],
        "sentence": words.sentence[places], "surname": words.lowers.gather(places),
    })  # fmt: skip


def _without_surnames(words: Words, names: pl.DataFrame) -> pl.DataFrame:
    """The names without places of one word behind a capitalised word that nothing knows: "Keating Holland" is somebody."""
    first = names["first"].to_numpy()
    is_strange = words.is_title_case & (words.kinds == 0) & words.is_word
    is_strange &= ~mark_covered(len(words), first, names["last"].to_numpy())
    is_strange[words.sentences.firsts] = False
    follows = words.beside(first - 1, words.sentence[first], is_strange)
    return names.filter(pl.Series(~(follows & _can_be_surnames(names, _PLACES))))


def _places_alone(words: Words, names: pl.DataFrame) -> Numbers:
    """Names of places of one word that nothing before them shows to be places: they may be a person's of the article."""
    single = names.filter(pl.col("kind").is_in(_PLACES) & (pl.col("last") - pl.col("first") == 1))["first"].to_numpy()
    toward = words.is_kind(WordKind.TOWARD_PLACE) | words.is_kind(WordKind.LOCATIVE) | words.is_kind(WordKind.NO_POWER_BEHIND)
    return single[~words.beside(single - 1, words.sentence[single], toward)]


def _take_up(words: Words, names: pl.DataFrame, singles: pl.DataFrame, bare: pl.DataFrame) -> pl.DataFrame:
    """The names with the single ones that take up a full name: of the person whom the lexicon knows by the surname alone, else the last
    before, else the first behind."""
    full = names.filter((pl.col("kind") == "person") & pl.col("is_whole_person") & (pl.col("last") - pl.col("first") > 1))
    last = full["last"].to_numpy() - 1
    over_suffix = words.is_kind(WordKind.SUFFIX)[last]
    by_last = full.select("article", "start", "actor_id", pl.Series("surname", words.lowers.gather(last - over_suffix)))
    by_first = full.select("article", "start", "actor_id", pl.Series("surname", words.lowers.gather(full["first"].to_numpy())))
    found = singles.with_columns(pl.Series("is_place", np.isin(singles["first"].to_numpy(), _places_alone(words, names)))).sort("start")
    for column, persons in (("by_last", by_last), ("by_first", by_first)):
        for side, strategy in (("before", "backward"), ("behind", "forward")):
            known = persons.sort("start").rename({"actor_id": f"{column}_{side}"})
            found = found.join_asof(known, on="start", by=["article", "surname"], strategy=strategy, check_sortedness=False)  # type: ignore[arg-type]
    by_first_name = pl.when(~pl.col("is_place")).then(pl.coalesce("by_first_before", "by_first_behind"))
    own = found.join(bare.select("start", "article", "only_actor"), on=["start", "article"]).join(
        full.select("article", pl.col("actor_id").alias("only_actor")), on=["article", "only_actor"], how="semi"
    )
    found = found.join(own.select("start", "only_actor"), on="start", how="left")
    found = found.with_columns(pl.coalesce("only_actor", "by_last_before", "by_last_behind", by_first_name).alias("actor_id"))
    found = found.filter(pl.col("actor_id").is_not_null())
    return _put_in(names, found.select(_singles_as("person.surname", _TAKEN_UP)))


def _singles_as(rule: str, confidence: float) -> list[pl.Expr]:
    """The columns of single names that are persons by a rule."""
    return [
        *(pl.col(name) for name in ("start", "end", "first", "article", "sentence", "actor_id")),
        (pl.col("first") + 1).alias("last"),
        *_as_person(rule, confidence),
        pl.lit(value=False).alias("is_whole_person"),
    ]


def _put_in(names: pl.DataFrame, singles: pl.DataFrame) -> pl.DataFrame:
    """The names, in any order, with the single ones in place of what stood there before."""
    return pl.concat([names.join(singles, on="start", how="anti"), singles], how="diagonal")


def _by_surname(words: Words, names: pl.DataFrame, bare: pl.DataFrame, holders: "Holders") -> pl.DataFrame:
    """The names with surnames of the lexicon that only one of its persons goes by, if he holds or held an office near the day."""
    covered = mark_covered(len(words), names["first"].to_numpy(), names["last"].to_numpy())
    is_month = words.told["month"].is_not_null().to_numpy() | words.is_kind(WordKind.TITLE)
    first = bare["first"].to_numpy()
    near = holders.near(words, bare.filter(pl.Series(~covered[first] & ~is_month[first])))
    told = names.filter(pl.col("kind") != "person").select("article", "country").drop_nulls().unique()
    near = near.join(told, on=["article", "country"], how="semi")
    return _put_in(names, near.select(_singles_as("person.office_holder", _NEAR)))


class Holders:
    """Who held which office, by the words of their names, as `list_tenures` tells it."""

    def __init__(self, lexicon: Lexicon, nouns: Nouns, tenures: pl.DataFrame) -> None:
        self.nouns = nouns
        self._tenures = tenures
        homes = [(person_id, lexicon.actors[person_id].country) for person_id in lexicon.tenures_of if person_id in lexicon.actors]
        self._countries = pl.DataFrame(homes, schema={"actor_id": pl.String(), "country": pl.String()}, orient="row")
        bases = [(number, office.base) for number, key in enumerate(nouns.keys) for office in lexicon.nouns[key].offices]
        self._offices = pl.DataFrame(bases, schema={"noun": pl.Int64(), "base": pl.String()}, orient="row").unique()

    def near(self, words: Words, bare: pl.DataFrame) -> pl.DataFrame:
        """Of names that one person of the lexicon bears those whose day lies near an office of his, with him as their actor."""
        days = words.texts.articles.select(pl.col("published_date").alias("day")).with_row_index("article").cast({"article": pl.Int64()})
        asked = bare.filter(pl.col("only_actor").is_not_null()).join(days, on="article").rename({"only_actor": "holder"})
        held = asked.join(self._tenures.select("holder", "valid_from", "valid_to").unique(), on="holder")
        is_near = (pl.col("valid_from").is_null() | (pl.col("valid_from") <= pl.col("day") + pl.duration(days=_EXPECTED_DAYS))) & (
            pl.col("valid_to").is_null() | (pl.col("valid_to") >= pl.col("day") - pl.duration(days=_REMEMBERED_DAYS))
        )
        return held.filter(is_near).unique("start").rename({"holder": "actor_id"}).join(self._countries, on="actor_id")

    def find(self, asked: pl.DataFrame) -> pl.DataFrame:
        """Of rows (start, surname, noun, day) those who alone bear the name and held such an office on the day: start, holder, country."""
        held = asked.join(self._offices, on="noun").join(self._tenures, left_on=["surname", "base"], right_on=["word", "base"])
        day = pl.col("day")
        holds = (pl.col("valid_from").is_null() | (pl.col("valid_from") <= day)) & (
            pl.col("valid_to").is_null() | (pl.col("valid_to") >= day)
        )
        return held.filter(holds).select("start", "article", "holder", "country").unique()


def list_tenures(lexicon: Lexicon) -> pl.DataFrame:
    """Tenures by the first and the last word of the holder's name: word, holder, base, country, valid_from, valid_to."""
    persons = [(fold(lexicon.actors[each].name).lower().split(" "), each) for each in lexicon.tenures_of if each in lexicon.actors]
    words = [(word, person_id) for names, person_id in persons for word in {names[-1], names[0]}]
    held = [tenure for _, person_id in persons for tenure in lexicon.tenures_of[person_id]]
    countries = {body_id: _country_of(body_id, lexicon) for body_id in {tenure.body_id for tenure in held}}
    told = {
        "base": pl.Series([tenure.base for tenure in held], dtype=pl.String()),
        "holder": pl.Series([tenure.person_id for tenure in held], dtype=pl.String()),
        "country": pl.Series([countries[tenure.body_id] for tenure in held], dtype=pl.String()),
        "valid_from": pl.Series([tenure.valid_from for tenure in held], dtype=pl.Date()),
        "valid_to": pl.Series([tenure.valid_to for tenure in held], dtype=pl.Date()),
    }
    return pl.DataFrame(words, {"word": pl.String(), "holder": pl.String()}, orient="row").join(pl.DataFrame(told), on="holder")


def _country_of(body_id: str, lexicon: Lexicon) -> str:
    body = lexicon.actors.get(body_id)
    return body.country if body is not None and body.country else body_id.split(".")[0]


def _by_office(words: Words, names: pl.DataFrame, singles: pl.DataFrame, holders: Holders) -> pl.DataFrame:
    """The names with single ones behind an office: whoever of that name held it on the day, if the article's countries leave but one."""
    numbers, _, ends = holders.nouns.find(words.texts.folded)
    known = names.filter(pl.col("rule") == "person.surname").select("start")
    titles = pl.DataFrame({"first": words.last_of(ends), "noun": numbers})
    days = words.texts.articles.select(pl.col("published_date").alias("day")).with_row_index("article").cast({"article": pl.Int64()})
    asked = (
        singles.join(known, on="start", how="anti").join(titles, on="first").join(days, on="article").filter(pl.col("day").is_not_null())
    )
    held = holders.find(asked)
    told = names.filter((pl.col("kind") != "person") & pl.col("country").is_not_null()).select("article", "country").unique()
    near = held.join(told, on=["article", "country"], how="semi")
    only = pl.concat([_only_one(held), _only_one(near)]).unique("start")
    found = asked.unique("start").join(only, on="start").rename({"holder": "actor_id"})
    return _put_in(names, found.select(_singles_as("person.office_holder", _HOLDS)))


def _only_one(held: pl.DataFrame) -> pl.DataFrame:
    """Those whom nobody rivals: start, holder."""
    return (
        held.group_by("start")
        .agg(pl.col("holder").unique())
        .filter(pl.col("holder").list.len() == 1)
        .with_columns(pl.col("holder").list.first())
    )
