"""What tells how sure a row is: the rule that found it, its words and their places in the syntax, and who its mentions are."""

from bisect import bisect_right
from collections.abc import Iterator

from transforms.annotations import Dyad, Mention, Quote, TaggedText
from transforms.judges.acts.features import find_way
from transforms.language.en.grammar import first_joined
from transforms.language.en.labels import (
    CONTENT_TAGS,
    FINITE_TAGS,
    HELPERS,
    JOINED,
    LINKS,
    MARKER,
    MODAL,
    POSSESSOR,
    PREPOSITION_OBJECT,
    VERBAL_TAGS,
    part_of_speech,
)

#: Letters that the stem of a word keeps.
_STEM = 5
#: Steps up the tree from a word that are looked at.
_STEPS = 3
_FAR = 12
#: Counts and lengths beyond these tell no more.
_MANY, _LONGEST = 4, 40


def act_features(tagged: TaggedText, dyad: Dyad, others: int) -> list[str]:
    """Of an act with an event: how it was found and told, who its ends are, and how these hang on its words.

    others: mentions in its sentence."""
    cue, last = _tokens(tagged, *dyad.cue)
    event, word, told = dyad.event, tagged.lowers[cue], f"{dyad.is_negated}|{dyad.tense}"
    kinds = f"{_kind(dyad.source)}|{_kind(dyad.target)}"
    first, end = tagged.sentences[tagged.sentence_of[cue]]
    features = [
        f"rule:{dyad.rule}",
        f"event:{event}",
        f"rule:{dyad.rule}|{event}",
        f"as:{round(dyad.confidence, 1)}",
        f"told:{told}",
        f"told:{told}|{event}",
        f"reported:{dyad.is_reported}|{event}",
        f"voiced:{dyad.voice is not None}|{dyad.is_reported}",
        f"cue:{word}|{event}",
        f"stem:{word[:_STEM]}|{event}",
        f"cues:{' '.join(tagged.lowers[cue:last])}",
        f"kinds:{kinds}",
        f"kinds:{kinds}|{event}",
        f"ends:{_layer(dyad.source)}|{_layer(dyad.target)}",
        f"order:{_order(dyad, cue)}",
        f"others:{min(others, _MANY + 2)}",
        f"size:{_length(end - first)}",
        *_word(tagged, cue, last),
    ]
    for name, mention in (("source", dyad.source), ("target", dyad.target)):
        features += _who(tagged, name, mention)
        if mention is not None:
            features += _way(tagged, name, cue, mention.head)
    return features


def quote_features(tagged: TaggedText, quote: Quote) -> list[str]:
    """Of a quotation: how it was found, by which words, who speaks, and what the words are that are said."""
    first, last = _tokens(tagged, quote.content[0][0], quote.content[-1][1])
    kind, opens = quote.kind, tagged.lowers[first]
    is_clause = any(tagged.tags[position] in FINITE_TAGS or tagged.tags[position] == MODAL for position in range(first, last))
    features = [
        f"rule:{quote.rule}",
        f"kind:{kind}",
        f"rule:{quote.rule}|{kind}",
        f"class:{quote.cue_class}|{kind}",
        f"as:{round(quote.confidence, 1)}",
        f"parts:{min(len(quote.content), _MANY)}",
        f"long:{_length(last - first)}|{kind}",
        f"sentences:{min(tagged.sentence_of[last - 1] - tagged.sentence_of[first], _MANY)}",
        f"opens:{opens}",
        f"opens:{tagged.tags[first]}|{tagged.deps[first]}|{kind}",
        f"closes:{tagged.lowers[last - 1]}",
        f"clause:{is_clause}|{kind}",
        f"before:{tagged.lowers[first - 1] if first else ''}",
        f"after:{tagged.lowers[last] if last < len(tagged.words) else ''}",
        *_who(tagged, "speaker", quote.speaker),
    ]
    if quote.cue is None:
        return [*features, "cue:none"]
    cue, _ = _tokens(tagged, *quote.cue)
    features += [
        f"cue:{tagged.lowers[cue]}",
        f"cue:{tagged.lowers[cue]}|{quote.rule}",
        f"far:{_length(abs(first - cue))}",
        f"behind:{cue > first}",
        *_word(tagged, cue, cue + 1),
    ]
    if quote.speaker is not None:
        features += _way(tagged, "speaker", cue, quote.speaker.head)
    return features


def topic_features(tagged: TaggedText, mention: Mention, quote: Quote, again: int) -> list[str]:
    """Of a mention inside a quotation: who it is, how it hangs on the words around it, and how much else is said.

    again: other mentions of its actor in the quotation."""
    first, last = _tokens(tagged, quote.content[0][0], quote.content[-1][1])
    head, kind = mention.head, _kind(mention)
    dep, above = tagged.deps[head], tagged.lowers[tagged.heads[head]]
    slot, clauses = _slot(tagged, head), _clauses(tagged, head, first, last)
    part = slot.partition(">")[0]
    return [
        *_who(tagged, "about", mention),
        f"role:{mention.role}",
        f"role:{mention.role}|{kind}",
        f"dep:{dep}|{kind}",
        f"dep:{dep}|{above}",
        f"under:{above}",
        f"under:{above[:_STEM]}|{dep}",
        *(f"above:{step}" for step in _above(tagged, head)),
        f"next:{tagged.lowers[mention.last] if mention.last < len(tagged.words) else ''}",
        f"before:{tagged.lowers[mention.first - 1] if mention.first else ''}",
        f"kind:{quote.kind}",
        f"long:{_length(last - first)}",
        f"place:{_length(max(head - first, 0))}",
        f"again:{min(again, _MANY)}",
        f"slot:{slot}",
        f"slot:{slot}|{kind}",
        f"slot:{slot}|{quote.kind}",
        f"slot:{part}|{mention.layer}",
        f"clauses:{min(len(clauses), _MANY)}",
        f"clauses:{' '.join(clauses[:_STEPS])}",
        f"clauses:{' '.join(clauses[:_STEPS])}|{part}",
        f"cue:{quote.cue_class}|{part}",
        f"cue:{tagged.lowers[_tokens(tagged, *quote.cue)[0]] if quote.cue else ''}",
    ]


def _slot(tagged: TaggedText, head: int) -> str:
    """What a word is to the verb it is told of by: subject, object, whose an argument is, or what follows a preposition."""
    first = first_joined(tagged, head, JOINED)
    dep, above = tagged.deps[first], tagged.heads[first]
    if dep == POSSESSOR:
        return f"{dep}>{tagged.deps[first_joined(tagged, above, JOINED)]}"
    if dep == PREPOSITION_OBJECT:
        return f"{dep}>{tagged.lowers[above]}>{part_of_speech(tagged.tags[tagged.heads[above]])}"
    return dep


def _clauses(tagged: TaggedText, head: int, first: int, last: int) -> list[str]:
    """The clauses that a word stands in, the innermost first, up to the end of what is said."""
    found: list[str] = []
    for _ in range(_FAR):
        if tagged.tags[head] in VERBAL_TAGS and tagged.deps[head] not in HELPERS:
            opens = (tagged.lowers[child] for child in tagged.children[head] if tagged.deps[child] == MARKER)
            found.append(f"{tagged.deps[head]}:{next(opens, '')}")
        above = tagged.heads[head]
        if above == head or not first <= above < last:
            break
        head = above
    return found


def _tokens(tagged: TaggedText, start: int, end: int) -> tuple[int, int]:
    """The tokens, half-open, in which characters stand; at least one."""
    first = max(bisect_right(tagged.starts, start) - 1, 0)
    return first, max(first + 1, bisect_right(tagged.starts, end - 1))


def _who(tagged: TaggedText, name: str, mention: Mention | None) -> Iterator[str]:
    if mention is None:
        yield f"{name}:nobody"
        return
    sure, actor = min(int(mention.confidence * 10), 9), mention.actor_id
    is_known = actor is not None and not actor.startswith("GENERIC.")
    yield f"{name}:{mention.layer}|{_kind(mention)}"
    yield f"{name} kind:{_kind(mention)}"
    yield f"{name} layer:{mention.layer}|{is_known}"
    yield f"{name} known:{actor is not None}|{is_known}"
    yield f"{name} rule:{mention.rule}"
    yield f"{name} rule:{mention.rule.partition('.')[0]}|{sure}"
    yield f"{name} sure:{sure}"
    yield f"{name} sector:{mention.sector}"
    yield f"{name} reading:{mention.reading}"
    yield f"{name} dep:{tagged.deps[mention.head]}"
    yield f"{name} size:{min(mention.last - mention.first, _MANY)}"
    if mention.layer != "name":
        yield f"{name} word:{tagged.lowers[mention.head]}"


def _way(tagged: TaggedText, name: str, word: int, head: int) -> Iterator[str]:
    """How the tree leads from a word to a mention."""
    yield f"{name} far:{_length(abs(word - head))}|{word < head}"
    way = find_way(tagged, word, head)
    if way is None:
        yield f"{name} way:none"
        return
    up, down = "<".join(tagged.deps[p] for p in way.up[:-1]), ">".join(tagged.deps[p] for p in way.down)
    links = "_".join(tagged.lowers[p] for p in way.down if tagged.deps[p] in LINKS)
    yield f"{name} way:{up}^{down}"
    yield f"{name} up:{up}"
    yield f"{name} down:{down}"
    yield f"{name} steps:{len(way.up)}|{len(way.down)}"
    yield f"{name} links:{links}"
    yield f"{name} links:{tagged.lowers[word][:_STEM]}|{links}"


def _word(tagged: TaggedText, first: int, last: int) -> Iterator[str]:
    """A word or several: itself, the words beside it, those that hang on it, and on which it hangs."""
    low, high = tagged.sentences[tagged.sentence_of[first]]
    yield f"word:{tagged.lowers[first]}"
    yield f"tag:{tagged.tags[first]}"
    yield f"dep:{tagged.deps[first]}|{part_of_speech(tagged.tags[first])}"
    for far in (1, 2):
        yield f"left{far}:{tagged.lowers[first - far] if first - far >= low else ''}"
        yield f"right{far}:{tagged.lowers[last - 1 + far] if last - 1 + far < high else ''}"
    for child in tagged.children[first]:
        dep, tag = tagged.deps[child], tagged.tags[child]
        yield f"child:{dep}"
        yield f"child:{dep}|{tag if tag in CONTENT_TAGS else tagged.lowers[child]}"
    for step in _above(tagged, first):
        yield f"above:{step}"


def _above(tagged: TaggedText, position: int) -> Iterator[str]:
    """How a word hangs on those above it, step by step."""
    path = ""
    for _ in range(_STEPS):
        path, position = f"{path}<{tagged.deps[position]}", tagged.heads[position]
        yield path
        yield f"{path}:{tagged.lowers[position]}"


def _kind(mention: Mention | None) -> str:
    return "nobody" if mention is None else mention.kind or "?"


def _layer(mention: Mention | None) -> str:
    return "nobody" if mention is None else mention.layer


def _order(dyad: Dyad, cue: int) -> str:
    """In which order doer, act and whom it meets stand."""
    ends = [(end.head, name) for end, name in ((dyad.source, "doer"), (dyad.target, "met")) if end is not None]
    return " ".join(name for _, name in sorted([(cue, "act"), *ends]))


def _length(tokens: int) -> int:
    """A number of words, the coarser the longer."""
    return min(tokens, _LONGEST).bit_length()
