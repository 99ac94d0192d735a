"""Pairs of mentions that the rules leave without an event go before the trained judge; it abstains where it is not sure."""

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from transforms.acts.act import Act
from transforms.acts.agents import Agents
from transforms.acts.events import Events
from transforms.acts.paths import OF_SUBJECTS
from transforms.acts.readings import UNTIL, is_own_force
from transforms.acts.unreal import is_imagined, without_matches
from transforms.annotations import Mention, TaggedText
from transforms.judges.acts.features import Scene, Way, find_way
from transforms.judges.acts.model import ActModel, Verdict
from transforms.judges.acts.reading import NONE, Chances, PairReader, weigh_together
from transforms.language.en.grammar import is_unreal
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    BASE_FORM,
    CLAUSE,
    COMPOUND,
    CONJUNCT,
    HEAD_TAGS,
    INFINITIVE,
    ING_FORM,
    RELATIVE_CLAUSE,
    SUBJECTS,
    VERB_TAGS,
)

#: A pair below this probability of any event is not looked at further.
LINKED = 0.3
#: Of an act of the rules that names nobody it meets, somebody is the target from this probability of being met by its doer on.
MET = 0.2
#: Decimals of a probability that reading has part in: machines differ behind them.
DECIMALS = 2
#: Sentences with more mentions are lists.
MOST = 8
#: Events whose two ends do the same thing to each other.
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})


class _Enough(NamedTuple):
    """The probability of its event from which on an act is added; the same where the one is only spoken of in a clause, for "said that he"
    is rarely an act on him; and from which an act without an event is typed."""

    added: float
    in_clause: float
    typed: float


_ALONE = _Enough(0.5, 0.65, 0.5)
#: With a reader of sentences, whose verdict stands or falls with that of the judge.
_TOGETHER = _Enough(0.4, 0.55, 0.3)


class _Open(NamedTuple):
    """An ordered pair that is asked about, and the way between the two."""

    source: Mention
    target: Mention
    way: Way


class _Pair(NamedTuple):
    """A pair with what is found of it."""

    source: Mention
    target: Mention
    way: Way
    verdict: Verdict


def judge_acts(
    tagged: TaggedText, agents: Agents, acts: Sequence[Act], events: Events, model: ActModel, reader: PairReader | None = None
) -> list[Act]:
    """The acts of the rules with what the judge adds, in text order; with a reader of sentences the two decide together."""
    by_sentence: dict[int, list[Act]] = {}
    for act in acts:
        by_sentence.setdefault(tagged.sentence_of[act.verb], []).append(act)
    judged: list[Act] = []
    scenes: list[tuple[Scene, list[Act]]] = []
    for number, (first, last) in enumerate(tagged.sentences):
        known = by_sentence.get(number, [])
        mentions = who_acts(agents, first, last)
        if 2 <= len(mentions) <= MOST:
            scenes.append((Scene(tagged, number, mentions, known, events), known))
        else:
            judged += known
    opened = [_open_pairs(scene, known) for scene, known in scenes]
    read = _read_pairs(tagged, [pair for pairs in opened for pair in pairs], reader) if reader is not None else {}
    for (scene, known), pairs in zip(scenes, opened, strict=True):
        judged += _judge_sentence(scene, agents, known, pairs, model, read)
    return sorted(without_matches(tagged, judged), key=lambda act: act.cue)


def who_acts(agents: Agents, first: int, last: int) -> list[Mention]:
    """The mentions of a sentence that may be an end of an act, each once; the Russia of "Russia's army" is no end beside it."""
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


def _open_pairs(scene: Scene, acts: Sequence[Act]) -> list[_Open]:
    """Those of a sentence who may do something to each other that no rule has told."""
    taken = {frozenset((source.head, target.head)) for act in acts if act.event for source in act.sources for target in act.targets}
    told = {_actors(source, target) for act in acts if act.event for source in act.sources for target in act.targets}
    mentions = [mention for mention in scene.mentions if not _leads_name(scene, mention)]
    return [
        _Open(source, target, way)
        for source, target in permutations(mentions, 2)
        if frozenset((source.head, target.head)) not in taken
        and (None in _actors(source, target) or _actors(source, target) not in told)
        and not _is_one(source, target)
        and not _is_nobody(source)
        and not _is_nobody(target)
        and (way := find_way(scene.tagged, source.head, target.head)) is not None
    ]


def _leads_name(scene: Scene, mention: Mention) -> bool:
    """Whether it is the title or the like before another mention: the President of "President Chirac" is no end beside him."""
    head = scene.tagged.heads[mention.head]
    return scene.tagged.deps[mention.head] == COMPOUND and any(other.head == head for other in scene.mentions)


def _read_pairs(tagged: TaggedText, pairs: Sequence[_Open], reader: PairReader) -> dict[tuple[int, int], Chances]:
    """What the reader says of pairs, by their heads."""
    spans = [((pair.source.start, pair.source.end), (pair.target.start, pair.target.end)) for pair in pairs]
    answers = zip(pairs, reader(tagged, spans), strict=True)
    return {(pair.source.head, pair.target.head): answer for pair, answer in answers if answer is not None}


def _judge_sentence(
    scene: Scene,
    agents: Agents,
    acts: Sequence[Act],
    opened: Sequence[_Open],
    model: ActModel,
    read: Mapping[tuple[int, int], Chances],
) -> list[Act]:
    pairs = {ends: pair for one in opened if (pair := _judge_pair(scene, one, model, read.get(ends := (one.source.head, one.target.head))))}
    enough = _TOGETHER if read else _ALONE
    judged = [_aimed(scene, agents, _retyped(act, pairs, enough.typed), model) for act in acts]
    typed = {frozenset((source.head, target.head)) for act in judged if act.event for source in act.sources for target in act.targets}
    added = [
        pair for ends, pair in pairs.items() if frozenset(ends) not in typed and pair.verdict.probability >= _needed(scene, pair, enough)
    ]
    added = [pair for pair in added if not _is_outdone(pair, pairs)]
    fresh = [act for pair in added if (act := _new_act(scene, pair)) is not None]
    found = {(source.head, target.head) for act in fresh for source in act.sources for target in act.targets}
    return [act for act in judged if act.event or not _is_told(act, found)] + fresh


def _needed(scene: Scene, pair: _Pair, enough: _Enough) -> float:
    is_told = any(scene.tagged.deps[position] == CLAUSE for position in (*pair.way.up, *pair.way.down))
    return enough.in_clause if is_told else enough.added


def _actors(source: Mention, target: Mention) -> tuple[str | None, str | None]:
    return source.actor_id, target.actor_id


def _judge_pair(scene: Scene, pair: _Open, model: ActModel, read: Chances | None) -> _Pair | None:
    source, target, way = pair
    link = model.link_probability(scene.link_features(source, target, way))
    if read is None:
        return _Pair(source, target, way, model.judge(link, scene.act_features(source, target, way))) if link >= LINKED else None
    chances = weigh_together(model.chances(link, scene.act_features(source, target, way)), read)
    event = max((answer for answer in chances if answer != NONE), key=lambda answer: chances[answer])
    verdict = Verdict(event, round(chances[event], DECIMALS))
    return _Pair(source, target, way, verdict) if verdict.probability >= _TOGETHER.typed else None


def _is_one(source: Mention, target: Mention) -> bool:
    return source.actor_id is not None and source.actor_id == target.actor_id


def _is_nobody(mention: Mention) -> bool:
    """Whether it is a pronoun that takes up nobody who is known."""
    return mention.layer == "pronoun" and (mention.actor_id is None or mention.actor_id.startswith("GENERIC."))


def _is_outdone(pair: _Pair, pairs: dict[tuple[int, int], _Pair]) -> bool:
    """Whether the other direction of an act that has one direction is likelier."""
    other = pairs.get((pair.target.head, pair.source.head))
    if other is None or (pair.verdict.event == other.verdict.event and pair.verdict.event in _MUTUAL):
        return False
    return other.verdict.probability > pair.verdict.probability


def _retyped(act: Act, pairs: dict[tuple[int, int], _Pair], least: float) -> Act:
    """An act the rules have no event for, with the event the judge finds for its ends with that probability at least. The event of a rule
    stands: on unseen sentences overruling it lost more than it won (card.md)."""
    if act.event:
        return act
    found = [
        pair.verdict for source in act.sources for target in act.targets if (pair := pairs.get((source.head, target.head))) is not None
    ]
    verdict = max(found, key=lambda verdict: verdict.probability, default=None)
    if verdict is None or verdict.probability < least:
        return act
    return act._replace(event=verdict.event, rule="judge", confidence=verdict.probability)


def _aimed(scene: Scene, agents: Agents, act: Act, model: ActModel) -> Act:
    """An act of the rules that meets nobody, with whom the judge finds its doer to meet through the same verb."""
    if not act.event or act.targets or not act.sources:
        return act
    source = act.sources[0]
    chances: list[tuple[float, int]] = []
    for number, target in enumerate(scene.mentions):
        way = find_way(scene.tagged, source.head, target.head) if _may_be_met(scene.tagged, source, target) else None
        if way is not None and _leads_through(scene.tagged, way, act):
            chances.append((model.link_probability(scene.link_features(source, target, way)), number))
    chance, number = max(chances, default=(0.0, 0))
    if chance < MET:
        return act
    target = scene.mentions[number]
    joined = [other for other in agents.joint(target.head) if other is not target and _may_be_met(scene.tagged, source, other)]
    return act._replace(targets=[target, *joined], rule="judge.target", confidence=chance)


def _may_be_met(tagged: TaggedText, source: Mention, target: Mention) -> bool:
    if target.layer == "pronoun" or is_own_force(tagged, target):
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
    return dep == RELATIVE_CLAUSE or (dep == CONJUNCT and tag in VERB_TAGS)


def _is_told(act: Act, told: set[tuple[int, int]]) -> bool:
    """Whether an act without an event joins only who the judge found in an act with one."""
    pairs = {(source.head, target.head) for source in act.sources for target in act.targets}
    return bool(pairs) and pairs <= told


def _new_act(scene: Scene, pair: _Pair) -> Act | None:
    """The pair as an act of the word both hang on; None where that word is unreal."""
    tagged, way = scene.tagged, pair.way
    words = [*way.up[1:], *way.down[:-1]]
    cue = next((p for p in words if p in scene.votes), None)
    if cue is None:
        cue = next((p for p in [way.up[-1], *words] if tagged.tags[p] in VERB_TAGS), None)
    if cue is None:
        return None  # a name is no act
    if is_unreal(tagged, cue) or is_imagined(tagged, cue):
        return None
    return Act(pair.verdict.event, None, False, cue, (cue, cue + 1), [pair.source], [pair.target], "judge", pair.verdict.probability)
