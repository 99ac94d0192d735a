"""Names that are nearly those of known persons, and the offices told beside a name, which must not speak against such a guess."""

from collections.abc import Sequence

from transforms.annotations import Mention, TaggedText
from transforms.folding import fold
from transforms.identities.offices import PAST_WORDS, VAGUE_OFFICES
from transforms.identities.titled_persons import descriptions
from transforms.language import word_class
from transforms.lexicon import Lexicon, Office
from transforms.names.name_spans import POSSESSIVE_MARKS

#: What leads from a post to whose it is.
_LINKS = word_class("identities.links")
#: Words of the shortest name with a given one, and letters of the shortest given name of which one is a slip rather than another name.
_WHOLE, _SHORTEST_GIVEN = 2, 5


def offices_told(tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> set[Office]:
    """The state offices that the title before a name and the apposition behind it tell; not those of the past, nor those of which
    every body has one."""
    told: set[Office] = set()
    for first, last in descriptions(tagged, mention):
        marks = [place for place in range(first, last) if tagged.lowers[place] in POSSESSIVE_MARKS]
        begin = marks[-1] + 1 if marks else first  # "the president's daughter"
        is_title = last == mention.first and tagged.words[last - 1] != ","  # "Secretary of State Ann Reid"
        end = last if is_title else next((place for place in range(begin + 1, last) if _ends_post(tagged, place)), last)
        if PAST_WORDS.isdisjoint(tagged.lowers[first:last]):
            start, noun = next(iter(lexicon.nouns_ending(tagged.lowers, end, begin)), (0, None))
            if noun is not None and " ".join(tagged.lowers[start:end]) not in VAGUE_OFFICES:
                told |= {office for office in noun.offices if office.suffix}
    return told


def _ends_post(tagged: TaggedText, place: int) -> bool:
    """Whether it is said from there on whose a post is."""
    return tagged.lowers[place] in _LINKS or tagged.words[place] == ","


def known_misspelt(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The only person of the lexicon with these surnames whose given name is one slip away: "Kristen" for "Kirsten"."""
    if len(words) < _WHOLE or len(words[0]) < _SHORTEST_GIVEN:
        return None
    given, rest = words[0].lower(), [word.lower() for word in words[1:]]
    bearers = [
        bearer
        for bearer in lexicon.surnames.get(rest[-1], ())
        if (own := fold(lexicon.actors[bearer].name).lower().split())[1:] == rest and _is_slip(given, own[0])
    ]
    return bearers[0] if len(bearers) == 1 and _is_of_one_gender(given, bearers[0], lexicon) else None


def _is_of_one_gender(given: str, actor_id: str, lexicon: Lexicon) -> bool:
    """Whether the printed name can be one of the person's gender."""
    printed, known = lexicon.gender_of_name(given), lexicon.genders.get(actor_id)
    return printed is None or known is None or printed == known


def _is_slip(printed: str, meant: str) -> bool:
    """Whether one letter too many, too few or wrong, or two in the wrong order, part two words that begin alike."""
    if printed == meant or printed[0] != meant[0] or abs(len(printed) - len(meant)) > 1 or len(meant) < _SHORTEST_GIVEN:
        return False
    same = next(
        (place for place, pair in enumerate(zip(printed, meant, strict=False)) if pair[0] != pair[1]), min(len(printed), len(meant))
    )
    left, right = printed[same:], meant[same:]
    is_one_off = left[1:] == right[1:] or left[1:] == right or left == right[1:]
    return is_one_off or (left[:2] == right[1::-1] and left[2:] == right[2:])
