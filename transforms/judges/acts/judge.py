"""Pairs of mentions that the rules leave without an event go before the trained judge; it abstains where it is not sure."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

from transforms.acts.act import ARMED, OFFICIAL, ON_AGENTS, Act
from transforms.acts.act_reader import ActReader
from transforms.acts.agents import Agents
from transforms.acts.events import Events
from transforms.acts.matches import without_matches
from transforms.acts.paths import OF_SUBJECTS
from transforms.acts.readings import UNTIL, is_own_force
from transforms.acts.senses import AUDIENCES
from transforms.acts.unreal import is_imagined, without_polls
from transforms.acts.verb_classes import THINKS
from transforms.annotations import Mention, TaggedText
from transforms.judges.acts.ends import joins_nobody
from transforms.judges.acts.features import Scene, Way, find_way
from transforms.judges.acts.model import ActModel, Verdict
from transforms.language.en.grammar import is_unreal
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    BASE_FORM,
    CLAUSE,
    CONJUNCT,
    HEAD_TAGS,
    INFINITIVE,
    ING_FORM,
    NOUN_CLAUSE,
    PREPOSITION_CLAUSE,
    RELATIVE_CLAUSE,
    SUBJECTS,
    VERB_TAGS,
)

#: A pair below this probability of any event is not looked at further.
LINKED = 0.1
#: An act is added, and one without an event typed, from this probability of the event on.
ADDED = 0.5
#: The same where the one is only spoken of in a clause: "said that he" is rarely an act on him.
ADDED_IN_CLAUSE = 0.75
#: The same, in a main clause and in a clause, where one of the two is a power: news of powers tells acts far oftener than news of others.
ADDED_OF_POWERS = 0.4
ADDED_OF_POWERS_IN_CLAUSE = 0.6
#: The same where no word of the dictionary of acts stands between the two.
ADDED_WITHOUT_WORDS = 0.6
#: The same where one of the two is a power and the rules tell no event between any two of the sentence, for news of powers tells one; and
#: where no word of the dictionary of acts stands between the two.
ADDED_OF_POWERS_UNTOLD = 0.15
ADDED_OF_POWERS_UNTOLD_WITHOUT_WORDS = 0.3
#: Where one of the two is a power, a reader of sentences is asked from this probability on; if it gives the event CONFIRMED, the act is
#: added too. Of what it confirms between others in an archive two in five are wrong.
DOUBTFUL = 0.2
CONFIRMED = 0.6
#: Of an act of the rules that names nobody it meets, somebody is the target from this probability of being met by its doer on.
MET = 0.3
#: The same where one of the two is a power.
MET_BY_POWERS = 0.2
#: Sentences with more mentions are lists.
MOST = 8
#: Who news of states, wars and crises is about.
_POWERS = OFFICIAL | ARMED
#: What the words of the dictionary that refuse tell, whatever is refused.
_REFUSED = "REJECT"
#: Events whose two ends do the same thing to each other.
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})


@dataclass
class _Pair:
    """Two mentions of which one may act on the other. Which act it is is only told when asked, since most pairs are too unlikely for any;
    no event is likelier than `most`."""

    scene: Scene
    model: ActModel
    source: Mention
    target: Mention
    way: Way
    link: float
    most: float

    @cached_property
    def verdict(self) -> Verdict:
        return self.model.judge(self.link, self.scene.act_features(self.source, self.target, self.way))

    @cached_property
    def needed(self) -> float:
        """From which probability on the act is added."""
        return _needed(self.scene, self)

    def is_enough(self) -> bool:
        """Whether the act is added."""
        return self.most >= self.needed and self.verdict.probability >= self.needed


def judge_acts(
    tagged: TaggedText, agents: Agents, acts: Sequence[Act], events: Events, model: ActModel, reader: ActReader | None = None
) -> list[Act]:
    """The acts of the rules with what the judge adds, in text order; a reader of sentences may confirm what the judge doubts."""
    by_sentence: dict[int, list[Act]] = {}
    for act in acts:
        by_sentence.setdefault(tagged.sentence_of[act.verb], []).append(act)
    judged: list[Act] = []
    for number, (first, last) in enumerate(tagged.sentences):
        known = by_sentence.get(number, [])
        mentions = who_acts(agents, first, last)
        if 2 <= len(mentions) <= MOST:
            known = _judge_sentence(Scene(tagged, number, mentions, known, events), agents, known, model, reader)
        judged += known
    return sorted(without_polls(tagged, without_matches(tagged, judged)), key=lambda act: act.cue)


def who_acts(agents: Agents, first: int, last: int) -> list[Mention]:
    """The mentions of a sentence that may be an end of an act, each once; the Russia of "Russia's army" is not an end beside it."""
    found: dict[int, Mention] = {}
    for position in range(first, last):
        if agents.tagged.tags[position] in HEAD_TAGS:
            mention = agents.at(position)
            if mention is not None and mention.head == position:
                found.setdefault(id(mention), mention)
    mentions = list(found.values())
    return [mention for mention in mentions if not any(_holds(other, mention) for other in mentions)]


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last and (outer.first, outer.last) != (inner.first, inner.last)


def _judge_sentence(scene: Scene, agents: Agents, acts: Sequence[Act], model: ActModel, reader: ActReader | None) -> list[Act]:
    taken = {frozenset((source.head, target.head)) for act in acts if act.event for source in act.sources for target in act.targets}
    told = {_actors(source, target) for act in acts if act.event for source in act.sources for target in act.targets}
    pairs = {
        (pair.source.head, pair.target.head): pair
        for source, target in permutations(scene.mentions, 2)
        if frozenset((source.head, target.head)) not in taken
        and (None in _actors(source, target) or _actors(source, target) not in told)
        and (pair := _judge_pair(scene, source, target, model)) is not None
    }
    judged = [_aimed(scene, agents, _retyped(act, pairs), model) for act in acts]
    typed = {frozenset((source.head, target.head)) for act in judged if act.event for source in act.sources for target in act.targets}
    confirmed = _confirmed(scene, pairs, reader) if reader is not None else frozenset[tuple[int, int]]()
    added = [pair for ends, pair in pairs.items() if frozenset(ends) not in typed and (ends in confirmed or pair.is_enough())]
    added = [pair for pair in added if not _is_outdone(pair, pairs)]
    fresh = [act for pair in added if (act := _new_act(scene, pair)) is not None]
    found = {(source.head, target.head) for act in fresh for source in act.sources for target in act.targets}
    whole = [act for act in (*judged, *fresh) if act.sources and act.targets]
    return [act for act in judged if not (_is_half(act, whole) if act.event else _is_told(act, found))] + fresh


def _confirmed(scene: Scene, pairs: Mapping[tuple[int, int], _Pair], reader: ActReader) -> Set[tuple[int, int]]:
    """The pairs with a power, by their heads, of which the judge is not sure enough and a reader of sentences tells the same event."""
    doubtful = {
        ends: pair
        for ends, pair in pairs.items()
        if _is_of_powers(pair.source, pair.target) and pair.most >= DOUBTFUL and DOUBTFUL <= pair.verdict.probability < pair.needed
    }
    spans = [((pair.source.start, pair.source.end), (pair.target.start, pair.target.end)) for pair in doubtful.values()]
    read = zip(doubtful.items(), reader(scene.tagged, spans) if spans else (), strict=True)
    return {ends for (ends, pair), chances in read if chances is not None and chances[pair.verdict.event] >= CONFIRMED}


def _needed(scene: Scene, pair: _Pair) -> float:
    has_words = any(position in scene.votes for position in (*pair.way.up[1:], *pair.way.down[:-1]))
    if not scene.tells and _is_of_powers(pair.source, pair.target):
        return ADDED_OF_POWERS_UNTOLD if has_words else ADDED_OF_POWERS_UNTOLD_WITHOUT_WORDS
    is_told = any(scene.tagged.deps[position] == CLAUSE for position in (*pair.way.up, *pair.way.down))
    needed = ADDED_IN_CLAUSE if is_told else ADDED
    if not has_words or _is_place(pair.source):
        return max(ADDED_WITHOUT_WORDS, needed)
    if _is_of_powers(pair.source, pair.target):
        return ADDED_OF_POWERS_IN_CLAUSE if is_told else ADDED_OF_POWERS
    return needed


def _is_of_powers(source: Mention, target: Mention) -> bool:
    return source.kind in _POWERS or target.kind in _POWERS


def _is_place(mention: Mention) -> bool:
    """Whether it only says where: who is there acts, and not the place."""
    return mention.reading == "place" or mention.kind == "place"


def _actors(source: Mention, target: Mention) -> tuple[str | None, str | None]:
    return source.actor_id, target.actor_id


def _judge_pair(scene: Scene, source: Mention, target: Mention, model: ActModel) -> _Pair | None:
    if (source.actor_id is not None and source.actor_id == target.actor_id) or _is_nobody(source) or _is_nobody(target):
        return None
    way = find_way(scene.tagged, source.head, target.head)
    if way is None:
        return None
    link = model.link_probability(scene.link_features(source, target, way))
    if link < LINKED:
        return None
    return _Pair(scene, model, source, target, way, link, model.most(link))


def _is_nobody(mention: Mention) -> bool:
    """Whether it is a pronoun that refers to nobody who is known."""
    return mention.layer == "pronoun" and (mention.actor_id is None or mention.actor_id.startswith("GENERIC."))


def _is_outdone(pair: _Pair, pairs: dict[tuple[int, int], _Pair]) -> bool:
    """Whether the other direction of an act that has one direction is likelier."""
    other = pairs.get((pair.target.head, pair.source.head))
    if (
        other is None
        or other.most <= pair.verdict.probability
        or (pair.verdict.event == other.verdict.event and pair.verdict.event in _MUTUAL)
    ):
        return False
    return other.verdict.probability > pair.verdict.probability


def _retyped(act: Act, pairs: dict[tuple[int, int], _Pair]) -> Act:
    """An act the rules have no event for, with the event the judge finds for its ends. The event of a rule stands: on unseen sentences
    overruling it lost more than it won (card.md)."""
    if act.event:
        return act
    found = [pair for source in act.sources for target in act.targets if (pair := pairs.get((source.head, target.head))) is not None]
    if not any(pair.most >= pair.needed for pair in found):
        return act
    best = max(found, key=lambda pair: pair.verdict.probability)
    if not best.is_enough():
        return act
    return act._replace(event=best.verdict.event, rule="judge", confidence=best.verdict.probability)


def _aimed(scene: Scene, agents: Agents, act: Act, model: ActModel) -> Act:
    """An act of the rules that meets nobody, with whom the judge finds its doer to meet through the same verb."""
    if not act.event or act.targets or not act.sources:
        return act
    source = act.sources[0]
    chances: list[tuple[float, int]] = []
    for number, target in enumerate(scene.mentions):
        way = find_way(scene.tagged, source.head, target.head) if _may_be_met(scene.tagged, act, target) else None
        if way is not None and _leads_through(scene.tagged, way, act):
            chances.append((model.link_probability(scene.link_features(source, target, way)), number))
    chance, number = max(chances, default=(0.0, 0))
    target = scene.mentions[number]
    if chance < (MET_BY_POWERS if _is_of_powers(source, target) else MET):
        return act
    joined = [other for other in agents.joint(target.head) if other is not target and _may_be_met(scene.tagged, act, other)]
    return act._replace(targets=[target, *joined], rule="judge.target", confidence=chance)


def _may_be_met(tagged: TaggedText, act: Act, target: Mention) -> bool:
    source = act.sources[0]
    if target.layer == "pronoun" or is_own_force(tagged, target) or (act.event in ON_AGENTS and target.kind == "place"):
        return False
    return target is not source and (source.actor_id is None or source.actor_id != target.actor_id)


def _leads_through(tagged: TaggedText, way: Way, act: Act) -> bool:
    """Whether a way leads from the act down to somebody, and not into another act: of "denied that Y did it", "denied harming Y",
    "stepped down after Y protested" nobody is met by it."""
    if way.up[-1] not in (act.verb, act.cue[0]) or tagged.deps[way.down[0]] in SUBJECTS:
        return False
    return not any(_is_elsewhere(tagged, position, act) for position in way.down)


def _is_elsewhere(tagged: TaggedText, position: int, act: Act) -> bool:
    dep, tag = tagged.deps[position], tagged.tags[position]
    if dep == CLAUSE:
        return act.event not in OF_SUBJECTS
    if dep == ADVERBIAL_CLAUSE:
        return tag != BASE_FORM and UNTIL.isdisjoint(tagged.lowers[child] for child in tagged.children[position])
    if dep == INFINITIVE:
        return act.event == "REJECT" and tag == ING_FORM
    if dep == NOUN_CLAUSE:  # not so "launched an effort to end the feud between X and Y", "in protest at laws imposed by X"
        return tag == ING_FORM or any(tagged.deps[child] in SUBJECTS for child in tagged.children[position])
    if dep == PREPOSITION_CLAUSE:
        return True
    return dep == RELATIVE_CLAUSE or (dep == CONJUNCT and tag in VERB_TAGS)


def _is_told(act: Act, told: set[tuple[int, int]]) -> bool:
    """Whether an act without an event joins only who the judge found in an act with one."""
    pairs = {(source.head, target.head) for source in act.sources for target in act.targets}
    return bool(pairs) and pairs <= told


def _is_half(act: Act, whole: Sequence[Act]) -> bool:
    """Whether an act that the rules tell of one side alone is found whole: "Ten envoys were expelled by Moscow"."""
    if act.sources and act.targets:
        return False
    same = [other for other in whole if other.event == act.event]
    return any(act.sources in ([], other.sources) and act.targets in ([], other.targets) for other in same)


def _new_act(scene: Scene, pair: _Pair) -> Act | None:
    """The pair as an act of the word both hang on; None where that word is unreal."""
    tagged, way = scene.tagged, pair.way
    words = [*way.up[1:], *way.down[:-1]]
    cue = next((p for p in words if p in scene.votes), None)
    if cue is None:
        cue = next((p for p in [way.up[-1], *words] if tagged.tags[p] in VERB_TAGS), None)
    if cue is None:
        return None  # a name is no act
    is_speech = pair.verdict.event == "CONSULT" and tagged.lowers[pair.target.head] in AUDIENCES
    if is_unreal(tagged, cue) or is_imagined(tagged, cue) or is_speech or joins_nobody(tagged, way, cue):
        return None
    if tagged.lowers[cue] in THINKS or is_own_force(tagged, pair.target):
        return None
    event = _REFUSED if scene.votes.get(cue) == _REFUSED else pair.verdict.event  # "refused to meet" is no meeting
    return Act(event, None, False, cue, (cue, cue + 1), [pair.source], [pair.target], "judge", pair.verdict.probability)
