"""The printed forms of the lexicon as tables: who bears each, and what speaks for whom; the nouns of bodies and offices."""

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

import ahocorasick_rs
import numpy as np
import polars as pl

from transforms.columns.spans import find_forms, place_forms
from transforms.columns.texts import Folded, Numbers
from transforms.identities.nominals.implied_owners import STATE_BODIES
from transforms.lexicon import FEW, Actor, Alias, Lexicon
from transforms.names.choice import KIND_PRIOR, RIVALS, can_be_adjective, label_of, means_members
from transforms.names.place_hints import is_weak_everywhere
from warehouse.vocabulary import STATE_KINDS

_BEARERS = {
    "form": pl.UInt32(), "rank": pl.UInt32(), "actor_id": pl.String(), "alias_kind": pl.String(), "is_certain": pl.Boolean(),
    "kind": pl.String(), "country": pl.String(), "label": pl.String(), "place_kind": pl.String(), "base": pl.Float64(),
    "valid_from": pl.Date(), "valid_to": pl.Date(), "is_rival": pl.Boolean(), "seat": pl.String(), "is_demonym": pl.Boolean(),
    "is_adjective": pl.Boolean(), "is_people": pl.Boolean(), "is_party_adjective": pl.Boolean(), "is_phrase": pl.Boolean(),
}  # fmt: skip
_FORMS = {
    "form": pl.UInt32(), "only_country": pl.String(), "any_certain": pl.Boolean(), "is_weak": pl.Boolean(), "is_person": pl.Boolean(),
    "is_whole_person": pl.Boolean(), "only_actor": pl.String(),
}  # fmt: skip
#: Kinds of actors and places that stand for those who govern them.
_STATES = frozenset({*STATE_KINDS, "government", "bloc"})
_DEMONYMS = frozenset({"adjective", "people"})
#: Kinds of forms that are names in themselves, whatever else the form can be.
_NAMES = frozenset({"name", "acronym"})


class Forms:
    """The names of a lexicon, described when they are first met."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._printed = list(lexicon.by_form)
        self._searched = 0
        self._described: dict[int, tuple[tuple[object, ...], list[tuple[object, ...]]]] = {}

    def find(self, folded: Folded) -> tuple[Numbers, Numbers, Numbers]:
        """Every form that stands in a text as whole words: (numbers of forms, starts, ends)."""
        self._searched += len(folded.text)
        if self._searched < FEW:
            spans = sorted((end, start) for start, end in self.lexicon.look_up(folded.text))
            found = [(self._numbers[folded.text[start:end]], start, end) for end, start in spans]
            return place_forms(np.array(found, np.int64).reshape(-1, 3), folded)
        automaton = self.lexicon.automaton[0]
        return find_forms(automaton, folded.text, folded) if automaton is not None else (np.zeros(0, np.int64),) * 3

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {form: number for number, form in enumerate(self._printed)}

    def describe(self, numbers: Numbers) -> tuple[pl.DataFrame, pl.DataFrame]:
        """(what is told of each form, who bears it) for the forms of these numbers."""
        told = [self._describe(number) for number in np.unique(numbers).tolist()]
        forms = pl.DataFrame([form for form, _ in told], schema=_FORMS, orient="row")
        return forms, pl.DataFrame([bearer for _, bearers in told for bearer in bearers], schema=_BEARERS, orient="row")

    def _describe(self, number: int) -> tuple[tuple[object, ...], list[tuple[object, ...]]]:
        if number not in self._described:
            self._described[number] = self._look_at(number)
        return self._described[number]

    def _look_at(self, number: int) -> tuple[tuple[object, ...], list[tuple[object, ...]]]:
        actors, aliases = self.lexicon.actors, tuple(self.lexicon.by_form[self._printed[number]])
        known = [(alias, actors[alias.actor_id]) for alias in aliases if alias.actor_id in actors]
        certain = [actor for alias, actor in known if alias.is_certain]
        countries = {actor.country for actor in certain}
        is_weak = is_weak_everywhere(aliases, self.lexicon)
        is_person = bool(known) and all(actor.kind == "person" for _, actor in known)
        form = (
            number, countries.pop() if len(countries) == 1 and len(certain) == len(known) else None, bool(certain), is_weak, is_person,
            is_person and len(certain) == len(known) and " " in known[0][0].form,
            known[0][0].actor_id if len({alias.actor_id for alias, _ in known}) == 1 else None,
        )  # fmt: skip
        kinds: dict[str, set[str]] = defaultdict(set)
        for alias, _ in known:
            kinds[alias.actor_id].add(alias.kind)
        bearers = [
            (number, rank, *self._bearer(alias, actor, is_weak, self._printed[number], kinds[alias.actor_id]))
            for rank, (alias, actor) in enumerate(known)
        ]
        return form, bearers

    def _bearer(self, alias: Alias, actor: Actor, is_weak: bool, printed: str, kinds: Set[str]) -> tuple[object, ...]:
        base = (2.0 if alias.is_certain and not is_weak else 0.0) + KIND_PRIOR.get(actor.kind, 0.0) - 0.5 * (alias.kind == "metonym")
        seat = actor.actor_id if alias.kind == "metonym" else self.lexicon.seat_of.get(actor.actor_id)
        return (
            actor.actor_id, alias.kind, alias.is_certain, actor.kind, actor.country, label_of(actor.actor_id, actor.kind, self.lexicon),
            self.lexicon.place_kinds.get(actor.actor_id), base, alias.valid_from, alias.valid_to,
            not alias.is_certain and actor.kind in RIVALS, seat, bool(kinds & _DEMONYMS) and not kinds & _NAMES,
            "adjective" in kinds, actor.kind == "party" and means_members(printed.split(" ")[-1]),
            actor.kind == "party" and " " not in printed and can_be_adjective(printed),
            printed.split(" ")[-1].islower() and actor.kind != "place",
        )  # fmt: skip


def is_state(kind: pl.Expr, seat: pl.Expr) -> pl.Expr:
    """Whether an actor governs, or is the seat of those who do."""
    return kind.is_in(_STATES) | seat.is_not_null()


@dataclass(frozen=True)
class Nouns:
    """The nouns of bodies and offices, longest first where they overlap."""

    lexicon: Lexicon

    @cached_property
    def words(self) -> list[str]:
        """As they are printed, in small letters."""
        told = (noun for noun, known in self.lexicon.nouns.items() if known.bodies or known.offices)
        return sorted({noun.replace(" '", "'") for noun in told if " - " not in noun})

    @cached_property
    def keys(self) -> list[str]:
        """Under which the lexicon has them."""
        return [word.replace("'", " '") for word in self.words]

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self.words, matchkind=ahocorasick_rs.MatchKind.Standard)

    @cached_property
    def kinds(self) -> pl.DataFrame:
        """What each noun is: a body of state that needs no owner beside it, an office of one, an institution by its own country's name."""
        rows = []
        for number, key in enumerate(self.keys):
            known = self.lexicon.nouns[key]
            body = known.bodies[0] if known.bodies else None
            is_state_body = body is not None and not body.is_owned and body.suffix.split(".")[0] in STATE_BODIES
            is_office = bool(known.offices) and body is None and not key.endswith("s")
            rows.append((number, is_state_body, is_office, body is not None and body.noun.lower() in self.lexicon.institutions))
        schema = {"noun": pl.Int64(), "is_state_body": pl.Boolean(), "is_office": pl.Boolean(), "is_institution": pl.Boolean()}
        return pl.DataFrame(rows, schema=schema, orient="row")

    @cached_property
    def institutions(self) -> pl.DataFrame:
        """The countries that have a body which they call by a noun: noun, country."""
        rows = [
            (number, country)
            for number, key in enumerate(self.keys)
            if self.lexicon.nouns[key].bodies
            for country in self.lexicon.institutions.get(self.lexicon.nouns[key].bodies[0].noun.lower(), ())
        ]
        return pl.DataFrame(rows, schema={"noun": pl.Int64(), "country": pl.String()}, orient="row")

    def find(self, folded: Folded) -> tuple[Numbers, Numbers, Numbers]:
        """Every noun that stands in a text as whole words: (numbers of words, starts, ends)."""
        if not self.words:
            return (np.zeros(0, np.int64),) * 3
        return find_forms(self._automaton, folded.lower, folded)
