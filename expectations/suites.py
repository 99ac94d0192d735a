"""What every row must fulfil, as data: derived from the tables, column by column, and from the rules of `expectations.rules`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from expectations.rules import RULES
from warehouse.tables import Column, Table

Kind = Literal["not_null", "in_set", "between", "matches", "unique", "holds"]
#: Columns that a batch's rows get when they are staged.
UNCHECKED = ("batch_id",)


@dataclass(frozen=True)
class Check:
    """One expectation of a table: its readable name, what a failure does, and what Great Expectations is asked.

    A check of kind `holds` looks at a column of truth values, which the rule of its name makes."""

    table: str
    name: str
    severity: str
    kind: Kind
    columns: tuple[str, ...]
    values: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    pattern: str = ""


def table_suite(table: Table) -> list[Check]:
    """All checks of a table."""
    columns = [column for column in table.columns if column.name not in UNCHECKED]
    suite = [check for column in columns for check in _column_checks(table, column)]
    suite.append(Check(table.name, f"{', '.join(table.key)} is unique", "quarantine", "unique", table.key))
    suite += [Check(table.name, rule_name(rule), "quarantine", "holds", (rule_name(rule),)) for rule in table.rules]
    suite += [Check(table.name, rule.name, rule.severity, "holds", (rule.name,)) for rule in RULES if rule.table == table.name]
    return suite


def rule_name(rule: str) -> str:
    """The readable name of a rule declared with a table: `span_is_ordered` is "span is ordered"."""
    return rule.replace("_", " ")


def _column_checks(table: Table, column: Column) -> Iterator[Check]:
    names = (column.name,)
    if not column.nullable:
        yield Check(table.name, f"{column.name} is given", "quarantine", "not_null", names)
    if column.values:
        yield Check(table.name, f"{column.name} is on the closed list", "quarantine", "in_set", names, values=column.values)
    if column.minimum is not None or column.maximum is not None:
        yield Check(
            table.name, f"{column.name} is within its range", "quarantine", "between", names, minimum=column.minimum, maximum=column.maximum
        )
    if column.pattern is not None:
        # Python's $ lets a line end slip through, which DuckDB's CHECK would stop the load for
        pattern = column.pattern.removesuffix("$") + r"\Z"
        yield Check(table.name, f"{column.name} has its form", "quarantine", "matches", names, pattern=pattern)
