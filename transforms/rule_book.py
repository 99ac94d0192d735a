"""All declared rules and findings, by the column of the warehouse that holds their ids."""

from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from transforms.acts.findings import ACT_FINDINGS, ARGUMENT_FINDINGS
from transforms.acts.roles import ROLE_RULES
from transforms.annotations import Annotation, Mention
from transforms.columns.findings import COLUMN_QUOTES, COLUMN_READINGS, COLUMN_ROLES
from transforms.identities.findings import (
    CORRECTION_FINDINGS,
    DESCRIPTION_FINDINGS,
    ORGANISATION_FINDINGS,
    PERSON_FINDINGS,
    PHRASE_FINDINGS,
    PLACE_FINDINGS,
    PRONOUN_FINDINGS,
    READING_FINDINGS,
)
from transforms.identities.first_person import SPEAKER_RULES
from transforms.identities.institutions import INSTITUTION_RULES
from transforms.identities.nominals.nominal_rules import NOMINAL_RULES
from transforms.identities.readings import READING_RULES
from transforms.names.findings import NAME_FINDINGS
from transforms.names.types import TYPE_RULES
from transforms.rules import Finding
from transforms.speech.credits import CREDIT_RULES
from transforms.speech.findings import QUOTE_FINDINGS, SLOT_FINDINGS
from transforms.times.families import TIME_RULES
from transforms.tones.tones import TONE_WEIGHTS


class Chapter(NamedTuple):
    """Rules of one owner. `table` is the table whose column `rule` holds their ids, the verb that answers by them, or what else of a
    mention they decide: readings and roles, of which its trace tells the rule, and tones, which weigh all at once."""

    table: str
    rules: tuple[Finding, ...]


#: What a function of a user's in place of a stage decides by; the word behind the dot is its own.
_EXTERNAL = (Finding("external.*", "Your own function in place of a stage: `external.my_model`.", ()),)


CHAPTERS: tuple[Chapter, ...] = (
    Chapter("mentions", NAME_FINDINGS),
    Chapter("mentions", TYPE_RULES),
    Chapter("mentions", PERSON_FINDINGS),
    Chapter("mentions", ORGANISATION_FINDINGS),
    Chapter("mentions", INSTITUTION_RULES),
    Chapter("mentions", PLACE_FINDINGS),
    Chapter("readings", READING_RULES),
    Chapter("readings", READING_FINDINGS),
    Chapter("readings", COLUMN_READINGS),
    Chapter("mentions", NOMINAL_RULES),
    Chapter("mentions", DESCRIPTION_FINDINGS),
    Chapter("mentions", PRONOUN_FINDINGS),
    Chapter("mentions", SPEAKER_RULES),
    Chapter("mentions", CORRECTION_FINDINGS),
    Chapter("mentions", SLOT_FINDINGS),
    Chapter("mentions", ARGUMENT_FINDINGS),
    Chapter("quotes", QUOTE_FINDINGS),
    Chapter("quotes", COLUMN_QUOTES),
    Chapter("dyads", ACT_FINDINGS),
    Chapter("credits", CREDIT_RULES),
    Chapter("roles", ROLE_RULES),
    Chapter("roles", COLUMN_ROLES),
    Chapter("times", TIME_RULES),
    *(Chapter(table, _EXTERNAL) for table in ("mentions", "quotes", "dyads", "credits", "times")),
    Chapter("tones", TONE_WEIGHTS),
    Chapter("resolve", PHRASE_FINDINGS),
)


#: What a mention's trace tells besides its identity, by the first word of the rule.
_TRACED = {"reading": "readings", "role": "roles"}


def rule_rows() -> Iterator[tuple[str, str, str]]:
    """Table, id and meaning of every rule, in order: the rows of warehouse/rule_ids.csv."""
    for chapter in CHAPTERS:
        for rule in chapter.rules:
            yield chapter.table, rule.id, rule.doc


def declared_id(table: str, made: str) -> str:
    """The id under which a made one is declared: `nominal.*` of `nominal.alliance`. Raises KeyError for an id that nothing declares."""
    ids = [rule.id for chapter in CHAPTERS if chapter.table == table for rule in chapter.rules]
    fitting = [made] if made in ids else [rule for rule in ids if fnmatchcase(made, rule)]
    if not fitting:
        raise KeyError(f"{table}: nothing declares {made!r}")
    return fitting[0]


def traced_rules(mention: Mention) -> list[tuple[str, str]]:
    """Table and declared id of every verdict on a mention, in order."""
    rules = [(_TRACED.get(step.rule.partition(".")[0], "mentions"), step.rule) for step in mention.trace if step.rule]
    return [(table, declared_id(table, rule)) for table, rule in rules]


def fired_rules(annotation: Annotation) -> Counter[tuple[str, str]]:
    """How often each declared rule gave a verdict in one article, by (table, id); of a mention each step of its trace counts."""
    fired = Counter(rule for mention in annotation.mentions for rule in traced_rules(mention))
    fired.update(("quotes", declared_id("quotes", quote.rule)) for quote in annotation.quotes)
    fired.update(("dyads", declared_id("dyads", dyad.rule)) for dyad in annotation.dyads)
    fired.update(("credits", declared_id("credits", credit.rule)) for credit in annotation.credits)
    fired.update(("times", declared_id("times", mark.rule)) for mark in annotation.times)
    return fired
