"""Users' corrections that are applied to articles, as the lexicon holds them."""

from datetime import date
from typing import NamedTuple

import polars as pl


class Correction(NamedTuple):
    """One row of the frame `corrections`; what is None limits nothing."""

    action: str
    actor_id: str | None
    surface: str | None
    value: str | None
    outlet: str | None
    article_id: str | None
    valid_from: date | None
    valid_to: date | None


def read_corrections(frame: pl.DataFrame) -> list[Correction]:
    """The rows of the frame, in the order of the users' file."""
    return [Correction(*row) for row in frame.select(Correction._fields).iter_rows()]
