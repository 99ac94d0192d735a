"""A first look at whole columns, which takes milliseconds: a check that every row fulfils there need not be asked row by row.

The library of checks takes seconds for each batch, whatever its size: it is the judge of rows, and is asked only where one may fail. The
answer is "fulfilled" or "unknown", never "failed"."""

from collections.abc import Sequence

import polars as pl
from polars.exceptions import PolarsError

from expectations.suites import Check


def find_fulfilled(suite: Sequence[Check], frame: pl.DataFrame) -> set[Check]:
    """The checks that every row visibly passes, asked all at once. Missing values fail only `not_null`."""
    schema = frame.schema
    asked = {str(number): _holds(check, schema).all() for number, check in enumerate(suite)}
    try:
        held = frame.select(**asked).row(0)
    except PolarsError:  # a pattern that only Python knows, or values that cannot be compared
        return set() if len(suite) == 1 else {check for check in suite if find_fulfilled([check], frame)}
    return {check for check, is_held in zip(suite, held, strict=True) if is_held}


def _holds(check: Check, schema: pl.Schema) -> pl.Expr:
    """What holds of each row that fulfils a check."""
    name = check.columns[0]
    column = pl.col(name).fill_nan(None) if schema[name].is_float() else pl.col(name)
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
            return pl.struct(check.columns).is_unique()
    return held | column.is_null()
