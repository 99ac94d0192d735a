"""Place or power: whether a place name stands for the people who govern or act there, decided by grammar, with the reason."""

from dataclasses import dataclass
from typing import NamedTuple

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.labels import (
    ADJECTIVE_COMPLEMENT,
    APPOSITION,
    ATTRIBUTE,
    DESCRIBERS,
    JOINED,
    NOUN_ADVERB,
    NOUN_TAGS,
    OBJECT,
    OBJECTS,
    PASSIVE_SUBJECT,
    POSSESSOR,
    PREPOSITION_OBJECT,
    SUBJECT,
    UNGOVERNED,
)
from transforms.rules import Example, Rule, Ruling, first_ruling

#: Verbs whose object is a power even where it is a town: "defeated Barcelona".
_MEETING_VERBS = word_class("identities.meeting_verbs")
#: Nouns for several states at once: "allies such as France".
_STATE_NOUNS = word_class("identities.state_nouns")
#: What land and towns do: "Chad lies south of Libya".
_DONE_BY_LAND = word_class("identities.done_by_land")
#: Prepositions behind which a name is somebody one deals with.
_FACING = word_class("identities.facing_prepositions")
#: What is "for" a country as the place one goes to.
_DEPARTURES = word_class("identities.departures")
#: Prepositions of giving and going: which of them it is, the word before tells.
_TRANSFERS = word_class("identities.transfer_prepositions")
#: Prepositions of stance and comparison.
_RELATING = word_class("identities.relating_prepositions")
#: Of these, prepositions of topics: "a quarrel over Kashmir" is about the land.
_TOPICS = word_class("identities.topic_prepositions")
#: What is put "on" those who govern.
_LAID_ON = word_class("identities.laid_on")
_VERSUS = word_class("identities.versus")
_COPULAS = word_class("syntax.copulas")
_HAVING = word_class("syntax.having")
#: Participles behind a hyphen whose first part does it: "the Russia-led alliance".
_LED = word_class("syntax.led")
#: Of the prepositions of place those that make even a seat of power ("in the Kremlin") a place.
_SITES = word_class("identities.sites")

_LOCATIVE = word_class("syntax.locative")
#: Nouns of the mind: "anger in Yerevan" is in the people who govern there.
_ATTITUDES = word_class("identities.attitudes")
#: What is aimed at those who govern: fury, a finger, a swipe.
_AIMED = word_class("identities.aimed")
#: Nouns of dealings between powers: those named with them act.
_RELATIONS = word_class("identities.relations")
#: Words after which "to", "from" or "for" a state means the state and not its land.
_DONE_TO = word_class("identities.done_to")
#: Nouns of a state as an actor: "the independence of France", "at the request of Cuba".
_OF_STATES = word_class("identities.of_states")
#: What land has: "Russia's coast", "the capital of France".
_LAND = word_class("identities.land")
_GEOGRAPHIC_WORDS = word_class("identities.geographic_words")
_LAND_VERBS = word_class("identities.land_verbs")
_PLACE_PASSIVES = word_class("identities.place_passives")
_MODIFIED_BY_POWERS = word_class("identities.modified_by_powers")
_MONTHS = word_class("times.months")
_DASHES = ("—", "--", "–", "-")
_BETWEEN_LANDS = word_class("identities.between_lands")
_PLAYED = word_class("identities.played")


class Reading(NamedTuple):
    """`value` is power or place, `reason` what decided; `is_site` where something stands in, at or around what the name is of."""

    value: str
    reason: str
    is_site: bool = False


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place name, and its place in the syntax: joined and added names ("in Kyiv and Odesa") stand where what they are joined to does.

    `dep` is the label of `head` under `outside`, `word` the word there; a state is a country, a territory, a bloc, or a seat of one."""

    tagged: TaggedText
    mention: Mention
    is_state: bool
    head: int
    dep: str
    outside: int
    word: str

    @property
    def before(self) -> str:
        """The word before the name."""
        return self.tagged.lowers[self.mention.first - 1] if self.mention.first else ""

    @property
    def above(self) -> str:
        """The word that the preposition before the name hangs on."""
        return self.tagged.lowers[self.tagged.heads[self.outside]]

    @property
    def reason(self) -> str:
        """Of a name behind a preposition: what stands there."""
        return f"{self.above} {self.word} it"

    def child(self, *deps: str) -> str | None:
        """The first word that depends so on what the name depends on."""
        tagged = self.tagged
        return next((tagged.lowers[child] for child in tagged.children[self.outside] if tagged.deps[child] in deps), None)


def read_place(tagged: TaggedText, mention: Mention, is_state: bool) -> Ruling[[PlaceName], Reading]:
    """`power` or `place` for a place name, by which rule. A state (or a seat of one) is a power where a town would be a place:
    what is sold to France is sold to those who govern it."""
    head = mention.head
    for _ in range(8):
        if tagged.deps[head] not in JOINED or tagged.tags[tagged.heads[head]] not in NOUN_TAGS:
            break
        head = tagged.heads[head]
    outside = tagged.heads[head]
    case = PlaceName(tagged, mention, is_state, head, tagged.deps[head], outside, tagged.lowers[outside])
    ruling = first_ruling(READING_RULES, case)
    assert ruling is not None  # the last rule takes every name
    return ruling


def _judge(is_power: bool, reason: str) -> Reading:
    return Reading("power" if is_power else "place", reason)


def _in_dateline(name: PlaceName) -> Reading | None:
    return Reading("place", "dateline") if _is_dateline(name.tagged, name.mention) else None


def _is_dateline(tagged: TaggedText, mention: Mention) -> bool:
    """Whether the name opens a sentence as the place of report: "MOSCOW, April 24 (Reuters) —"; or a paragraph: "Moscow – The talks"."""
    number = tagged.sentence_of[mention.first]
    low, high = tagged.sentences[number]
    if mention.first != low:
        return False
    after = tagged.words[mention.last] if mention.last < high else ""
    if after in _DASHES and (number == 0 or tagged.paragraph_of[number - 1] != tagged.paragraph_of[number]):
        return tagged.words[min(mention.last + 1, high - 1)][0].isupper()
    if tagged.words[low].isupper() and (after[:1].isdigit() or after in ("", "(") or after in _MONTHS):
        return True
    if not tagged.words[low].isupper() and after not in ("(", ","):
        return False
    return any(tagged.words[position] in _DASHES for position in range(mention.last, min(mention.last + 9, high)))


def _in_match(name: PlaceName) -> Reading | None:
    return Reading("power", "party of a case or match") if name.before in _VERSUS else None


def _as_described(name: PlaceName) -> Reading | None:
    if name.dep != SUBJECT or name.word not in _COPULAS:
        return None
    described = name.child(ATTRIBUTE, ADJECTIVE_COMPLEMENT) or "where"
    return _judge(name.is_state and described not in _GEOGRAPHIC_WORDS, f"subject of a description: {described}")


def _as_owner(name: PlaceName) -> Reading | None:
    if name.dep != SUBJECT or name.word not in _HAVING:
        return None
    thing = name.child(OBJECT) or ""
    return _judge(name.is_state and thing not in _LAND, f"has {thing}")


def _as_land(name: PlaceName) -> Reading | None:
    return Reading("place", f"subject of {name.word}") if name.dep == SUBJECT and name.word in _DONE_BY_LAND else None


def _as_subject(name: PlaceName) -> Reading | None:
    return Reading("power", f"subject of {name.word}") if name.dep == SUBJECT else None


def _in_passive(name: PlaceName) -> Reading | None:
    if name.dep != PASSIVE_SUBJECT:
        return None
    return Reading("place", f"{name.word} of a place") if name.word in _PLACE_PASSIVES else Reading("power", f"{name.word} is done to it")


def _in_mind(name: PlaceName) -> Reading | None:
    if name.dep != PREPOSITION_OBJECT:
        return None
    is_meant = (name.word == "in" and name.above in _ATTITUDES) or (name.word == "at" and name.above in _AIMED)
    return Reading("power", name.reason) if is_meant else None


def _where(name: PlaceName) -> Reading | None:
    is_there = name.dep == PREPOSITION_OBJECT and name.word in _LOCATIVE
    return Reading("place", f"{name.word} it", name.word in _SITES) if is_there else None


def _faced(name: PlaceName) -> Reading | None:
    return Reading("power", name.reason) if name.dep == PREPOSITION_OBJECT and name.word in _FACING else None


def _between(name: PlaceName) -> Reading | None:
    if name.dep != PREPOSITION_OBJECT or name.word != "between":
        return None
    above = name.above
    is_power = above in _RELATIONS or above in _MODIFIED_BY_POWERS or (name.is_state and above not in _BETWEEN_LANDS)
    return _judge(is_power, name.reason)


def _town_behind(name: PlaceName) -> Reading | None:
    if name.dep != PREPOSITION_OBJECT or name.is_state:
        return None
    above, word = name.above, name.word
    is_power = above in _RELATIONS or (word == "of" and above in _OF_STATES) or (word == "for" and above in _PLAYED)
    is_power = is_power or (word == "on" and above in _LAID_ON)
    return _judge(is_power, name.reason)


def _for_state(name: PlaceName) -> Reading | None:
    return _judge(name.above not in _DEPARTURES, name.reason) if name.dep == PREPOSITION_OBJECT and name.word == "for" else None


def _of_state(name: PlaceName) -> Reading | None:
    if name.dep != PREPOSITION_OBJECT or name.word != "of":
        return None
    return _judge(name.above in _OF_STATES or name.above in _RELATIONS, name.reason)


def _to_state(name: PlaceName) -> Reading | None:
    if name.dep != PREPOSITION_OBJECT or name.word not in _TRANSFERS:
        return None
    return _judge(name.above in _DONE_TO or name.above in _RELATIONS, name.reason)


def _about_state(name: PlaceName) -> Reading | None:
    if name.dep != PREPOSITION_OBJECT or name.word not in _RELATING:
        return None
    return _judge(name.word not in _TOPICS or name.above in _RELATIONS, name.reason)


def _on_state(name: PlaceName) -> Reading | None:
    if name.dep != PREPOSITION_OBJECT or name.word != "on":
        return None
    return _judge(name.above in _RELATIONS or name.above in _LAID_ON, name.reason)


def _behind_preposition(name: PlaceName) -> Reading | None:
    return Reading("place", name.reason) if name.dep == PREPOSITION_OBJECT else None


def _possessive(name: PlaceName) -> Reading | None:
    if name.dep != POSSESSOR:
        return None
    return _judge(name.word not in _LAND if name.is_state else name.word in _OF_STATES, f"has {name.word}")


def _as_object(name: PlaceName) -> Reading | None:
    if name.dep not in OBJECTS:
        return None
    return _judge(name.word not in _LAND_VERBS if name.is_state else name.word in _MEETING_VERBS, f"object of {name.word}")


def _as_modifier(name: PlaceName) -> Reading | None:
    return _judge(name.word in _MODIFIED_BY_POWERS, f"modifies {name.word}") if name.dep in DESCRIBERS else None


def _with_hyphen(name: PlaceName) -> Reading | None:
    return Reading("power", f"{name.word} by it") if name.dep == NOUN_ADVERB and name.word in _LED else None


def _in_apposition(name: PlaceName) -> Reading | None:
    return _judge(name.is_state and name.word in _STATE_NOUNS, f"one of the {name.word}") if name.dep == APPOSITION else None


def _as_predicate(name: PlaceName) -> Reading | None:
    if name.dep not in UNGOVERNED or not name.is_state:
        return None
    return _judge(name.dep == ATTRIBUTE, f"{name.dep} of {name.word}")


def _elsewhere(name: PlaceName) -> Reading | None:
    return Reading("place", f"{name.dep or 'word'} of {name.word}")


#: Place or power, in the order in which it is asked; the last rule takes what is left.
READING_RULES: tuple[Rule[[PlaceName], Reading], ...] = (
    Rule(
        "reading.dateline", "The name opens a sentence or paragraph as the place of the report.",
        (
            Example("MOSCOW, April 24 — The talks failed.", "MOSCOW", "place"),
            Example("Moscow – The finance minister spoke on Friday.", "Moscow", "place"),
        ), _in_dateline,
    ),
    Rule(
        "reading.match", "A party to a case or match.",
        (Example("The case Germany v. Italy was closed.", "Italy", "power"),), _in_match,
    ),
    Rule(
        "reading.described", "A state that is described is a power, unless the description is one of land.",
        (Example("France is an ally.", "France", "power"), Example("Lyon is old.", "Lyon", "place")), _as_described,
    ),
    Rule(
        "reading.owner", "A state that has something is a power, unless it is something that land has.",
        (Example("France has a plan.", "France", "power"), Example("France has mountains.", "France", "place")), _as_owner,
    ),
    Rule("reading.land", "Verbs such as lie and border mark places.", (Example("France borders Spain.", "France", "place"),), _as_land),
    Rule("reading.subject", "The subject of any other verb is a power.", (Example("Lyon voted.", "Lyon", "power"),), _as_subject),
    Rule(
        "reading.passive", "The subject of a passive is a power, unless the verb is one for places.",
        (Example("France was accused.", "France", "power"), Example("Lyon was reached on Monday.", "Lyon", "place")), _in_passive,
    ),
    Rule(
        "reading.attitude", "\"In\" after a noun of attitude marks a power, and \"at\" after what is aimed at somebody.",
        (Example("There was anger in France.", "France", "power"), Example("They pointed a finger at Lyon.", "Lyon", "power")), _in_mind,
    ),
    Rule(
        "reading.where", "Other prepositions of place mark a place.",
        (Example("They met in France.", "France", "place"),), _where,
    ),
    Rule(
        "reading.faced", "\"With\", \"against\" and \"by\" mark a power.",
        (Example("They traded with France.", "France", "power"),), _faced,
    ),
    Rule(
        "reading.between", "Relations are between powers; borders and roads are between places.",
        (Example("Talks between France and Spain failed.", "France", "power"),), _between,
    ),
    Rule(
        "reading.town_behind", "After other prepositions a town is a place, except in dealings, games and what is laid on it.",
        (Example("They drove to Lyon.", "Lyon", "place"), Example("They imposed sanctions on Lyon.", "Lyon", "power")), _town_behind,
    ),
    Rule(
        "reading.for_state", "\"For\" a state marks a power, unless somebody leaves for it.",
        (Example("They left for France.", "France", "place"), Example("It was bad news for France.", "France", "power")), _for_state,
    ),
    Rule(
        "reading.of_state", "After \"of\", the noun before decides: independence and requests are of powers.",
        (
            Example("They declared the independence of France.", "France", "power"),
            Example("They like the lakes of France.", "France", "place"),
        ),
        _of_state,
    ),
    Rule(
        "reading.to_state", "After \"to\" and \"from\", the word before decides: things are sold to powers.",
        (Example("They sold arms to France.", "France", "power"), Example("They drove to France.", "France", "place")), _to_state,
    ),
    Rule(
        "reading.about_state", "Prepositions of stance and comparison mark powers, those of topics often places.",
        (Example("They are better than France.", "France", "power"),), _about_state,
    ),
    Rule(
        "reading.on_state", "Pressure and sanctions are put on powers.",
        (Example("They imposed sanctions on France.", "France", "power"),), _on_state,
    ),
    Rule(
        "reading.preposition", "After any other preposition it is a place.",
        (Example("They marched past France.", "France", "place"),), _behind_preposition,
    ),
    Rule(
        "reading.possessive", "The possessive of a state marks a power unless land has the thing, that of a town only if states have it.",
        (Example("France's decision was late.", "France", "power"), Example("France's coast is long.", "France", "place")), _possessive,
    ),
    Rule(
        "reading.object", "As an object, a state is a power, unless the verb acts on land; a town is one only in games.",
        (Example("They accused France.", "France", "power"), Example("They left Lyon.", "Lyon", "place")), _as_object,
    ),
    Rule(
        "reading.modifier", "Before a noun for powers it is a power.",
        (Example("The Paris agreement failed.", "Paris", "place"),), _as_modifier,
    ),
    Rule(
        "reading.hyphen", "Joined by a hyphen to \"led\", \"backed\" and the like, it is a power.",
        (Example("The Russia-led alliance met.", "Russia", "power"),), _with_hyphen,
    ),
    Rule(
        "reading.apposition", "Beside a noun for several states, it is one of them.",
        (
            Example(
                "Ten countries, France, Spain, Italy, Germany, Poland, Norway, Sweden, Finland, Denmark and Austria, met.",
                "Denmark", "power",
            ),
            Example("It was them, France.", "France", "place"),
        ), _in_apposition,
    ),
    Rule(
        "reading.predicate", "After \"be\" it is a power; a name on its own is a place.",
        (Example("The winner was France.", "France", "power"),), _as_predicate,
    ),
    Rule("reading.elsewhere", "Anywhere else it is a place.", (Example("Lyon.", "Lyon", "place"),), _elsewhere),
)  # fmt: skip
