"""Files and articles that were set aside, as rows. It stands apart from the work on batches, which takes long to import."""

from collections.abc import Sequence

import polars as pl

from transforms.articles.normalised import Refusal
from transforms.rows import content_id
from warehouse.tables import QUARANTINE


def refusal_rows(refusals: Sequence[Refusal]) -> pl.DataFrame:
    """Rows of `quarantine` for files and articles, without run_id and seen_at."""
    return pl.DataFrame(
        [_refusal_row(refusal) for refusal in refusals], schema=QUARANTINE.schema_without("run_id", "seen_at"), orient="row"
    )


def _refusal_row(refusal: Refusal) -> dict[str, object]:
    rejected, place = refusal.rejected, refusal.place.hex() if refusal.place else refusal.path
    return {
        "quarantine_id": content_id(place, refusal.file_id, rejected.stage, rejected.reason, rejected.position),
        "stage": rejected.stage,
        "reason": rejected.reason,
        "detail": rejected.detail,
        "path": refusal.path,
        "file_id": refusal.file_id,
        "position": rejected.position,
        "member": rejected.member,
        "article_id": refusal.article_id,
        "table_name": None,
        "row_id": None,
        "is_open": True,
        "path_bytes": refusal.place,
    }
