"""What each mention does in its sentence, and whose words it stands in."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from transforms.annotations import Credit, Dyad, Mention, Quote, TaggedText
from transforms.language import word_class

_PLACE_PREPOSITIONS = word_class("acts.place_prepositions")
#: Prepositions whose object is what is done something to.
_TARGET_PREPOSITIONS = word_class("acts.target_prepositions")
#: Countries stand behind this preposition only as those whom something meets: "pressure on Armenia".
_ONTO = "on"
#: Of "the removal of X" X is whom it meets, of "the return of X" X is who does it.
_SUFFERED = word_class("acts.suffered")
#: Nouns for what goes on between two: "Azerbaijan-Armenia tensions".
_BETWEEN_TWO = word_class("acts.between_two")
#: Nouns for what somebody has said: "the comments from the ministry".
_SAYINGS = word_class("acts.sayings")
#: Participles behind a hyphen whose first part does it: "the Russia-led alliance".
_LED = word_class("acts.led")
_MODIFIERS = frozenset({"poss", "compound", "nmod", "amod", "nummod", "npadvmod"})
#: Rules of quotations that tell rather what somebody does or judges than what he says.
_ACTS = frozenset({"verb.infinitive", "verb.object", "adjective"})
#: Verbs by which one speaks what one feels: "Russia expresses concern".
_EXPRESSING = word_class("acts.expressing")
_SAME_AS_HEAD = frozenset({"conj", "appos"})


def assign_roles(
    tagged: TaggedText, mentions: Sequence[Mention], quotes: Sequence[Quote], dyads: Sequence[Dyad], credits: Sequence[Credit]
) -> None:
    """Set `role` and `voice` of every mention in place. What a mention is to a quotation, a credit or a dyad comes before its syntax."""
    speakers = {id(quote.speaker) for quote in quotes if quote.speaker is not None and _is_utterance(quote)}
    outlets = _credited(mentions, credits)
    tellers = {id(dyad.source) for dyad in dyads if dyad.rule == "telling" or _expresses(tagged, dyad)}
    sources = {id(dyad.source) for dyad in dyads}
    targets = {id(dyad.target) for dyad in dyads} - sources
    parts = sorted(((start, end, quote) for quote in quotes for start, end in quote.content), key=lambda part: part[:2])
    starts = [start for start, _, _ in parts]
    for mention in mentions:
        mention.voice = _voice(mention, parts, starts)
        key = id(mention)
        if key in outlets:
            mention.role = "outlet"
        elif _stands_in_dateline(tagged, mention):
            mention.role = "location"
        elif key in speakers:
            mention.role = "speaker"
        elif key in sources or key in targets:
            mention.role = _of_end(tagged, mention, "speaker" if key in tellers else "subject" if key in sources else "target")
        elif mention.layer == "adjectival":
            mention.role = "affiliation"
        else:
            mention.role = _of_syntax(tagged, mention)


def _expresses(tagged: TaggedText, dyad: Dyad) -> bool:
    return dyad.event is None and tagged.text[slice(*dyad.cue)].split(" ")[0].lower() in _EXPRESSING


def _stands_in_dateline(tagged: TaggedText, mention: Mention) -> bool:
    paragraph = tagged.paragraphs[tagged.paragraph_of[tagged.sentence_of[mention.first]]]
    return paragraph.kind == "dateline" and mention.ner in ("GPE", "LOC", "FAC")


def _is_utterance(quote: Quote) -> bool:
    """Whether somebody speaks, and does not only mean, want or refuse to do something."""
    return quote.kind != "indirect" or (quote.cue_class != "thinking" and quote.rule not in _ACTS)


def _credited(mentions: Sequence[Mention], credits: Sequence[Credit]) -> set[int]:
    """Mentions that name a credited medium, its acronym in brackets behind it included."""
    found = {id(credit.mention) for credit in credits}
    for earlier, later in pairwise(mentions):
        if id(earlier) in found and later.actor_id == earlier.actor_id and later.first - earlier.last <= 1:
            found.add(id(later))
    return found


def _voice(mention: Mention, parts: list[tuple[int, int, Quote]], starts: list[int]) -> str | None:
    """The speaker of the innermost quotation around the mention."""
    for number in range(bisect_right(starts, mention.start) - 1, max(-1, bisect_right(starts, mention.start) - 8), -1):
        _, end, quote = parts[number]
        if mention.end <= end and quote.speaker is not None and quote.speaker is not mention:
            return quote.speaker.actor_id
    return None


def _of_end(tagged: TaggedText, mention: Mention, role: str) -> str:
    """The role of an end of a dyad: what it is there, unless it only modifies another mention, is only a place, or acts itself."""
    shown = _of_syntax(tagged, mention)
    if shown == "affiliation" and tagged.deps[mention.head] in _MODIFIERS and mention.layer != "adjectival":
        return shown
    if shown == "location" and role == "target":
        return shown if mention.kind == "place" else role
    return "subject" if shown == "subject" and role == "target" else role


def _of_syntax(tagged: TaggedText, mention: Mention) -> str:
    if not tagged.has_syntax:
        return "location" if mention.reading == "place" or mention.kind == "place" else "mentioned"
    head = mention.head
    dep = tagged.deps[head]
    for _ in range(4):
        if dep not in _SAME_AS_HEAD:
            break
        head = tagged.heads[head]
        dep = tagged.deps[head]
    is_place = mention.reading == "place" or (mention.kind == "place" and mention.reading is None)
    if dep == "nsubj":
        return "subject"
    if dep in ("nsubjpass", "dobj", "dative", "iobj"):
        return "target"
    if dep in _MODIFIERS:
        return _of_modifier(tagged, head, dep)
    if dep == "pobj":
        preposition = tagged.lowers[tagged.heads[head]]
        if tagged.deps[tagged.heads[head]] == "agent":
            return "subject"
        noun = tagged.lowers[tagged.heads[tagged.heads[head]]]
        if preposition in ("from", "by", "of") and noun in _SAYINGS:
            return "speaker"
        if is_place and preposition in _PLACE_PREPOSITIONS and not (preposition == _ONTO and mention.kind == "country"):
            return "location"
        if preposition in _TARGET_PREPOSITIONS or (preposition == "of" and noun in _SUFFERED):
            return "target"
        if preposition == "of":
            return "affiliation"
        return "mentioned"
    return "location" if is_place and dep not in ("ROOT", "attr") else "mentioned"


def _of_modifier(tagged: TaggedText, head: int, dep: str) -> str:
    """Of "the Russia-led alliance" Russia leads, in "Armenia-Azerbaijan tensions" both are met; other modifiers tell whose a thing is."""
    lowers, noun = tagged.lowers, tagged.heads[head]
    if dep == "npadvmod" and lowers[noun] in _LED:
        return "subject"
    while tagged.deps[noun] == "compound" and noun != tagged.heads[noun]:
        noun = tagged.heads[noun]
    is_joined = "-" in tagged.words[max(head - 1, 0) : head + 2] or "–" in tagged.words[max(head - 1, 0) : head + 2]
    return "target" if is_joined and lowers[noun] in _BETWEEN_TWO else "affiliation"
