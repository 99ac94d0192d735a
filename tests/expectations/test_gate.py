"""The gate: each bad row is set aside with its reason and what hangs on it, each good one is kept, and nothing is lost in between."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expectations import gate, great
from expectations.envelopes import check_envelopes
from expectations.gate import Verdict, check_batch, check_table, with_rules
from expectations.great import CheckResult, run_suite
from expectations.rules import Batch
from expectations.suites import table_suite
from tests.strategies import SOME_DAY, NewsArticle, NewsFile, compute_batch
from warehouse.tables import BATCH_TABLES, BY_NAME, CHECKS, NOTES, QUARANTINE

TODAY = date(2023, 5, 1)
ADA = NewsArticle("Ada Wren said “no”.\n\nRussia met nobody.")
BO = NewsArticle("Bo Lind said “no”.")
FILES = [NewsFile((ADA,)), NewsFile((BO, ADA))]
type Frames = dict[str, pl.DataFrame]


@pytest.fixture
def frames() -> Frames:
    return compute_batch(FILES)[1]


def set_first(frames: Frames, table: str, **changes: object) -> Frames:
    """The frames with other values in the first row of a table."""
    frame = frames[table]
    is_first = pl.int_range(frame.height) == 0
    changed = [
        pl.when(is_first).then(pl.lit(value, dtype=frame.schema[name])).otherwise(pl.col(name)).alias(name)
        for name, value in changes.items()
    ]
    return {**frames, table: frame.with_columns(*changed)}


def assert_nothing_lost(frames: Frames, verdict: Verdict) -> None:
    out = dict(verdict.quarantined.group_by("table_name").len().iter_rows())
    for name, frame in frames.items():
        assert verdict.kept[name].height + out.get(name, 0) == frame.height, name
    assert verdict.quarantined["quarantine_id"].is_unique().all()


def failed_checks(verdict: Verdict) -> list[tuple[str, str]]:
    return sorted(verdict.checks.filter(~pl.col("is_passed")).select("table_name", "check_name").iter_rows())


def by_row(table: str, frames: Frames) -> list[CheckResult]:
    """The results of all checks of a table, each asked row by row."""
    return run_suite(table_suite(BY_NAME[table]), with_rules(BY_NAME[table], Batch(frames, TODAY)))


def failures(frames: Frames, table: str) -> dict[str, tuple[int, ...]]:
    """Names of the checks of one table that fail, with the numbers of the rows; notes left out."""
    results = check_table(BY_NAME[table], Batch(frames, TODAY))
    return {result.check.name: result.failed for result in results if not result.is_passed and result.check.severity == "quarantine"}


def test_a_good_batch_passes_whole(frames):
    verdict = check_batch(frames, TODAY)
    assert verdict.stop is None
    assert failed_checks(verdict) == [("articles", "has at least 20 words")]
    assert verdict.quarantined.is_empty()
    assert all(verdict.kept[name].equals(frame) for name, frame in frames.items())


def test_rows_are_not_asked_for_what_whole_columns_fulfil(frames, monkeypatch):
    by_rows = [result.is_passed for table in BATCH_TABLES for result in by_row(table.name, frames)]
    asked: list[str] = []
    monkeypatch.setattr(
        gate, "run_suite", lambda suite, frame: [asked.append(check.name) or run_suite([check], frame)[0] for check in suite]
    )
    assert check_batch(frames, TODAY).checks["is_passed"].head(len(by_rows)).to_list() == by_rows
    assert asked == ["has at least 20 words"]


def test_the_verdict_fits_the_tables(frames):
    verdict = check_batch(set_first(frames, "mentions", role="hero"), TODAY)
    for frame, table in ((verdict.checks, CHECKS), (verdict.notes, NOTES), (verdict.quarantined, QUARANTINE)):
        filled = frame.with_columns(
            pl.lit("x" * 3).alias(name) if name != "seen_at" else pl.lit(None, dtype=table.schema[name]).alias(name)
            for name in set(table.schema) - set(frame.columns)
        )
        assert frame.height > 0
        table.conform(filled)
    assert verdict.checks.select("table_name", "check_name").is_unique().all()


BAD_ROWS: list[tuple[str, dict[str, object], str]] = [
    ("files", {"format": "parchment"}, "format is on the closed list"),
    ("articles", {"body": None}, "body is given"),
    ("articles", {"published_date": date(2023, 5, 3)}, "published_date is not in the future"),
    ("articles", {"text_hash": "abcdef0123456789\n"}, "text_hash has its form"),
    ("articles", {"published_date": date(2023, 1, 1)}, "published_at falls on its day, give or take a time zone"),
    ("authors", {"author": "  "}, "author is not blank"),
    ("article_fields", {"value": " "}, "value is not blank"),
    ("paragraphs", {"end_char": 10_000}, "span lies inside the body"),
    ("paragraphs", {"start_char": 5, "end_char": 5}, "span is ordered"),
    ("sentences", {"paragraph_no": 9}, "article_id, paragraph_no names a row of paragraphs"),
    ("sentences", {"start_char": 0, "end_char": 30}, "span lies inside its paragraph"),
    ("mentions", {"surface": "Ada wren"}, "surface matches the text"),
    ("mentions", {"confidence": 1.5}, "confidence is within its range"),
    ("mentions", {"confidence": float("nan")}, "confidence is given"),
    ("mentions", {"kind": None}, "actor has kind"),
    ("mentions", {"rule": "guess"}, "rule is declared"),
    ("quotes", {"rule": "lexicon.name"}, "rule is declared"),
    ("mentions", {"sentence_no": 7}, "article_id, sentence_no names a row of sentences"),
    ("mentions", {"country": "Russia"}, "country has its form"),
    ("quotes", {"content": "“so”"}, "content matches the text"),
    ("quotes", {"content": " "}, "content is not blank"),
    ("quotes", {"start_char": 0, "content": "Bo", "end_char": 2}, "direct and mixed quotations have quote marks"),
    ("quotes", {"cue": "says"}, "cue matches the text"),
    ("quotes", {"speaker_mention_id": "ab" * 16}, "speaker_mention_id names a row of mentions"),
    ("quotes", {"speaker_actor_id": "PER.nobody"}, "speaker is the actor of its mention"),
    ("quotes", {"speaker_end_char": 10_000}, "speaker lies inside the body"),
    ("fingerprints", {"article_id": "ab" * 16}, "article_id names a row of articles"),
]


@pytest.mark.parametrize(("table", "changes", "check"), BAD_ROWS, ids=[f"{table}: {check}" for table, _, check in BAD_ROWS])
def test_a_bad_row_fails_its_check(frames, table, changes, check):
    changed = set_first(frames, table, **changes)
    assert failures(changed, table)[check] == (0,)
    assert check_table(BY_NAME[table], Batch(changed, TODAY)) == by_row(table, changed)


def test_what_fails_is_set_aside_and_named(frames):
    changed = set_first(set_first(frames, "mentions", surface="Ada wren"), "articles", published_date=date(2023, 5, 3))
    verdict = check_batch(changed, TODAY)
    assert verdict.stop is None
    failed = verdict.quarantined.filter(pl.col("reason") == "failed_expectation")
    details = dict(failed.select("table_name", "detail").iter_rows())
    assert "surface matches the text" in details["mentions"]
    assert "published_date is not in the future" in details["articles"]
    assert "datetime.date(2023, 5, 3)" in details["articles"]
    assert_nothing_lost(changed, verdict)


def marks(article: NewsArticle, **rows: dict[str, object]) -> Frames:
    """The frames of one article, with one row of other tables."""
    frames = compute_batch([NewsFile((article,))])[1]
    for name, row in rows.items():
        schema = frames[name].schema
        frames[name] = pl.DataFrame([{column: row.get(column) for column in schema}], schema=schema, orient="row")
    return frames


def dyad(frames: Frames, **changes: object) -> Frames:
    first, second = frames["mentions"].head(2).rows(named=True)
    row = {
        "dyad_id": "cd" * 16, "article_id": ADA.article_id, "sentence_no": 1, "source_mention_id": first["mention_id"],
        "source_actor_id": first["actor_id"], "target_mention_id": second["mention_id"], "target_actor_id": second["actor_id"],
        "event": "CONSULT", "cue": "met", "cue_start_char": 28, "cue_end_char": 31, "is_negated": False, "is_reported": False,
        "tense": "past", "rule": "verb", "confidence": 0.5,
    } | changes  # fmt: skip
    return frames | marks(ADA, dyads=row)


BAD_DYADS: list[tuple[dict[str, object], str]] = [
    ({"cue": "sued"}, "cue matches the text"),
    ({"source_actor_id": "PER.x"}, "source is the actor of its mention"),
    ({"target_actor_id": None}, "target is the actor of its mention"),
    ({"target_mention_id": "ef" * 16}, "target_mention_id names a row of mentions"),
    ({"source_mention_id": None, "target_mention_id": None, "source_actor_id": None, "target_actor_id": None}, "has an end"),
    ({"event": "DANCE"}, "event is on the closed list"),
]


@pytest.mark.parametrize(("changes", "check"), BAD_DYADS, ids=[check for _, check in BAD_DYADS])
def test_a_bad_dyad_fails_its_check(changes, check):
    frames = marks(ADA)
    assert failures(dyad(frames), "dyads") == {}
    assert failures(dyad(frames, **changes), "dyads")[check] == (0,)


@pytest.mark.parametrize(
    ("table", "row", "check"),
    [
        ("credits", {"hop": 0}, "hops are counted from 1"),
        ("credits", {"surface": "Russian"}, "surface matches the text"),
        ("times", {"value": "last week"}, "value is an ISO date or time"),
        ("times", {"start_char": 22}, "surface matches the text"),
    ],
)
def test_bad_credits_and_times_fail_their_checks(table, row, check):
    start = ADA.body.index("Russia")
    good = {"article_id": ADA.article_id, "start_char": start, "end_char": start + 6, "surface": "Russia"}
    credit = {"rule": "credit.via", "hop": 1, "outlet_id": "OUTLET.X", "cue": "via"}
    good |= credit if table == "credits" else {"rule": "time.unit", "value": "2023-W17"}
    assert failures(marks(ADA, **{table: good}), table) == {}
    assert failures(marks(ADA, **{table: good | row}), table) == {check: (0,)}


@pytest.mark.parametrize(("kind", "content", "is_kept"), [("direct", "“no” … nobody", True), ("direct", "“no” … somebody", False)])
def test_content_in_parts_must_stand_at_both_ends(kind, content, is_kept):
    frames = set_first(marks(ADA), "quotes", kind=kind, content=content, part_count=2, end_char=ADA.body.index("nobody") + 6)
    assert failures(frames, "quotes") == ({} if is_kept else {"content matches the text": (0,)})


def test_what_hangs_on_an_article_goes_with_it(frames):
    changed = set_first(frames, "articles", body=" ")
    gone = changed["articles"]["article_id"][0]
    verdict = check_batch(changed, TODAY)
    for name, frame in verdict.kept.items():
        if "article_id" in frame.columns:
            assert gone not in frame["article_id"], name
    assert verdict.kept["articles"].height == 1
    assert_nothing_lost(changed, verdict)


def test_a_quote_goes_with_its_speaker_as_an_orphan(frames):
    verdict = check_batch(set_first(frames, "mentions", layer="gesture"), TODAY)
    reasons = verdict.quarantined.select("table_name", "reason").rows()
    assert reasons == [("mentions", "failed_expectation"), ("quotes", "orphan")]
    assert verdict.quarantined["article_id"].n_unique() == 1


def test_an_article_goes_when_all_its_files_are_set_aside():
    frames = compute_batch([NewsFile((BO,)), NewsFile((ADA,))])[1]
    bad = set_first(frames, "files", reader=None)
    verdict = check_batch(bad, TODAY)
    assert verdict.kept["articles"].height == verdict.kept["files"].height == verdict.kept["appearances"].height == 1
    assert verdict.kept["appearances"]["file_id"].to_list() == verdict.kept["files"]["file_id"].to_list()
    assert_nothing_lost(bad, verdict)


def test_an_article_stays_when_another_of_its_files_is_good(frames):
    file_of_both = NewsFile((BO, ADA)).file_id
    is_bad = pl.col("file_id") == file_of_both
    bad = {**frames, "files": frames["files"].with_columns(reader=pl.when(is_bad).then(None).otherwise(pl.col("reader")))}
    verdict = check_batch(bad, TODAY)
    assert verdict.kept["articles"]["article_id"].to_list() == [ADA.article_id]
    assert_nothing_lost(bad, verdict)


def test_rows_with_one_key_are_all_set_aside_and_all_accounted_for(frames):
    doubled = {**frames, "authors": pl.concat([frames["authors"], frames["authors"].head(1)])}
    verdict = check_batch(doubled, TODAY)
    assert verdict.kept["authors"].height == frames["authors"].height - 1
    assert_nothing_lost(doubled, verdict)


def test_what_is_set_aside_says_where_it_came_from(frames):
    (entry,) = check_batch(set_first(frames, "authors", author=""), TODAY).quarantined.rows(named=True)
    row = frames["authors"].row(0, named=True)
    first = frames["appearances"].filter(pl.col("article_id") == row["article_id"]).sort("file_id").row(0, named=True)
    assert (entry["article_id"], entry["file_id"], entry["position"]) == (row["article_id"], first["file_id"], first["position"])
    assert entry["path"] == f"/news/{first['file_id'][:8]}.json"
    assert entry["path_bytes"] == entry["path"].encode()
    assert entry["row_id"] == f"{row['article_id']}/0"


def test_noted_rows_are_kept(frames):
    verdict = check_batch(frames, TODAY)
    assert verdict.notes["reason"].unique().to_list() == ["has at least 20 words"]
    assert sorted(verdict.notes["row_id"]) == sorted(verdict.kept["articles"]["article_id"])


def test_a_rebuild_without_files_passes(frames):
    rebuilt = {**frames, "files": frames["files"].clear(), "appearances": frames["appearances"].clear()}
    assert check_batch(rebuilt, TODAY).quarantined.is_empty()


def test_columns_that_drifted_stop_the_run(frames):
    verdict = check_batch({**frames, "mentions": frames["mentions"].rename({"role": "part"})}, TODAY)
    assert verdict.stop is not None
    assert "mentions.role" in verdict.stop
    assert "mentions.part" in verdict.stop
    assert all(frame.is_empty() for frame in verdict.kept.values())


def test_a_table_that_is_missing_stops_the_run(frames):
    del frames["dyads"]
    assert "expected the columns" in (check_batch(frames, TODAY).stop or "")


def test_a_check_that_breaks_does_not_look_like_bad_rows(frames, monkeypatch):
    broken = great._expectation

    def ask_for_no_column(library, check, number):
        if check.name == "surface matches the text":
            return library.expectations.ExpectColumnValuesToNotBeNull(column="no such column", meta={"number": number})
        return broken(library, check, number)

    monkeypatch.setattr(great, "_expectation", ask_for_no_column)
    verdict = check_batch(set_first(frames, "mentions", surface="Ada wren"), TODAY)
    assert "expected to check whether surface matches the text" in (verdict.stop or "")
    assert verdict.quarantined.is_empty()


def test_batches_checked_in_several_threads_keep_apart():
    def verdict_of(number: int) -> Verdict:
        frames = compute_batch([NewsFile((NewsArticle(f"Ada Wren met {number}."),))])[1]
        return check_batch(set_first(frames, "authors", author=" " if number % 2 else "A."), TODAY)

    with ThreadPoolExecutor(4) as threads:
        verdicts = list(threads.map(verdict_of, range(4)))
    assert [verdict.stop for verdict in verdicts] == [None] * 4
    assert [verdict.quarantined["table_name"].to_list() for verdict in verdicts] == [[], ["authors"], [], ["authors"]]


def many(count: int, sentence: Callable[[int], str]) -> Frames:
    return compute_batch([NewsFile((NewsArticle(f"Ada Wren met nobody.\n\n{sentence(number)}"),)) for number in range(count)])[1]


def test_a_batch_of_which_a_fifth_is_bad_stops_the_run():
    frames = many(20, lambda number: f"Bo Lind met {number}.")
    for bad, stops in ((4, False), (5, True)):
        kept = {**frames, "articles": frames["articles"].tail(20 - bad)}
        assert [envelope.table for envelope in check_envelopes(frames, kept) if not envelope.is_passed] == (["articles"] if stops else [])


def test_articles_without_a_single_mention_stop_the_run():
    for count, stops in ((19, False), (20, True)):
        frames = many(count, lambda number: f"Bo Lind met {number}.")
        silent = {**frames, "mentions": frames["mentions"].clear(), "quotes": frames["quotes"].clear()}
        assert [envelope.table for envelope in check_envelopes(silent, silent) if not envelope.is_passed] == (["mentions"] if stops else [])


def test_a_broken_bound_stops_the_run():
    frames = many(20, lambda number: f"Bo Lind met {number}.")
    verdict = check_batch({**frames, "articles": frames["articles"].with_columns(body=pl.lit(" "))}, TODAY)
    assert verdict.stop is not None
    assert verdict.stop.startswith(
        "articles: expected that at most 20% of the rows are set aside, found 20 of 20, mostly because of 'body is not blank' (20 rows"
    )


@settings(max_examples=4, deadline=None)
@given(st.data())
def test_whatever_is_wrong_nothing_is_lost_and_what_is_kept_would_load(data):
    frames = compute_batch(FILES)[1]
    for _ in range(data.draw(st.integers(1, 3))):
        table = data.draw(st.sampled_from([table for table in BATCH_TABLES if not frames[table.name].is_empty()]))
        column = data.draw(st.sampled_from([column for column in table.columns if column.name != "batch_id"]))
        frames = set_first(frames, table.name, **{column.name: None})
    verdict = check_batch(frames, TODAY)
    assert_nothing_lost(frames, verdict)
    for name, frame in verdict.kept.items():
        for column in BY_NAME[name].columns:
            if not column.nullable and column.name != "batch_id":
                assert frame[column.name].null_count() == 0


def test_the_days_of_the_batch_are_those_of_the_day_it_is_checked_on(frames):
    before = check_batch(frames, date(SOME_DAY.year - 1, 1, 1))
    assert before.kept["articles"].is_empty()
