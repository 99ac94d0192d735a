"""The state offices that the words beside a name tell, which speak for or against a guess whose name it is."""

from transforms.annotations import Mention, TaggedText
from transforms.identities.offices import PAST_WORDS, VAGUE_OFFICES
from transforms.identities.titled_persons import descriptions
from transforms.language import word_class
from transforms.lexicon import Lexicon, Office
from transforms.names.name_spans import POSSESSIVE_MARKS

#: What leads from a post to whose it is.
_LINKS = word_class("identities.links")


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
