"""Names of organisations, places and peoples: whom they mean, and those that no dictionary knows."""

from transforms.annotations import Article, Mention, TaggedText
from transforms.identities.defined_acronyms import defined_acronyms, implied_acronyms, unite
from transforms.identities.discovered import discover_namesake, discover_organisation, discover_people, discover_place
from transforms.identities.homes import Homes
from transforms.identities.institutions import Institution, take_institution
from transforms.identities.names_seen import NamesSeen
from transforms.identities.owners import Owners
from transforms.identities.registered import Registered
from transforms.language.en.labels import SUBJECT
from transforms.lexicon import Actor, Lexicon

_PARTICIPLE_ENDINGS = ("ed", "ing")


def resolve_organisations(
    article: Article,
    tagged: TaggedText,
    mentions: list[Mention],
    lexicon: Lexicon,
    owners: Owners,
    found: dict[str, Actor],
    registered: Registered,
) -> None:
    """Give every name other than a person's an actor. Discovered actors go into `found`."""
    names = [m for m in mentions if m.layer in ("name", "adjectival") and m.ner != "PERSON"]
    homes, seen = Homes(article, tagged, mentions, lexicon), NamesSeen()
    defined = list(defined_acronyms(tagged, names, lexicon))
    for mention in names:
        surface = tagged.text[mention.start : mention.end]
        is_open = mention.actor_id is None and not seen.shortened(surface)
        if mention.ner == "ORG" and (is_open or _is_shared(tagged, mention, lexicon)):
            take_institution(Institution(tagged, mention, homes, owners, lexicon, article.day), found)
        if mention.actor_id is None and mention.rule == "place.namesake":
            _take_namesake(mention, found)
            continue
        if mention.actor_id is None and mention.ner == "ORG" and not _is_participle(tagged, mention):
            _take_registered(mention, surface, registered)
        named = mention.actor_id or seen.actor_of(surface, mention.ner == "ORG") or _discover(article, mention, surface, lexicon, found)
        if mention.actor_id is None:
            mention.decide(named, mention.rule)
        seen.note(surface, named, is_committee=mention.rule == "institution.committee")
    for mention in names:
        _take_shortened(mention, seen, tagged, lexicon, found)
    for full, short in defined:
        unite(full, short, names, tagged, lexicon)
    for full, short in list(implied_acronyms(tagged, names, lexicon)):
        unite(full, short, names, tagged, lexicon, "acronym.implied")


def _is_participle(tagged: TaggedText, mention: Mention) -> bool:
    """Whether a sentence opens with a verb that only its place capitalises: "Allied with tribesmen, they won"."""
    opens = mention.first == tagged.sentences[tagged.sentence_of[mention.first]][0]
    return opens and mention.last - mention.first == 1 and tagged.lowers[mention.first].endswith(_PARTICIPLE_ENDINGS)


def _is_shared(tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the actor's name is what bodies of several countries are called at home: "House of Commons"."""
    return len(lexicon.institutions.get(" ".join(tagged.lowers[mention.first : mention.last]), ())) > 1


def _take_namesake(mention: Mention, found: dict[str, Actor]) -> None:
    """A place that is not the one known by its name is a separate actor."""
    actor = discover_namesake(str(mention.name), mention.country)
    mention.decide(found.setdefault(actor.actor_id, actor).actor_id, mention.rule)


def _take_registered(mention: Mention, surface: str, registered: Registered) -> None:
    listed = registered.organisation(surface)
    if listed is not None:
        mention.decide(listed.actor_id, "organisation.registered", 0.75)


def _discover(article: Article, mention: Mention, surface: str, lexicon: Lexicon, found: dict[str, Actor]) -> str:
    """The actor of a name that no dictionary knows."""
    if mention.ner in ("GPE", "LOC", "FAC"):
        actor = discover_place(surface, lexicon)
    elif mention.ner == "NORP":
        actor = discover_people(surface)
    else:
        actor = discover_organisation(surface, lexicon, article.text)
    return found.setdefault(actor.actor_id, actor).actor_id


def _take_shortened(mention: Mention, seen: NamesSeen, tagged: TaggedText, lexicon: Lexicon, found: dict[str, Actor]) -> None:
    """A company by the first words of its name, which look like another thing: in a headline, or as a town that acts."""
    organisation = seen.shortened(tagged.text[mention.start : mention.end])
    actor = lexicon.actors.get(organisation) or found.get(organisation)
    if actor is None or actor.kind != "company":
        return
    if mention.rule == "vote.firm":
        mention.decide(organisation, "organisation.shortened")  # a headline that names it before the text does in full
    elif _acts_though_town(tagged, mention, lexicon):
        mention.decide(organisation, "organisation.shortened")
        mention.ner = "ORG"


def _acts_though_town(tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a town acts: an organisation that bears its name is meant then ("Hanover said", of Hanover Insurance)."""
    if not tagged.has_syntax or tagged.deps[mention.head] != SUBJECT or mention.rule != "lexicon.name":
        return False
    return lexicon.place_kinds.get(mention.actor_id or "") == "city" and mention.actor_id not in lexicon.seat_of
