"""Asking Great Expectations: a suite of checks, one frame, and of each check the rows that fail. Nothing else knows that library.

It is imported when first asked (its import takes seconds), sends nothing, draws no progress bars, and works on a pandas copy of the
columns asked for.
"""

import logging
import os
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from types import ModuleType
from typing import Any

import polars as pl

from expectations.suites import Check

ROW = "__row"
#: The library keeps its batches where all threads share them: two at work at once take each other's rows for their own.
_ONE_AT_A_TIME = Lock()


class BrokenCheckError(Exception):
    """A check could not be carried out; that says nothing about the rows."""


@dataclass(frozen=True)
class CheckResult:
    """A check with the numbers of the rows that fail it, in ascending order."""

    check: Check
    row_count: int
    failed: tuple[int, ...]

    @property
    def is_passed(self) -> bool:
        return not self.failed


def run_suite(suite: Sequence[Check], frame: pl.DataFrame) -> list[CheckResult]:
    """The result of every check, in the order of the suite.

    Raises BrokenCheckError when Great Expectations fails to carry one out, which it reports as a failure of the rows unless asked."""
    if frame.is_empty() or not suite:
        return [CheckResult(check, frame.height, ()) for check in suite]
    with _ONE_AT_A_TIME:
        great, context = _great_expectations()
    columns = sorted({column for check in suite for column in check.columns})
    pandas_frame = frame.select(columns).with_row_index(ROW).to_pandas()
    expected = great.ExpectationSuite(name="rows", expectations=[_expectation(great, check, number) for number, check in enumerate(suite)])
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        # what pandas and the library say to each other is not about our data
        warnings.simplefilter("ignore")
        batch = context.get_batch({"dataframe": pandas_frame})
        result_format = {"result_format": "COMPLETE", "unexpected_index_column_names": [ROW]}
        validated = batch.validate(expected, result_format=result_format)
    by_number = {found.expectation_config.meta["number"]: found for found in validated.results}
    return [_read_result(check, by_number[number], frame.height) for number, check in enumerate(suite)]


@cache
def _great_expectations() -> tuple[ModuleType, Any]:
    """The library and a definition of batches, both made once in a process."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    logging.getLogger("great_expectations").setLevel(logging.WARNING)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import great_expectations as great
        from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults

        # without a place for its documentation pages, which it would leave in the folder for temporary files
        stores = InMemoryStoreBackendDefaults(init_temp_docs_sites=False)
        context: Any = great.get_context(mode="ephemeral", project_config=DataContextConfig(store_backend_defaults=stores))
        context.variables.progress_bars = {"globally": False}
        asset = context.data_sources.add_pandas("personae").add_dataframe_asset("rows")
        return great, asset.add_batch_definition_whole_dataframe("batch")


def _expectation(great: ModuleType, check: Check, number: int) -> Any:  # noqa: ANN401 - a library without types
    kinds, meta = great.expectations, {"number": number}
    match check.kind:
        case "not_null":
            return kinds.ExpectColumnValuesToNotBeNull(column=check.columns[0], meta=meta)
        case "in_set":
            return kinds.ExpectColumnValuesToBeInSet(column=check.columns[0], value_set=list(check.values), meta=meta)
        case "between":
            return kinds.ExpectColumnValuesToBeBetween(column=check.columns[0], min_value=check.minimum, max_value=check.maximum, meta=meta)
        case "matches":
            return kinds.ExpectColumnValuesToMatchRegex(column=check.columns[0], regex=check.pattern, meta=meta)
        case "unique" if len(check.columns) == 1:
            return kinds.ExpectColumnValuesToBeUnique(column=check.columns[0], meta=meta)
        case "unique":
            return kinds.ExpectCompoundColumnsToBeUnique(column_list=list(check.columns), meta=meta)
        case "holds":
            return kinds.ExpectColumnValuesToBeInSet(column=check.columns[0], value_set=[True], meta=meta)


def _read_result(check: Check, found: Any, row_count: int) -> CheckResult:  # noqa: ANN401 - a library without types
    raised = _raised(found.exception_info)
    if raised:
        raise BrokenCheckError(f"{check.table}: expected to check whether {check.name}, found {raised}")
    rows = {int(entry[ROW]) for entry in found.result.get("unexpected_index_list") or ()}
    if found.success is (len(rows) > 0):
        raise BrokenCheckError(
            f"{check.table}: expected rows for each failure of {check.name!r}, found {len(rows)} and success={found.success}"
        )
    return CheckResult(check, row_count, tuple(sorted(rows)))


def _raised(info: dict[str, Any] | None) -> str:
    """What was raised while a check was carried out: the library keeps it flat, or under the names of its metrics."""
    if not info:
        return ""
    if "raised_exception" in info:
        return str(info["exception_message"]) if info["raised_exception"] else ""
    return "; ".join(message for message in (_raised(part) for part in info.values() if isinstance(part, dict)) if message)
