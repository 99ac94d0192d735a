"""Rows of `quarantine` and `notes`: what was set aside or noted, why, and where it came from."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

import polars as pl

from warehouse.tables import Table

type Row = dict[str, object]
_VALUE_LENGTH = 80


def row_ids(table: Table, rows: pl.DataFrame) -> list[str]:
    """The key of each row as one text; "?" stands for a missing part."""
    parts = [pl.col(name).cast(pl.String()).fill_null("?") for name in table.key]
    return rows.select(pl.concat_str(parts, separator="/").alias("row_id"))["row_id"].to_list()


class Places:
    """Where articles and files come from: paths, file, position and member of each article's first appearance."""

    def __init__(self, frames: Mapping[str, pl.DataFrame]) -> None:
        files = frames["files"].drop_nulls(["file_id", "path"]).select("file_id", "path", "path_bytes")
        self.paths: dict[str, tuple[str, bytes | None]] = {file_id: (path, place) for file_id, path, place in files.iter_rows()}
        firsts = (
            frames["appearances"]
            .drop_nulls(["article_id", "file_id", "position"])
            .sort("file_id", "position")
            .unique("article_id", keep="first")
        )
        self.articles: dict[str, tuple[str, int, str | None]] = {
            article_id: (file_id, position, member)
            for article_id, file_id, position, member in firsts.select("article_id", "file_id", "position", "member").iter_rows()
        }

    def of(self, row: Mapping[str, object]) -> Row:
        """path, path_bytes, file_id, position, member and article_id of a row of any table."""
        article_id = row.get("article_id")
        file_id, position, member = (row.get("file_id"), row.get("position"), row.get("member")) if "file_id" in row else (None, None, None)
        if file_id is None and isinstance(article_id, str):
            file_id, position, member = self.articles.get(article_id, (None, None, None))
        path, place = self.paths.get(str(file_id), (None, None))
        return {
            "path": path, "path_bytes": place, "file_id": file_id, "position": position, "member": member, "article_id": article_id,
        }  # fmt: skip


def quarantine_rows(
    table: Table, frame: pl.DataFrame, ids: Sequence[str], failed: Mapping[int, Sequence[str]], orphans: Mapping[int, str], places: Places
) -> Iterator[Row]:
    """One row of QUARANTINE (without run_id and seen_at) for each row set aside."""
    seen: dict[str, int] = {}
    for number in sorted(failed.keys() | orphans.keys()):
        reason = "failed_expectation" if number in failed else "orphan"
        row = frame.row(number, named=True)
        expected = "; ".join(failed[number]) if number in failed else f"{orphans[number]}, which was set aside"
        # rows with one key are told apart by their count: each is set aside, and each must be accounted for
        occurrence = seen[ids[number]] = seen.get(ids[number], 0) + 1
        yield {
            "quarantine_id": _hash(table.name, ids[number], "gate", reason, occurrence),
            "stage": "gate",
            "reason": reason,
            "detail": f"expected: {expected}; found {show_row(row)}",
            **places.of(row),
            "table_name": table.name,
            "row_id": ids[number],
            "is_open": True,
        }


def note_rows(table: Table, ids: Sequence[str], noted: Mapping[int, Sequence[str]]) -> Iterator[Row]:
    """One row of NOTES (without batch_id) for each row and expectation it does not meet."""
    for number, reasons in sorted(noted.items()):
        for reason in reasons:
            yield {
                "note_id": _hash(table.name, ids[number], reason),
                "table_name": table.name,
                "row_id": ids[number],
                "reason": reason,
                "detail": None,
            }


def show_row(row: Mapping[str, object]) -> str:
    """The row in short, for a person who looks for what is wrong with it."""
    shown = []
    for name, value in row.items():
        text = repr(value)
        shown.append(f"{name}={text if len(text) <= _VALUE_LENGTH else text[: _VALUE_LENGTH - 1] + '…'}")
    return ", ".join(shown)


def _hash(*parts: object) -> str:
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=16).hexdigest()
