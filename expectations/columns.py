"""A first look at whole columns, which takes milliseconds: a check that every row fulfils there need not be asked row by row.

The library of checks takes seconds for each batch, whatever its size: it is the judge of rows, and is asked only where one may fail. The
answer is "fulfilled" or "unknown", never "failed"."""

import polars as pl
from polars.exceptions import PolarsError

from expectations.suites import Check


def is_fulfilled(check: Check, frame: pl.DataFrame) -> bool:
    """Whether every row visibly passes a check; False if that cannot be seen. Missing values fail only `not_null`."""
    names = list(check.columns)
    if check.kind == "unique":
        return not frame.select(pl.struct(names).is_duplicated().any()).item()
    column = pl.col(names[0])
    given = column.fill_nan(None) if frame.schema[names[0]].is_float() else column
    try:
        return bool(frame.select(_holds(check, given).all()).item())
    except PolarsError:  # a pattern that only Python knows, or values that cannot be compared
        return False


def _holds(check: Check, column: pl.Expr) -> pl.Expr:
    """What holds of each row that fulfils a check."""
    match check.kind:
        case "not_null":
            return column.is_not_null()
        case "in_set":
            held = column.cast(pl.String()).is_in(list(check.values))
        case "between":
            least = column >= check.minimum if check.minimum is not None else pl.lit(value=True)
            held = least & (column <= check.maximum if check.maximum is not None else pl.lit(value=True))
        case "matches":
            held = column.str.contains(check.pattern.removesuffix(r"\Z") + r"\z" if check.pattern.endswith(r"\Z") else check.pattern)
        case "holds":
            held = column
        case "unique":
            return pl.lit(value=False)
    return held | column.is_null()
