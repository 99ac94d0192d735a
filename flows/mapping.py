"""Which field of a file is which of ours: `--map title=headline`, or a TOML file of such pairs."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from transforms.readers.field_names import FIELDS, KEEP, OR


def parse_mapping(pairs: Iterable[str]) -> dict[str, str]:
    """Field names "ours=theirs", several in one with commas, or TOML files of them, as a mapping. Raises ValueError."""
    mapping: dict[str, str] = {}
    for pair in (part for given in pairs for part in given.split(",") if part.strip()):
        if pair.strip().endswith(".toml"):
            mapping |= _mapping_in(Path(pair.strip()))
            continue
        ours, separator, theirs = (part.strip() for part in pair.partition("="))
        if not separator or ours not in FIELDS or not theirs:
            raise ValueError(f"expected FIELD=THEIRS with FIELD one of {', '.join(FIELDS)}, found {pair!r}; e.g. --map title=headline")
        mapping[ours] = theirs
    return mapping


def with_kept(mapping: dict[str, str], kept: str | None) -> dict[str, str]:
    """The mapping with the names of further fields to keep."""
    return mapping | {KEEP: kept} if kept else mapping


def _mapping_in(path: Path) -> dict[str, str]:
    """The mapping in a TOML file: title = "headline", text = ["body", "content"], keep = ["topic"]. Raises ValueError."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise ValueError(f'expected a mapping in {path}, found {problem}; e.g. title = "headline"') from problem
    unknown = [name for name in entries if name not in (*FIELDS, KEEP)]
    if unknown:
        raise ValueError(f"expected fields among {', '.join((*FIELDS, KEEP))} in {path}, found {unknown[0]!r}")
    return {
        name: ("," if name == KEEP else OR).join(map(str, theirs)) if isinstance(theirs, list) else str(theirs)
        for name, theirs in entries.items()
    }
