"""What goes out to other systems and comes in from them, through the command line."""

import codecs
import csv
import io
from pathlib import Path

import polars as pl

from tests.codebooks import PLOVER, POLECAT_COLUMNS, gkg_faults, polecat_faults
from tests.flows.test_verbs import call


def as_excel_opens(path: Path) -> list[list[str]]:
    """The cells of a CSV as Excel opens it: UTF-8 behind a byte-order mark, the Western code page without one."""
    content = path.read_bytes()
    text = content.decode("utf-8-sig" if content.startswith(codecs.BOM_UTF8) else "cp1252", errors="replace")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_events_go_out_as_the_codebook_of_polecat_has_them(sample_warehouse: Path, tmp_path: Path) -> None:
    target = tmp_path / "events.txt"
    assert call("export", "polecat", "--output", str(target), "--warehouse", str(sample_warehouse)).exit_code == 0
    header, *lines = [line.split("\t") for line in target.read_text(encoding="utf-8").splitlines()]
    assert header == POLECAT_COLUMNS
    assert {len(line) for line in lines} == {40}
    events = [dict(zip(header, line, strict=True)) for line in lines]
    assert [(event["Event ID"], fault) for event in events for fault in polecat_faults(event)] == []
    assert len(events) > 50
    assert all(event["Actor Name Raw"] != "None" or event["Recipient Name Raw"] != "None" for event in events)
    assert {event["Quad Code"] for event in events} == {quad for quad, _, _ in PLOVER.values()}
    assert {"allege", "investigate", "discontinue", "demo"} <= {event["Event Mode"] for event in events}
    assert {"", "future", "hypothetical", "negation"} <= {event["Contexts"] for event in events}
    assert any(event["Actor Country"] == "MDA" for event in events)


def test_articles_go_out_as_the_codebook_of_the_gkg_has_them(sample_warehouse: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.gkg.csv"
    told = call("export", "gkg", "--output", str(target), "--warehouse", str(sample_warehouse))
    assert told.exit_code == 0
    lines = target.read_text(encoding="utf-8").splitlines()
    assert [fault for line in lines for fault in gkg_faults(line)] == []
    assert f"{len(lines)} rows" in told.stdout
    # two of the 31 articles have no date
    assert len(lines) == 29
    assert "2 left out: the id of a GKG record begins with its date" in told.stdout
    cells = [line.split("\t") for line in lines]
    assert len({line[0] for line in cells}) == 29
    assert any("1#Saudi Arabia#SA#SA###" in line[9] for line in cells)
    assert any("1#China#CH#CH####109" in line[10] for line in cells)
    assert sum(len(line[12].split(";")) for line in cells) > 20
    assert all(any(line[column] for line in cells) for column in (11, 13, 14, 22, 23, 26))


def test_what_goes_out_for_excel_keeps_its_letters(sample_warehouse: Path, tmp_path: Path) -> None:
    answered, exported = tmp_path / "answer.csv", tmp_path / "events.csv"
    told = call(
        "query", "SELECT 'Türkiye' AS name, '=1+1' AS sum", "--excel", "--output", str(answered), "--warehouse", str(sample_warehouse)
    )
    assert told.exit_code == 0, told.output
    assert as_excel_opens(answered) == [["name", "sum"], ["Türkiye", "'=1+1"]]
    told = call("export", "polecat", "--excel", "--output", str(exported), "--warehouse", str(sample_warehouse))
    header, *events = as_excel_opens(exported)
    assert f"{len(events)} rows" in told.stdout
    assert header == POLECAT_COLUMNS
    assert any("Rosario Cáceres" in cell for event in events for cell in event)
    assert all(float(event[header.index("Intensity")]) for event in events)


def test_excel_and_another_format_are_refused(sample_warehouse: Path, tmp_path: Path) -> None:
    at = ("--excel", "--warehouse", str(sample_warehouse), "--output")
    assert "--excel writes CSV" in call("query", "FROM outlets", "--format", "json", *at, str(tmp_path / "a")).stderr
    assert "--excel writes CSV" in call("export", "mentions", *at, str(tmp_path / "a.parquet")).stderr


def test_mentions_go_out_as_parquet_with_their_sentences(sample_warehouse: Path, tmp_path: Path) -> None:
    target = tmp_path / "mentions.parquet"
    assert call("export", "mentions", "--output", str(target), "--warehouse", str(sample_warehouse)).exit_code == 0
    frame = pl.read_parquet(target)
    assert frame.filter(~pl.col("sentence").str.contains(pl.col("surface"), literal=True)).height == 0
    assert frame.height > 500


def test_an_export_that_is_none_is_answered_with_those_there_are(sample_warehouse: Path, tmp_path: Path) -> None:
    answer = call("export", "icews", "--output", str(tmp_path / "x"), "--warehouse", str(sample_warehouse))
    assert answer.exit_code == 2
    assert "co_mentions, gkg, mentions, network, polecat" in answer.stderr
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
