"""What single words tell, in one table: the kinds of word that the steps ask for, tones, cues, events, months and days of the week."""

from collections.abc import Iterable, Mapping
from enum import IntFlag, auto

import polars as pl

from transforms.acts.events import EventPattern, Events
from transforms.folding import fold
from transforms.language import word_class, word_values
from transforms.lexicon import Lexicon
from transforms.names.name_words import SUFFIXES, TITLES
from transforms.speech.cues import Cues
from transforms.tones.tone_words import ToneWords

_MONTHS = word_values("times.months", int)
_WEEKDAYS = word_values("times.weekdays", int)
_DAY_SHIFTS = word_values("times.day_names", int)


class WordKind(IntFlag):
    """Kinds of word; one word can be of several."""

    ABBREVIATION = auto()
    STARTER = auto()
    FUNCTION = auto()
    LOCATIVE = auto()
    NO_POWER_BEHIND = auto()
    SITE = auto()
    TOWARD_PLACE = auto()
    DETERMINER = auto()
    ARTICLE = auto()
    GIVEN_NAME = auto()
    TITLE = auto()
    SUFFIX = auto()
    NOUN_END = auto()
    NEGATION = auto()
    CUE = auto()
    HARM = auto()
    CURRENCY = auto()
    BETWEEN = auto()
    TOLD = auto()
    CITING = auto()
    REPORTING = auto()
    REPORTED = auto()
    REPORTED_BY = auto()
    ACCORDING = auto()
    VIA = auto()
    PAST = auto()
    DIRECTION = auto()
    THE = auto()
    LAWMAKER = auto()
    VAGUE_OFFICE = auto()
    PLACE = auto()
    TOPIC = auto()
    JOINING = auto()
    OF_POWERS = auto()
    RELATION = auto()
    OF_STATE = auto()
    DONE_TO = auto()
    LAID_ON = auto()
    DEPARTURE = auto()
    TRANSFER = auto()
    LAND_VERB = auto()


#: The word classes whose words are of a kind; what comes from dictionaries is added to them.
_CLASSES: Mapping[WordKind, tuple[str, ...]] = {
    WordKind.ABBREVIATION: ("tagging.abbreviations",),
    WordKind.STARTER: ("tagging.starters",),
    WordKind.FUNCTION: ("names.function_words",),
    WordKind.LOCATIVE: ("syntax.locative",),
    WordKind.NO_POWER_BEHIND: ("identities.no_powers_behind",),
    WordKind.SITE: ("identities.sites",),
    WordKind.TOWARD_PLACE: ("names.toward_places",),
    WordKind.DETERMINER: ("names.determiners",),
    WordKind.ARTICLE: ("syntax.articles",),
    WordKind.NEGATION: ("tones.negations",),
    WordKind.HARM: ("tones.harms",),
    WordKind.CURRENCY: ("names.currencies",),
    WordKind.BETWEEN: ("speech.between",),
    WordKind.TOLD: ("speech.told",),
    WordKind.CITING: ("speech.citing",),
    WordKind.REPORTING: ("speech.reporting",),
    WordKind.REPORTED: ("speech.reported",),
    WordKind.REPORTED_BY: ("speech.reported_by",),
    WordKind.ACCORDING: ("speech.according",),
    WordKind.VIA: ("speech.via",),
    WordKind.DIRECTION: ("names.directions",),
    WordKind.LAWMAKER: ("identities.lawmaker_signs",),
    WordKind.VAGUE_OFFICE: ("identities.vague_offices",),
    WordKind.TOPIC: ("identities.topic_prepositions", "acts.roles_on"),
    WordKind.JOINING: ("names.enumerating",),
    WordKind.OF_POWERS: ("identities.modified_by_powers",),
    WordKind.RELATION: ("identities.relations",),
    WordKind.OF_STATE: ("identities.of_states",),
    WordKind.DONE_TO: ("identities.done_to",),
    WordKind.LAID_ON: ("identities.laid_on",),
    WordKind.DEPARTURE: ("identities.departures",),
    WordKind.TRANSFER: ("identities.transfer_prepositions",),
    WordKind.LAND_VERB: ("identities.land_verbs",),
    WordKind.PAST: ("identities.past_words", "identities.not_yet_words"),
}
_SCHEMA = {
    "word": pl.String(), "kinds": pl.UInt64(), "tone": pl.Float64(), "cue_class": pl.String(), "event": pl.String(),
    "event_tone": pl.Float64(), "month": pl.Int64(), "weekday": pl.Int64(), "day_shift": pl.Int64(),
}  # fmt: skip


class Vocabulary:
    """The words of the dictionaries, each once, as `list_words` tells them; `tell` looks whole texts up."""

    def __init__(self, table: pl.DataFrame) -> None:
        self.table = table

    def tell(self, words: pl.Series) -> pl.DataFrame:
        """What is told of each of the words: the columns of the table, `kinds` 0 and all others null where nothing is."""
        told = words.to_frame("word").join(self.table, on="word", how="left", maintain_order="left")
        return told.drop("word").with_columns(pl.col("kinds").fill_null(0))


def list_words(lexicon: Lexicon, cues: Cues, events: Events, tones: ToneWords) -> pl.DataFrame:
    """What each word of the dictionaries tells."""
    kinds: dict[str, int] = {}

    def add(words: Iterable[str], kind: WordKind) -> None:
        bit = int(kind)
        for word in words:
            key = fold(word).lower()
            kinds[key] = kinds.get(key, 0) | bit

    for kind, classes in _CLASSES.items():
        for name in classes:
            add(word_class(name), kind)
    add(["the"], WordKind.THE)
    add((word.rstrip(".") for word in TITLES), WordKind.TITLE)
    add((word.rstrip(".") for word in SUFFIXES), WordKind.SUFFIX)
    add((word for word in lexicon.given_names if len(word) > 2), WordKind.GIVEN_NAME)
    add(
        (form for form, aliases in lexicon.by_form.items() if any(alias.actor_id.startswith("PLACE.") for alias in aliases)), WordKind.PLACE
    )
    add(lexicon.noun_ends, WordKind.NOUN_END)
    add(cues.verbs, WordKind.CUE)
    acts = {verb: pattern for verb, patterns in events.verbs.items() if (pattern := _plain(patterns)) is not None}
    months, weekdays, shifts = (
        {fold(word).lower().rstrip("."): number for word, number in named.items()} for named in (_MONTHS, _WEEKDAYS, _DAY_SHIFTS)
    )
    words = sorted({*kinds, *tones.tones, *acts, *months, *weekdays, *shifts})
    rows = [
        (
            word, kinds.get(word, 0), tones.tones.get(word) or None,
            cues.verbs[word][-1].cue_class if word in cues.verbs else None,
            acts[word].event if word in acts else None, acts[word].tone if word in acts else None,
            months.get(word), weekdays.get(word), shifts.get(word),
        )
        for word in words
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


def _plain(patterns: Iterable[EventPattern]) -> EventPattern | None:
    """The pattern that asks for no word beside its verb and meets its object."""
    return next((pattern for pattern in patterns if not pattern.rest and "object" in pattern.slots), None)
