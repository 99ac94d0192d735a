"""We and I inside quotations: their speaker, or the body for which he speaks."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.annotations import Mention, Quote, TaggedText
from transforms.language import word_class
from transforms.language.en.labels import (
    ADJECTIVE,
    HYPHEN,
    ING_FORM,
    PLURAL_NOUN,
    POSSESSIVE_ENDING,
    POSSESSOR,
    SINGULAR_NAME,
    SINGULAR_NOUN,
    VERB_TAGS,
)
from transforms.lexicon import Actor, Lexicon
from transforms.rules import Example, Rule, first_ruling

#: How a description ends before the organisation: ", a spokesman for the".
_DESCRIPTION_ENDS = word_class("identities.description_ends")
#: What a speaker calls "ours" of all his people, and what he so calls his country.
_OF_ALL, _LANDS = word_class("identities.of_a_people"), word_class("identities.own_country")
_TITLE_TAGS = frozenset({SINGULAR_NOUN, PLURAL_NOUN, SINGULAR_NAME, ADJECTIVE, POSSESSIVE_ENDING, HYPHEN, ING_FORM})


def link_first_person(
    tagged: TaggedText, pronouns: Sequence[Mention], mentions: Sequence[Mention], quotes: Sequence[Quote], lexicon: Lexicon | None
) -> None:
    """Give pronouns of the first person their actors, in place, where they stand in a quotation whose speaker is known."""
    if not pronouns:
        return
    names = {m.actor_id: m for m in mentions if m.layer == "name" and m.actor_id}
    affiliations, quote_at = _affiliations(tagged, mentions), _quotes_by_character(tagged, quotes)
    for pronoun in pronouns:
        speaker = quotes[quote_at[pronoun.start] - 1].speaker if quote_at[pronoun.start] else None
        if speaker is None or speaker.actor_id is None:
            continue
        owned = tagged.lowers[tagged.heads[pronoun.head]] if tagged.deps[pronoun.head] == POSSESSOR else ""
        if owned in _LANDS:
            _link_land(pronoun, mentions, speaker, lexicon)
        elif owned not in _OF_ALL:
            _link(tagged, _Spoken(pronoun, speaker, affiliations.get(speaker.actor_id), lexicon), names)


def _link_land(pronoun: Mention, mentions: Sequence[Mention], speaker: Mention, lexicon: Lexicon | None) -> None:
    """Give "our country" its actor; "our" is all its people, of whom the speaker is one."""
    land = lexicon.country_actor(speaker.country) if lexicon is not None and speaker.country else None
    phrase = next((mention for mention in mentions if mention.start == pronoun.start and mention.layer == "nominal"), None)
    if land is not None and phrase is not None:
        phrase.mean(land, "nominal.speakers_country", 0.7, f"the country of {speaker.name or speaker.actor_id}")


def _quotes_by_character(tagged: TaggedText, quotes: Sequence[Quote]) -> Sequence[int]:
    """The number, from 1, of the first quotation that each character stands in; 0 where there is none."""
    numbers = array("i", bytes(4 * len(tagged.text)))
    for number in range(len(quotes), 0, -1):
        for start, end in quotes[number - 1].content:
            numbers[start:end] = array("i", [number]) * (end - start)
    return numbers


def _affiliations(tagged: TaggedText, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Whom persons speak for, if a name in their title says so: "State Department spokesman Jeff Rathke", "Harry Kane of England"."""
    found: dict[str, Mention] = {}
    names = [mention for mention in mentions if mention.layer == "name" and mention.actor_id is not None]
    for before, after in pairwise(names):
        if tagged.sentence_of[before.first] != tagged.sentence_of[after.first] or (before.ner == "PERSON") == (after.ner == "PERSON"):
            continue
        between = range(before.last, after.first)
        if after.ner == "PERSON" and 0 < len(between) <= 5 and all(tagged.tags[p] in _TITLE_TAGS for p in between):
            found.setdefault(str(after.actor_id), before)
        elif before.ner == "PERSON" and after.ner == "ORG" and _is_description(tagged, before.last, after.first):
            found.setdefault(str(before.actor_id), after)
    return found


def _is_description(tagged: TaggedText, first: int, last: int) -> bool:
    """Whether the tokens between person and organisation read like ", a spokesman for the"."""
    if not 2 < last - first <= 9 or tagged.words[first] != ",":
        return False
    return tagged.lowers[last - 1] in _DESCRIPTION_ENDS and not any(tagged.tags[p] in VERB_TAGS for p in range(first, last))


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A pronoun of the first person in somebody's words: who speaks, and for whom, if a title says so."""

    pronoun: Mention
    speaker: Mention
    ours: Mention | None
    lexicon: Lexicon | None


def _link(tagged: TaggedText, case: _Spoken, names: dict[str, Mention]) -> None:
    ruling = first_ruling(SPEAKER_RULES, case)
    assert ruling is not None  # the last rule takes every pronoun
    actor, speaker = ruling.verdict, case.speaker
    known = names.get(actor.actor_id)
    if known is not None and known.name:
        actor = actor._replace(name=known.name, wikidata=known.wikidata)
    note = f"speaker of the quotation is {tagged.text[speaker.start : speaker.end]!r}"
    case.pronoun.mean(actor, ruling.rule.id, 0.7, note)
    case.pronoun.gender = speaker.gender


def _by_affiliation(case: _Spoken) -> Actor | None:
    is_joint = case.pronoun.is_plural and case.speaker.kind == "person" and case.speaker.sector != "EDU"  # a scholar speaks of all
    if not is_joint or case.ours is None or case.ours.actor_id is None:
        return None
    return case.ours.meant if case.ours.actor_id == case.speaker.actor_id else case.ours.meant._replace(wikidata=None)


def _by_office(case: _Spoken) -> Actor | None:
    speaker = case.speaker
    is_official = speaker.kind == "person" and speaker.sector in ("GOV", "MIL") and bool(speaker.office)
    if not case.pronoun.is_plural or not is_official or not speaker.country or case.lexicon is None:
        return None
    return case.lexicon.actor(f"{speaker.country}.GOV")


def _by_speaker(case: _Spoken) -> Actor | None:
    return case.speaker.meant


#: Whom "I" and "we" mean in somebody's words, in the order in which it is asked; the last rule takes what is left.
SPEAKER_RULES: tuple[Rule[[_Spoken], Actor], ...] = (
    Rule(
        "pronoun.speakers_body", '"We" in a quotation: the body its speaker speaks for.',
        (Example('"We will answer," said State Department spokesman Jeff Rathke.', "We", "USA.GOV.MFA"),), _by_affiliation,
    ),
    Rule(
        "pronoun.speakers_government", '"We" in a quotation: the government of a speaker who holds an office.',
        (Example('"We will answer," French President Emmanuel Macron said.', "We", "FRA.GOV", day="2023-04-26"),), _by_office,
    ),
    Rule(
        "pronoun.speaker", '"I" or "we" in a quotation: its speaker.',
        (Example('"I will answer," Emmanuel Macron said.', "I", "PER.emmanuel-macron"),), _by_speaker,
    ),
)  # fmt: skip
