"""The data dictionary: complete, and the page in docs/ up to date."""

from pathlib import Path

import pytest

from warehouse.publishing.dictionary import describe_relation, dictionary_page, relation_meanings, relation_names
from warehouse.sql_views import read_views
from warehouse.tables import TABLES

PAGE = Path(__file__).parents[3] / "docs" / "dictionary.md"


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == dictionary_page(), "run: make docs"


def test_every_table_and_view_is_described():
    assert set(relation_names()) == {table.name for table in TABLES} | {view.name for view in read_views()}
    assert all(relation_meanings()[name] and describe_relation(name) for name in relation_names())


def test_a_column_tells_its_constraints():
    entries = {entry.column: entry for entry in describe_relation("mentions")}
    assert entries["mention_id"].constraint == "key"
    assert entries["article_id"].constraint == "refers to articles.article_id"
    assert entries["confidence"].constraint == "0 to 1"
    assert entries["start_char"].constraint == "at least 0"
    assert entries["reading"].constraint == "may be null; one of power, place"
    assert entries["confidence"].type == "DOUBLE"


def test_an_unknown_name_is_answered_with_those_there_are():
    with pytest.raises(KeyError, match="actor_days"):
        describe_relation("actor_dayz")
