"""The type of a name by its own words and by the sentence around it."""

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.lexicon import Lexicon
from transforms.names.name_spans import Span, head_of
from transforms.names.state_abbreviations import STATE_ABBREVIATIONS
from transforms.names.words import (
    ORGANISATION_WORDS,
    PARTICLES,
    PERSONAL_VERBS,
    PLACE_STARTS,
    PLACE_WORDS,
    SPEECH_VERBS,
    VAGUE_ORGANISATION_WORDS,
)

_SETTLEMENTS_AFTER = frozenset(
    "district districts province provinces village town river region county island valley airport port municipality mountains "
    "mountain lake neighborhood neighbourhood".split()
)


_SETTLEMENTS = frozenset(
    "city town village municipality community commune comune district settlement capital suburb neighborhood neighbourhood parish "
    "county region province hamlet borough township "
    "locality island archipelago peninsula river lake mountain valley towns cities villages provinces districts regions islands "
    "counties suburbs place".split()
)


_BEFORE_PLACES = frozenset({"in", "near", "around", "throughout", "outside", "across"})


_DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest outskirts suburbs".split())


def retype(tagged: TaggedText, span: Span, lexicon: Lexicon) -> None:
    """The label by the words of the name, where they tell more than the tagger."""
    lowers = tagged.lowers
    first_word, last_word = lowers[span.first], lowers[span.last - 1]
    size = span.last - span.first
    is_given = fold(first_word) in lexicon.given_names
    if size > 1 and last_word in ORGANISATION_WORDS and not (is_given and last_word in VAGUE_ORGANISATION_WORDS):
        if last_word not in VAGUE_ORGANISATION_WORDS or span.label in ("ORG", "PERSON", "NORP"):
            span.label = "ORG"
        return
    if size > 2 and first_word in ORGANISATION_WORDS and lowers[span.first + 1] in ("of", "for"):
        span.label = "ORG"
        return
    if size > 1 and last_word in PLACE_WORDS:
        if span.label in ("PERSON", "NORP", "ORG") and PLACE_WORDS[last_word] != "FAC":
            span.label = PLACE_WORDS[last_word]
        return
    if span.label != "PERSON" and _follows_title(tagged, span.first) and tagged.words[span.first][0].isupper() and span.label != "NORP":
        span.label = "PERSON"
        return
    if span.label in ("PERSON", "ORG") and _stands_as_place(tagged, span, lexicon):
        span.label, span.rule = "GPE", "type.place_context"
        return
    if (
        span.label in ("ORG", "GPE", "LOC", "FAC")
        and size == 1
        and _speaks(tagged, span)
        and not lexicon.is_place(tagged.words[span.first])
    ):
        span.label, span.rule = "PERSON", "type.speaks"
        return
    if (
        span.label == "ORG"
        and size <= 3
        and not tagged.words[span.first].isupper()
        and lexicon.is_place(tagged.span(span.first, span.last))
    ):
        span.label, span.rule = "GPE", "type.gazetteer"
        return
    if (
        span.label in ("GPE", "ORG", "LOC", "FAC", "NORP")
        and 2 <= size <= 4
        and is_given
        and len(first_word) > 2
        and _is_personal(tagged, span)
    ):
        span.label = "PERSON"


def is_surname(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether one word is nobody's name but some person's, whatever the tagger saw: "Modi" at the start of a sentence is no town."""
    word, before = tagged.words[span.first], tagged.lowers[span.first - 1] if span.first else ""
    noun = lexicon.nouns.get(tagged.lowers[span.last]) if span.last < len(tagged.lowers) else None
    is_ruler = noun is not None and any(body.suffix == "GOV" for body in noun.bodies)  # "the Biden administration"
    if (
        span.last - span.first > 1
        or word.isupper()
        or before in _BEFORE_PLACES
        or lexicon.is_place(word)
        or (before == "the" and not is_ruler)
    ):
        return False
    return all(lexicon.actors[alias.actor_id].kind == "person" for alias in span.aliases if alias.actor_id in lexicon.actors)


def _stands_as_place(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether an unknown name stands where places stand: "in" or "near" it, or a town of that name is known and it is come from."""
    if _is_called_settlement(tagged, span):
        return True
    after = tagged.lowers[span.last] if span.last < len(tagged.words) else ""
    if (
        after in _SETTLEMENTS_AFTER
        and tagged.tags[span.last] in ("NN", "NNS")
        and fold(tagged.lowers[span.first]) not in lexicon.given_names
    ):
        return True
    if after == "," and span.last + 1 < len(tagged.words) and _is_wider_place(tagged, span, lexicon):
        return True
    if span.label == "PERSON" and span.last - span.first > 1 and tagged.lowers[span.first] in PLACE_STARTS:
        return lexicon.is_place(tagged.span(span.first, span.last)) or tagged.lowers[span.first] not in ("al", "el", "van", "st", "st.")
    if span.first == 0 or tagged.words[span.first].isupper():
        return False
    before = tagged.lowers[span.first - 1]
    if before == "of" and span.first > 1 and tagged.lowers[span.first - 2] in _DIRECTIONS:
        return fold(tagged.lowers[span.first]) not in lexicon.given_names
    if before in ("of", "from", "to", "at", "and", ",", "or") and span.label == "ORG" or before in ("from", "to", "at", ","):
        return lexicon.is_place(tagged.span(span.first, span.last)) and span.last - span.first < 4
    if before in _BEFORE_PLACES:
        known = lexicon.is_place(tagged.span(span.first, span.last))
        return known or (span.label == "PERSON" and fold(tagged.lowers[span.first]) not in lexicon.given_names)
    return False


def _is_wider_place(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether a state in its short form, or a country or state between commas, follows the comma: "Murdochville, Quebec, …"."""
    word = tagged.words[span.last + 1]
    if word in STATE_ABBREVIATIONS and tagged.lowers[span.last + 1] not in ("in", "or", "me", "ok", "oh", "la"):
        return True
    closes = span.last + 2 >= len(tagged.words) or tagged.words[span.last + 2] in (",", ".", ";", ")")
    is_given = fold(tagged.lowers[span.first]) in lexicon.given_names
    kinds = [lexicon.place_kinds.get(alias.actor_id) for alias in lexicon.lookup(word)]
    before = tagged.lowers[span.first - 1] if span.first else ""
    return (
        closes
        and not is_given
        and before in ("in", "of", "at", "from", "near", "to")
        and ("state" in kinds or "region" in kinds or word in lexicon.actors)
    )


def find_settlements(tagged: TaggedText, spans: list[Span]) -> list[Span]:
    """Names that no one saw, of which the sentence says what they are: "Howe is an unincorporated community"."""
    if not tagged.has_syntax:
        return []
    covered = {position for span in spans for position in range(span.first, span.last)}
    found: list[Span] = []
    for low, _ in tagged.sentences:
        if low in covered or tagged.deps[low] != "nsubj" or tagged.tags[low] != "NNP":
            continue
        span = Span(low, low + 1, "GPE", (), "type.called_settlement", 0.6)
        if _is_called_settlement(tagged, span):
            found.append(span)
    return found


def _is_called_settlement(tagged: TaggedText, span: Span) -> bool:
    """ "Recoleta is a neighbourhood", "the towns of Dmitrov and Yakhroma": the sentence says what it is."""
    if not tagged.has_syntax:
        return False
    head = head_of(tagged, span.first, span.last)
    for _ in range(4):
        if tagged.deps[head] != "conj":
            break
        head = tagged.heads[head]
    dep, outside = tagged.deps[head], tagged.heads[head]
    if dep == "pobj" and tagged.lowers[outside] == "of":
        return tagged.lowers[tagged.heads[outside]] in _SETTLEMENTS
    if dep == "nsubj" and tagged.lowers[outside] in ("is", "was", "are", "were"):
        return any(tagged.deps[child] == "attr" and tagged.lowers[child] in _SETTLEMENTS for child in tagged.children[outside])
    return False


def _speaks(tagged: TaggedText, span: Span) -> bool:
    """Whether one capitalised word speaks in the third person: "Kao said"; organisations mostly go by more words or capitals."""
    word = tagged.words[span.first]
    if not word[1:].islower() or span.last >= len(tagged.words):
        return False
    after = tagged.lowers[span.last]
    before = tagged.lowers[span.first - 1] if span.first else ""
    return after in SPEECH_VERBS or after in PERSONAL_VERBS or (before in SPEECH_VERBS and after in (".", ","))


def _follows_title(tagged: TaggedText, first: int) -> bool:
    """Whether a courtesy title stands right before, which no organisation has."""
    if first == 0 or tagged.sentence_of[first - 1] != tagged.sentence_of[first]:
        return False
    return tagged.lowers[first - 1] in (
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "dr",
        "dr.",
        "sen.",
        "rep.",
        "gov.",
        "sir",
        "senator",
        "congressman",
        "congresswoman",
    )


def _is_personal(tagged: TaggedText, span: Span) -> bool:
    """Whether all words but particles are plain capitalised words, as in persons' names."""
    for position in range(span.first, span.last):
        word = tagged.words[position]
        if word.lower() in PARTICLES or word in ("-", "."):
            continue
        if not (
            word[0].isupper()
            and (word[1:].islower() or len(word) <= 2 or "." in word or "'" in word or "’" in word or "-" in word or not word.isupper())
        ):
            return False
    return True
