"""The reference says what the code does: every verb, setting, reason, rule, format and check, and nothing that is gone."""

import ast
import re
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import get_args

import click
import pytest

from flows.cli.app import VERBS, personae
from flows.cli.reference import ENVIRONMENT, field_meanings, reference_page
from flows.settings import Settings
from tests.flows.docs.newcomer import ROOT
from transforms.articles.notices import Notice
from transforms.limits import Limits
from transforms.readers.documents import EXPORTS
from transforms.readers.formats import READERS
from transforms.readers.containers import CONTAINERS
from warehouse.reasons import QUARANTINE_MEANINGS, REMARK_MEANINGS
from warehouse.rule_ids import RULE_IDS, explain_rule, is_declared
from warehouse.sql_views import read_views
from warehouse.store import open_warehouse
from warehouse.tables import TABLES
from warehouse.vocabulary import FILE_FORMATS, QUARANTINE_REASONS

CODE = [path for package in ("flows", "transforms", "expectations", "warehouse") for path in sorted((ROOT / package).rglob("*.py"))]
ANALYSIS = [path for path in CODE if path.is_relative_to(ROOT / "transforms") and "readers" not in path.parts]
PAGE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
DICTIONARY = (ROOT / "docs" / "dictionary.md").read_text(encoding="utf-8")
#: Rules of a span before it is a mention, or of ends that are no mentions.
INNER_RULES = {"dyad.thing"}


def words_in(paths: list[Path]) -> set[str]:
    """All strings that stand in some modules, those of f-strings in parts."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in paths)
    return {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def every_verb() -> list[click.Command]:
    found: list[click.Command] = []
    for verb in VERBS:
        command = personae.get_command(click.Context(personae), verb)
        assert command is not None
        found += [*command.commands.values()] if isinstance(command, click.Group) else [command]
    return found


def test_the_page_is_up_to_date() -> None:
    assert reference_page() == PAGE, "run: make docs"


def test_every_option_says_what_it_does() -> None:
    for command in every_verb():
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{command.name} {option.opts}"
                assert f"`{option.opts[0]}" in PAGE


def test_every_setting_and_limit_is_explained() -> None:
    for described in (Settings, Limits):
        assert set(field_meanings(described)) == {field.name for field in fields(described)}, described


def test_every_environment_variable_that_is_read_is_explained() -> None:
    ours = {word for word in words_in(CODE) if re.fullmatch(r"PERSONAE_[A-Z_]+", word)}
    assert ours == {name for name in ENVIRONMENT if name.startswith("PERSONAE_")}


def test_every_table_and_view_is_in_the_dictionary() -> None:
    for name in [*(table.name for table in TABLES), *(view.name for view in read_views())]:
        assert f"### {name}\n" in DICTIONARY


def test_every_reason_has_a_meaning_and_a_remedy() -> None:
    assert set(QUARANTINE_MEANINGS) == set(QUARANTINE_REASONS)
    assert all(reason.meaning and reason.remedy for reason in (*QUARANTINE_MEANINGS.values(), *REMARK_MEANINGS.values()))
    assert all(f"| `{reason}` |" in PAGE for reason in QUARANTINE_REASONS)


def test_every_reason_a_module_gives_is_declared() -> None:
    given = set()
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_refusal = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rejected" and node.args
            if is_refusal and isinstance(node.args[0], ast.Constant):
                given.add(node.args[0].value)
    assert len(given) > 10
    assert given <= set(QUARANTINE_REASONS)


def test_every_remark_a_module_makes_is_declared() -> None:
    made = {f"{notice}_notice" for notice in get_args(Notice.__value__)}
    for path in (ROOT / "transforms" / "articles").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        made |= set(re.findall(r"(?:Change\(|remarks\.append\(\(|Remark\([\w.]+, )\"(\w+)\"", source))
    assert made == set(REMARK_MEANINGS)


def test_every_rule_in_the_code_is_declared() -> None:
    declared = {rule for rules in RULE_IDS.values() for rule in rules}
    families = {rule.partition(".")[0] for rule in declared if "." in rule}
    shape = re.compile(rf"(?:{'|'.join(families)})\.[a-z_]+")
    made = {word for word in words_in(ANALYSIS) if shape.fullmatch(word)} - INNER_RULES
    unknown = [rule for rule in sorted(made) if not any(is_declared(table, rule) for table in RULE_IDS)]
    assert unknown == [], "declare each as a Rule or Finding, then run: python -m flows.cli.rule_list > warehouse/rule_ids.csv"


def test_every_rule_the_method_page_names_is_declared() -> None:
    page = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    named: set[str] = set()
    for rows in re.findall(r"^\| rule \|.*\n\|[- |]+\n((?:\|.*\n)+)", page, re.MULTILINE):
        for row in rows.splitlines():
            named |= set(re.findall(r"`([\w.*]+)`", row.split("|")[1]))
    assert len(named) > 40
    assert [rule for rule in sorted(named) if not any(is_declared(table, rule) for table in RULE_IDS)] == []


def test_every_format_is_listed() -> None:
    formats = {reader.format for reader in (*READERS, *CONTAINERS)} | {name for name, *_ in EXPORTS}
    assert all(f"`{name}`" in PAGE for name in formats)
    # tsv is a form of csv; what is compressed or packed is named after what is inside
    assert set(FILE_FORMATS) - formats == {"tsv"}
    assert formats - set(FILE_FORMATS) == {"gzip", "bzip2", "xz", "zstd", "wacz"}


def test_every_figure_of_the_limitations_is_one_of_the_method_page() -> None:
    told = re.sub(r"```.*?```", "", (ROOT / "docs" / "limitations.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    method = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    figures = set(re.findall(r"(?<![\w.])(?:0\.\d+|\d{2,4})(?![\w.]\d)", told))
    assert len(figures) > 10
    assert {figure for figure in figures if not re.search(rf"(?<![\d.]){re.escape(figure)}(?!\d)", method)} == set()
