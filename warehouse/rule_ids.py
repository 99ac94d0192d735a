"""Every id that the column `rule` of a table can hold, and its meaning. `*` stands for a word that the rule takes from the text.

The list is made of the declarations beside the code (`python -m flows.cli.rule_list > warehouse/rule_ids.csv`), for the gate and the store
stand below the analysis and may not import it; a test compares the two both ways.
"""

import csv
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType

RULE_LIST = Path(__file__).with_name("rule_ids.csv")


def _read_list() -> Mapping[str, Mapping[str, str]]:
    tables: dict[str, dict[str, str]] = {}
    with RULE_LIST.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            tables.setdefault(row["table"], {})[row["rule"]] = row["meaning"]
    return MappingProxyType(tables)


#: Table, or the verb `resolve`, to rule id to meaning.
RULE_IDS = _read_list()


def explain_rule(table: str, rule: str) -> str:
    """What a rule id says; raises KeyError when it is not declared."""
    declared = RULE_IDS[table]
    if rule in declared:
        return declared[rule]
    for pattern, meaning in declared.items():
        if "*" in pattern and fnmatchcase(rule, pattern):
            return meaning
    raise KeyError(f"{table}: no rule {rule!r} is declared; warehouse/rule_ids.csv lists those that are")


def is_declared(table: str, rule: str) -> bool:
    """Whether a table may hold a rule id."""
    return rule in RULE_IDS[table] or any("*" in pattern and fnmatchcase(rule, pattern) for pattern in RULE_IDS[table])
