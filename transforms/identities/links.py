"""Who is meant: every mention its actor, with the actor's name, kind, country and its sector on the article's day."""

from collections.abc import Callable, Sequence
from datetime import date

from transforms.annotations import Article, Mention, TaggedText
from transforms.identities.corrected import correct_names
from transforms.identities.described_firms import describe_firms
from transforms.identities.federal_states import governs
from transforms.identities.homes import Homes
from transforms.identities.members import note_members
from transforms.identities.nominals.nominal_rules import name_bodies, resolve_nominals
from transforms.identities.one_of_many import read_citizens, read_members
from transforms.identities.organisations import resolve_organisations
from transforms.identities.owners import Owners
from transforms.identities.persons import resolve_persons
from transforms.identities.provinces import read_provinces
from transforms.identities.readings import Reading, read_place
from transforms.identities.registered import Registered
from transforms.identities.spelt_out import unite_spelt_out
from transforms.identities.sports import is_team_here, take_as_team
from transforms.identities.titled_persons import describe_persons
from transforms.identities.told_sectors import ELITE_AFTER
from transforms.language import word_class
from transforms.language.en.labels import NOUN_TAGS, POSSESSOR
from transforms.lexicon import Actor, Lexicon, Tenure
from transforms.names.constituencies import is_constituency
from transforms.names.sports_news import is_sports_news
from transforms.rules import Step

#: What is held in the town whose name stands before it; and what lies in a state as towns do.
_MEETINGS, _COUNTIES = word_class("identities.meetings"), word_class("identities.counties")
#: What a town has and no government.
_TOWNS_HAVE = word_class("identities.towns_have")
_WAR = "War"
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
#: What is known and not read: where a lawmaker sits for, the place of report.
_KNOWN = frozenset({"reading.state_of", "reading.dateline"})
#: From this probability on what a reader says of a place stands against the rules.
_SURE = 0.9
#: What states were called that are another one by now, of which there is an item of its own.
_FORMER_STATES = word_class("identities.former_states")
#: Of spans of characters of an article the probability that each is a power; None where it was not read so far.
type PlaceReader = Callable[[TaggedText, Sequence[tuple[int, int]]], Sequence[float | None]]


def resolve_names(article: Article, tagged: TaggedText, mentions: list[Mention], lexicon: Lexicon, found: dict[str, Actor]) -> None:
    """Give names their actors, in place; those that no dictionary knows are put into `found`."""
    registered = Registered(article, tagged, mentions, lexicon)
    resolve_persons(article, tagged, mentions, lexicon, found, registered)
    note_members(tagged, mentions, lexicon, found)
    resolve_organisations(article, tagged, mentions, lexicon, Owners(tagged, mentions, lexicon), found, registered)
    read_provinces(tagged, mentions, lexicon)
    correct_names(article, tagged, mentions, lexicon, found)
    read_members(tagged, mentions, lexicon, found)
    read_citizens(tagged, mentions, lexicon)


def read_places(
    tagged: TaggedText, mentions: list[Mention], lexicon: Lexicon, found: dict[str, Actor], reader: PlaceReader | None = None
) -> None:
    """Say of each place name whether it is a place, a power or a team, in place; where a reader of sentences is sure, as it says."""
    is_sport = is_sports_news(tagged)
    said = _ask(reader, tagged, mentions) if reader is not None else {}
    for mention in mentions:
        if mention.layer in ("name", "adjectival") and mention.ner in _PLACE_LABELS or mention.rule == "lexicon.metonym":
            named = lexicon.actors.get(mention.actor_id or "")
            _take_reading(tagged, mention, lexicon, said.get(id(mention)))
            if named is not None and named.kind in ("country", "territory", "place") and is_team_here(tagged, mention, is_sport):
                take_as_team(mention, named, found)
        if mention.layer in ("name", "adjectival") and _names_a_war(tagged, mention, lexicon):
            mention.reading = "place"


def _names_a_war(tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a land is part of the name of a war: "the Korean War", "the Spanish-American War"."""
    behind, actor = tagged.words[mention.last : mention.last + 3], lexicon.actors.get(mention.actor_id or "")
    is_land = actor is not None and actor.kind in ("country", "territory")
    return is_land and (behind[:1] == [_WAR] or (behind[:1] in (["-"], ["–"]) and behind[2:] == [_WAR]))


def resolve_descriptions(article: Article, tagged: TaggedText, mentions: list[Mention], lexicon: Lexicon, found: dict[str, Actor]) -> None:
    """Describe the actors of names, then give descriptions theirs, in place."""
    owners = Owners(tagged, mentions, lexicon)
    held, titles = describe_persons(tagged, mentions, lexicon, owners, Homes(article, tagged, mentions, lexicon), found)
    describe_firms(tagged, mentions, lexicon, found)
    for mention in mentions:
        _describe(article, tagged, mention, lexicon, found)
    resolve_nominals(article, tagged, mentions, lexicon, owners, found, held, titles)
    unite_spelt_out(article, tagged, mentions, lexicon, found)
    for mention in mentions:
        if mention.layer == "nominal" or mention.kind is None or mention.rule == "acronym.defined":
            _describe(article, tagged, mention, lexicon, found)
    name_bodies(tagged, mentions)


def _ask(reader: PlaceReader, tagged: TaggedText, mentions: Sequence[Mention]) -> dict[int, str]:
    """What the reader is sure of, by the id of the mention: place or power."""
    asked = [mention for mention in mentions if mention.layer == "name" and mention.ner in _PLACE_LABELS]
    powers = reader(tagged, [(mention.start, mention.end) for mention in asked])
    sure = [(mention, power) for mention, power in zip(asked, powers, strict=True) if power is not None and abs(power - 0.5) >= _SURE - 0.5]
    return {id(mention): "power" if power > 0.5 else "place" for mention, power in sure}


def _take_reading(tagged: TaggedText, mention: Mention, lexicon: Lexicon, said: str | None = None) -> None:
    """Place or power; a seat read as power is the government that sits there, a country stays the country. `said`: what a reader of
    sentences is sure of."""
    actor = lexicon.actors.get(mention.actor_id or "")
    is_state = actor is not None and (actor.kind in ("country", "territory", "government", "bloc") or actor.actor_id in lexicon.seat_of)
    ruling = read_place(tagged, mention, is_state)
    found, rule, declined = ruling.verdict, ruling.rule.id, ruling.declined
    if _is_seat_for(tagged, mention, lexicon):
        found, rule, declined = Reading("place", "where a lawmaker sits for, or a town lies"), "reading.state_of", ()
    reading = found.value
    if said is not None and rule not in _KNOWN:
        reading, found = said, found._replace(value=said, reason=f"read as {said}; the rule: {found.reason}")
    aliases = lexicon.lookup(tagged.text[mention.start : mention.end])
    seats = [alias for alias in aliases if alias.kind == "metonym"]
    places = [alias for alias in aliases if alias.kind == "name" and alias.actor_id.startswith("PLACE.")]
    if mention.rule == "lexicon.metonym" and not (places and lexicon.place_kinds.get(places[0].actor_id) in ("city", "state", "region")):
        # Only a seat of power ("Kremlin"): it is a power unless something stands in or at it.
        reading = "place" if found.is_site else "power"
    mention.reading = reading
    mention.trace.append(Step(rule, reading, declined=declined, note=found.reason))
    if not seats or mention.actor_id is None:
        return
    government = next((alias.actor_id for alias in seats if alias.actor_id == lexicon.seat_of.get(mention.actor_id)), None)
    if mention.rule == "lexicon.metonym":
        government = mention.actor_id
    is_federal = mention.rule != "lexicon.metonym" and lexicon.place_kinds.get(mention.actor_id) == "state"
    if is_federal and not governs(tagged, mention, lexicon):
        return  # an electorate, or land
    if reading == "power" and government is not None:
        mention.decide(government, "metonym.power")
    elif reading == "place" and mention.rule == "lexicon.metonym" and places:
        mention.decide(places[0].actor_id, "metonym.place")


def _is_seat_for(tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a state only says where: somebody sits for it in a parliament ("(R-Texas)", "represents Oklahoma"; a country so represented
    is a power), a town lies in it, or they meet in it."""
    before = tagged.lowers[mention.first - 1] if mention.first else ""
    behind = mention.last if mention.last < len(tagged.words) else mention.head
    if mention.actor_id in lexicon.seat_of and tagged.lowers[behind] in _MEETINGS and tagged.tags[behind] in NOUN_TAGS:
        return True  # "their Helsinki summit"
    if (
        mention.actor_id in lexicon.seat_of
        and tagged.deps[mention.head] == POSSESSOR
        and tagged.lowers[tagged.heads[mention.head]] in _TOWNS_HAVE
    ):
        return True  # "London's police"
    is_state = lexicon.place_kinds.get(mention.actor_id or "") == "state"
    if is_state and before == "," and mention.first > 1 and _is_city_at(tagged, mention.first - 2, lexicon):
        return True  # "Odessa, Texas"
    if is_state and before == "(" and tagged.words[mention.last : mention.last + 1] == [")"] and mention.first > 1:
        return tagged.words[mention.first - 2][0].isupper()  # "Mitch McConnell (Ky.)"
    return (is_state and before.startswith("represent")) or is_constituency(tagged, mention.first)


def _is_city_at(tagged: TaggedText, position: int, lexicon: Lexicon) -> bool:
    """Whether the words that end at the token are a town's or county's name."""
    if tagged.lowers[position] in _COUNTIES:
        return True
    names = (tagged.span(first, position + 1) for first in range(max(position - 2, 0), position + 1))
    return any(lexicon.towns_of(name) or any(lexicon.place_kinds.get(a.actor_id) == "city" for a in lexicon.lookup(name)) for name in names)


def _describe(article: Article, tagged: TaggedText, mention: Mention, lexicon: Lexicon, found: dict[str, Actor]) -> None:
    """Copy what is known of the actor to its mention."""
    if mention.actor_id is None:
        return
    actor = lexicon.actor(mention.actor_id) or found.get(mention.actor_id)
    if actor is None:
        return
    words = tagged.span(mention.first, mention.last).replace("-", " ")
    item = _item(mention, words, actor, lexicon)
    if actor.kind != "person":
        mention.describe(actor if item == actor.wikidata else actor._replace(wikidata=item))
        return
    mention.gender = lexicon.genders.get(actor.actor_id) or mention.gender
    sector, office = sector_on(actor, article, lexicon)
    # what the title in the text says counts where the lexicon cannot tell the day's office
    mention.describe(actor._replace(wikidata=item, sector=sector or mention.sector))
    mention.office = office or mention.office


def _item(mention: Mention, words: str, actor: Actor, lexicon: Lexicon) -> str | None:
    """The item of what the words name: "Americans" are not a country, and a region that acts has its own item, not its government's."""
    if mention.rule == "lexicon.people" and mention.layer == "name" and actor.kind in ("country", "territory", "place"):
        return None
    if actor.kind == "country" and words in _FORMER_STATES:
        return None  # "West Germany" has an item of its own
    if actor.wikidata is None and mention.rule == "metonym.power" and actor.actor_id != f"{actor.country}.GOV":
        seat = lexicon.actors.get(lexicon.place_of.get(actor.actor_id, ""))
        return seat.wikidata if seat is not None else None
    return actor.wikidata


def sector_on(actor: Actor, article: Article, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Sector and office of a person on the article's day: of the office held, ELI after the last one, else what the lexicon says."""
    tenures = lexicon.tenures_of.get(actor.actor_id, ())
    day = article.day
    if not tenures or day is None:
        return actor.sector, None
    tenure = lexicon.tenure_on(actor.actor_id, day)
    if tenure is not None:
        body = lexicon.actor(tenure.body_id)
        office = lexicon.offices.get(tenure.office_id)
        sector = office.sector if office is not None else None
        return sector or actor.sector, f"{tenure.office} of {body.name}" if body is not None else tenure.office
    past = [entry for entry in tenures if entry.valid_to is not None and entry.valid_to < day]
    return (sector_after(past, lexicon) if past else actor.sector), None


def sector_after(tenures: Sequence[Tenure], lexicon: Lexicon) -> str:
    """The sector of a person whose offices are over."""
    last = max(tenures, key=lambda entry: entry.valid_to or date.max)
    office = lexicon.offices.get(last.office_id)
    sector = office.sector if office is not None else None
    return "ELI" if sector is None or sector in ELITE_AFTER else sector
