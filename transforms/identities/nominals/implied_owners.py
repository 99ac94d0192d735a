"""Bodies and offices without a named owner: of the actor that had one before, otherwise of the country acting here."""

from transforms.annotations import Mention
from transforms.identities.antecedents import NEAR_WINDOW, WINDOW
from transforms.identities.generics import noun_of
from transforms.identities.nominals.bodies_and_offices import ARMED, OTHERWISE_TOO, holder_or_body, is_of_no_state, is_sought, own_body
from transforms.identities.nominals.case import DEFINITE, INDEFINITE, Meaning, Nominal, is_of_another
from transforms.identities.offices import VAGUE_OFFICES
from transforms.identities.surnames import RULING
from transforms.language import word_class, word_values
from transforms.language.en.labels import COMMON_NOUN_TAGS, COMPOUND, SUBJECTS
from transforms.lexicon import Actor

_POSSESSIVE = word_class("syntax.possessive_determiners")
_POSSESSIVE_MARKS = word_class("syntax.possessive_marks")
#: Bodies whose nouns also tell what is done: "stiff opposition", "political leadership", "the prosecution of smugglers".
_ACTS = word_class("identities.act_nouns")
#: Levels of government below the country's, and bodies that each of them has.
_SUBNATIONAL = word_class("identities.subnational")
_OF_LEVELS = frozenset({"LEG", "JUD", "GOV"})
#: Nouns that name a body only beside its owner: "the intelligence" is information, "budget negotiators" are of no state.
_OFFICES_TOO = word_class("identities.offices_too")
_NEVER_BARE = word_class("identities.never_bare")
#: Bodies that stand in other countries than their own.
_ABROAD = ".EMB"
#: Bodies of which news speaks in general: "police violence", "courts" are not those named last.
_EVERYWHERE = frozenset({"COP", "JUD", "SPY"})
#: Of these, those that are shown to something.
_SHOWN = word_class("identities.acts_shown")
_STATE = word_class("identities.state")
#: What points at one of many: "that prosecution".
_POINTING = word_class("identities.pointing")
_ONLY_OF = word_values("identities.only_of", str.split)
#: Bodies of which a text can speak without naming the country; "people" and "schools" are any country's, rebels fight in others.
STATE_BODIES = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "OPP"})
#: Of these, those that an official has: "Mueller's investigators", "Trump's presidency"; troops only a ruler has.
_OF_PERSONS, _OF_RULERS = frozenset({"GOV", "COP", "JUD", "SPY"}), frozenset({"MIL"})


def by_country_here(case: Nominal) -> Meaning | None:
    """ "The foreign ministry" is that of the country spoken of, unless one was named before."""
    noun, words = case.noun, case.words
    is_open = words[0] not in INDEFINITE and words[0] not in _POSSESSIVE and words[-1] not in VAGUE_OFFICES
    if case.owner is not None or not is_open or not (noun.bodies or noun.offices) or is_of_another(case) or is_sought(case):
        return None
    if noun.bodies and (noun.bodies[0].suffix.split(".")[0] not in STATE_BODIES or _lacks_owner(case) or _is_act(case)):
        return None
    if noun.bodies and (words[-1] in _NEVER_BARE or is_of_no_state(case) or noun.bodies[0].suffix.endswith(_ABROAD)):
        return None
    possessor = _person_inside(case)
    if possessor is not None:
        return _body_of_his_country(case, possessor)
    if words[-1] in _OFFICES_TOO:
        return None  # whoever runs for "the presidency" runs for the office
    again = _named_before(case) if words[0] in DEFINITE or not noun.bodies or noun.bodies[0].suffix not in _EVERYWHERE else None
    if again is not None:
        return again
    country = _country_here(case) if not _is_told_apart(case) else None
    if country is None:
        return None
    if noun.bodies:
        if words[-1] in _STATE and country.country in _ONLY_OF["federal"]:
            return None  # one of many
        actor = own_body(country, noun, case.around.lexicon)
        return Meaning(actor.actor_id, "nominal.body_of_context", 0.5) if actor is not None else None
    return holder_or_body(case, country, 0.5) if not case.mention.is_plural and words[0] == "the" else None


def _lacks_owner(case: Nominal) -> bool:
    """Whether a thing such as a warship could be anybody's: it does not refer back as "the warships" does."""
    body = case.noun.bodies[0]
    return body.is_owned and (case.words[0] != "the" or body.suffix not in case.around.memory.bodies)


def _is_act(case: Nominal) -> bool:
    """Whether the noun tells what is done (without "the", or by or to somebody named) or a body below the state's."""
    words, lowers, last = case.words, case.around.tagged.lowers, case.mention.last
    if words[-1] in _STATE:
        return words[:-1] != ["the"]  # "the decisive state" is no state body
    if not _SUBNATIONAL.isdisjoint(words[:-1]) and case.noun.bodies[0].suffix.split(".")[0] in _OF_LEVELS:
        return True  # "state legislatures" are not the country's
    if words[-1] not in _ACTS:
        return False
    is_done = lowers[last : last + 1] == ["of"] or (lowers[last : last + 1] == ["to"] and words[-1] in _SHOWN)
    return words[0] not in DEFINITE or words[0] in _POINTING or is_done or (words[-1] in _SHOWN and not _POSSESSIVE_MARKS.isdisjoint(words))


def _person_inside(case: Nominal) -> Mention | None:
    """Whose the body is, if a person's: "Mueller's investigators"."""
    names = (case.around.owners.name_at(position) for position in range(case.mention.first, case.mention.head))
    return next((name for name in names if name is not None and name.ner == "PERSON"), None)


def _body_of_his_country(case: Nominal, possessor: Mention) -> Meaning | None:
    """Who governs or investigates does so for his country; followers and opponents are of no state."""
    around, bodies = case.around, case.noun.bodies
    person = around.actor(possessor)
    country = around.lexicon.country_actor(person.country) if person is not None and person.country else None
    if person is None or country is None or not bodies:
        return None
    has_led = any(tenure.base in RULING for tenure in around.lexicon.tenures_of.get(person.actor_id, ()))
    if bodies[0].suffix.split(".")[0] not in (_OF_PERSONS | _OF_RULERS if has_led else _OF_PERSONS):
        return None
    actor = own_body(country, case.noun, around.lexicon)
    return Meaning(actor.actor_id, "nominal.body_of_context", 0.5) if actor is not None else None


def _named_before(case: Nominal) -> Meaning | None:
    """The body so called that was named last, or the holder of the office."""
    memory, bodies, offices = case.around.memory, case.noun.bodies, case.noun.offices
    body = (memory.bodies.get(bodies[0].suffix) or memory.phrases.get(case.words[-1])) if bodies else None
    can_be_others = bool(bodies) and (bodies[0].suffix.split(".")[0] in ARMED or case.words[-1] in OTHERWISE_TOO)
    is_others = can_be_others and _is_told_apart(case)  # "regime forces", "the sanctions regime"
    if body is not None and not is_others and not _is_elsewhere(case, body):
        return Meaning(body, "nominal.body_again", 0.6)
    holder = next((memory.holders[office.office_id] for office in offices if office.office_id in memory.holders), None)
    return Meaning(holder, "office.in_article", 0.7) if holder is not None and not case.mention.is_plural else None


def _is_elsewhere(case: Nominal, body_id: str) -> bool:
    """Whether the sentence plays in another country than that of the body named before: "In Washington, Congress …" after India's."""
    scene, body = case.around.homes.scene_at(case.mention.first), case.around.lexicon.actor(body_id)
    return scene is not None and body is not None and body.country not in (None, scene)


def _is_told_apart(case: Nominal) -> bool:
    """Whether another noun says which ones are meant: "the news helicopters" are no country's."""
    tagged, mention = case.around.tagged, case.mention
    inside = range(mention.first, mention.head)
    return (
        tagged.has_syntax
        and any(
            tagged.heads[position] == mention.head and tagged.deps[position] == COMPOUND and tagged.tags[position] in COMMON_NOUN_TAGS
            for position in inside
        )
        and noun_of(tagged, mention, case.around.lexicon)[1] == mention.head
    )


def _country_here(case: Nominal) -> Actor | None:
    """The country spoken of here, of those that have a body so called (not every one has a senate), else the one most present, unless the
    article as a whole speaks of another there."""
    around, mention = case.around, case.mention
    having = around.lexicon.institutions.get(case.noun.bodies[0].noun.lower()) if case.noun.bodies else None
    spoken_of = around.lexicon.country_actor(around.homes.country_at(mention.first, having)) if having is not None else None
    is_bare = mention.last - mention.first == 1 and mention.is_plural
    present = around.antecedents.country_here(mention, NEAR_WINDOW if is_bare else WINDOW)
    home = around.homes.country_at(mention.first, margin=1.0) if spoken_of is None and present is not None else None
    return spoken_of or (present if present is not None and home in (None, present.country) else _subject_before(case))


def _subject_before(case: Nominal) -> Actor | None:
    """The country that the sentence before is about: "Russia expressed concern. The comments from the foreign ministry …"."""
    if not case.is_definite or not case.noun.bodies:
        return None
    tagged, around = case.around.tagged, case.around
    before = tagged.sentence_of[case.mention.first] - 1
    there = (one for one in reversed(around.antecedents.earlier) if tagged.sentence_of[one.head] == before and one.layer == "name")
    subjects = (around.actor(one) for one in there if tagged.deps[one.head] in SUBJECTS)
    return next((actor for actor in subjects if actor is not None and actor.kind == "country"), None)
