"""The answers to the views, in a file of their own: given once for all that is published, brought up to date by what changed.

The file stands in the published folder until the next publication, which need not ask for what stayed the same. Views remain plain SQL:
`find_changed` says which articles changed, and the SQL of a view that is `kept` is asked for these alone, or for the groups that they
belong to. Where anything else changed, or the file is missing, damaged or of another version, all is answered anew.
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import duckdb

from warehouse.points import reach
from warehouse.publishing.changed import CHANGED, Publication, Totals, find_changed, only_articles
from warehouse.publishing.kept import KeptFiles
from warehouse.quoting import quote
from warehouse.sql_views import View, read_views
from warehouse.tables import TABLES

#: The file of answers, and the name of its catalog where it is attached.
ANSWERS, CATALOG = "answers.duckdb", "answers"


def bring_up_to_date(connection: duckdb.DuckDBPyConnection, publication: Publication) -> None:
    """Write the answers for the copy of a publication, which the connection reads, and leave them attached to it, each under the name of
    its view. Raises duckdb.Error."""
    files, found = KeptFiles(publication.old, publication.new), publication.totals
    key, path = _version(), publication.new / ANSWERS
    is_kept = files.copy(key, ANSWERS)
    reach("answers: copied")
    connection.execute(f"ATTACH {quote(str(path))} AS {CATALOG} (STORAGE_VERSION 'v1.0.0')")
    if not (is_kept and find_changed(connection, publication.before, _read_totals(connection), found)):
        if is_kept:
            connection.execute(f"DETACH {CATALOG}")
            path.unlink()
            connection.execute(f"ATTACH {quote(str(path))} AS {CATALOG} (STORAGE_VERSION 'v1.0.0')")
        is_kept = False
    reach("answers: begun")
    if is_kept:
        _update(connection)
    for view in read_views():
        if view.is_answered and not (is_kept and view.kept):
            connection.execute(f"CREATE OR REPLACE TABLE {CATALOG}.{view.name} AS {view.sql}")
            reach("answers: a view answered")
        _stand_for(connection, view)
    _write_totals(connection, found)
    reach("answers: before the checkpoint")
    connection.execute(f"CHECKPOINT {CATALOG}")
    connection.execute(f"DETACH {CATALOG}")
    files.note(key, ANSWERS)
    files.write_manifest()
    attach_answers(connection, path)


def attach_answers(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Have the connection read the answers of that file."""
    connection.execute(f"ATTACH {quote(str(path))} AS {CATALOG} (READ_ONLY)")


def _stand_for(connection: duckdb.DuckDBPyConnection, view: View) -> None:
    """Have the name of a view mean its answer, or its SQL over the answers of others."""
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {view.name} AS {f'FROM {CATALOG}.{view.name}' if view.is_answered else view.sql}")


def _version() -> str:
    """Of whatever answers depend on besides rows."""
    return sha256(repr((duckdb.__version__, read_views(), TABLES)).encode()).hexdigest()


def _read_totals(connection: duckdb.DuckDBPyConnection) -> Totals:
    return {name: (count, total) for name, count, total in connection.execute(f"FROM {CATALOG}.made_of").fetchall()}


def _write_totals(connection: duckdb.DuckDBPyConnection, found: Totals) -> None:
    connection.execute(f"CREATE OR REPLACE TABLE {CATALOG}.made_of (table_name VARCHAR, row_count BIGINT, total HUGEINT)")
    rows = ", ".join(f"({quote(name)}, {count}, {total})" for name, (count, total) in found.items())
    connection.execute(f"INSERT INTO {CATALOG}.made_of VALUES {rows}")


def _update(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring the kept answers up to date by the articles that changed."""
    views = [view for view in read_views() if view.kept or not view.is_exported]
    with only_articles(connection, CHANGED):
        for view in views:
            if view.kept and view.kept.how != "article":
                continue
            connection.execute(f"CREATE OR REPLACE TEMP VIEW {view.name} AS {view.sql}")
            if view.kept:
                _answer_articles(connection, view)
    for view in views:
        if view.kept and view.kept.how == "sums":
            _add_difference(connection, view)
        elif view.kept and view.kept.how == "keys":
            _answer_groups(connection, view)
        reach("answers: a view brought up to date")
    for view in views:
        if view.kept and view.kept.how == "article":
            connection.execute(f"DROP TABLE temp.new_{view.name}; DROP TABLE temp.old_{view.name}")


def _answer_articles(connection: duckdb.DuckDBPyConnection, view: View) -> None:
    """Replace the rows of the changed articles; they are kept as new_… and old_…, and the view's name means the new ones."""
    name, standing = view.name, f"{CATALOG}.{view.name}"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE new_{name} AS FROM {name}")
    connection.execute(f"CREATE OR REPLACE TEMP TABLE old_{name} AS FROM {standing} SEMI JOIN {CHANGED} USING (article_id)")
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS FROM new_{name}")
    connection.execute(f"DELETE FROM {standing} WHERE article_id IN (FROM {CHANGED})")
    connection.execute(f"INSERT INTO {standing} FROM new_{name}")


def _answer_groups(connection: duckdb.DuckDBPyConnection, view: View) -> None:
    """Replace the rows of all groups to which rows of changed articles belong, or belonged."""
    assert view.kept
    parts = [
        f"SELECT {', '.join(f'{column} AS key_{number}' for number, column in enumerate(columns))} FROM {age}_{source}"
        for source, columns in view.kept.sources.items()
        for age in ("new", "old")
    ]
    connection.execute(f"CREATE OR REPLACE TEMP TABLE changed_keys AS {' UNION '.join(parts)}")
    for source, columns in view.kept.sources.items():
        connection.execute(
            f"CREATE OR REPLACE TEMP VIEW {source} AS FROM {CATALOG}.{source} AS s SEMI JOIN changed_keys AS k ON {_same(columns)}"
        )
    columns, standing = next(iter(view.kept.sources.values())), f"{CATALOG}.{view.name}"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE answer AS {view.sql}")
    connection.execute(f"DELETE FROM {standing} AS s USING changed_keys AS k WHERE {_same(columns)}")
    connection.execute(f"INSERT INTO {standing} FROM answer")
    connection.execute("DROP TABLE answer; DROP TABLE changed_keys")


def _same(columns: Iterable[str]) -> str:
    return " AND ".join(f"s.{column} IS NOT DISTINCT FROM k.key_{number}" for number, column in enumerate(columns))


def _add_difference(connection: duckdb.DuckDBPyConnection, view: View) -> None:
    """Take off what the changed articles counted before, and add what they count now. As they are whole stories, no other article shares a
    story or a text with them, so that also numbers of stories and texts add up."""
    standing = f"{CATALOG}.{view.name}"
    described = connection.execute(f"DESCRIBE {standing}").fetchall()
    words, counts = ([name for name, kind, *_ in described if (kind == "VARCHAR") is is_word] for is_word in (True, False))
    for age in ("new", "old"):
        for source in _by_article():
            connection.execute(f"CREATE OR REPLACE TEMP VIEW {source} AS FROM {age}_{source}")
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {age}_counts AS {view.sql}")
    sums = ", ".join(f"sum({count})::BIGINT AS {count}" for count in counts)
    some = " OR ".join(f"sum({count}) <> 0" for count in counts)
    less = ", ".join([*words, *(f"-{count} AS {count}" for count in counts)])
    group = f"GROUP BY {', '.join(words)} HAVING {some}"
    same = " AND ".join(f"s.{word} IS NOT DISTINCT FROM d.{word}" for word in words)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE difference AS SELECT {', '.join(words)}, {sums} "
        f"FROM (FROM new_counts UNION ALL SELECT {less} FROM old_counts) {group}"
    )
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE answer AS SELECT {', '.join(words)}, {sums} "
        f"FROM (FROM difference UNION ALL SELECT s.* FROM {standing} AS s SEMI JOIN difference AS d ON {same}) {group}"
    )
    connection.execute(f"DELETE FROM {standing} AS s USING difference AS d WHERE {same}")
    connection.execute(f"INSERT INTO {standing} BY NAME FROM answer")
    connection.execute("DROP TABLE new_counts; DROP TABLE old_counts; DROP TABLE difference; DROP TABLE answer")


def _by_article() -> list[str]:
    return [view.name for view in read_views() if view.kept and view.kept.how == "article"]
