"""Who does what to whom: PLOVER events by verb and noun patterns on dependencies, each with its source and target.

No dyad rather than a nonsense dyad: an argument is somebody who can act, a clause without one gives nothing, and an act that is
only the content of another act ("threatened to attack") is coded once, as the outer one with the inner one's target.
"""

from collections.abc import MutableSequence, Sequence
from datetime import date

from transforms.acts.act import REFUSAL, Act
from transforms.acts.act_reader import ActReader
from transforms.acts.agents import Agents, merge_added
from transforms.acts.arguments import ActArguments
from transforms.acts.coded import find_acts
from transforms.acts.events import Events
from transforms.acts.press import without_interviews
from transforms.acts.tenses import as_intended, tense_of_act
from transforms.acts.verb_classes import (
    AGAINST,
    AWAY,
    BY,
    CEASING,
    DECIDING,
    DOUBTED,
    FAILING,
    HAVING,
    NO_ONE,
    SHORT,
    SHORT_OF,
    WITHOUT,
    YET,
)
from transforms.annotations import Dyad, Mention, Quote, TaggedText, TimeMark
from transforms.judges.acts.judge import judge_acts
from transforms.judges.acts.model import ActModel
from transforms.language.en.grammar import is_negated, subject_of, subtree
from transforms.language.en.labels import CLAUSE, INFINITIVE, ING_FORM, NEGATING, PREPOSITION_CLAUSE


def code_dyads(
    tagged: TaggedText,
    mentions: MutableSequence[Mention],
    quotes: Sequence[Quote],
    times: Sequence[TimeMark],
    events: Events,
    judge: ActModel | None = None,
    reader: ActReader | None = None,
) -> list[Dyad]:
    """Dyads in text order: by the rules, by the judge where there is one, which a reader of sentences may confirm. Mentions of
    people that nothing else had found are added to `mentions`. Ends of the rule "dyad.thing" are spans of things that are acted upon and
    join no list of mentions."""
    if not tagged.has_syntax:
        return []
    frame = _Frame(tagged, quotes, times)
    agents = Agents(tagged, mentions)
    acts = find_acts(tagged, ActArguments(tagged, agents, events), events)
    if judge is not None:
        acts = judge_acts(tagged, agents, acts, events, judge, reader)
    acts = without_interviews(agents, acts)
    dyads = [dyad for act in acts for dyad in frame.dyads(as_intended(tagged, act))]
    used = {id(end) for dyad in dyads for end in (dyad.source, dyad.target)}
    merge_added(mentions, [mention for mention in agents.added if id(mention) in used])
    return dyads


class _Frame:
    """What surrounds an act: whose words, when, whether it happens at all."""

    def __init__(self, tagged: TaggedText, quotes: Sequence[Quote], times: Sequence[TimeMark]) -> None:
        self.tagged = tagged
        self.spoken = [(start, end, quote) for quote in quotes if not quote.is_aim for start, end in quote.content]
        self.spoken.sort(key=lambda part: part[:2])
        self.days = [(mark.start, mark.end, day) for mark in times if (day := _day(mark.value)) is not None]

    def dyads(self, act: Act) -> list[Dyad]:
        tagged = self.tagged
        quote = self._quote_at(tagged.starts[act.verb])
        if act.event is None and not (act.sources and act.targets) and (quote is not None or _is_pronoun(act)):
            return []  # that "he" did something without a name is no finding
        cue = (tagged.starts[act.cue[0]], tagged.ends[act.cue[1] - 1])
        negated, tense, day = _is_undone(tagged, act), tense_of_act(tagged, act), self._day_of(act.verb)
        voice = quote.speaker.actor_id if quote is not None and quote.speaker is not None else None
        sources: list[Mention | None] = list(act.sources) or [None]
        targets: list[Mention | None] = list(act.targets) or [None]
        pairs = [(source, target) for source in sources for target in targets if not _is_same(source, target)]
        if act.is_symmetric and act.sources and act.targets:
            pairs += [(target, source) for source, target in pairs]
        tone = act.tone
        if tone is not None and negated:
            tone = -tone / 2
        return [
            Dyad(source, target, act.event, cue, negated, quote is not None, tense, act.rule, act.confidence,
                 tagged.sentence_of[act.verb], voice, tone, day)
            for source, target in pairs
        ]  # fmt: skip

    def _quote_at(self, start: int) -> Quote | None:
        """The innermost quotation that holds a character."""
        best: Quote | None = None
        for low, high, quote in self.spoken:
            if low > start:
                break
            if start < high:
                best = quote
        return best

    def _day_of(self, verb: int) -> date | None:
        """The day named in the act's own clause."""
        if not self.days:
            return None
        first, last = subtree(self.tagged, verb)
        low, high = self.tagged.starts[first], self.tagged.ends[last - 1]
        return next((day for start, end, day in self.days if low <= start and end <= high), None)


def _is_undone(tagged: TaggedText, act: Act) -> bool:
    """Whether the clause says that the act is not done: "did not attack", "failed to", "refrained from attacking", "nobody attacked",
    "stopped attacking"."""
    if act.rule == REFUSAL:
        return False
    if (
        is_negated(tagged, act.verb) or is_negated(tagged, act.cue[0]) or not NO_ONE.isdisjoint(tagged.lowers[act.cue[0] : act.cue[1]])
    ):  # "received no request"
        return True
    head = tagged.heads[act.verb]
    if tagged.deps[act.verb] == PREPOSITION_CLAUSE:
        return _leads_away(tagged, head) or _is_means_of_failure(tagged, head)
    if tagged.deps[act.verb] == INFINITIVE and (tagged.lowers[head] in FAILING or is_negated(tagged, head)):
        return True
    if tagged.deps[act.verb] == INFINITIVE and tagged.tags[act.verb] == ING_FORM and tagged.lowers[head] in CEASING:
        return True
    if tagged.deps[act.verb] == INFINITIVE and any(tagged.lowers[child] in YET for child in tagged.children[head]):
        return tagged.lowers[head] in HAVING  # "has yet to back him"
    if tagged.deps[act.verb] == CLAUSE and tagged.lowers[head] in DOUBTED and is_negated(tagged, head):
        return True  # "did not feel that they were threatened"
    subject = subject_of(tagged, act.verb)
    if subject is None:
        return False
    before = (child for child in tagged.children[subject] if child < subject and tagged.deps[child] in NEGATING)
    return tagged.lowers[subject] in NO_ONE or any(tagged.lowers[child] in NO_ONE for child in before)


def _leads_away(tagged: TaggedText, preposition: int) -> bool:
    """Whether what follows a preposition is left undone: "refrained from", "stopped short of", "without", "decided against"."""
    word, outer = tagged.lowers[preposition], tagged.heads[preposition]
    if word in WITHOUT or (word in SHORT_OF and tagged.lowers[outer] in SHORT):
        return True
    return (word in AWAY and tagged.lowers[outer] in FAILING) or (word in AGAINST and tagged.lowers[outer] in DECIDING)


def _is_means_of_failure(tagged: TaggedText, preposition: int) -> bool:
    """Whether something is not done by doing what stands behind a preposition: "failed to lead by arming the rebels"."""
    outer = tagged.heads[preposition]
    return tagged.lowers[preposition] in BY and tagged.deps[outer] == INFINITIVE and tagged.lowers[tagged.heads[outer]] in FAILING


def _is_same(source: Mention | None, target: Mention | None) -> bool:
    """Whether both arguments are one; unnamed people of one kind may be others."""
    if source is None or target is None or source is target:
        return source is target
    return source.actor_id is not None and source.actor_id == target.actor_id and not source.actor_id.startswith("GENERIC.")


def _is_pronoun(act: Act) -> bool:
    return any(source.layer == "pronoun" for source in act.sources)


def _day(value: str | None) -> date | None:
    if value is None or len(value) < 10 or value[4] != "-" or value[5] in "WQ":
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
