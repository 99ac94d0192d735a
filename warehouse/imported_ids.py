"""Wikidata ids of our actors from a folder of open facts: `python -m warehouse.imported_ids FACTS_FOLDER`, for maintainers."""

import csv
import gzip
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from warehouse.seeds import SEED_FOLDER

#: Matches below it rest on a name alone.
LEAST_CONFIDENCE = 0.92


def sure_matches(matches: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """Rows (actor_id, wikidata, source) of matches that are confident and whose id no other actor claims, in order of
    actor_id; the source says by which evidence."""
    rows = list(matches)
    claims = Counter(row["wikidata"] for row in rows)
    kept = (row for row in rows if float(row["confidence"]) >= LEAST_CONFIDENCE and claims[row["wikidata"]] == 1)
    return [
        {"actor_id": row["actor_id"], "wikidata": row["wikidata"], "source": f"Wikidata (CC0): {row['evidence']}"}
        for row in sorted(kept, key=lambda row: row["actor_id"])
    ]


def import_ids(facts: Path, target: Path) -> int:
    """Write the sure matches of `facts/matches.csv.gz` to `target`; returns how many. Raises OSError and KeyError."""
    with gzip.open(facts / "matches.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        rows = sure_matches(csv.DictReader(stream))
    target.parent.mkdir(exist_ok=True)
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ["actor_id", "wikidata", "source"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


if __name__ == "__main__":
    sys.stdout.write(f"{import_ids(Path(sys.argv[1]), SEED_FOLDER / 'imported' / 'wikidata.csv')} ids\n")
