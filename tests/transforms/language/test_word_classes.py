"""Word classes come from files, and a user's rows change them in place."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.lexicons import load_lexicon
from transforms.language import UnknownClassError, WordChange, override_words, word_class, word_values
from transforms.language.word_rows import ENGLISH, read_word_rows
from transforms.names.name_words import TITLES
from transforms.times.patterns import time_patterns


@pytest.fixture(autouse=True)
def _as_shipped() -> Iterator[None]:
    yield
    override_words([])


def test_a_word_joins_with_its_forms_and_another_leaves() -> None:
    tells = word_class("acts.tells")
    assert "said" in tells
    assert "hollered" not in tells
    override_words([WordChange("acts.tells", "holler", forms="verb"), WordChange("acts.tells", "say", drop=True)])
    assert {"hollered", "hollering"} <= tells
    assert "say" not in tells
    override_words([])
    assert "say" in tells
    assert "hollered" not in tells


def test_a_class_that_holds_another_follows_its_changes() -> None:
    override_words([WordChange("acts.open_verbs", "yearn", forms="verb")])
    assert "yearned" in word_class("acts.open_heads")
    assert "yearned" in word_class("acts.carrying")


def test_values_change_in_place() -> None:
    assert TITLES["mrs"] == "f"
    override_words([WordChange("names.titles", "khagan", value="m")])
    assert TITLES["khagan"] == "m"


def test_an_unknown_class_is_refused_with_its_neighbours_and_changes_nothing() -> None:
    with pytest.raises(UnknownClassError, match=r"acts\.tells.*found 'acts\.tell'"):
        override_words([WordChange("names.titles", "khagan", value="m"), WordChange("acts.tell", "holler")])
    assert "khagan" not in TITLES


def test_rows_of_a_users_folder_reach_the_classes(tmp_path: Path) -> None:
    (tmp_path / "word_classes.csv").write_text("word_class,word,forms,value,drop\nnames.titles,khagan,,m,\n")
    load_lexicon(tmp_path)
    assert TITLES["khagan"] == "m"
    load_lexicon()
    assert "khagan" not in TITLES


def test_a_pattern_follows_the_changes_of_its_classes() -> None:
    assert time_patterns().any.search("on 3 Januar") is None
    override_words([WordChange("times.months", "Januar", value="1")])
    found = time_patterns().any.search("on 3 Januar")
    assert found is not None
    assert found[0] == "3 Januar"
    override_words([])
    assert time_patterns().any.search("on 3 Januar") is None


def test_no_class_has_a_word_twice() -> None:
    rows = Counter((name, row.word) for name, rows in read_word_rows().items() for row in rows)
    assert [row for row, times in rows.items() if times > 1] == []


@pytest.mark.parametrize("row", ["a.b,word,,", "a.b,word,,,", "a.b,word,nouns,,own judgement", "a.b,one, two,,own judgement"])
def test_a_row_that_is_none_is_told_with_file_and_line(tmp_path: Path, row: str) -> None:
    (tmp_path / "acts.csv").write_text(f"word_class,word,forms,value,source\na.b,first,,,own judgement\n{row}\n")
    with pytest.raises(ValueError, match=r"acts\.csv, line 3: expected word_class,word,forms"):
        read_word_rows(tmp_path)


def test_every_class_is_asked_for_by_code() -> None:
    files = (*ENGLISH.parents[1].rglob("*.py"), *(ENGLISH / "patterns").glob("*.csv"))
    code = "\n".join(path.read_text() for path in files)
    named = {row.word[1:] for rows in read_word_rows().values() for row in rows if row.word.startswith("@")}
    assert [name for name in read_word_rows() if f'"{name}"' not in code and name not in named] == []


def is_asked(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("word_class", "word_values")


def test_no_module_makes_another_set_of_a_class_at_import() -> None:
    trees = {path: ast.parse(path.read_text()) for path in sorted(ENGLISH.parents[1].rglob("*.py"))}
    assigned = [(path, node) for path, tree in trees.items() for node in tree.body if isinstance(node, ast.Assign)]
    asked = {(path, ast.unparse(target)) for path, node in assigned if is_asked(node.value) for target in node.targets}
    assert len(asked) > 300
    derived = [
        f"{path.name}:{node.lineno} {ast.unparse(node)[:80]}"
        for path, node in assigned
        if isinstance(node.value, ast.BinOp | ast.Call | ast.SetComp) and not is_asked(node.value)
        and any(is_asked(part) or (path, ast.unparse(part)) in asked for part in ast.walk(node.value))
    ]  # fmt: skip
    assert derived == [], "a user's words would not reach it: say it in the files, with @class"


def test_no_value_stands_where_no_code_reads_it() -> None:
    assert set(word_values("names.gendered_nouns", str).values()) == {"m", "f"}
