"""`personae map` and mappings in files."""

import pytest
from click.testing import CliRunner

from flows.cli.verbs.map import map as map_verb
from flows.mapping import parse_mapping, with_kept

ROWS = "headline,story,day,topic\nGrain,The ministers met on Tuesday.,2023-04-24,trade\n"


def test_map_shows_what_is_taken_and_the_option_that_says_so(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text(ROWS)
    shown = CliRunner().invoke(map_verb, [str(file)])
    assert shown.exit_code == 0, shown.output
    assert "headline" in shown.output
    assert "--map 'title=headline,text=story,published_at=day'" in shown.output


def test_map_says_what_it_cannot_look_into(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Only words.")
    shown = CliRunner().invoke(map_verb, [str(file)])
    assert shown.exit_code == 1
    assert "expected JSON" in shown.output


def test_a_mapping_may_stand_in_a_file(tmp_path):
    file = tmp_path / "fields.toml"
    file.write_text('title = "headline"\ntext = ["story", "body"]\nkeep = ["topic"]\n')
    assert parse_mapping([str(file)]) == {"title": "headline", "text": "story|body", "keep": "topic"}
    assert with_kept({"title": "a"}, "topic,bias") == {"title": "a", "keep": "topic,bias"}
    file.write_text('titel = "headline"\n')
    with pytest.raises(ValueError, match="'titel'"):
        parse_mapping([str(file)])
