"""What Wikidata calls an item and says of it in a few words (CC0), as the name-suggestion-index keeps both beside the names on shop signs.

A sign says "Telenor" for the branch in Pakistan and "Department of Trade and Industry" without a country: the item's own label and
description tell both, so that a bare name does not lead to a branch, nor a ministry's to another country."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from warehouse.imports.facts import Fact, is_latin
from warehouse.imports.ids import name_key

#: Legal forms at the end of a firm's label.
_LEGAL_FORM = re.compile(r",?(?: (?:Inc|Corp|Corporation|Company|Co|PLC|plc|Ltd|Limited|SE|AG|S\.?A|N\.?V|A/S|S\.?p\.?A)\.?)+$")
#: First word of the source of facts that were taken from signs.
_SIGNS = "name-suggestion-index"
#: Words of a country's name that name other things too: "Latin American", "Guinea pig", "Jersey City".
_NOT_OF = re.compile(r"\b(?:Latin|South|North|Central) American?\b|\bNew (?:England|Jersey|Mexico|Guinea)\b|\bAmerican Samoa\b")


class Label(NamedTuple):
    name: str
    description: str


class Countries:
    """Countries by the words that name them in English: "Poland", "Polish", "U.S."."""

    def __init__(self, rows: Iterable[Fact]) -> None:
        self._by_form: dict[str, str] = {}
        for row in rows:
            for column in ("name", "adjectives", "people", "aliases", "acronyms"):
                for form in filter(None, row[column].split("|")):
                    self._by_form.setdefault(form, row["actor_id"])
        forms = sorted(map(re.escape, self._by_form), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")

    def named(self, text: str) -> str:
        """The only country that a text names; empty if it names none, or several."""
        found = {self._by_form[form] for form in self._pattern.findall(_NOT_OF.sub("", text))}
        return found.pop() if len(found) == 1 else ""


def read_labels(path: Path) -> dict[str, Label]:
    """Labels in Latin letters by item, of the package's `dist/wikidata/wikidata.json`. Raises OSError and KeyError when it is not that."""
    items = json.loads(path.read_text(encoding="utf-8"))["wikidata"]
    labels = {item: Label(row.get("label") or "", row.get("description") or "") for item, row in items.items()}
    return {item: label for item, label in labels.items() if label.name and is_latin(label.name)}


def labelled(facts: Iterable[Fact], labels: Mapping[str, Label], countries: Countries) -> Iterator[Fact]:
    """The facts, those from signs under the item's own name and with the country that its description tells.

    What a sign says stays as another name, unless it is the shorter one: the item is a branch then, or has a namesake."""
    for fact in facts:
        label = labels.get(fact["wikidata"])
        if label is None or not fact["source"].startswith(_SIGNS):
            yield fact
            continue
        own = _plain(label.name)
        forms = [form for form in (fact["name"], *fact["aliases"].split("|")) if form and not _is_part(_plain(form), own)]
        yield dict(fact) | {
            "name": label.name,
            "aliases": "|".join(dict.fromkeys(form for form in forms if form != label.name)),
            "country": fact["country"] or countries.named(label.description) or countries.named(label.name),
        }


def _plain(name: str) -> str:
    return _LEGAL_FORM.sub("", name)


def _is_part(form: str, name: str) -> bool:
    """Whether a form is only some of the words of a name."""
    return set(form.casefold().split()) < set(name.casefold().split())


#: What the description of an item calls what each kind of ours can be; a brand, a branch or what is no more is another item than ours.
_CALLED: Mapping[str, re.Pattern[str]] = {
    "company": re.compile(
        r"\b(?:company|corporation|conglomerate|bank|insurer|manufacturer|automaker|airline|retailer|chain|operator|group|firm)\b"
    ),
    "outlet": re.compile(r"\b(?:newspaper|magazine|broadcaster|news agency|television network|radio network)\b"),
    "ngo": re.compile(r"\b(?:organi[sz]ation|union|movement|charity|federation|confederation)\b"),
    "igo": re.compile(r"\b(?:organi[sz]ation|agency|body|monitors)\b"),
    "people": re.compile(r"\bpeoples?\b"),
    "place": re.compile(
        r"^(?:state|province|region|prefecture|county|(?:autonomous|chartered) community|emirate|capital)\b|\b(?:city|town) "
    ),
}
_OTHER_ITEM = re.compile(r"\b(?:brand|subsidiary|division|branch|former|defunct|franchisee?|operator of)\b")
_STATELESS = frozenset({"igo", "ngo", "company"})
#: Where towns and counties of one name are too many to know one by its country.
_MANY_TOWNS = "USA"
_TOWN = re.compile(r"\b(?:city|town|seat|capital|county)\b")


def same_labels(ours: Sequence[Fact], labels: Mapping[str, Label], countries: Countries, known: Mapping[str, str]) -> list[dict[str, str]]:
    """Rows (actor_id, wikidata, source): actors of ours without an id whose name is the label of one item alone that the description
    calls such a thing of that country. `known`: items of our actors."""
    by_name: dict[str, set[str]] = {}
    for item, label in labels.items():
        by_name.setdefault(name_key(_plain(label.name)), set()).add(item)
    taken, found = set(known.values()), []
    for actor in ours:
        if actor["actor_id"] in known:
            continue
        names = [actor["name"]] if actor["kind"] == "company" else [actor["name"], *filter(None, actor["aliases"].split("|"))]
        items = {item for name in names for item in by_name.get(name_key(_plain(name)), ())}
        same = {item for item in items if item not in taken and _is_called(labels[item].description, actor, countries)}
        if len(same) == 1:
            item = same.pop()
            taken.add(item)
            found.append({"actor_id": actor["actor_id"], "wikidata": item, "source": f"Wikidata (CC0): label '{labels[item].name}'"})
    return found


def _is_called(description: str, actor: Fact, countries: Countries) -> bool:
    kind, country = actor["kind"], countries.named(description)
    if _OTHER_ITEM.search(description) or (kind in _CALLED and not _CALLED[kind].search(description)):
        return False
    if kind == "place" and country == _MANY_TOWNS and _TOWN.search(description):
        return False
    if kind in _STATELESS and not country:
        return "multinational" in description or not actor["country"]
    return bool(country) and country == actor["country"]
