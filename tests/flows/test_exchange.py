"""What goes out to other systems and comes in from them, through the command line."""

import csv
from pathlib import Path

import polars as pl

from tests.flows.test_verbs import call


def test_events_go_out_in_the_columns_of_polecat(sample_warehouse: Path, tmp_path: Path) -> None:
    target = tmp_path / "events.csv"
    assert call("export", "polecat", "--output", str(target), "--warehouse", str(sample_warehouse)).exit_code == 0
    with target.open(encoding="utf-8", newline="") as stream:
        events = list(csv.DictReader(stream))
    assert len(events) > 50
    assert all(event["Event Type"] and (event["Actor Name"] or event["Recipient Name"]) for event in events)
    assert {event["Quad Code"] for event in events} == {
        "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT",
    }  # fmt: skip
    assert any(event["Actor Country"] == "MDA" for event in events)


def test_articles_go_out_in_the_27_columns_of_the_gkg(sample_warehouse: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.gkg.csv"
    assert call("export", "gkg", "--output", str(target), "--warehouse", str(sample_warehouse)).exit_code == 0
    lines = [line.split("\t") for line in target.read_text(encoding="utf-8").splitlines()]
    assert {len(line) for line in lines} == {27}
    assert len(lines) == 31
    persons = [name.rpartition(",") for line in lines for name in line[12].split(";") if name]
    assert len(persons) > 20
    assert all(offset.isdigit() for _, _, offset in persons)


def test_mentions_go_out_as_parquet_with_their_sentences(sample_warehouse: Path, tmp_path: Path) -> None:
    target = tmp_path / "mentions.parquet"
    assert call("export", "mentions", "--output", str(target), "--warehouse", str(sample_warehouse)).exit_code == 0
    frame = pl.read_parquet(target)
    assert frame.filter(~pl.col("sentence").str.contains(pl.col("surface"), literal=True)).height == 0
    assert frame.height > 500


def test_an_export_that_is_none_is_answered_with_those_there_are(sample_warehouse: Path, tmp_path: Path) -> None:
    answer = call("export", "icews", "--output", str(tmp_path / "x"), "--warehouse", str(sample_warehouse))
    assert answer.exit_code == 2
    assert "gkg, mentions, polecat" in answer.stderr
    assert "polecat" in call("export").stdout


def test_gaps_give_lines_that_the_lexicon_takes(sample_warehouse: Path, tmp_path: Path) -> None:
    answer = call("lexicon", "gaps", "--limit", "40", "--warehouse", str(sample_warehouse))
    assert answer.exit_code == 0, answer.output
    head = "actor_id,name,country,gender,sector,wikidata,aliases,weak_aliases,source"
    lines = [line.strip() for line in answer.stdout.partition("persons.csv:")[2].splitlines() if line.strip().startswith("PER.")]
    assert len(lines) > 3
    (tmp_path / "persons.csv").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    told = call("lexicon", "diff", "ours", str(tmp_path), "--warehouse", str(sample_warehouse))
    assert told.exit_code == 0, told.output
    assert f"{lines[0].split(',')[0]}" in told.stdout
    assert "0 articles" not in told.stdout


def test_a_dictionary_of_petrarch_becomes_overrides(tmp_path: Path) -> None:
    source = tmp_path / "own.txt"
    source.write_text("ANNA_OF_NOWHERE_ [FRAGOV 990101-031231]\nBROKEN_ [\n")
    answer = call("lexicon", "import", str(source), "--output", str(tmp_path / "overrides"))
    assert answer.exit_code == 1
    assert "own.txt:2" in answer.stderr
    assert (tmp_path / "overrides" / "persons.csv").read_text().splitlines()[1].startswith("PER.anna-of-nowhere,Anna of Nowhere,FRA")
    assert call("lexicon", "import", str(source), "--output", str(tmp_path / "overrides")).exit_code == 2
