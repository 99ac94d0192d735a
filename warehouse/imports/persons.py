"""Holders of national offices and members of parliaments: who they are, and which office they held on which days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from warehouse.imports.facts import Fact, cited, is_latin
from warehouse.lexicon_checks import ONE_HOLDER
from warehouse.seed_rows import first_day, last_day
from warehouse.slugs import slug

#: National parliaments whose members are imported, by country: the titles of their members and the office here.
PARLIAMENTS: Mapping[str, Mapping[str, str]] = {
    "USA": {"United States representative": "LAWMAKER.CONGRESS", "United States senator": "LAWMAKER.SENATOR"},
    "GBR": {"Member of Parliament of the United Kingdom": "LAWMAKER", "Member of the House of Lords": "LAWMAKER"},
    "FRA": {"Member of the French National Assembly": "LAWMAKER", "Member of the Senate of France": "LAWMAKER.SENATOR"},
    "IND": {"Member of the Lok Sabha": "LAWMAKER", "Member of Rajya Sabha": "LAWMAKER"},
    "CAN": {"Member of the House of Commons": "LAWMAKER", "Member of the Senate": "LAWMAKER.SENATOR"},
    "AUS": {"Member of the House of Representatives": "LAWMAKER", "Member of the Senate": "LAWMAKER.SENATOR"},
    "DEU": {"Member of the German Bundestag": "LAWMAKER"},
    "EU": {"Member of the European Parliament": "LAWMAKER"},
    "NZL": {"Member of the New Zealand Parliament": "LAWMAKER"},
    "IRL": {"Teachta Dála": "LAWMAKER"},
    "ISR": {"Knesset member": "LAWMAKER"},
    "UKR": {"People's Deputy of Ukraine": "LAWMAKER"},
    "RUS": {"Member of the State Duma": "LAWMAKER", "Member of the Federation Council of Russia": "LAWMAKER.SENATOR"},
    "ZAF": {"Member of the National Assembly of South Africa": "LAWMAKER"},
    "TUR": {"Member of the Grand National Assembly of Turkey": "LAWMAKER"},
    "KOR": {"Member of National Assembly of South Korea": "LAWMAKER"},
    "POL": {"Member of the Sejm of the Republic of Poland": "LAWMAKER"},
}
#: What parties are called in the facts, and are here.
PARTIES: Mapping[tuple[str, str], str] = {
    ("USA", "Democrat"): "USA.PTY.DEMOCRATIC",
    ("USA", "Democratic Party"): "USA.PTY.DEMOCRATIC",
    ("USA", "Republican"): "USA.PTY.REPUBLICAN",
    ("USA", "Republican Party"): "USA.PTY.REPUBLICAN",
}
#: Offices whose title in the facts says more than ours.
_GENERIC = "MINISTER"
#: Titles in the United States that the facts give no office of ours, by how they begin, the first that fits; the title is kept.
_AMERICAN: Mapping[str, str] = {
    "Secretary of State of ": "MINISTER",
    "United States ": "",
    "House ": "",
    "Senate ": "",
    "White House Communications": "SPOKES",
    "White House Deputy Press": "SPOKES",
    "White House Deputy Communications": "SPOKES",
    "White House ": "ADVISER",
    "Counselor to ": "ADVISER",
    "Senior Advisor ": "ADVISER",
    "Special Assistant ": "ADVISER",
    "Chief of Staff to ": "ADVISER",
    "Homeland Security Advisor": "ADVISER",
    "Deputy National Security Advisor": "ADVISER",
    "Presidential Science Advisor": "ADVISER",
    "Director of the CIA": "SPYCHIEF",
    "Vice Chief ": "OFFICER",
    "Vice Chairman of the Joint Chiefs": "OFFICER",
    "Chief of Naval": "OFFICER",
    "Commandant ": "OFFICER",
    "Permanent Representative ": "AMB",
    "Secretary of ": "MINISTER",
    "Deputy ": "MINISTER",
    "Under Secretary ": "MINISTER",
    "Assistant Secretary ": "MINISTER",
    "Lieutenant Governor ": "MINISTER",
    "Solicitor General": "MINISTER",
    "Director ": "AGENCYHEAD",
    "Administrator ": "AGENCYHEAD",
    "Chair of ": "AGENCYHEAD",
    "Vice Chair of ": "AGENCYHEAD",
    "Coordinator ": "AGENCYHEAD",
}
#: Offices that many hold: one left open is open; of others nobody knows who came after the day of the facts.
_OF_MANY = frozenset({"LAWMAKER", "AMB", "JUDGE"})
#: Terms that are at most so long apart are one stretch.
_PAUSE = timedelta(days=62)
_STATES_LEFT_OUT = frozenset({"", "XXX"})


def person_rows(facts: Iterable[Fact], ids: Mapping[str, str], parties: Mapping[tuple[str, str], str]) -> Iterator[dict[str, str]]:
    """One row a person: those of ours with what we lack of them, all others with an id made of name and item.

    `ids`: our actor_id by item; `parties`: actor_id by country and name."""
    for fact in facts:
        item = fact["wikidata"]
        ours = ids.get(item)
        if not item or (ours is None and not (is_latin(fact["name"]) and " " in fact["name"].strip())):
            continue
        party = parties.get((fact["country"], fact["party"]), "") if fact["party"] else ""
        if ours is not None and not (fact["gender"] or fact["birth_year"] or party):
            continue
        yield {
            "actor_id": ours or registered_id("PER", fact["name"], item),
            "name": fact["name"],
            "country": fact["country"],
            "gender": fact["gender"],
            "birth_year": fact["birth_year"],
            "party": party,
            "wikidata": item,
            "aliases": "|".join(form for form in fact["aliases"].split("|") if " " in form and is_latin(form)),
            "source": cited(fact["source"]),
        }


def registered_id(prefix: str, name: str, item: str) -> str:
    """An id that no discovered actor can have, and that stays the same however many namesakes are imported later."""
    return f"{prefix}.{slug(name)}.{item}"


def tenure_rows(facts: Iterable[Fact], actors: Mapping[str, str], ours: Iterable[Fact]) -> list[dict[str, str]]:
    """One row a stretch of days in an office; where a reviewed row tells of the same person and office at the time, ours stands.

    `actors`: actor_id by item; `ours`: rows of tenures.csv."""
    reviewed: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for row in ours:
        reviewed[(row["actor_id"], row["office_id"].split(".")[0])].append(row)
    terms: list[dict[str, str]] = []
    last: dict[tuple[str, str, str], dict[str, str]] = {}
    for fact in sorted(facts, key=lambda fact: fact["start"]):
        actor_id, office = actors.get(fact["wikidata"]), _office(fact)
        start, end = fact["start"], fact["end"]
        if actor_id is None or office is None or fact["country"] in _STATES_LEFT_OUT or (start and end and _is_backwards(start, end)):
            continue
        base = office.split(".")[0]
        if base in ONE_HOLDER and _is_vague(start, end):
            continue
        if any(_meet(start, end, row) for row in reviewed.get((actor_id, base), ())):
            continue
        row = {
            "actor_id": actor_id,
            "body": fact["country"],
            "office_id": office,
            "office": fact["office"] if office == _GENERIC or _is_titled_only(fact) else "",
            "valid_from": start,
            "valid_to": end or ("" if base in _OF_MANY else fact["as_of"]),
            "source": cited(fact["source"]),
        }
        before = last.get((actor_id, fact["country"], office + row["office"]))
        if before is not None and _goes_on(before["valid_to"], start):
            before["valid_to"] = max(before["valid_to"], row["valid_to"]) if before["valid_to"] and row["valid_to"] else ""
            continue
        last[(actor_id, fact["country"], office + row["office"])] = row
        terms.append(row)
    return terms


def _is_vague(start: str, end: str) -> bool:
    """Whether only years are known, which cannot tell who held an office of one person on a day."""
    return len(start) < len("2006-01") or 0 < len(end) < len("2006-01")


def _goes_on(end: str, start: str) -> bool:
    """Whether a term that starts then is the same stretch as one that ends then: the next term, or a double of it."""
    last, first = last_day(end), first_day(start)
    return last is None or first is None or first <= last + _PAUSE


def _office(fact: Fact) -> str | None:
    """Our office for a fact; None if we have none."""
    title, country = fact["office"], fact["country"]
    if fact["office_id"].startswith("LAWMAKER"):
        return PARLIAMENTS.get(country, {}).get(title)
    if fact["office_id"] == "HOG" and title in ("President", "Governor"):
        return None  # heads of regional governments
    if fact["office_id"] == "HOS" and country == "CHE":
        return None  # one of seven for a year; ours names them
    if fact["office_id"]:
        return fact["office_id"]
    if country == "USA":
        return next((office for start, office in _AMERICAN.items() if title.startswith(start)), "") or None
    return _GENERIC if title.startswith(("Minister", "Federal Minister", "Secretary of State")) else None


def _is_titled_only(fact: Fact) -> bool:
    """Whether only the title gives the office: the facts matched none of ours."""
    return not fact["office_id"]


def _is_backwards(start: str, end: str) -> bool:
    first, last = first_day(start), last_day(end)
    return first is not None and last is not None and first > last


def _meet(start: str, end: str, row: Fact) -> bool:
    """Whether a stretch of days meets that of a reviewed row."""
    one_end, other_start, other_end = last_day(end), first_day(row["valid_from"]), last_day(row["valid_to"])
    one_start = first_day(start)
    return (other_end is None or one_start is None or one_start <= other_end) and (
        one_end is None or other_start is None or other_start <= one_end
    )
