"""The declaration and what derives from it: every table, one by one."""

from contextlib import closing

import duckdb
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import frames, rows
from warehouse import vocabulary
from warehouse.ddl import column_conditions, comment_on, create_table, has_key
from warehouse.quoting import quote
from warehouse.tables import BATCH_TABLES, BY_NAME, LEXICON_TABLES, TABLES, Column, Table

every_table = pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])


@pytest.fixture(scope="module")
def connection():
    with closing(duckdb.connect()) as opened:
        opened.execute("SET TimeZone = 'UTC'")
        for table in TABLES:
            opened.execute(create_table(table))
            for statement in comment_on(table):
                opened.execute(statement)
        yield opened


def insert(connection: duckdb.DuckDBPyConnection, table: Table, frame: pl.DataFrame) -> None:
    connection.register("incoming", frame)
    connection.execute(f"INSERT INTO {table.name} SELECT * FROM incoming")


@every_table
def test_every_table_and_column_says_what_it_means(table):
    for text in (table.grain, *(column.meaning for column in table.columns)):
        assert text.endswith("."), text
    assert len({column.name for column in table.columns}) == len(table.columns)


@every_table
def test_keys_are_columns_that_are_never_null(table):
    assert table.key
    for name in table.key:
        assert not table.column(name).nullable


@every_table
def test_references_lead_to_a_column_that_is_the_key(table):
    for column in table.columns:
        if column.references is not None:
            target, name = column.references.split(".")
            assert BY_NAME[target].key == (name,)
            assert BY_NAME[target].column(name).dtype == column.dtype


@every_table
def test_names_tell_what_columns_hold(table):
    for column in table.columns:
        kind = {"_date": pl.Date, "_at": pl.Datetime, "_count": pl.Int64, "_share": pl.Float64, "_char": pl.Int64, "_id": pl.String}
        for ending, dtype in kind.items():
            if column.name.endswith(ending):
                assert column.dtype == dtype, column.name
        if column.name.startswith(("is_", "has_")):
            assert column.dtype == pl.Boolean


def test_every_closed_list_of_the_vocabulary_that_names_columns_is_used():
    used = {column.values for table in TABLES for column in table.columns if column.values}
    listed = {name: value for name, value in vars(vocabulary).items() if name.isupper() and isinstance(value, tuple)}
    others = {"NON_ACTOR_KINDS", "TONE_LABELS"}
    assert {name for name, value in listed.items() if value not in used} == others


def test_same_name_means_the_same_type_everywhere():
    types: dict[str, object] = {}
    for table in TABLES:
        for column in table.columns:
            assert types.setdefault(column.name, column.dtype) == column.dtype, column.name


@every_table
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_rows_as_declared_go_into_duckdb_and_come_back(connection, table, data):
    frame = data.draw(frames(table))
    connection.begin()
    try:
        insert(connection, table, frame)
        back = table.conform(connection.sql(f"SELECT * FROM {table.name}").pl())
    finally:
        connection.rollback()
    assert back.sort(table.key).equals(frame.sort(table.key))


def bad_values(column: Column) -> list[object]:
    """Values outside of what a column allows."""
    bad: list[object] = [] if column.nullable else [None]
    bad += ["no such value"] if column.values else []
    bad += ["not its form \n"] if column.pattern and not column.references else []
    bad += [column.minimum - 1] if column.minimum is not None else []
    bad += [column.maximum + 1] if column.maximum is not None else []
    return bad


@every_table
@settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_duckdb_refuses_what_the_declaration_does_not_allow(connection, table, data):
    row = data.draw(rows(table))
    for column in table.columns:
        for value in bad_values(column):
            frame = pl.DataFrame([row | {column.name: value}], schema=table.schema, orient="row", strict=False)
            with pytest.raises(duckdb.ConstraintException):
                insert(connection, table, frame)


@pytest.mark.parametrize("table", list(filter(has_key, TABLES)), ids=lambda table: table.name)
@settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_duckdb_refuses_a_key_twice(connection, table, data):
    frame = pl.DataFrame([data.draw(rows(table))] * 2, schema=table.schema, orient="row")
    with pytest.raises(duckdb.ConstraintException, match=r"(?i)duplicate key"):
        insert(connection, table, frame)


@pytest.mark.parametrize(
    ("table", "changes"),
    [
        ("mentions", {"start_char": 5, "end_char": 5}),
        ("mentions", {"actor_id": "RUS", "kind": None}),
        ("quotes", {"cue": "said", "cue_start_char": None}),
        ("dyads", {"source_mention_id": None, "target_mention_id": None}),
    ],
)
@settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_duckdb_refuses_rows_that_break_a_rule(connection, table, changes, data):
    frame = pl.DataFrame([data.draw(rows(BY_NAME[table])) | changes], schema=BY_NAME[table].schema, orient="row")
    with pytest.raises(duckdb.ConstraintException, match="CHECK"):
        insert(connection, BY_NAME[table], frame)


@every_table
def test_comments_stand_in_the_database(connection, table):
    ((comment,),) = connection.execute("SELECT comment FROM duckdb_tables() WHERE table_name = ?", [table.name]).fetchall()
    assert comment == table.grain
    columns = dict(connection.execute("SELECT column_name, comment FROM duckdb_columns() WHERE table_name = ?", [table.name]).fetchall())
    assert columns == {column.name: column.meaning for column in table.columns}


def test_a_frame_with_other_columns_does_not_conform():
    authors = BY_NAME["authors"]
    with pytest.raises(ValueError, match=r"missing \['author'\], unknown \['writer'\]"):
        authors.conform(authors.empty().rename({"author": "writer"}))
    assert authors.conform(authors.empty().select(reversed(authors.schema))).columns == list(authors.schema)


def test_an_unknown_column_is_named_with_those_there_are():
    with pytest.raises(KeyError, match="author"):
        BY_NAME["authors"].column("writer")


def test_batch_and_lexicon_tables_share_nothing():
    assert not {table.name for table in BATCH_TABLES} & {table.name for table in LEXICON_TABLES}


def test_text_is_quoted_for_sql():
    assert quote("it's") == "'it''s'"
    assert list(column_conditions(Column("x", pl.String(), "X.", values=("it's",)))) == ["x IN ('it''s')"]
