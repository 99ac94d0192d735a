"""What follows a lawmaker's name in America: "Jim Himes (D-Conn.)" sits for the Democrats in a chamber of the United States."""

from transforms.annotations import Mention, TaggedText
from transforms.lexicon import Actor, Lexicon
from transforms.names.constituencies import PARTY_LETTERS, is_constituency

_LAND = "USA"
_BETWEEN = frozenset({",", "(", "["})


def note_members(tagged: TaggedText, mentions: list[Mention], lexicon: Lexicon, found: dict[str, Actor]) -> None:
    """Give persons in no dictionary the country, sector and party named after their names, in `found`."""
    if _LAND not in lexicon.actors:
        return
    persons = {mention.last: mention for mention in mentions if mention.ner == "PERSON" and mention.layer == "name"}
    for mention in mentions:
        if mention.ner != "GPE" or not is_constituency(tagged, mention.first):
            continue
        letter = mention.first - 2
        person = persons.get(letter - 1) if tagged.words[letter - 1] in _BETWEEN else None
        actor = found.get(person.actor_id or "") if person is not None else None
        if actor is not None:
            party = PARTY_LETTERS[tagged.words[letter]]
            found[actor.actor_id] = actor._replace(country=_LAND, sector=actor.sector or "LEG", parent_id=party or actor.parent_id)
