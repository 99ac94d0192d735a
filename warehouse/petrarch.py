"""PETRARCH, TABARI and Phoenix dictionaries of actors and agents as override files of our lexicon.

The format: a head `NAME_ [CODE from-to] [CODE]`, lines `+ALIAS` for further names, lines of further codes, `#` comments; agents as
`NOUN {PLURAL} [~ROLE]` (https://github.com/openeventdata/petrarch2, data/dictionaries). Codes are a country or organisation type and
roles of three letters each, as in the CAMEO codebook (Schrodt 2012). Days are YYMMDD, years up to 30 of this century, or YYYYMMDD.

The format does not say what a name is. An entry of a country and a role that is limited in time, or that begins with a given name, is
taken for a person; anything else for an organisation of the kind of its first role.
"""

import csv
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from pathlib import Path

from warehouse.slugs import slug
from warehouse.vocabulary import SECTORS

_CODES = re.compile(r"\[([^\[\]]*)\]")
_CODE = re.compile(r"(~?[A-Z]{3}(?:[A-Z0-9]{3})*)(?:\s+(?:([<>])\s*(\d{6}|\d{8})|(\d{6}|\d{8})\s*-\s*(\d{6}|\d{8})))?")
_PIVOT = 30
#: CAMEO roles and types that are no PLOVER sectors, and the sectors that come nearest.
_NEAREST = {
    "IMG": "UAF",
    "INS": "REB",
    "MNC": "BUS",
    "NGM": "NGO",
    "SEP": "REB",
    "CHR": "REL",
    "MOS": "REL",
    "JEW": "REL",
    "HIN": "REL",
    "BUD": "REL",
}
_KINDS = {
    "GOV": "agency", "MIL": "armed_force", "COP": "police", "SPY": "intelligence", "LEG": "legislature", "JUD": "judiciary", "PTY": "party",
    "OPP": "party", "REB": "armed_group", "UAF": "armed_group", "MED": "outlet", "BUS": "company", "EDU": "education", "NGO": "ngo",
    "IGO": "igo", "REL": "religious",
}  # fmt: skip
_SMALL_WORDS = frozenset("of the and for in on to de la del von van bin ibn al el".split())
_ACRONYM_LETTERS = 5
#: Longer ones are descriptions.
_NAME_WORDS = 7

ACTOR_HEAD = "actor_id,name,kind,country,sector,parent_id,wikidata,aliases,acronyms,weak_aliases,valid_from,valid_to,source".split(",")
PERSON_HEAD = "actor_id,name,country,gender,sector,wikidata,aliases,weak_aliases,source".split(",")
TENURE_HEAD = "actor_id,body,office_id,valid_from,valid_to,source".split(",")
OFFICE_HEAD = "office_id,name,suffix,sector,countries,nouns,source".split(",")
ALIAS_HEAD = "actor_id,alias,alias_kind,strength,valid_from,valid_to,source".split(",")
NOUN_HEAD = "noun,plural,kind,sector,generic_id,source".split(",")


@dataclass(frozen=True)
class Span:
    """One code of an entry and the days on which it holds; None is open."""

    code: str
    first: date | None = None
    last: date | None = None


@dataclass
class Entry:
    """One name with its further names and its codes, and the line it begins in."""

    line: int
    names: list[str]
    spans: list[Span] = field(default_factory=list)
    plural: str = ""


@dataclass
class Overrides:
    """Rows of our override files by file name, what was not understood, and how many entries the lexicon knew already."""

    files: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    known: int = 0

    def add(self, file: str, head: list[str], /, **cells: str) -> None:
        self.files.setdefault(file, []).append({column: cells.get(column, "") for column in head})


def read_dictionaries(paths: Iterable[Path], countries: Container[str], given_names: Container[str], known: Container[str]) -> Overrides:
    """The dictionaries as override rows. `countries`: our country ids; `given_names`, `known`: given names and known names, lower case.

    A name the lexicon knows is left to it. A line that is not understood is named and costs itself only."""
    overrides = Overrides()
    seen: set[str] = set()
    for path in paths:
        for entry in _read_entries(path, overrides.problems):
            names = [name for name in dict.fromkeys(map(_printed, entry.names)) if name and name.lower() not in seen]
            new = [name for name in names if name.lower() not in known]
            seen.update(name.lower() for name in names)
            if not new:
                overrides.known += 1
            elif all(span.code.startswith("~") for span in entry.spans):
                _add_noun(entry, new[0], path.name, overrides)
            else:
                _add_actor(entry, new, path.name, countries, given_names, overrides)
    return overrides


def write_overrides(overrides: Overrides, folder: Path) -> list[Path]:
    """Write the files, sorted by their first column; the files written. Raises FileExistsError rather than replace one of the user's."""
    written = []
    for name, rows in sorted(overrides.files.items()):
        path = folder / name
        if path.exists():
            raise FileExistsError(f"{path}: expected no such file, found one; name an empty folder with --output")
        path.parent.mkdir(parents=True, exist_ok=True)
        text = StringIO()
        writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: tuple(row.values())))
        path.write_text(text.getvalue(), encoding="utf-8")
        written.append(path)
    return written


def _read_entries(path: Path, problems: list[str]) -> Iterator[Entry]:
    entry: Entry | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        line = raw.partition("#")[0].rstrip()
        if not line.strip() or line.startswith(("<", "!")):
            continue
        place = f"{path.name}:{number}"
        if line.startswith("+"):
            if entry is None:
                problems.append(f"{place}: expected a name before its aliases, found {line[:60]!r}")
            else:
                entry.names.append(line[1:].partition("[")[0])
        elif line[0].isspace() or line.startswith("["):
            if entry is None:
                problems.append(f"{place}: expected a name before its codes, found {line[:60]!r}")
        else:
            if entry is not None:
                yield from _complete(entry, path, problems)
            plural = re.search(r"\{([^}]*)\}", line)
            entry = Entry(number, [re.split(r"[\[{]", line)[0]], plural=plural[1] if plural else "")
        if entry is not None:
            entry.spans += _read_spans(line, place, problems)
    if entry is not None:
        yield from _complete(entry, path, problems)


def _complete(entry: Entry, path: Path, problems: list[str]) -> Iterator[Entry]:
    if entry.spans:
        yield entry
    else:
        problems.append(f"{path.name}:{entry.line}: expected a code for {entry.names[0].strip()!r}, found none")


def _read_spans(line: str, place: str, problems: list[str]) -> Iterator[Span]:
    if line.count("[") != line.count("]"):
        problems.append(f"{place}: expected closed brackets, found {line.strip()[:60]!r}")
    for found in _CODES.findall(line):
        match = _CODE.fullmatch(found.strip())
        try:
            if match is None:
                raise ValueError("expected a code of groups of three letters and days as YYMMDD or YYYYMMDD")
            code, sign, limit, first, last = match.groups()
            span = Span(code, _day(limit if sign == ">" else first), _day(limit if sign == "<" else last))
            if span.first and span.last and span.first > span.last:
                raise ValueError("expected the first day before the last")
            yield span
        except ValueError as problem:
            problems.append(f"{place}: {problem}, found [{found}]")


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    year = int(text[:-4])
    century = 0 if year > 99 else 2000 if year <= _PIVOT else 1900
    return date(century + year, int(text[-4:-2]), int(text[-2:]))


def _printed(name: str) -> str:
    """JAVIER_SOLANA_ as it is printed: Javier Solana; single short words stay in capitals."""
    words = re.sub(r"!\w+!", "", name).replace("_", " ").split()
    if len(words) == 1 and len(words[0]) <= _ACRONYM_LETTERS:
        return words[0]
    return " ".join(
        word.lower() if number and word.lower() in _SMALL_WORDS else "-".join(part.capitalize() for part in word.split("-"))
        for number, word in enumerate(words)
    )


def _sector(roles: list[str]) -> str:
    """The sector of the first role that has one."""
    return next((_NEAREST.get(role, role) for role in roles if _NEAREST.get(role, role) in SECTORS), "")


def _roles(code: str) -> list[str]:
    return [code[start : start + 3] for start in range(0, len(code), 3)]


def _add_noun(entry: Entry, name: str, source: str, overrides: Overrides) -> None:
    noun, plural = name.lower(), _printed(entry.plural).lower()
    sector = _sector(_roles(entry.spans[0].code.lstrip("~")))
    overrides.add(
        "role_nouns.csv", NOUN_HEAD, noun=noun, plural=plural or f"{noun}s", kind="generic", sector=sector,
        generic_id=f"GENERIC.{slug(plural or noun + 's')}", source=source,
    )  # fmt: skip


def _add_actor(
    entry: Entry, names: list[str], source: str, countries: Container[str], given_names: Container[str], overrides: Overrides
) -> None:
    latest = max(entry.spans, key=lambda span: (span.last or date.max, span.first or date.min))
    country = latest.code[:3] if latest.code[:3] in countries else ""
    roles = _roles(latest.code)[1 if country else 0 :]
    if country and not roles:
        for span in (span for span in entry.spans if span.code in countries):
            for name in names:
                overrides.add(
                    "aliases.csv", ALIAS_HEAD, actor_id=span.code, alias=name, alias_kind="name", strength="strong",
                    valid_from=_iso(span.first), valid_to=_iso(span.last), source=source,
                )  # fmt: skip
        return
    sector = _sector(roles)
    words = names[0].split()
    is_dated = any(span.first or span.last for span in entry.spans)
    if country and 1 < len(words) <= _NAME_WORDS and (is_dated or words[0].lower() in given_names):
        _add_person(entry, names, source, country, sector, countries, overrides)
        return
    acronyms = [name for name in names[1:] if name.isupper()]
    overrides.add(
        "actors/petrarch.csv", ACTOR_HEAD, actor_id=f"ORG.{slug(names[0])}", name=names[0], kind=_KINDS.get(sector, "organisation"),
        country=country, sector=sector, aliases="|".join(name for name in names[1:] if not name.isupper()),
        acronyms="|".join(acronyms), valid_from=_iso(min((span.first for span in entry.spans if span.first), default=None)), source=source,
    )  # fmt: skip


def _add_person(
    entry: Entry, names: list[str], source: str, country: str, sector: str, countries: Container[str], overrides: Overrides
) -> None:
    """A person, and for each code that is limited in time a tenure in an office that says no more than the code does."""
    actor_id = f"PER.{slug(names[0])}"
    overrides.add(
        "persons.csv",
        PERSON_HEAD,
        actor_id=actor_id,
        name=names[0],
        country=country,
        sector=sector,
        aliases="|".join(names[1:]),
        source=source,
    )
    for span in entry.spans:
        body, role = span.code[:3], _sector(_roles(span.code)[1:])
        if not (span.first or span.last) or body not in countries or not role:
            continue
        office = f"PETRARCH.{role}"
        overrides.add(
            "tenures.csv", TENURE_HEAD, actor_id=actor_id, body=body, office_id=office, valid_from=_iso(span.first),
            valid_to=_iso(span.last), source=source,
        )  # fmt: skip
        if not any(row["office_id"] == office for row in overrides.files.get("offices.csv", [])):
            overrides.add("offices.csv", OFFICE_HEAD, office_id=office, name=f"{role} official", sector=role, source=source)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
