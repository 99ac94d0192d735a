"""What a change of the lexicon can touch: every printed form with a fingerprint of all that the lexicon says of what bears it.

Two editions are compared form by form; an article in which no changed form is printed says the same under both. The comparison errs on
the side of touching too much: case, dots and the ends of words are ignored, and a change of one tenure touches all that names its country.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from hashlib import blake2b

import ahocorasick_rs
import polars as pl

from transforms.folding import fold
from transforms.language.en.inflections import noun_forms
from transforms.lexicon import spellings
from transforms.register import SHORTENED, shorter_name

type Frames = Mapping[str, pl.DataFrame]
#: What is told of persons beside the analysis, which never asks for it.
_UNREAD = ("party_id", "birth_year")
#: Frames of words, with the columns that are printed in articles; several words in a cell stand between bars.
_WORD_FRAMES = {
    "bodies": ("nouns", "owned_nouns"),
    "institutions": ("nouns",),
    "offices": ("nouns",),
    "role_nouns": ("noun", "plural"),
    "common_nouns": ("noun", "plural"),
    "given_names": ("name",),
    "gazetteer": ("name",),
    "word_classes": ("word",),
}
_BITS = 63


def list_forms(frames: Frames) -> pl.DataFrame:
    """Columns `form` (as `plain` writes it) and `fingerprint` of the lexicon, one row a form, sorted."""
    frames = {name: frame.drop(_UNREAD, strict=False) for name, frame in frames.items()}
    marks: dict[str, int] = defaultdict(int)
    for list_facts in (_name_facts, _corrected_facts, _registered_facts, _word_facts):
        for form, fact in list_facts(frames):
            marks[form] = (marks[form] + _number(fact)) % (1 << _BITS)
    return pl.DataFrame({"form": list(marks), "fingerprint": list(marks.values())}, {"form": pl.String(), "fingerprint": pl.Int64()}).sort(
        "form"
    )


def changed_forms(before: pl.DataFrame, after: pl.DataFrame) -> list[str]:
    """The forms that are new, gone, or stand for something else, of two results of `list_forms`."""
    both = before.join(after, on="form", how="full", suffix="_after", coalesce=True)
    return both.filter(~pl.col("fingerprint").eq_missing(pl.col("fingerprint_after")))["form"].sort().to_list()


def find_touched(texts: Iterable[tuple[str, str]], forms: list[str]) -> Iterator[str]:
    """Of pairs of an id and a text, the ids of those in which one of the forms is printed as words."""
    if not forms:
        return
    automaton = ahocorasick_rs.AhoCorasick(forms)
    for text_id, text in texts:
        words = plain(text)
        if any(_is_words(words, start, end) for _, start, end in automaton.find_matches_as_indexes(words, overlapping=True)):
            yield text_id


def plain(text: str) -> str:
    """Accents, case, dots, apostrophes and runs of blanks ignored."""
    return " ".join(fold(text).lower().replace(".", "").replace("'", " ").split())


def _is_words(text: str, start: int, end: int) -> bool:
    """Whether whole words stand there; the last may have a plural's s."""
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return False
    rest = text[end : end + 2]
    return not (rest[:1].isalnum() and text[end - 1].isalnum()) or (rest[0] == "s" and not rest[1:].isalnum())


def _name_facts(frames: Frames) -> Iterator[tuple[str, str]]:
    """(form, fact) of every alias: its row, and all that is known of the actor it names."""
    actors = {row["actor_id"]: row for row in frames["actors"].iter_rows(named=True)}
    details = _details(frames)

    @cache
    def fact_of(actor_id: str) -> str:
        row = actors.get(actor_id)
        if row is None:
            return actor_id
        above = [fact_of(part) for part in (row["parent_id"], row["country"]) if part and part != actor_id and part in actors]
        return _digest(repr((row, details.get(actor_id), above)))

    for alias in frames["aliases"].iter_rows(named=True):
        fact = repr((alias, fact_of(alias["actor_id"])))
        printed = {plain(spelling) for spelling in {each.lower() for each in spellings(alias["alias"], alias["alias_kind"])}}
        if actors.get(alias["actor_id"], {}).get("kind") == "person":
            printed |= {form.rsplit(" ", 1)[-1] for form in printed}  # surnames need no rows
        for form in printed - {""}:
            yield form, fact


def _registered_facts(frames: Frames) -> Iterator[tuple[str, str]]:
    """(form, fact) of every whole name of the register, and of the surnames of those whose office can name them."""
    held: dict[str, list[str]] = defaultdict(list)
    for tenure in frames["register_tenures"].sort("tenure_id").iter_rows(named=True):
        held[tenure["actor_id"]].append(repr(tenure))
    for row in frames["register"].iter_rows(named=True):
        fact = _digest(repr((row, held.get(row["actor_id"]))))
        names = {plain(name) for name in (row["name"], *(row["aliases"] or "").split("|"))} - {""}
        if row["kind"] in SHORTENED:
            names |= {plain(shorter_name(name, row["kind"])) for name in names}
        surnames = {name.rsplit(" ", 1)[-1] for name in names} if row["actor_id"] in held else set()
        for form in names | surnames:
            yield form, fact


def _corrected_facts(frames: Frames) -> Iterator[tuple[str, str]]:
    """(form, fact) of every correction: the surface it names, and the forms that the id of an unlisted actor is made of."""
    for row in frames["corrections"].iter_rows(named=True):
        words = (row["actor_id"] or "").partition(".")[2].replace("-", " ")
        for form in {plain(row["surface"] or ""), words, _SINGLE_LETTERS.sub("", words)} - {""}:
            yield form, repr(row)


#: Blanks between single letters, which a text prints as initials: "j k rowling" is "J.K. Rowling".
_SINGLE_LETTERS = re.compile(r"(?<=\b\w) (?=\w\b)")


def _details(frames: Frames) -> dict[str, list[str]]:
    """By actor: its tenures, the tenures in its offices, its gender, what kind of place it is."""
    found: dict[str, list[str]] = defaultdict(list)
    for tenure in frames["tenures"].sort("tenure_id").iter_rows(named=True):
        for actor_id in {tenure["actor_id"], tenure["body_id"]}:
            found[actor_id].append(repr(tenure))
    for name in ("persons", "places"):
        for row in frames[name].iter_rows(named=True):
            found[row["actor_id"]].append(repr(row))
    return found


def _word_facts(frames: Frames) -> Iterator[tuple[str, str]]:
    for name, columns in _WORD_FRAMES.items():
        for row in frames[name].iter_rows(named=True):
            fact = repr((name, row))
            words = {word for column in columns for word in (row[column] or "").split("|") if word}
            for form in {plain(form) for word in words for form in (word, *noun_forms(word))} - {""}:
                yield form, fact


def _digest(fact: str) -> str:
    return blake2b(fact.encode(), digest_size=8).hexdigest()


@lru_cache(maxsize=4)  # the forms of one actor come one after another
def _number(fact: str) -> int:
    return int(_digest(fact), 16) >> (64 - _BITS)
