"""What a whole batch must look like: bounds outside of which something is wrong with the program or with all of its input."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from warehouse.tables import BATCH_TABLES

#: Share of a table's rows that may be set aside, once there are enough rows for a share to mean something.
MAXIMUM_SHARE = 0.2
MINIMUM_ROWS = 200
MINIMUM_ARTICLES = 20
#: Analysed articles that together cannot be without a single mention.
ARTICLES_WITH_MENTIONS = 20


@dataclass(frozen=True)
class Envelope:
    """A bound on a batch, and whether it was kept."""

    table: str
    name: str
    is_passed: bool
    row_count: int
    unexpected_count: int
    found: str

    def message(self, because: str) -> str:
        """Why the run stops. `because`: the commonest failure in the table; nothing of the batch is written, so it must stand here."""
        return (
            f"{self.table}: expected that {self.name}, found {self.found}{because}; "
            "nothing of the batch was loaded; look at what was read with: personae read PATH"
        )

    def row(self) -> dict[str, object]:
        """A row of CHECKS, without run_id and batch_id."""
        return {
            "table_name": self.table,
            "check_name": self.name,
            "severity": "stop",
            "is_passed": self.is_passed,
            "row_count": self.row_count,
            "unexpected_count": self.unexpected_count,
            "detail": None if self.is_passed else self.found,
        }


def check_envelopes(frames: Mapping[str, pl.DataFrame], kept: Mapping[str, pl.DataFrame]) -> list[Envelope]:
    """All bounds, kept or broken. `frames`: the batch as it came to the gate; `kept`: as it left."""
    return [*_shares(frames, kept), _has_mentions(frames)]


def _shares(frames: Mapping[str, pl.DataFrame], kept: Mapping[str, pl.DataFrame]) -> Iterator[Envelope]:
    for table in BATCH_TABLES:
        total = frames[table.name].height
        out = total - kept[table.name].height
        enough = MINIMUM_ARTICLES if table.name in ("files", "articles", "appearances") else MINIMUM_ROWS
        is_passed = total < enough or out <= MAXIMUM_SHARE * total
        yield Envelope(table.name, f"at most {MAXIMUM_SHARE:.0%} of the rows are set aside", is_passed, total, out, f"{out} of {total}")


def _has_mentions(frames: Mapping[str, pl.DataFrame]) -> Envelope:
    analysed = frames["articles"].filter(pl.col("is_analysed") & (pl.col("language") == "en")).height
    mentions = frames["mentions"].height
    is_passed = analysed < ARTICLES_WITH_MENTIONS or mentions > 0
    return Envelope(
        "mentions",
        "analysed English articles have mentions",
        is_passed,
        analysed,
        0 if is_passed else analysed,
        f"{mentions} in {analysed} articles",
    )
