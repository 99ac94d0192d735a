"""What the judge of acts looks at: the way through the syntax tree between two mentions, the words around it, and the rules' findings."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from transforms.acts.act import Act
from transforms.acts.events import Events
from transforms.annotations import Mention, TaggedText
from transforms.judges.kept import Kept
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    AGENT,
    CLAUSE,
    CONJUNCT,
    CONTENT_TAGS,
    INFINITIVE,
    LINKS,
    NOUN_CLAUSE,
    NOUN_TAGS,
    PASSIVE_HELPER,
    PREPOSITION,
    PREPOSITION_CLAUSE,
    RELATIVE_CLAUSE,
    TELLING_TAGS,
    VERB_TAGS,
    part_of_speech,
)

#: Longer ways join nobody; the candidates stay few.
LONGEST = 8
#: Sizes of the stems of words on the way; other words have a stem of five letters when they are longer than these.
_STEMS = (4, 5, 6)
_SHORT = 4
_CLAUSES = frozenset({RELATIVE_CLAUSE, NOUN_CLAUSE, ADVERBIAL_CLAUSE, CLAUSE, INFINITIVE, CONJUNCT, PREPOSITION_CLAUSE})
_PREPOSITIONS = frozenset({PREPOSITION, AGENT})


class Way(NamedTuple):
    """The way from one mention's head up to where both meet, and down to the other's: token positions, ends included."""

    up: list[int]
    down: list[int]


def find_way(tagged: TaggedText, source: int, target: int) -> Way | None:
    """None where the way is too long or the words stand in different trees."""
    heads = tagged.heads
    above = _ancestors(heads, source)
    down = [target]
    while down[-1] not in above:
        head = heads[down[-1]]
        if head == down[-1] or len(down) > LONGEST:
            return None
        down.append(head)
    up = above[: above.index(down[-1]) + 1]
    return Way(up, down[-2::-1]) if len(up) + len(down) <= LONGEST + 2 else None


def _ancestors(heads: Sequence[int], position: int) -> list[int]:
    found = [position]
    while heads[position] != position and len(found) <= LONGEST:
        position = heads[position]
        found.append(position)
    return found


def _of_tree(way: tuple[tuple[str, ...], tuple[str, ...], bool]) -> tuple[str, ...]:
    """The features of a way by its labels alone, up and down, and whether it leads forward."""
    up, down, forward = way
    return (
        f"way:{'<'.join(up)}^{'>'.join(down)}",
        f"up:{'<'.join(up)}",
        f"down:{'>'.join(down)}",
        f"ends:{up[0] if up else '.'}|{down[-1] if down else '.'}|{forward}",
        f"size:{len(up)}|{len(down)}",
        f"forward:{forward}",
        f"clauses:{sum(d in _CLAUSES for d in up)}|{sum(d in _CLAUSES for d in down)}",
    )


#: The same ways come again and again.
_OF_TREES = Kept(_of_tree, 1 << 14)


class Scene:
    """One sentence as the judge sees it: its mentions, and what the rules found in it."""

    def __init__(self, tagged: TaggedText, sentence: int, mentions: Sequence[Mention], acts: Sequence[Act], events: Events) -> None:
        self.tagged = tagged
        self.first, self.last = tagged.sentences[sentence]
        self.mentions = mentions
        self.events = events
        self.votes = self._votes()
        self.joined: dict[tuple[int, int], str] = {}
        self.does: dict[int, str] = {}
        self.suffers: dict[int, str] = {}
        for act in acts:
            name = act.event or "plain"
            pairs = [(source, target) for source in act.sources for target in act.targets]
            for source, target in pairs + [pair[::-1] for pair in pairs if act.is_symmetric]:
                self.joined.setdefault((source.head, target.head), name)
            for source in act.sources:
                self.does.setdefault(source.head, name)
            for target in act.targets:
                self.suffers.setdefault(target.head, name)
        #: whether the rules tell an event between two
        self.tells = any(name != "plain" for name in self.joined.values())
        self.inside = {position for mention in mentions for position in range(mention.first, mention.last)}

    def _votes(self) -> dict[int, str]:
        """The events of the dictionary's patterns, by position."""
        tagged, votes = self.tagged, {}
        for position in range(self.first, self.last):
            tag = tagged.tags[position]
            if tag in VERB_TAGS:
                pattern, _ = self.events.match(tagged, position)
            elif tag in NOUN_TAGS:
                pattern = self.events.match_noun(tagged, position)
            else:
                continue
            if pattern is not None and pattern.event:
                votes[position] = pattern.event
        return votes

    def link_features(self, source: Mention, target: Mention, way: Way) -> list[str]:
        """Whether the one acts on the other: mostly syntax, few words."""
        tagged = self.tagged
        deps, lowers, tags = tagged.deps, tagged.lowers, tagged.tags
        top = way.up[-1]
        up = tuple([deps[p] for p in way.up[:-1]])
        down = tuple([deps[p] for p in way.down])
        forward = source.first < target.first
        between = range(min(source.last, target.last), max(source.first, target.first))
        votes = [self.votes[p] for p in (*way.up[1:], *way.down[:-1]) if p in self.votes]
        prepositions = [lowers[p] for p in way.down if deps[p] in LINKS]
        joined, reverse = self.joined.get((source.head, target.head)), self.joined.get((target.head, source.head))
        features = [
            *_OF_TREES[up, down, forward],
            f"near:{'<'.join(up[-2:])}^{part_of_speech(tags[top])}^{'>'.join(down[:2])}",
            f"top:{lowers[top]}",
            f"toptag:{tags[top]}",
            f"prep:{'_'.join(prepositions)}|{forward}",
            f"gap:{min(len(between) // 3, 8)}",
            f"others:{min(sum(1 for m in self.mentions if m.first in between), 4)}",
            f"votes:{min(len(votes), 2)}",
            f"vote:{self.votes.get(top, '')}|{forward}",
            f"joined:{joined is not None}",
            f"joinedas:{joined}",
            f"reverse:{reverse}",
            f"does:{source.head in self.does}|{joined is not None}",
            f"suffers:{target.head in self.suffers}|{joined is not None}",
            f"turned:{source.head in self.suffers}|{target.head in self.does}",
            f"layers:{source.layer}|{target.layer}",
            f"kinds:{source.ner}|{target.ner}",
            f"passive:{any(deps[c] == PASSIVE_HELPER for c in tagged.children[top])}|{up[-1] if up else '.'}|{down[0] if down else '.'}",
        ]
        if not up or not down:
            features.append(f"nested:{lowers[way.up[-2]] if len(way.up) > 1 else lowers[way.down[0]]}")
        features += [f"mid:{lowers[p]}" for p in way.down[:-1] if deps[p] not in _PREPOSITIONS]
        return features

    def act_features(self, source: Mention, target: Mention, way: Way) -> list[str]:
        """Which act it is: words, with the mentions themselves left out."""
        tagged, inside = self.tagged, self.inside
        lowers, tags = tagged.lowers, tagged.tags
        path = [p for p in (*way.up[1:], *way.down[:-1]) if p not in inside]
        forward = source.first < target.first
        low, high = (source.last, target.first) if forward else (target.last, source.first)
        features = [f"way:{lowers[p]}" for p in path]
        features += [f"ways:{lowers[a]}_{lowers[b]}" for a, b in pairwise(path)]
        features += [f"stem:{lowers[p][:size]}" for p in path if tags[p] in CONTENT_TAGS for size in _STEMS]
        mid = [lowers[p] for p in range(low, high) if p not in inside]
        features += [f"mid:{word}" for word in mid]
        features += [f"midstem:{word[:5]}" for word in mid if len(word) > _SHORT]
        features += [f"mids:{a}_{b}" for a, b in pairwise(mid)]
        features += [f"mids:{a}_{b}|{forward}" for a, b in pairwise(mid[:2])]
        everything = [lowers[p] for p in range(self.first, self.last) if p not in inside and tags[p] in CONTENT_TAGS]
        features += [f"all:{word}" for word in everything]
        features += [f"allstem:{word[:5]}" for word in everything if len(word) > _SHORT]
        features += [f"wayvote:{self.votes[p]}" for p in path if p in self.votes]
        features += [f"vote:{vote}" for vote in set(self.votes.values())]
        for hanging in path[:4]:
            if tags[hanging] in CONTENT_TAGS:
                features += [f"child:{lowers[c]}" for c in tagged.children[hanging] if c not in inside and tags[c] in TELLING_TAGS]
        rest = [lowers[p] for p in range(max(source.last, target.last), min(max(source.last, target.last) + 5, self.last))]
        features += [f"after:{word}" for word in rest]
        features += [f"afters:{a}_{b}" for a, b in pairwise(rest)]
        features.append(f"rule:{self.joined.get((source.head, target.head))}")
        return features
