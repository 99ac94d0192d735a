"""Whom a bare name means beside an office on a day: "President Bush" of 1990 and of 2003, "the Assad regime" of 1985.

Title, day and country decide, never fame: where they leave several persons, nobody is meant.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from transforms.folding import fold
from transforms.language import word_class
from transforms.lexicon import Actor, Lexicon, Office, Tenure

#: Bodies of state that are called after who leads them.
RULED = word_class("identities.ruled")
#: Offices whose holders they are called after.
RULING = ("HOS", "HOG", "SUPREME")
#: A name of more words names its bearer by itself.
_LONGEST = 3


def find_holder_named(
    name: Sequence[str], offices: Iterable[Office], day: date, countries: Collection[str], lexicon: Lexicon, title: str = ""
) -> Actor | None:
    """The only person of that name who holds one of the offices on the day; `countries` (ISO3) tell apart holders of several countries,
    then the title as printed, by which only one may be known ("King Abdullah")."""
    bases = {office.base for office in offices}
    held = [tenure for base in bases for tenure in _holders_named(name, base, day, lexicon)]
    return _only_person(held, countries, " ".join([title, *name]).strip(), lexicon)


def find_ruled_country(name: Sequence[str], day: date | None, lexicon: Lexicon) -> Actor | None:
    """The country that a person of that name rules on the day, or ruled before it; without a day the only one he ever ruled."""
    ever = [tenure for office_id in RULING for tenure in _holders_named(name, office_id, None, lexicon)]
    past = [tenure for tenure in ever if day is None or tenure.valid_from is None or tenure.valid_from <= day]
    held = [tenure for tenure in past if day is None or tenure.holds_on(day)] or past
    known = " ".join(name)
    famous = ([tenure for tenure in choice if _is_known_as(tenure.person_id, known, lexicon)] for choice in (held, past))
    for choice in (*famous, held):  # Obama Asue governs in Malabo, but "the Obama administration" is another
        countries = {_country(tenure, lexicon) for tenure in choice}
        if len(countries) == 1:
            return lexicon.country_actor(countries.pop())
    return None


def _holders_named(name: Sequence[str], office_id: str, day: date | None, lexicon: Lexicon) -> list[Tenure]:
    if not 0 < len(name) <= _LONGEST:
        return []
    words = {fold(word).lower().strip(".,") for word in name}
    return [
        tenure
        for tenure in lexicon.tenures_named(next(iter(words)), office_id)
        if (day is None or tenure.holds_on(day)) and words <= lexicon.name_words(tenure.person_id)
    ]


def _only_person(held: list[Tenure], countries: Collection[str], printed: str, lexicon: Lexicon) -> Actor | None:
    of_countries = [tenure for tenure in held if _country(tenure, lexicon) in countries]
    known_so = [tenure for tenure in held if _is_known_as(tenure.person_id, printed, lexicon)]
    for choice in (held, of_countries, known_so):
        persons = {tenure.person_id for tenure in choice}
        if len(persons) == 1:
            return lexicon.actors.get(persons.pop())
    return None


def _is_known_as(person_id: str, printed: str, lexicon: Lexicon) -> bool:
    """Whether the world knows the person by just these words, a number behind them aside."""
    words = fold(printed).lower().split()
    forms = (fold(alias.form).lower().split() for alias in lexicon.aliases_of.get(person_id, ()))
    return any(form[: len(words)] == words and len(form) - len(words) <= 1 for form in forms)


def _country(tenure: Tenure, lexicon: Lexicon) -> str:
    """The country of an office: of a state or town the one it lies in."""
    body = lexicon.actors.get(tenure.body_id)
    return body.country if body is not None and body.country else tenure.body_id.split(".")[0]
