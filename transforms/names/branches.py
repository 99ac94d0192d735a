"""Branches, campuses and organs: what a firm, charity or paper calls itself in a country, a university in a town, and a party's bureau.

"Nedbank Namibia" is neither the bank at large nor Namibia; "the University of Massachusetts, Dartmouth" is not Dartmouth College."""

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.lexicon import Alias, Lexicon
from transforms.names.name_spans import POSSESSIVE_MARKS, Span, is_modifier
from transforms.names.name_words import ORGANISATION_WORDS
from warehouse.vocabulary import STATE_KINDS

#: Kinds of bodies that have branches named after countries.
BRANCHING = frozenset({"company", "ngo", "outlet"})
_UNIVERSITY = word_class("names.universities")
#: What parties have, before "of".
PARTY_ORGANS = word_class("names.party_organs")
#: Words of a firm's name with its country.
_FIRM_AND_LAND = 2


def unite_branches(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans with one for each branch and campus."""
    united: list[Span] = []
    for span in spans:
        before = united[-1] if united else None
        if before is not None and _is_branch(tagged, before, span, lexicon):
            before.lengthen(span.last, "ORG", "name.branch")
        elif before is not None and _is_party_organ(tagged, before, span, lexicon):
            before.lengthen(span.last, "ORG", "name.of")
        elif before is not None and _is_campus(tagged, before, span, lexicon):
            before.lengthen(span.last, "ORG", "name.campus")
            before.aliases = tuple(lexicon.lookup(tagged.span(before.first, before.last).replace(" ,", ",")))
        else:
            if _ends_in_land(tagged, span, lexicon):
                span.retype("ORG", "name.branch")
            united.append(span)
    return united


def _is_branch(tagged: TaggedText, before: Span, span: Span, lexicon: Lexicon) -> bool:
    """Whether a country stands right behind a body that has branches, and for itself: not "Boeing China sales"."""
    is_next = before.last == span.first and tagged.sentence_of[before.first] == tagged.sentence_of[span.first]
    if not is_next or not _is_land(span.aliases, lexicon) or is_modifier(tagged, span.first, span.last):
        return False
    kinds = lexicon.kinds_of(before.aliases)
    is_known = bool(kinds) and kinds <= BRANCHING
    is_registered = not kinds and before.label == "ORG" and _is_firm(tagged.span(before.first, before.last), lexicon)
    return (
        (is_known or is_registered) and tagged.words[before.first][0].isupper() and tagged.lowers[before.last - 1] not in POSSESSIVE_MARKS
    )


def _is_firm(name: str, lexicon: Lexicon) -> bool:
    """Whether the register has one or more of that name, all of them firms."""
    kinds = {lexicon.actors[actor_id].kind for actor_id in lexicon.register.named(name)}
    return kinds == {"company"}


def _is_party_organ(tagged: TaggedText, before: Span, span: Span, lexicon: Lexicon) -> bool:
    """Whether a party's organ stands before "of" and the party: the "Political Bureau" of the Communist Party of China."""
    gap = tagged.lowers[before.last : span.first]
    is_next = gap in (["of"], ["of", "the"]) and not before.aliases and tagged.sentence_of[before.first] == tagged.sentence_of[span.first]
    is_organ = tagged.lowers[before.last - 1] in PARTY_ORGANS and tagged.words[before.last - 1][0].isupper()
    return is_next and is_organ and lexicon.kinds_of(span.aliases) == {"party"}


def _ends_in_land(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether what was taken for a person is a firm of the lexicon or the register with a country behind it: "Claro Nicaragua"."""
    if span.label != "PERSON" or span.aliases or span.last - span.first != _FIRM_AND_LAND:
        return False
    firm, land = tagged.words[span.first], tuple(lexicon.lookup(tagged.words[span.last - 1]))
    is_given = fold(firm).lower() in lexicon.given_names
    return not is_given and _is_land(land, lexicon) and (_is_firm(firm, lexicon) or lexicon.kinds_of(lexicon.lookup(firm)) == {"company"})


def _is_land(aliases: tuple[Alias, ...], lexicon: Lexicon) -> bool:
    certain = tuple(alias for alias in aliases if alias.is_certain and alias.kind == "name")
    return bool(certain) and lexicon.kinds_of(certain) <= STATE_KINDS


def _is_campus(tagged: TaggedText, before: Span, span: Span, lexicon: Lexicon) -> bool:
    """Whether a town stands behind the comma after a state's university, as its campus: not in a list ("…, Duke and Yale")."""
    comma, last = before.last, span.last
    is_next = span.first == comma + 1 and tagged.words[comma] == "," and tagged.sentence_of[before.first] == tagged.sentence_of[span.first]
    if not is_next or tagged.lowers[before.first] not in _UNIVERSITY or tagged.lowers[before.first + 1 : before.first + 2] != ["of"]:
        return False
    state = lexicon.lookup(tagged.span(before.first + 2, before.last))
    is_state = any(lexicon.place_kinds.get(alias.actor_id) == "state" for alias in state)
    behind = [*tagged.words[last : last + 2], "", ""]
    is_listed = behind[0].lower() in ("and", "or", "&") or (behind[0] == "," and behind[1][:1].isupper())
    is_body = any(word in ORGANISATION_WORDS for word in tagged.lowers[span.first : last])
    return is_state and not is_listed and not is_body and lexicon.is_place(tagged.span(span.first, last))
