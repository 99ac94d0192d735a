"""Interviews: whom people of the press talk to is consulted by nobody, and their questions ask for nothing."""

from collections.abc import Sequence

from transforms.acts.act import Act
from transforms.acts.agents import Agents
from transforms.annotations import Mention
from transforms.language import word_class
from transforms.language.en.grammar import pobj_of
from transforms.language.en.labels import APPOSITION, DESCRIBERS, POSSESSOR, PREPOSITION

#: Who asks for an outlet: "reporter", "anchor".
_PRESS = word_class("acts.press")
#: What one is asked in an interview: "asked to comment".
_ASKING = word_class("acts.asking")
_JOINING = word_class("acts.joining")
_INTERVIEWS = word_class("acts.interviews")
#: What leads to where something is said: "spoke in an interview", "on the evening news".
_AIRED_IN = word_class("acts.aired_in")
_ASKED = frozenset({"REQUEST", "INVESTIGATE"})


def without_interviews(agents: Agents, acts: Sequence[Act]) -> list[Act]:
    """The acts; of an interview is told no event."""
    return [act._replace(event=None, rule="clause", confidence=0.4) if _is_interview(agents, act) else act for act in acts]


def _is_interview(agents: Agents, act: Act) -> bool:
    lowers = agents.tagged.lowers
    if act.event in _ASKED and lowers[act.cue[0]] in _ASKING:
        return any(_is_of_press(agents, source) for source in act.sources)
    if act.event != "CONSULT" and not (act.event == "COOPERATE" and lowers[act.cue[0]] in _JOINING):
        return False
    is_named = not _INTERVIEWS.isdisjoint(lowers[act.cue[0] : act.cue[1]])
    return is_named or _is_aired(agents, act.verb) or any(_is_of_press(agents, one) for one in (*act.sources, *act.targets))


def _is_of_press(agents: Agents, mention: Mention) -> bool:
    """Whether somebody is an outlet, has one ("NPR's Ann Lee", "Reuters reporter Ann Lee"), or is called a journalist."""
    tagged = agents.tagged
    if mention.kind == "outlet" or not _PRESS.isdisjoint(tagged.lowers[mention.first : mention.last]):
        return True
    beside = [child for child in tagged.children[mention.head] if tagged.deps[child] in DESCRIBERS | {POSSESSOR, APPOSITION}]
    return any(tagged.lowers[word] in _PRESS or _is_outlet(agents, word) for word in beside)


def _is_outlet(agents: Agents, position: int | None) -> bool:
    found = agents.covering.get(position) if position is not None else None
    return found is not None and found.kind == "outlet"


def _is_aired(agents: Agents, verb: int) -> bool:
    """Whether it is said on the air or for print: "spoke with Ann Lee in an interview", "sat down with him on Fox News"."""
    tagged = agents.tagged
    leads = (child for child in tagged.children[verb] if tagged.deps[child] == PREPOSITION and tagged.lowers[child] in _AIRED_IN)
    behind = (pobj_of(tagged, child) for child in leads)
    return any(noun is not None and (tagged.lowers[noun] in _INTERVIEWS or _is_outlet(agents, noun)) for noun in behind)
