"""Which names records give to our fields: as the user maps them, else as dumps, databases and interfaces of news call them."""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from unicodedata import combining, normalize

from transforms.readers.known_names import KNOWN_NAMES

FIELDS = ("title", "text", "published_at", "authors", "outlet", "url", "language")
#: The entry of a mapping that is no field of ours: names of further fields to keep, parted by commas.
KEEP = "keep"
#: Parts the names that a mapping gives to one field, the first that is filled counts.
OR = "|"
#: Names that hold an address of the article now and then; taken only when they do.
MAYBE_ADDRESSES = ("mainentityofpage", "source", "guid", "id")
#: Words for a record before the names of its fields, the longer first, and names that say too little behind them.
_RECORD_WORDS = ("document", "article", "artikel", "item", "news", "post", "story", "doc", "art", "txt")
_VAGUE_NAMES = frozenset(("name", "subject", "id", "uri", "by", "time"))
#: What fields of search engines and of collections in several languages end with.
_KIND_SUFFIX = re.compile(r"(?<=\w)[_.-](?:s|ss|t|txt|ts|dt|tdt|str|string|en|de|fr|es|it|pt|nl|ru|uk|pl|ar|zh|eng|ger|deu|fra|spa)$", re.I)
_KEY_NOISE = re.compile(r"[\W_]")


@lru_cache(10_000)
def plain_name(name: str) -> str:
    """Letters and digits of a name alone, lower case and without accents."""
    return _KEY_NOISE.sub("", "".join(sign for sign in normalize("NFD", name.casefold()) if not combining(sign)))


def _places() -> dict[str, list[tuple[str, int]]]:
    """For each known name the fields it may hold, and its place among their names."""
    places: dict[str, list[tuple[str, int]]] = {}
    for field, names in KNOWN_NAMES.items():
        for rank, name in enumerate(dict.fromkeys(map(plain_name, names))):
            places.setdefault(name, []).append((field, rank))
    return places


_PLACES = _places()


def detect_fields(names: Iterable[str], mapping: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Which of the names may hold each field, best first: as the mapping says (ours to theirs), else by known names; without those that
    nobody holds."""
    present = list(names)
    return known_fields(present) | mapped_fields(present, mapping)


def known_fields(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Which of the names may hold each field by what dumps call them, best first."""
    present = tuple(names)
    return dict(_known_among(present) if len(present) <= _CACHED_NAMES else _find_known(present))


def _find_known(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    # each name may say once more what the records are: art_title, art_body
    found = _ranked(names, _bare_name) | _ranked(names, plain_name)
    return {field: tuple(found[field][rank] for rank in sorted(found[field])) for field in FIELDS if field in found}


def _ranked(names: Iterable[str], key: Callable[[str], str]) -> dict[str, dict[int, str]]:
    """The names that may hold each field by their rank among those known."""
    found: dict[str, dict[int, str]] = {}
    for name in names:
        for field, rank in _PLACES.get(key(name), ()):
            found.setdefault(field, {}).setdefault(rank, name)
    return found


def _bare_name(name: str) -> str:
    """A name without the word for an article that it begins with, or without the kind or language of its values that it ends with; nothing
    where neither is, or too little is left."""
    plain = plain_name(_KIND_SUFFIX.sub("", name))
    if plain in _PLACES and plain != plain_name(name):
        return plain if plain not in _VAGUE_NAMES else ""
    bare = next((plain.removeprefix(word) for word in _RECORD_WORDS if plain.startswith(word)), "")
    return bare if bare not in _VAGUE_NAMES else ""


#: The records of a file have the same names; those of objects with very many are none.
_CACHED_NAMES = 100
_known_among = lru_cache(1_000)(_find_known)


def mapped_fields(names: Iterable[str], mapping: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Which of the names hold each field as the mapping says."""
    present = list(names)
    fields = {field: tuple(name for name in _named(theirs) if _is_among(name, present)) for field, theirs in _ours(mapping).items()}
    return {field: found for field, found in fields.items() if found}


def missing_fields(names: Iterable[str], mapping: Mapping[str, str]) -> str | None:
    """In words, which field the mapping names that is not among the names; None when all are."""
    present = list(names)
    for field, theirs in _ours(mapping).items():
        if not any(_is_among(name, present) for name in _named(theirs)):
            near = get_close_matches(theirs, present, 1)
            meant = f"; did you mean --map {field}={near[0]}?" if near else f"; name one of them with --map {field}=NAME"
            return f"expected the field {theirs!r} that --map names for {field}, found {', '.join(present)[:200] or 'none'!r}{meant}"
    return None


def kept_names(mapping: Mapping[str, str]) -> tuple[str, ...]:
    """The further fields that the mapping says to keep."""
    return tuple(name.strip() for name in mapping.get(KEEP, "").split(",") if name.strip())


def _ours(mapping: Mapping[str, str]) -> dict[str, str]:
    return {field: theirs for field, theirs in mapping.items() if field in FIELDS}


def _named(theirs: str) -> list[str]:
    return [name.strip() for name in theirs.split(OR)]


def _is_among(name: str, present: list[str]) -> bool:
    return name in present or name.split(".")[0] in present
