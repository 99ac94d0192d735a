"""Forces that a power or its ruler sends, posts or takes home are its own: "France sent troops to Mali"."""

from transforms.annotations import Mention
from transforms.identities.nominals.bodies_and_offices import ARMED, is_of_no_state, own_body
from transforms.identities.nominals.case import Meaning, Nominal
from transforms.language import word_class
from transforms.language.en.grammar import agent_of, subject_of
from transforms.language.en.labels import OBJECT, PARTICIPLE, PASSIVE_SUBJECT
from transforms.lexicon import Actor, Lexicon
from transforms.names.rulers import has_led
from warehouse.vocabulary import STATE_KINDS

_SENDING = word_class("identities.sending")


def by_sender(case: Nominal) -> Meaning | None:
    """The forces of the power that sends them."""
    bodies = case.noun.bodies
    if not bodies or bodies[0].suffix.split(".")[0] not in ARMED or case.owner is not None or is_of_no_state(case):
        return None
    sender = _sender(case)
    named = case.around.actor(sender) if sender is not None else None
    power = _power(named, case.around.lexicon) if named is not None else None
    actor = own_body(power, case.noun, case.around.lexicon) if power is not None else None
    return Meaning(actor.actor_id, "nominal.sender", 0.7) if actor is not None else None


def _power(actor: Actor, lexicon: Lexicon) -> Actor | None:
    """The body of states or the country whose forces the actor sends; a national body does so for its country, and who ever led it."""
    if actor.kind == "igo":
        return actor
    is_of_state = actor.kind in STATE_KINDS or actor.actor_id.partition(".")[0] == actor.country
    return lexicon.country_actor(actor.country or "") if is_of_state or has_led(actor.actor_id, lexicon) else None


def _sender(case: Nominal) -> Mention | None:
    """Who sends them."""
    tagged, head = case.around.tagged, case.mention.head
    verb = tagged.heads[head]
    is_sent_by = tagged.deps[head] == PASSIVE_SUBJECT
    position = None
    if tagged.lowers[verb] in _SENDING and (is_sent_by or tagged.deps[head] == OBJECT):
        position = agent_of(tagged, verb) if is_sent_by else subject_of(tagged, verb)
    else:
        sent = (child for child in tagged.children[head] if tagged.tags[child] == PARTICIPLE and tagged.lowers[child] in _SENDING)
        position = next((agent for child in sent if (agent := agent_of(tagged, child)) is not None), None)
    return _at(case, position) if position is not None else None


def _at(case: Nominal, position: int) -> Mention | None:
    """The mention that a word is the head of, before or behind the phrase."""
    before = next((m for m in reversed(case.around.memory.mentions) if m.head == position and m.layer != "adjectival"), None)
    return before or case.around.owners.name_at(position)
