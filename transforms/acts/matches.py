"""Acts of sport: what teams, players, coaches and the bodies of a sport do to each other is no event."""

import re
from collections.abc import Sequence

from transforms.acts.act import ARMED, OFFICIAL, VIOLENT, Act
from transforms.annotations import Mention, TaggedText
from transforms.identities.sports import TEAM, speaks_of_sport
from transforms.language import word_class
from transforms.language.en.labels import NOUN_TAGS, VERB_TAGS

#: What one side does to another in a match.
_PLAYED = word_class("acts.played")
#: What one name does to another in a race, a match or an election, and only those without names to bodies.
_WINNING = word_class("acts.winning")
#: Who plays, trains or judges, and the bodies that govern a sport.
_PLAYERS = word_class("acts.players")
_SPORTS_BODIES = word_class("acts.sports_bodies")
#: Parts of matches and tournaments: no other news has them.
_MATCHES = word_class("acts.matches")
#: Nouns and verbs of matches that other news have too: "the final", "scored".
_GAMES = word_class("acts.games")
#: What is decided by counted votes has a score, too.
_VOTES = word_class("acts.vote_words")
#: Who is no side of a match, whatever it is about.
_NO_SIDES = word_class("acts.no_sides")
_HARMS = VIOLENT | {"RETREAT", "SANCTION"}
_STATES = (OFFICIAL | ARMED | {"legislature", "judiciary", "agency", "bloc"}) - {"country", "territory"}
#: What the police and courts of a country do to those of a sport.
_BY_STATES = frozenset({"INVESTIGATE", "COERCE", "ASSAULT"})
#: What sides do to each other by the words of matches: they attack, meet, join, threaten and withdraw.
_CONTESTED = frozenset({"ASSAULT", "COERCE", "THREATEN", "RETREAT", "COOPERATE", "CONSULT", "SUPPORT", "AGREE", "PROTEST"})
_SIDES = frozenset({"country", "territory", "place", "organisation", "generic", None})
_RIVALS = _SIDES | {"person", "people", "company"}
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b|\b\d+(?:st|nd|rd|th) minute\b")


def without_matches(tagged: TaggedText, acts: Sequence[Act]) -> list[Act]:
    """The acts; what is done on the pitch, in the dressing room and at the tables of a sport has no event."""
    return [act._replace(event=None, rule="clause", confidence=0.4) if act.event and _is_sport(tagged, act) else act for act in acts]


def _is_sport(tagged: TaggedText, act: Act) -> bool:
    ends = [*act.sources, *act.targets]
    if not ends or any(end.kind in _STATES or tagged.lowers[end.head] in _NO_SIDES for end in ends):
        return False
    if all(end.layer == "name" for end in ends) and _is_played(tagged, act, ends):
        return True
    is_by_others = bool(act.sources) and all(one.kind == "person" and not _is_of_sport(tagged, one) for one in act.sources)
    if not is_by_others and any(_is_of_sport(tagged, end) for end in ends):
        is_by_state = act.event in _BY_STATES and bool(act.sources) and all(one.kind == "country" for one in act.sources)
        return not (is_by_state and not _is_match(tagged, act))
    return _is_match(tagged, act)


def _is_played(tagged: TaggedText, act: Act, ends: Sequence[Mention]) -> bool:
    """Whether all are sides: teams, or names that the words of a match stand beside."""
    if act.event not in _HARMS:
        return False
    words = tagged.lowers[act.cue[0] : act.cue[1]]
    if all(end.rule == TEAM for end in ends) or (len(ends) > 1 and not _WINNING.isdisjoint(words)):
        return True
    is_played = act.rule == "judge" or not _PLAYED.isdisjoint(words)
    return is_played and speaks_of_sport(_sentence(tagged, act))


def _is_of_sport(tagged: TaggedText, end: Mention) -> bool:
    """Whether somebody is called a player or coach, or is a body of a sport: "Armenia coach Ann Lee", "FIFA"."""
    if not _SPORTS_BODIES.isdisjoint(tagged.lowers[end.first : end.last]):
        return True
    first = end.first
    while first > tagged.sentences[tagged.sentence_of[end.head]][0] and tagged.tags[first - 1] in NOUN_TAGS:
        first -= 1
    return not _PLAYERS.isdisjoint(tagged.lowers[first : end.last])


def _is_match(tagged: TaggedText, act: Act) -> bool:
    """Whether a sentence tells of a match: "in the semi-finals", "crushed Wales 52-16", "met in the final"."""
    words = _sentence(tagged, act)
    if not _MATCHES.isdisjoint(words):
        return True
    low, high = tagged.sentences[tagged.sentence_of[act.verb]]
    text = tagged.text[tagged.starts[low] : tagged.ends[high - 1]]
    is_scored = _SCORE.search(text) is not None and _VOTES.isdisjoint(words)
    if is_scored and (act.event in _HARMS or speaks_of_sport(words)):
        return True
    has_game = any(tagged.lowers[position] in _GAMES and tagged.tags[position] in NOUN_TAGS | VERB_TAGS for position in range(low, high))
    return (is_scored or has_game) and act.event in _CONTESTED and _are_sides(act)


def _are_sides(act: Act) -> bool:
    """Whether all may be sides; who meets or joins somebody as a person does it beside the pitch, too."""
    kinds = _RIVALS if act.event in _HARMS | {"THREATEN"} else _SIDES
    return all(end.kind in kinds for end in (*act.sources, *act.targets))


def _sentence(tagged: TaggedText, act: Act) -> Sequence[str]:
    low, high = tagged.sentences[tagged.sentence_of[act.verb]]
    return tagged.lowers[low:high]
