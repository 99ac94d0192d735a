"""`personae story`: members side by side, and the sentences that differ."""

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flows.cli.app import personae
from transforms.articles.differences import differing_sentences
from warehouse.store import open_warehouse


def call(warehouse: Path, identifier: str, *more: str) -> Result:
    return CliRunner().invoke(personae, ["story", identifier, "--warehouse", str(warehouse), *more])


@pytest.fixture(scope="module")
def wire_story(sample_warehouse: Path) -> tuple[str, list[str]]:
    """The story of the wire copy and its update, and the ids of both."""
    with closing(open_warehouse(sample_warehouse, read_only=True)) as connection:
        ((story_id,),) = connection.execute("SELECT story_id FROM stories WHERE article_count = 2").fetchall()
        ids = connection.execute("SELECT article_id FROM articles WHERE story_id = ? ORDER BY article_id", [story_id]).fetchall()
    return story_id, [article_id for (article_id,) in ids]


def test_members_stand_with_outlet_date_title_and_path_and_only_differing_sentences_follow(sample_warehouse, wire_story):
    result = call(sample_warehouse, wire_story[0])
    assert result.exit_code == 0, result.output
    head, differences = result.output.split("sentences differ")
    assert "2 articles, 2 texts" in head
    assert "UPDATE 1-Moldova protests to Romania" in head
    assert head.count("border_crossing") == 2
    with closing(open_warehouse(sample_warehouse, read_only=True)) as connection:
        bodies = [connection.execute("SELECT body FROM articles WHERE article_id = ?", [i]).fetchone()[0] for i in wire_story[1]]
    added = [line for line in bodies[0].split("\n\n") + bodies[1].split("\n\n") if (line in bodies[0]) != (line in bodies[1])]
    assert added
    shared = next(line for line in bodies[0].split("\n\n")[2:] if line in bodies[1])
    shown = " ".join(differences.replace("│", " ").split())
    assert shared[:40] not in shown


def test_an_articles_id_and_first_digits_find_the_same_story(sample_warehouse, wire_story):
    story_id, ids = wire_story
    expected = call(sample_warehouse, story_id).output
    assert [call(sample_warehouse, article_id).output for article_id in (*ids, ids[0][:16])] == [expected] * 3


@pytest.mark.parametrize(("identifier", "found"), [("zzz", "none"), ("", "several")])
def test_an_unknown_or_shared_beginning_stops_with_the_next_command(sample_warehouse, identifier, found):
    result = call(sample_warehouse, identifier)
    assert result.exit_code == 3
    assert f"found {found}" in result.stderr
    assert "personae query" in result.stderr


def test_a_missing_warehouse_is_said_so(tmp_path):
    assert call(tmp_path / "none.duckdb", "ab").exit_code == 3


def test_moved_and_requoted_sentences_do_not_differ():
    one = ["“We agreed,” she said.", "Talks ended.", "Nobody spoke."]
    assert differing_sentences(one, [one[1], '"We agreed", she said.', "Nobody SPOKE."]) == []


def test_replaced_sentences_stand_side_by_side_and_added_ones_alone():
    one = ["Talks began.", "Five people met.", "They left."]
    other = ["Talks began.", "Six people met.", "They ate.", "They left.", "More will follow."]
    assert differing_sentences(one, other) == [("Five people met.", "Six people met."), (None, "They ate."), (None, "More will follow.")]
    assert differing_sentences(other, one)[-1] == ("More will follow.", None)
