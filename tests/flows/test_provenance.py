"""Every row says where it comes from: actors composed of parts have a name, a parent and an origin, and every rule is one that is declared."""

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli.app import personae
from flows.lexicons import load_lexicon
from warehouse.rule_ids import RULE_IDS, is_declared
from warehouse.store import open_warehouse
from warehouse.tables import TABLES


@pytest.fixture(params=["sample_warehouse", "fast_warehouse"])
def warehouse(request: pytest.FixtureRequest) -> Path:
    path = request.getfixturevalue(request.param)
    assert isinstance(path, Path)
    return path


def test_an_actor_composed_of_parts_has_name_parent_and_origin(warehouse: Path) -> None:
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        held = connection.execute("SELECT DISTINCT actor_id FROM mentions WHERE actor_id IS NOT NULL").fetchall()
        actors = {row[0]: row[1:] for row in connection.execute("SELECT actor_id, name, parent_id, origin FROM actors").fetchall()}
    lexicon = load_lexicon()
    composed = [actor_id for (actor_id,) in held if actor_id not in lexicon.actors and lexicon.split_body(actor_id)[1]]
    assert len(composed) > 5
    for actor_id in composed:
        actor = lexicon.actor(actor_id)
        assert actor is not None
        assert actors[actor_id] == (actor.name, actor.parent_id, "composed")
        assert actor.parent_id in actors


@pytest.mark.parametrize("table", [table.name for table in TABLES if table.name in RULE_IDS])
def test_every_rule_of_a_row_is_declared(table: str, warehouse: Path) -> None:
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        rules = [rule for (rule,) in connection.execute(f"SELECT DISTINCT rule FROM {table}").fetchall()]
        refused = connection.execute("SELECT count(*) FROM quarantine WHERE detail LIKE '%rule is declared%'").fetchone()
    assert rules or table in ("quotes", "credits")
    assert [rule for rule in rules if not is_declared(table, rule)] == []
    assert refused == (0,)


def test_the_rules_of_a_warehouse_are_counted_row_by_row(fast_warehouse: Path) -> None:
    with closing(open_warehouse(fast_warehouse, read_only=True)) as connection:
        (found,) = connection.execute("SELECT count(*) FROM dyads WHERE rule = 'order'").fetchone() or (0,)
    answer = CliRunner().invoke(personae, ["rules", "--warehouse", str(fast_warehouse)])
    assert answer.exit_code == 0, answer.output
    (line,) = [line for line in answer.stdout.splitlines() if line.startswith("dyads") and "│ order " in line]
    assert [cell.strip() for cell in line.split("│")][2] == str(found)
    assert found
