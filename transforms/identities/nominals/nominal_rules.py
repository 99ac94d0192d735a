"""The rules for descriptions in their order, and the stage that asks them of each common-noun phrase of an article."""

from collections.abc import Mapping, Sequence, Set

from transforms.annotations import Article, Mention, TaggedText
from transforms.identities.antecedents import Antecedents
from transforms.identities.generics import noun_of
from transforms.identities.homes import Homes
from transforms.identities.nominals.bodies_and_offices import by_owner
from transforms.identities.nominals.case import Meaning, Nominal, Surroundings, find_actor
from transforms.identities.nominals.implied_owners import by_country_here
from transforms.identities.nominals.memory import Memory
from transforms.identities.nominals.names_beside import by_apposition, by_name_behind
from transforms.identities.nominals.senders import by_sender
from transforms.identities.nominals.taken_up import by_antecedent, by_only_group, by_title, find_issuer
from transforms.identities.nominals.told_owners import owner_told
from transforms.identities.nominals.unnamed_agents import by_contest, by_kind
from transforms.identities.owners import Owners
from transforms.language import word_class, word_values
from transforms.lexicon import Actor, Lexicon
from transforms.names.nominal_spans import STATEMENTS
from transforms.rules import Example, Rule, Step, first_ruling

#: Bodies of state that go by their noun in capitals; and those that do without an article.
_PROPER_BODIES, _BARE_BODIES = word_class("identities.proper_bodies"), word_class("identities.bare_bodies")
#: What only some states have, and which: federal authorities, and governments that news calls administrations.
_ONLY_OF = word_values("identities.only_of", str.split)


def resolve_nominals(
    article: Article,
    tagged: TaggedText,
    mentions: list[Mention],
    lexicon: Lexicon,
    owners: Owners,
    found: dict[str, Actor],
    held: Mapping[str, Set[tuple[str, str]]],
    titles: Mapping[str, Set[str]],
) -> None:
    """Give each description its actor, in place; mentions must be in text order. `held` and `titles` are the offices and titles that the
    text gives persons, by their ids; unnamed agents are put into `found`."""
    names = [mention for mention in mentions if mention.layer == "name" and mention.actor_id is not None]
    memory = Memory(tagged, lexicon, held, titles)
    antecedents = Antecedents(tagged, lexicon, memory.mentions, names, lambda mention: find_actor(mention, lexicon, found))
    around = Surroundings(article, tagged, lexicon, owners, Homes(article, tagged, mentions, lexicon), antecedents, memory, found)
    for mention in mentions:
        if mention.layer == "nominal" and mention.actor_id is None:
            _resolve(around, mention)
        if mention.layer != "pronoun":
            memory.note(mention, around.actor(mention))


def name_bodies(tagged: TaggedText, mentions: list[Mention]) -> None:
    """Make names of the descriptions that are the proper names of bodies of state ("Congress", "the Cabinet"), in place."""
    for mention in mentions:
        if mention.layer == "nominal" and _is_proper(tagged, mention):
            mention.first = mention.last - 1
            mention.start, mention.layer, mention.ner = tagged.starts[mention.first], "name", "ORG"


def _resolve(around: Surroundings, mention: Mention) -> None:
    noun, first = noun_of(around.tagged, mention, around.lexicon)
    words = around.tagged.lowers[mention.first : mention.last]
    if noun is None:
        issuer = find_issuer(around, mention) if words[-1] in STATEMENTS else None
        if issuer is not None:
            mention.decide(*issuer)
        return
    ruling = first_ruling(NOMINAL_RULES, Nominal(around, mention, noun, first, words, owner_told(around, mention, noun, first)))
    if ruling is None:
        return
    if not _can_have(around, ruling.verdict.actor_id, words):
        told = f"{ruling.verdict.actor_id} is no federation"
        mention.trace.append(Step("nominal", "", declined=(*ruling.declined, ruling.verdict.rule), note=told))
        return
    mention.decide(*ruling.verdict)
    mention.trace[-1] = mention.trace[-1]._replace(declined=ruling.declined)


def _is_proper(tagged: TaggedText, mention: Mention) -> bool:
    """Whether a body of state goes by its noun as by a name: "Congress", "the Cabinet"."""
    position = mention.last - 1
    if mention.actor_id is None or mention.actor_id.startswith("GENERIC.") or tagged.lowers[position] not in _PROPER_BODIES:
        return False
    if not tagged.words[position].istitle() or tagged.lowers[mention.first : position] not in ([], ["the"]):
        return False
    return position > tagged.sentences[tagged.sentence_of[position]][0] or tagged.lowers[position] in _BARE_BODIES


def _can_have(around: Surroundings, actor_id: str, words: Sequence[str]) -> bool:
    """Whether a country has what is called so: only federations have federal authorities, and no parliament makes an administration."""
    actor = around.lexicon.actor(actor_id) or around.found.get(actor_id)
    if actor is None or actor.country is None:
        return True
    return all(actor.country in _ONLY_OF[word] for word in words if word in _ONLY_OF)


#: Whom a description means, in the order in which it is asked. Each decides by a rule of its own id or of one told in its sentence.
NOMINAL_RULES: tuple[Rule[[Nominal], Meaning], ...] = (
    Rule(
        "nominal.apposition", "The name beside it.",
        (Example("They met a lawyer, Anna Berg, in May.", "a lawyer", "PER.anna-berg"),), by_apposition,
    ),
    Rule(
        "office.contested", "No holder of an office for which people run.",
        (Example("The governor's race in Michigan was close.", "The governor", "GENERIC.governors"),), by_contest,
    ),
    Rule(
        "nominal.named", "The place whose name follows \"of\".",
        (Example("They left the city of Lyon.", "the city", "PLACE.lyon"),), by_name_behind,
    ),
    Rule(
        "nominal.body", "The body, office or fighters of the owner named beside it.",
        (Example("The Russian foreign ministry answered.", "The Russian foreign ministry", "RUS.GOV.MFA"),), by_owner,
    ),
    Rule(
        "nominal.sender", "The forces of the power that sends or posts them, or takes them home.",
        (Example("France sent troops to Mali.", "troops", "FRA.MIL"),), by_sender,
    ),
    Rule(
        "nominal.*", "The actor named before that the noun refers back to.",
        (Example("NATO met on Monday. The alliance sent troops.", "The alliance", "IGO.NATO"),), by_antecedent,
    ),
    Rule(
        "nominal.fighters", "The only armed group named in the text so far.",
        (Example("Boko Haram attacked a village. The militants fled.", "The militants", "ARMED.BOKOHARAM"),), by_only_group,
    ),
    Rule(
        "office.titled_so", "The person whom the text gave that title.",
        (Example("Labour Minister Anna Berg spoke. The minister left.", "The minister", "PER.anna-berg"),), by_title,
    ),
    Rule(
        "nominal.body_of_context", "A body or office of the owner of an earlier one, otherwise of the country acting here.",
        (Example("Russia attacked. The foreign ministry was silent.", "The foreign ministry", "RUS.GOV.MFA"),),
        by_country_here,
    ),
    Rule(
        "nominal.generic", "Unnamed agents of one kind.",
        (Example("Analysts were surprised.", "Analysts", "GENERIC.analysts"),), by_kind,
    ),
)  # fmt: skip
