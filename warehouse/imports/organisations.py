"""Parties, organisations and outlets that articles name, as far as the lexicon does not list them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from warehouse.imports.facts import Fact, cited, is_latin
from warehouse.imports.persons import registered_id

#: Kind of the facts: first part of the id, kind and sector here.
KINDS: Mapping[str, tuple[str, str, str]] = {
    "company": ("FIRM", "company", "BUS"),
    "government": ("ORG", "agency", "GOV"),
    "nonprofit": ("NGO", "ngo", "NGO"),
    "other": ("ORG", "organisation", ""),
    "funder": ("ORG", "organisation", ""),
    "education": ("UNI", "education", "EDU"),
}
#: What states keep together, whoever gives it a seat; a national commission for it is its country's.
_OF_STATES = re.compile(r"^(Intergovernmental |Joint United Nations |United Nations (?!Foundation))| of (UNESCO|the United Nations)$")
#: What members of many countries keep together.
_OF_MANY_LANDS = re.compile(r"^International .*(Association|Commission|Committee|Council|Federation|Organi[sz]ation|Society|Union)\b")
#: Items that an import of the GRID register made, mostly of organisations that had one.
DOUBLES = range(30250000, 30300000)
#: Acronyms of fewer letters mean too many things.
_SHORTEST_ACRONYM = 3


def organisation_rows(facts: Iterable[Fact], known: set[str]) -> Iterator[dict[str, str]]:
    """One row an organisation whose item no actor of ours has; `known`: items of ours. What several states or the members of many
    countries keep together has a seat and no country."""
    for fact in facts:
        if fact["kind"] not in KINDS:
            continue
        prefix, kind, sector = KINDS[fact["kind"]]
        if _OF_STATES.search(fact["name"]):
            prefix, kind, sector = "IGO", "igo", "IGO"
        is_shared = kind == "igo" or (kind in ("ngo", "organisation") and _OF_MANY_LANDS.match(fact["name"]))
        yield from _row(dict(fact) | {"country": ""} if is_shared else fact, known, prefix, kind, sector)


def party_rows(facts: Iterable[Fact], known: set[str]) -> Iterator[dict[str, str]]:
    """One row a party whose item no actor of ours has."""
    for fact in facts:
        for row in _row(fact, known, f"{fact['country']}.PTY", "party", "PTY"):
            yield row | {"valid_from": fact["founded"], "valid_to": fact["dissolved"]}


#: The list of newspapers gives some of them the item of the school that they serve.
_NO_OUTLET = re.compile(r"\b(?:University|College|School|Institute)$")


def outlet_rows(facts: Iterable[Fact], known: set[str]) -> Iterator[dict[str, str]]:
    """One row an outlet whose item no actor of ours has."""
    for fact in facts:
        if _NO_OUTLET.search(fact["name"]):
            continue
        yield from _row(dict(fact) | {"aliases": "", "acronyms": ""}, known, "OUTLET", "outlet", "MED")


def _row(fact: Fact, known: set[str], prefix: str, kind: str, sector: str) -> Iterator[dict[str, str]]:
    item, name = fact["wikidata"], fact["name"].strip()
    if not item or int(item[1:]) in DOUBLES or not name or item in known or not is_latin(name):
        return
    known.add(item)
    yield {
        "actor_id": registered_id(prefix, name, item),
        "name": name,
        "kind": kind,
        "country": fact["country"],
        "sector": sector,
        "wikidata": item,
        "aliases": "|".join(form for form in fact["aliases"].split("|") if is_latin(form) and form != name and _is_alias(form, name)),
        "acronyms": "|".join(form for form in fact["acronyms"].split("|") if len(form) >= _SHORTEST_ACRONYM and is_latin(form)),
        "source": cited(fact["source"]),
    }


def _is_alias(form: str, name: str) -> bool:
    """Whether a form is another name of the organisation: its full name where the name is the initials of it, or one that shares a word.

    One that shares none is a former owner's name or a translation; the last word alone ("Hydro" of Norsk Hydro) is many others' too."""
    acronym = name.split(",")[0]
    if acronym.isupper() and " " in form and "".join(word[0] for word in form.split() if word[0].isupper()).startswith(acronym):
        return True
    return bool(_words(name) & _words(form)) and [form] != name.split()[-1:]


def _words(name: str) -> set[str]:
    """The words that tell a name from others."""
    return {word for word in name.casefold().split() if len(word) > _SHORTEST_ACRONYM}
