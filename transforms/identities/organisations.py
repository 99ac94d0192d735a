"""Names of organisations, places and peoples: acronyms defined in the article, shorter forms, bodies in capitals, the unknown ones."""

import re
from itertools import pairwise

from transforms.annotations import Article, Mention, TaggedText
from transforms.folding import fold
from transforms.identities.discovered import discover_namesake, discover_organisation, discover_people, discover_place, initials
from transforms.identities.homes import Homes
from transforms.identities.institutions import INSTITUTION_RULES, Institution
from transforms.identities.owners import Owners
from transforms.identities.registered import Registered
from transforms.language import word_class
from transforms.language.en.labels import SUBJECT
from transforms.lexicon import Actor, Body, Lexicon
from transforms.rules import first_ruling

_LINKING = word_class("identities.small")
#: Words that a body's name holds beside its noun and its owner: "Royal", "Federal".
_OWNER_WORDS = word_class("identities.owner_words")
#: What may stand between a parenthesis and the short form in it.
_NO_WORDS = word_class("identities.acronym_openers")

_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z.&-]*[A-Z][A-Za-z.]?s?|[A-Z]{2,}")


def resolve_organisations(
    article: Article,
    tagged: TaggedText,
    mentions: list[Mention],
    lexicon: Lexicon,
    owners: Owners,
    found: dict[str, Actor],
    registered: Registered,
) -> None:
    """Give every name that is no person an actor. Discovered actors are put into `found`."""
    homes = Homes(article, tagged, mentions, lexicon)
    names = [m for m in mentions if m.layer in ("name", "adjectival") and m.ner != "PERSON"]
    defined = _defined_acronyms(tagged, names, lexicon)
    known: dict[str, str] = {}  # folded name to actor
    shorter: dict[str, str] = {}  # first words and initials of longer names
    for mention in names:
        surface = tagged.text[mention.start : mention.end]
        is_open = mention.actor_id is None and fold(surface) not in shorter
        if mention.ner == "ORG" and (is_open or _is_shared(tagged, mention, lexicon)):
            _take_body(Institution(tagged, mention, homes, owners, lexicon, article.day), found)
        if mention.actor_id is None and mention.rule == "place.namesake":
            actor = discover_namesake(str(mention.name), mention.country)
            mention.decide(found.setdefault(actor.actor_id, actor).actor_id, mention.rule)
            continue
        if mention.actor_id is None and mention.ner == "ORG":
            listed = registered.organisation(surface)
            if listed is not None:
                mention.decide(listed.actor_id, "organisation.registered", 0.75)
        named = mention.actor_id or known.get(fold(surface)) or (shorter.get(fold(surface)) if mention.ner == "ORG" else None)
        if named is None:
            actor = _discover(mention, surface, lexicon)
            named = found.setdefault(actor.actor_id, actor).actor_id
        if mention.actor_id is None:
            mention.decide(named, mention.rule)
        if known.setdefault(fold(surface), named) == named and " " in surface:
            for form in _shorter_forms(surface, named):
                shorter.setdefault(form, named)
            if mention.rule == "institution.committee":
                shorter.setdefault(fold(surface).partition(" ")[2], named)
    for mention in names:
        organisation = shorter.get(fold(tagged.text[mention.start : mention.end]), "")
        known_so = lexicon.actors.get(organisation) or found.get(organisation)
        if known_so is not None and known_so.kind == "company" and mention.rule == "vote.firm":
            mention.decide(organisation, "organisation.shortened")  # a headline that names it before the text does in full
            continue
        if known_so is not None and known_so.kind == "company" and _acts_though_town(tagged, mention, lexicon):
            mention.decide(organisation, "organisation.shortened")
            mention.ner = "ORG"
    for full, short in defined:
        _unite(full, short, names, tagged, lexicon)


def _take_body(case: Institution, found: dict[str, Actor]) -> None:
    """Give a body of a state its actor, in place, by what it is called at home, else by the noun of its name; parts of parliaments are put
    into `found`."""
    ruling = first_ruling(INSTITUTION_RULES, case)
    if ruling is None:
        body = _body_in(case.tagged, case.mention, case.lexicon) if case.mention.actor_id is None else None
        owner = case.owners.of(case.mention, case.mention.first, case.mention.last) if body is not None else None
        composed = case.lexicon.compose(owner, body.suffix) if owner and body is not None else None
        if composed is not None:
            case.mention.decide(composed.actor_id, "body.name", 0.8)
        return
    actor = ruling.verdict
    if case.lexicon.actor(actor.actor_id) is None:
        found.setdefault(actor.actor_id, actor)
    case.mention.decide(actor.actor_id, ruling.rule.id, 0.8 if ruling.rule.id == "institution.owned" else 0.7)


def _is_shared(tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the actor's name is what bodies of several countries are called at home: "House of Commons"."""
    return len(lexicon.institutions.get(" ".join(tagged.lowers[mention.first : mention.last]), ())) > 1


def _acts_though_town(tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a town acts: an organisation that bears its name is meant then ("Hanover said", of Hanover Insurance)."""
    if not tagged.has_syntax or tagged.deps[mention.head] != SUBJECT or mention.rule != "lexicon.name":
        return False
    return lexicon.place_kinds.get(mention.actor_id or "") == "city" and mention.actor_id not in lexicon.seat_of


def _discover(mention: Mention, surface: str, lexicon: Lexicon) -> Actor:
    if mention.ner in ("GPE", "LOC", "FAC"):
        return discover_place(surface, lexicon)
    if mention.ner == "NORP":
        return discover_people(surface)
    return discover_organisation(surface, lexicon)


def _shorter_forms(surface: str, actor_id: str) -> list[str]:
    """Forms under which a longer name is taken up: its first words, and its initials."""
    words = fold(surface).split()
    forms = [" ".join(words[:size]) for size in range(len(words) - 1, 0, -1)] if actor_id.startswith(_TAKEN_UP) else []
    letters = initials(surface)
    return [*(form for form in forms if len(form) > 2 and form.lower() not in _SMALL), *([letters] if len(letters) > 1 else [])]


#: Organisations whose first words alone mean them ("Amnesty" for "Amnesty International").
_TAKEN_UP = ("ORG.", "OUTLET.", "IGO.", "NGO.", "FIRM.")
_SMALL = word_class("identities.organisations_small")


def _defined_acronyms(tagged: TaggedText, names: list[Mention], lexicon: Lexicon) -> list[tuple[Mention, Mention]]:
    """(name, short form) where one stands in parentheses right after the other, in either order."""
    pairs: list[tuple[Mention, Mention]] = []
    for before, inside in pairwise(names):
        gap = tagged.text[before.end : inside.start].strip()
        if (
            gap[:1] != "("
            or gap[1:].strip() not in _NO_WORDS
            or not tagged.text[inside.end : inside.end + 2].strip().startswith((")", ",", ";", "”", "’"))
        ):
            continue
        left, right = tagged.text[before.start : before.end], tagged.text[inside.start : inside.end]
        if _ACRONYM.fullmatch(right) and _defines(left, right, before, inside, lexicon):
            pairs.append((before, inside))
        elif _ACRONYM.fullmatch(left) and _defines(right, left, inside, before, lexicon):
            pairs.append((inside, before))
    return pairs


def _defines(name: str, short: str, full: Mention, acronym: Mention, lexicon: Lexicon) -> bool:
    """Whether a short form in parentheses is the name's, and no country or party of what stands before: "Davenport (U.S.)"."""
    if full.ner != "ORG" or " " not in name:
        return False
    known = lexicon.actors.get(acronym.actor_id or "")
    if initials(name).startswith(short.replace(".", "").upper()[:2]):
        return True
    return (known is None or known.kind not in ("country", "territory", "place", "party")) and initials(name)[:1] == short[:1].upper()


def _unite(full: Mention, short: Mention, names: list[Mention], tagged: TaggedText, lexicon: Lexicon) -> None:
    """Name and acronym are one actor here, whatever the acronym means elsewhere; a known name wins, and a known acronym whose own name
    has most words in common with the one printed ("Organisation" for "Organization")."""
    if full.actor_id == short.actor_id or full.actor_id is None or short.actor_id is None:
        return
    printed = tagged.text[full.start : full.end]
    is_variant = full.actor_id not in lexicon.actors and any(
        _is_like(printed, alias.form) for alias in lexicon.aliases_of.get(short.actor_id, ())
    )
    winner, loser = (short, full) if is_variant else (full, short)
    lost, surface = loser.actor_id, tagged.text[loser.start : loser.end]
    for mention in names:
        if mention.actor_id == lost and tagged.text[mention.start : mention.end] == surface:
            mention.decide(str(winner.actor_id), "acronym.defined", 0.9)
            mention.ner = winner.ner


def _is_like(printed: str, known: str) -> bool:
    """Whether two names share most of their words, endings aside."""
    left, right = ({word[:5].lower() for word in fold(name).split() if len(word) > 3} for name in (printed, known))
    return len(left) > 0 and len(left & right) * 3 >= 2 * max(len(left), len(right))


def _body_in(tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> Body | None:
    """The state body whose noun ends (or, before "of", begins) a name in capitals: "Russian Foreign Ministry"."""
    lowers = tagged.lowers
    for last in range(mention.last, mention.first, -1):
        for first, noun in lexicon.nouns_ending(lowers, last, mention.first):
            if last - first < 2 and mention.last - mention.first < 2:
                continue
            if noun.bodies and (last - first > 1 or last == mention.last):
                rest = lowers[mention.first : first] + [w for w in lowers[last : mention.last] if w not in _LINKING]
                if all(_is_owner_word(word, lexicon) for word in rest):
                    return noun.bodies[0]
    return None


def _is_owner_word(word: str, lexicon: Lexicon) -> bool:
    return word in _OWNER_WORDS or bool(lexicon.lookup(word.capitalize()) or lexicon.lookup(word.upper()))
