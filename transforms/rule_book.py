"""All declared rules and findings, by the column of the warehouse that holds their ids."""

from collections.abc import Iterator
from typing import NamedTuple

from transforms.acts.findings import ACT_FINDINGS, END_FINDINGS
from transforms.identities.findings import (
    DESCRIPTION_FINDINGS,
    ORGANISATION_FINDINGS,
    PERSON_FINDINGS,
    PHRASE_FINDINGS,
    PLACE_FINDINGS,
    PRONOUN_FINDINGS,
)
from transforms.identities.nominals import NOMINAL_RULES
from transforms.names.findings import NAME_FINDINGS
from transforms.names.types import TYPE_RULES
from transforms.rules import Finding
from transforms.speech.findings import CREDIT_FINDINGS, QUOTE_FINDINGS, SLOT_FINDINGS
from transforms.times.families import TIME_RULES


class Chapter(NamedTuple):
    """Rules of one owner. `table` is the table whose column `rule` holds their ids, or the verb that answers by them."""

    table: str
    title: str
    rules: tuple[Finding, ...]


CHAPTERS: tuple[Chapter, ...] = (
    Chapter("mentions", "names", NAME_FINDINGS),
    Chapter("mentions", "types of names", TYPE_RULES),
    Chapter("mentions", "persons", PERSON_FINDINGS),
    Chapter("mentions", "organisations", ORGANISATION_FINDINGS),
    Chapter("mentions", "places", PLACE_FINDINGS),
    Chapter("mentions", "descriptions", NOMINAL_RULES),
    Chapter("mentions", "descriptions, elsewhere", DESCRIPTION_FINDINGS),
    Chapter("mentions", "pronouns", PRONOUN_FINDINGS),
    Chapter("mentions", "media in credits", SLOT_FINDINGS),
    Chapter("mentions", "ends of acts", END_FINDINGS),
    Chapter("quotes", "quotations", QUOTE_FINDINGS),
    Chapter("dyads", "acts", ACT_FINDINGS),
    Chapter("credits", "credits", CREDIT_FINDINGS),
    Chapter("times", "times", TIME_RULES),
    Chapter("resolve", "phrases", PHRASE_FINDINGS),
)


def rule_rows() -> Iterator[tuple[str, str, str]]:
    """Table, id and meaning of every rule, in order: the rows of warehouse/rule_ids.csv."""
    for chapter in CHAPTERS:
        for rule in chapter.rules:
            yield chapter.table, rule.id, rule.doc
