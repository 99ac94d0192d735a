"""The verbs as a user types them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from flows.cli.app import VERBS, LazyVerbs, personae
from warehouse.publishing.publish import publish_warehouse

NOTE = "Moscow said on Monday it would answer the note from Kyiv. “We will answer,” the Russian foreign ministry said."


def call(*words: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(personae, list(words), input=stdin)


def json_lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_verb_explains_itself_with_an_example() -> None:
    group = personae
    assert isinstance(group, LazyVerbs)
    context = click.Context(personae)
    for verb in VERBS:
        command = group.get_command(context, verb)
        calls = [(verb, part) for part in command.commands] if isinstance(command, click.Group) else [(verb,)]
        for words in calls:
            result = call(*words, "--help")
            assert result.exit_code == 0, result.output
            assert "Example" in result.output, words


def test_help_and_a_wrong_verb_load_nothing_heavy() -> None:
    code = "import sys; from flows.cli.app import personae; personae(['--help'], standalone_mode=False); print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "ingest" in done.stdout
    loaded = set(done.stderr.replace("'", "").strip("[]\n").split(", "))
    assert loaded.isdisjoint({"prefect", "spacy", "great_expectations", "polars", "duckdb"})
    assert call("ingets").exit_code == 2


def test_annotate_answers_as_the_contract_says() -> None:
    line = json.dumps({"id": "1", "text": NOTE, "published_at": "2023-04-26", "targets": [[0, 6]]}, ensure_ascii=False)
    result = call("annotate", stdin=line + "\n")
    assert result.exit_code == 0, result.output
    (answer,) = json_lines(result)
    assert answer["id"] == "1"
    assert all(NOTE[mention["start"] : mention["end"]] == mention["text"] for mention in answer["mentions"])
    moscow = answer["mentions"][0]
    assert (moscow["text"], moscow["actor_id"], moscow["reading"], moscow["role"]) == ("Moscow", "RUS.GOV", "power", "speaker")
    quote = next(quote for quote in answer["quotes"] if quote["kind"] == "direct")
    assert quote["speaker"]["actor_id"] == "RUS.GOV.MFA"
    assert {"start": 15, "end": 21, "value": "2023-04-24"}.items() <= answer["times"][0].items()
    assert [(target["start"], target["end"]) for target in answer["targets"]] == [(0, 6)]


def test_annotate_refuses_a_bad_line_in_its_place() -> None:
    lines = [
        {"id": "1", "text": NOTE},
        {"id": "2", "text": NOTE, "published_at": "yesterday"},
        {"id": "3", "text": NOTE, "targets": [[5, 5]]},
        {"id": "4", "text": NOTE, "tier": "slow"},
        {"id": "5", "text": ""},
    ]
    result = call("annotate", "--tier", "fast", stdin="\n".join(json.dumps(line) for line in lines))
    assert result.exit_code == 1
    found = json_lines(result)
    assert [line["id"] for line in found] == ["1", "2", "3", "4", "5"]
    assert ["error" in line for line in found] == [False, True, True, True, False]
    assert found[1]["error"].startswith("expected YYYY-MM-DD")


def test_resolve_finds_who_held_an_office_then() -> None:
    phrases = [
        {"id": "1", "phrase": "Kremlin spokesperson Dmitry Peskov", "date": "2022-05-01"},
        {"id": "2", "phrase": "the Russian foreign ministry"},
        {"id": "3", "phrase": "xqzwv"},
        {"id": "4", "phrase": "Russia", "date": "soon"},
    ]
    result = call("resolve", stdin="\n".join(json.dumps(phrase) for phrase in phrases))
    found = json_lines(result)
    assert result.exit_code == 1
    assert (found[0]["country"], found[0]["sector"]) == ("RUS", "GOV")
    assert found[1]["actor_id"] == "RUS.GOV.MFA"
    assert found[2] == {"id": "3", **dict.fromkeys(("actor_id", "name", "kind", "country", "sector", "wikidata", "rule"))}
    assert "error" in found[3]


def test_read_gives_a_line_for_each_article_and_each_refusal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A title\n\nMOSCOW, April 24, 2023 (Reuters) - Moscow said it would answer the note from Kyiv.\n")
    (tmp_path / "b.txt").write_bytes(b"")
    result = call("read", str(tmp_path))
    assert result.exit_code == 1
    article, refusal = sorted(json_lines(result), key=lambda line: "error" in line)
    assert article["title"] == "A title"
    assert article["text"].startswith("MOSCOW")
    assert (article["published_at"], article["published_precision"]) == ("2023-04-24", "day")
    assert refusal["reason"] == "empty_file"
    assert refusal["file"].endswith("b.txt")


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_query_answers_sql_and_views(sample_warehouse: Path, form: str) -> None:
    result = call(
        "query", "SELECT count(*) AS articles, 'a,b' AS words FROM articles", "--format", form, "--warehouse", str(sample_warehouse)
    )
    assert result.exit_code == 0, result.output
    assert "31" in result.stdout
    named = call("query", "top_actors", "--limit", "3", "--format", form, "--warehouse", str(sample_warehouse))
    assert named.exit_code == 0
    if form == "json":
        assert [line["rank_no"] for line in json_lines(named)] == [1, 2, 3]


def test_query_explains_what_it_cannot_answer_and_changes_nothing(sample_warehouse: Path, tmp_path: Path) -> None:
    wrong = call("query", "no_such_view", "--warehouse", str(sample_warehouse))
    assert wrong.exit_code == 2
    assert "personae query --list" in wrong.output
    assert call("query", "DROP TABLE articles", "--warehouse", str(sample_warehouse)).exit_code == 2
    missing = call("query", "articles", "--warehouse", str(tmp_path / "none.duckdb"))
    assert missing.exit_code == 3
    assert "personae ingest" in missing.output


ELSEWHERE = (
    "DELETE FROM articles",
    "UPDATE articles SET title = 'x'",
    "CREATE TABLE mine AS SELECT 1",
    "CREATE TABLE memory.mine AS SELECT 1",
    "ATTACH '{live}' AS live",
    "COPY articles TO '{folder}/out.csv'",
    "EXPORT DATABASE '{folder}/out'",
    "SET enable_external_access = true",
    "LOAD '{folder}/x.duckdb_extension'",
    "SELECT 1; DROP TABLE articles",
    "CHECKPOINT",
    "EXPLAIN ANALYZE DELETE FROM articles",
    "FROM read_text('{live}')",
    "FROM '{folder}/data.csv'",
    "FROM glob('/etc/*')",
    "SELECT * FROM read_blob('{live}')",
)


@pytest.mark.parametrize("statement", ELSEWHERE)
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_query_refuses_what_writes_or_reads_elsewhere(sample_warehouse: Path, tmp_path: Path, statement: str, form: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "data.csv").write_text("a\n1\n")
    live = tmp_path / "live.duckdb"
    live.write_bytes(b"precious")
    before = sample_warehouse.read_bytes()
    output = str(tmp_path / "answer")
    result = call(
        "query", statement.format(live=live, folder=folder), "--format", form, "--output", output, "--warehouse", str(sample_warehouse)
    )
    assert result.exit_code == 2, result.output
    assert "personae query --list" in result.stderr
    assert live.read_bytes() == b"precious"
    assert [path.name for path in folder.iterdir()] == ["data.csv"]
    assert sample_warehouse.read_bytes() == before


@pytest.mark.parametrize("form", ["csv", "json", "table"])
def test_what_a_query_prints_cannot_steer_a_terminal(sample_warehouse: Path, form: str) -> None:
    sql = "SELECT chr(27) || '[2J' || chr(155) || 'x' || chr(8238) || chr(13) || chr(127) AS a"
    printed = call("query", sql, "--format", form, "--warehouse", str(sample_warehouse)).stdout
    assert "[2J" in printed
    assert not {"\x1b", "\x9b", "\u202e", "\r", "\x7f"} & set(printed)


def test_query_writes_parquet(sample_warehouse: Path, tmp_path: Path) -> None:
    import polars as pl

    target = tmp_path / "actors.parquet"
    assert call("query", "top_actors", "--format", "parquet", "--output", str(target), "--warehouse", str(sample_warehouse)).exit_code == 0
    assert pl.read_parquet(target).height > 10
    assert call("query", "top_actors", "--format", "parquet").exit_code == 2


def test_formulas_in_articles_stay_text_in_csv(sample_warehouse: Path) -> None:
    result = call("query", "SELECT '=1+1' AS a, '@x' AS b, -5 AS c", "--format", "csv", "--warehouse", str(sample_warehouse))
    assert result.stdout == "a,b,c\n'=1+1,'@x,-5\n"


def test_show_describe_checks_and_explain_tell_a_newcomer_what_is_there(sample_warehouse: Path, tmp_path: Path) -> None:
    shown = call("show", "--warehouse", str(sample_warehouse))
    assert shown.exit_code == 0, shown.output
    assert all(title in shown.stdout for title in ("Who is in the news", "Who says what about whom", "Accounting"))
    described = call("describe", "mentions")
    assert "start_char" in described.stdout
    assert call("describe", "nothing").exit_code == 2
    report = tmp_path / "report.html"
    checked = call("checks", "--warehouse", str(sample_warehouse), "--report", str(report))
    assert checked.exit_code == 0, checked.output
    assert "<html" in report.read_text(encoding="utf-8")
    sql = "SELECT article_id, start_char FROM mentions WHERE surface = 'Moldova' LIMIT 1"
    (place,) = json_lines(call("query", sql, "--format", "json", "--warehouse", str(sample_warehouse)))
    explained = call("explain", place["article_id"], str(place["start_char"]), "--warehouse", str(sample_warehouse))
    assert explained.exit_code == 0, explained.output
    assert "MDA" in explained.stdout
    assert "strong name of MDA (Moldova), source: " in explained.stdout
    assert "lexicon.name → MDA: " in explained.stdout
    assert "the warehouse holds" not in explained.stdout
    sql = "SELECT article_id, start_char FROM mentions WHERE actor_id IS NULL LIMIT 1"
    (place,) = json_lines(call("query", sql, "--format", "json", "--warehouse", str(sample_warehouse)))
    explained = call("explain", place["article_id"], str(place["start_char"]), "--warehouse", str(sample_warehouse))
    assert explained.exit_code == 0, explained.output
    assert "actor_id   None" in explained.stdout
    assert "personae query" in call("explain", "zz", "1", "--warehouse", str(sample_warehouse)).stderr


def test_the_doctor_finds_this_installation_well(tmp_path: Path) -> None:
    result = call("doctor", "--warehouse", str(tmp_path / "none.duckdb"))
    assert result.exit_code == 0, result.output
    assert "RUS.GOV speaker" in result.stdout


def test_the_lexicon_check_counts_and_passes() -> None:
    result = call("lexicon", "check")
    assert result.exit_code == 0, result.output
    assert "0 problems" in result.stdout


def test_a_run_says_that_lines_of_overrides_were_left_out_and_that_a_folder_was_empty(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "corrections.csv").write_text("action,actor_id,alias,value,reason\nunite,FRA,,DEU,x\n", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    result = call(
        "ingest", str(tmp_path / "empty"), "--tier", "fast", "--engine", "local", "--overrides", str(tmp_path / "own"),
        "--warehouse", str(tmp_path / "news.duckdb"),
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert f"Left out of {tmp_path / 'own'}: 1. Why: personae lexicon check --overrides {tmp_path / 'own'}" in result.stderr
    assert f"Found no file in {tmp_path / 'empty'}." in result.stderr
    assert "too small for findings" in call("show", "--warehouse", str(tmp_path / "news.duckdb")).stdout


def test_the_lexicon_check_names_classes_and_encodings_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "word_classes.csv").write_text("word_class,word,source\nidentities.versu,against,our desk\n", encoding="utf-8")
    (tmp_path / "corrections.csv").write_bytes("action,actor_id,alias,value,reason\nban,FRA,Élysée,,x\n".encode("cp1252"))
    result = call("lexicon", "check", "--overrides", str(tmp_path))
    assert result.exit_code == 1
    assert "word_classes.csv: expected a word class (identities.versus" in result.output
    assert "corrections.csv:2: expected UTF-8, found the byte 0xc9" in result.output
    assert "2 problems" in result.output


def test_why_names_rows_and_sources(sample_warehouse: Path) -> None:
    told = call("lexicon", "why", "Moldova", "--warehouse", str(sample_warehouse)).stdout
    assert "'Moldova' is a strong name of MDA (Moldova), source: " in told
    assert "lexicon.name" in told
    assert "PER.deb-fischer.Q2580649" in call("lexicon", "why", "Deb Fischer").stdout
    assert call("lexicon", "review", "--warehouse", str(sample_warehouse)).stdout.startswith("action,actor_id,alias,value,reason")


def test_the_doctor_finds_a_changed_byte_of_the_published_copy_and_says_which_copy_is_whole(tmp_path: Path) -> None:
    warehouse, published = tmp_path / "personae.duckdb", tmp_path / "published"
    for _ in range(2):
        copy = publish_warehouse(warehouse, published)
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)
    result = call("doctor", "--full", "--warehouse", str(warehouse))
    assert result.exit_code == 3
    (previous,) = (published / "previous").iterdir()
    assert f"cp {previous} {copy}" in result.output
    previous.replace(copy)
    assert call("doctor", "--full", "--warehouse", str(warehouse)).exit_code == 0


def test_a_query_counts_unnamed_people_when_it_is_asked_to(sample_warehouse: Path) -> None:
    question = "SELECT count(*) FROM top_actors WHERE kind = 'generic'"
    assert call("query", question, "--format", "csv", "--warehouse", str(sample_warehouse)).stdout.split() == ["count_star()", "0"]
    counted = call("query", question, "--generic", "--format", "csv", "--warehouse", str(sample_warehouse)).stdout.split()
    assert int(counted[1]) > 0


def test_rules_counts_every_verdict_on_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Embassy closes\n\nRussia attacked Ukraine in 2022. NATO met on Monday.\n", encoding="utf-8")
    answer = call("rules", str(tmp_path), "--tier", "fast")
    assert answer.exit_code == 0, answer.output
    counts = {
        tuple(cells[:2]): cells[2] for line in answer.stdout.splitlines() if len(cells := [cell.strip() for cell in line.split("│")]) == 4
    }
    assert (counts["mentions", "lexicon.*"], counts["times", "time.year"], counts["dyads", "order"]) == ("3", "1", "1")
    assert counts["dyads", "judge"] == "0"
    assert call("rules", str(tmp_path), "--warehouse", str(tmp_path / "a.txt")).exit_code == 2
