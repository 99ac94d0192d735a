"""Acts expressed by nouns: "Azerbaijan's blockade of Karabakh", "talks between X and Y", "X faces a lawsuit by Y"."""

from collections.abc import Sequence

from transforms.acts.act import ARMED, MODIFYING, MUTUAL, PERSONAL, Act, event_between, noun_event_between
from transforms.acts.arguments import ActArguments
from transforms.acts.events import EventPattern, Events
from transforms.acts.paths import ON_PLACES
from transforms.acts.unreal import is_imagined
from transforms.acts.verb_classes import BEARING, BY, LIGHT_VERBS, TRAVELLING
from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import is_main, pobj_of, subject_of
from transforms.language.en.labels import (
    DATIVE,
    LINKS,
    NOUN_CLAUSE,
    OBJECT,
    PARTICIPLE,
    PASSIVE_SUBJECT,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_OBJECT,
    VERB_TAGS,
)

#: Nouns that count the act behind them.
_MEASURES = word_class("acts.measures")
COPULAS = word_class("syntax.copulas")
SOURCE_PREPOSITIONS = word_class("syntax.source_prepositions")
#: Adjectives of who did it, and what leads from them to the deed: "responsible for".
_GUILTY = word_class("acts.guilty")
_GUILTY_OF = word_class("acts.guilty_of")
#: Prepositions of who did it: "was behind the attack".
_BEHIND = word_class("acts.behind")
_BORDERS = word_class("acts.borders")
_FACING = word_class("acts.facing")
#: What leads from a journey to its purpose: "flew to Rome for talks", "is on a visit".
_TO_TALK = word_class("acts.to_talk")
#: Deeds whose owner suffers them.
SUFFERED = word_class("acts.suffered")
#: Verbs of answering, and what leads to the answer: "responded with strikes".
_RESPONDING = word_class("acts.responding")
_MEANS_OF = word_class("acts.means_of")
#: What leads from what somebody does to the talks he does it after, and the protest it is.
_OCCASIONS = {"CONSULT": word_class("acts.after"), "PROTEST": word_class("acts.in")}
_PREPOSITIONAL = frozenset({PREPOSITION_OBJECT, PREPOSITION})
_CARRIED = frozenset({OBJECT, PASSIVE_SUBJECT})
#: Acts that come from whoever does them: "praise from the mayor", "a request from Cuba"; an attack comes from a place.
_SENT = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
#: "Came under criticism from X".
_COMING = word_class("acts.coming_under")
_UNDER = word_class("acts.under")
#: Acts of troops: who withdraws stands behind the "of" of "the withdrawal of Syrian troops from Lebanon".
_OF_TROOPS = frozenset({"MOBILIZE", "RETREAT"})


class NounActs:
    """Reads one noun as an act."""

    def __init__(self, tagged: TaggedText, arguments: ActArguments, events: Events) -> None:
        self.tagged = tagged
        self.arguments = arguments
        self.events = events

    def read(self, noun: int) -> Act | None:
        """ "Azerbaijan's blockade of Karabakh", "talks between X and Y", "X launched an attack on Y"."""
        tagged, arguments = self.tagged, self.arguments
        pattern = self.events.match_noun(tagged, noun)
        outer = _counted(tagged, noun)
        dep, verb = tagged.deps[outer], tagged.heads[outer]
        if pattern is None or noun in arguments.spent or dep in MODIFYING or is_imagined(tagged, verb):
            return None
        verb, is_under = (verb, False) if (suffers := _comes_under(tagged, noun)) is None else (suffers, True)
        is_borne = is_under or (dep == OBJECT and tagged.lowers[verb] in BEARING)
        is_carried = dep in _CARRIED and tagged.lowers[verb] in LIGHT_VERBS and not is_borne
        beside = [*_behind(tagged, noun), *(tagged.children[verb] if is_carried else ()), *_of_participle(tagged, noun)]
        sources: list[Mention] = []
        targets: list[Mention] = []
        slot = ""
        if is_carried and dep == OBJECT:
            targets = [m for child in tagged.children[verb] if tagged.deps[child] == DATIVE for m in arguments.agents.joint(child)]
        if pattern.is_symmetric and (act := self._between(noun, beside, pattern)) is not None:
            return act
        for child in beside:
            if child < noun or tagged.deps[child] not in LINKS or self._leads_to_border(child, pattern):
                continue
            lower, inner = tagged.lowers[child], pobj_of(tagged, child)
            if not sources and (doers := self._doers(noun, child, pattern)):
                sources = doers
            elif lower in pattern.slots and not targets and not (lower == "between" and pattern.is_symmetric):
                targets, slot = (
                    arguments.at_slot(lower, [], [child]) or (arguments.thing(inner) if pattern.event in ON_PLACES else []),
                    lower,
                )
        if is_borne:  # who faces a lawsuit has not filed it
            return self._borne(verb, noun, pattern)
        owners = arguments.owners(noun)
        if self._is_suffered(noun, targets) and (sources or targets):
            return self._suffered(noun, pattern, sources, owners)
        doer = subject_of(tagged, verb) if is_carried and dep == OBJECT else None
        if all(owner.layer == "pronoun" for owner in owners):
            owners = arguments.sources(doer) or owners  # "reopened its inquiry": whoever reopens it
        culprit = None if sources or owners else _culprit(tagged, noun)
        sources = sources or owners or arguments.sources(culprit)
        if not sources and targets:
            sources = arguments.sources(_who_is_around(tagged, outer, pattern.event))
        sources = sources or arguments.sources(doer)
        targets = [target for target in targets if target not in sources]
        if not targets and pattern.is_symmetric and len(sources) > 1:
            sources, targets, slot = sources[:1], sources[1:], "with"
        if not sources or not (targets or (is_carried and is_main(tagged, verb) and pattern.figurative is None)):
            return None
        is_symmetric = pattern.is_symmetric and slot in MUTUAL
        cue = (verb, noun + 1) if is_carried and 0 < noun - verb <= 5 else (noun, noun + 1)
        rule, confidence = "noun" if is_carried else "noun.alone", 0.65 if targets else 0.45
        told = noun_event_between(pattern, tagged.lowers[noun], sources, targets)
        bearer = verb if is_carried else noun if culprit is None else tagged.heads[culprit]
        return Act(told, pattern.tone, is_symmetric, bearer, cue, sources, targets, rule, confidence)

    def _doers(self, noun: int, preposition: int, pattern: EventPattern) -> list[Mention]:
        """Who does it, behind a preposition: "a raid by X", "praise from X", "the withdrawal of X's troops"; not so "its withdrawal of
        troops"."""
        tagged = self.tagged
        lower, inner = tagged.lowers[preposition], pobj_of(tagged, preposition)
        if lower == "by" or (lower == "from" and pattern.event in _SENT):
            return self.arguments.sources(inner)
        has_owner = any(tagged.deps[child] == POSSESSOR for child in tagged.children[noun])
        if lower == "of" and pattern.event in _OF_TROOPS and not has_owner:
            return [troops for troops in self.arguments.agents_of(inner) if troops.kind in ARMED]
        return []

    def _between(self, noun: int, beside: Sequence[int], pattern: EventPattern) -> Act | None:
        """ "Talks between X and Y"."""
        tagged = self.tagged
        for child in beside:
            is_between = child > noun and tagged.deps[child] in LINKS and tagged.lowers[child] == "between"
            if is_between and not self._leads_to_border(child, pattern):
                both = self.arguments.agents.joint(pobj_of(tagged, child))
                if len(both) > 1:
                    told = noun_event_between(pattern, tagged.lowers[noun], both[:1], both[1:])
                    return Act(told, pattern.tone, True, noun, (noun, noun + 1), both[:1], both[1:], "noun.between", 0.7)
        return None

    def _is_suffered(self, noun: int, targets: Sequence[Mention]) -> bool:
        """Whether whoever owns a deed is its victim: "Ocalan's capture by Turkey"; not so "Israel's capture of the Golan"."""
        has_owner = any(self.tagged.deps[child] == POSSESSOR for child in self.tagged.children[noun])
        return has_owner and self.tagged.lowers[noun] in SUFFERED and all(target.rule == "dyad.thing" for target in targets)

    def _suffered(self, noun: int, pattern: EventPattern, sources: list[Mention], owners: list[Mention]) -> Act | None:
        targets = [owner for owner in owners if owner not in sources]
        if not sources or not targets:
            return None  # of "his arrest on new charges" nobody is named who did it
        told = event_between(pattern, sources, targets)
        return Act(told, pattern.tone, False, noun, (noun, noun + 1), sources, targets, "noun.alone", 0.6)

    def _leads_to_border(self, preposition: int, pattern: EventPattern) -> bool:
        """Whether a visit is one to a border: to neither side."""
        inner = pobj_of(self.tagged, preposition)
        return inner is not None and pattern.event == "CONSULT" and self.tagged.lowers[inner] in _BORDERS

    def _borne(self, verb: int, noun: int, pattern: EventPattern) -> Act | None:
        """ "X drew condemnation from Y", "X faces sanctions by Y": the subject of the verb is the act's target."""
        tagged, arguments = self.tagged, self.arguments
        behind = [child for holder in (noun, verb) for child in tagged.children[holder] if tagged.lowers[child] in SOURCE_PREPOSITIONS]
        sources = next((found for child in behind if (found := arguments.sources(pobj_of(tagged, child)))), []) or arguments.owners(noun)
        targets = [target for target in arguments.agents_of(subject_of(tagged, verb)) if target not in sources]
        if not targets or not (sources or (is_main(tagged, verb) and pattern.event not in PERSONAL)):
            return None
        if pattern.event == "THREATEN" and not sources and tagged.lowers[verb] in _FACING:
            return None  # "faces the threat of waning demand"
        told, cue = event_between(pattern, sources, targets), (verb, noun + 1) if 0 < noun - verb <= 5 else (noun, noun + 1)
        return Act(told, pattern.tone, False, verb, cue, sources, targets, "noun.borne", 0.6 if sources else 0.45)


def _comes_under(tagged: TaggedText, noun: int) -> int | None:
    """The verb of whoever comes under what a noun names: "came under criticism from X"."""
    preposition = tagged.heads[noun]
    verb = tagged.heads[preposition]
    is_under = tagged.deps[noun] == PREPOSITION_OBJECT and tagged.lowers[preposition] in _UNDER
    return verb if is_under and tagged.lowers[verb] in _COMING else None


def _behind(tagged: TaggedText, noun: int) -> list[int]:
    """What hangs on a noun, and what the parser hung on its first prepositional phrase: "the murder of a judge by gunmen", "a march by
    lawyers against the president"."""
    found: list[int] = []
    for child in tagged.children[noun]:
        found.append(child)
        inner = pobj_of(tagged, child) if child > noun and tagged.deps[child] == PREPOSITION else None
        if inner is not None:
            is_doer = tagged.lowers[child] in SOURCE_PREPOSITIONS
            found += [
                deeper
                for deeper in tagged.children[inner]
                if deeper > inner and tagged.deps[deeper] == PREPOSITION and (is_doer or tagged.lowers[deeper] in BY)
            ]
    return found


def _of_participle(tagged: TaggedText, noun: int) -> list[int]:
    """What hangs on the verb that says the act was done: "the embargo imposed by X on Y"."""
    led = (child for child in tagged.children[noun] if tagged.deps[child] == NOUN_CLAUSE and tagged.tags[child] == PARTICIPLE)
    return [child for verb in led if tagged.lowers[verb] in LIGHT_VERBS for child in tagged.children[verb]]


def _counted(tagged: TaggedText, noun: int) -> int:
    """Of "a round of talks" the round, for it stands where the talks would; else the noun."""
    preposition = tagged.heads[noun]
    measure = tagged.heads[preposition]
    return measure if tagged.lowers[preposition] == "of" and tagged.lowers[measure] in _MEASURES else noun


def _traveller(tagged: TaggedText, noun: int) -> int | None:
    """Who went or is somewhere for talks: "arrived in Mogadishu for discussions with the president"."""
    preposition = tagged.heads[noun]
    verb = tagged.heads[preposition]
    while tagged.deps[verb] in _PREPOSITIONAL:  # the parser may hang the purpose on the place
        verb = tagged.heads[verb]
    is_purpose = tagged.deps[noun] == PREPOSITION_OBJECT and tagged.lowers[preposition] in _TO_TALK and tagged.lowers[verb] in TRAVELLING
    return subject_of(tagged, verb) if is_purpose else None


def _who_is_around(tagged: TaggedText, noun: int, event: str) -> int | None:
    """Who does an act that his clause tells of beside another: "responded with strikes on", "left after talks with", "in protest at"."""
    preposition = tagged.heads[noun]
    verb = tagged.heads[preposition]
    lower = tagged.lowers[preposition]
    if tagged.deps[noun] != PREPOSITION_OBJECT or tagged.deps[preposition] != PREPOSITION:
        return None
    is_answer = lower in _MEANS_OF and tagged.lowers[verb] in _RESPONDING
    is_occasion = lower in _OCCASIONS.get(event, ())
    if tagged.tags[verb] in VERB_TAGS and (is_answer or is_occasion):
        return subject_of(tagged, verb)
    return _traveller(tagged, noun) if event == "CONSULT" else None


def _culprit(tagged: TaggedText, noun: int) -> int | None:
    """Who is "responsible for the killing", "behind the attack"."""
    preposition = tagged.heads[noun]
    holder = tagged.heads[preposition]
    is_guilty = tagged.lowers[preposition] in _GUILTY_OF and tagged.lowers[holder] in _GUILTY
    is_behind = tagged.lowers[preposition] in _BEHIND and tagged.lowers[holder] in COPULAS
    return subject_of(tagged, holder) if tagged.deps[noun] == PREPOSITION_OBJECT and (is_guilty or is_behind) else None
