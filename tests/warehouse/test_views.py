"""The views: each answers its question on a warehouse small enough to count by hand, and counts no place and no outlet as an actor."""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from tests.fresh import open_new
from tests.strategies import SOME_MOMENT, plain_row
from warehouse.sql_views import read_views
from warehouse.tables import BY_NAME

APRIL, MAY = date(2023, 4, 24), date(2023, 5, 2)
TEXT = "“We met Russia in Moscow,” Ada said."
VIEWS = read_views()


def insert(connection, table: str, *found: dict[str, Any]) -> None:
    frame = pl.DataFrame([plain_row(BY_NAME[table], **row) for row in found], schema=BY_NAME[table].schema, orient="row")
    connection.register("incoming", frame)
    connection.execute(f"INSERT INTO {table} SELECT * FROM incoming")
    connection.unregister("incoming")


def identify(number: int) -> str:
    return f"{number:032x}"


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    """Three articles of one story, two of them word by word the same; a fourth, undated; a fifth whose batch is not there."""
    with closing(open_new(tmp_path_factory.mktemp("views") / "w.duckdb")) as opened:
        insert(
            opened, "actors",
            {"actor_id": "RUS", "name": "Russia", "kind": "country", "country": "RUS"},
            {"actor_id": "PER.ada", "name": "Ada", "kind": "person", "origin": "discovered", "gender": "f", "party_id": "RUS.PTY.OLD"},
            {"actor_id": "RUS.PTY.OLD", "name": "Old", "kind": "party", "country": "RUS"},
            {"actor_id": "RUS.PTY.NEW", "name": "New", "kind": "party", "country": "RUS"},
            {"actor_id": "PLACE.moscow", "name": "Moscow", "kind": "place", "is_political": False},
            {"actor_id": "OUTLET.TASS", "name": "TASS", "kind": "outlet", "is_political": False},
        )  # fmt: skip
        insert(opened, "outlets", {"outlet_id": "OUTLET.TASS", "name": "TASS"})
        new = {"membership_id": "ee" * 8, "actor_id": "PER.ada", "party_id": "RUS.PTY.NEW", "valid_from": date(2023, 5, 1)}
        insert(opened, "memberships", new)
        insert(opened, "batches", {"batch_id": "ab" * 16})
        articles = [
            (1, "aa" * 8, identify(1), APRIL, "Tass", "OUTLET.TASS", "ab" * 16),
            (2, "aa" * 8, identify(1), APRIL, "Daily", None, "ab" * 16),
            (3, "bb" * 8, identify(1), MAY, "Daily", None, "ab" * 16),
            (4, "cc" * 8, identify(4), None, None, None, "ab" * 16),
            (5, "dd" * 8, identify(5), APRIL, "Daily", None, "cd" * 16),
        ]
        for number, text_hash, story_id, day, outlet, outlet_id, batch_id in articles:
            insert(
                opened, "articles",
                {
                    "article_id": identify(number), "body": TEXT, "title": f"Title {number}", "text_hash": text_hash, "story_id": story_id,
                    "published_date": day, "outlet": outlet, "outlet_id": outlet_id, "batch_id": batch_id,
                },
            )  # fmt: skip
            fill_article(opened, number)
        insert(opened, "credits", {"article_id": identify(2), "hop": 1, "outlet_id": "OUTLET.TASS", "start_char": 0, "end_char": 4})
        yield opened


def fill_article(connection, number: int) -> None:
    """Russia (inside the quotation, tone -0.5), Moscow twice (a place; the country's name as a place), Ada who speaks, a stranger, TASS."""
    marks = [
        ("Russia", "RUS", "country", "target", None, -0.5, 8),
        ("Moscow", "PLACE.moscow", "place", "location", "place", None, 18),
        ("Russia", "RUS", "country", "location", "place", 0.9, 25),
        ("Ada", "PER.ada", "person", "speaker", None, None, 27),
        ("Zed", None, None, "mentioned", None, None, 40),
        ("TASS", "OUTLET.TASS", "outlet", "outlet", None, None, 50),
    ]
    for place, (surface, actor_id, kind, role, reading, tone, start) in enumerate(marks):
        insert(
            connection, "mentions",
            {
                "mention_id": identify(100 * number + place), "article_id": identify(number), "sentence_no": 0, "surface": surface,
                "actor_id": actor_id, "kind": kind, "role": role, "reading": reading, "tone": tone, "start_char": start,
                "end_char": start + len(surface), "confidence": 0.1, "layer": "name", "ner": None,
            },
        )  # fmt: skip
    insert(
        connection, "quotes",
        {
            "quote_id": identify(number), "article_id": identify(number), "kind": "direct", "start_char": 0, "end_char": 26,
            "content": "“We met Russia in Moscow,”", "speaker_actor_id": "PER.ada", "cue": "said", "cue_class": "neutral",
            "cue_start_char": 31, "cue_end_char": 35, "confidence": 0.9, "rule": "verb.clause",
        },
    )  # fmt: skip
    insert(
        connection, "dyads",
        {
            "dyad_id": identify(number), "article_id": identify(number), "source_mention_id": identify(3), "source_actor_id": "PER.ada",
            "target_actor_id": "RUS", "target_mention_id": identify(1), "event": "CONSULT", "is_negated": number == 3, "is_reported": True,
            "tone": 0.5, "confidence": 0.9, "rule": "verb",
        },
    )  # fmt: skip


def ask(connection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


@pytest.mark.parametrize("view", VIEWS, ids=[view.name for view in VIEWS])
def test_every_column_is_explained_and_of_a_plain_type(connection, view):
    described = ask(connection, f"DESCRIBE {view.name}")
    assert [name for name, *_ in described] == list(view.columns)
    assert {kind for _, kind, *_ in described} <= {"VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE"}
    for text in (view.grain, view.question, *view.columns.values()):
        assert text[-1] in ".?)", text


@pytest.mark.parametrize("view", VIEWS, ids=[view.name for view in VIEWS])
def test_no_place_no_outlet_and_no_article_of_an_unfinished_batch_is_counted(connection, view):
    ids = [name for name in view.columns if name.endswith("_id") or name == "surface"]
    if not ids or view.name == "quality":
        return
    for row in ask(connection, f"SELECT {', '.join(ids)} FROM {view.name}"):
        values = dict(zip(ids, row, strict=True))
        assert identify(5) not in values.values()
        assert values.get("actor_id") not in ("PLACE.moscow", "OUTLET.TASS")
        assert values.get("surface") not in ("Moscow", "TASS")


def test_counts_come_three_ways(connection):
    counts = "mention_count, article_count, text_count, story_count"
    assert ask(connection, f"SELECT {counts} FROM actor_profiles WHERE actor_id = 'RUS'") == [(4, 4, 3, 2)]
    assert ask(connection, f"SELECT published_date, {counts} FROM actor_days WHERE actor_id = 'RUS' ORDER BY 1 NULLS LAST") == [
        (APRIL, 2, 2, 1, 1), (MAY, 1, 1, 1, 1), (None, 1, 1, 1, 1),
    ]  # fmt: skip


def test_a_profile_tells_roles_tone_and_days(connection):
    columns = "kind, country, speaker_count, target_count, quote_count, tone_mean, first_date, last_date, origin"
    assert ask(connection, f"SELECT {columns} FROM actor_profiles ORDER BY actor_id") == [
        ("person", None, 4, 0, 4, None, APRIL, MAY, "discovered"),
        ("country", "RUS", 0, 4, 0, -0.5, APRIL, MAY, "lexicon"),
    ]


def test_the_ranking_has_every_actor_once(connection):
    assert ask(connection, "SELECT rank_no, actor_id FROM top_actors") == [(1, "PER.ada"), (2, "RUS")]


def test_who_says_what_about_whom(connection):
    rows = ask(connection, "SELECT speaker_name, about_name, tone, mention_count, cue FROM who_says_what_about_whom")
    assert rows == [("Ada", "Russia", -0.5, 1, "said")] * 4


@pytest.mark.parametrize(
    ("kind", "speaker", "cue_class"),
    [("indirect", "PER.ada", "thinking"), ("mixed", "PER.ada", "thinking"), ("indirect", None, "neutral")],
)
def test_thoughts_and_words_of_nobody_known_are_not_said_about_anybody(connection, kind, speaker, cue_class):
    quote = {"quote_id": identify(9), "article_id": identify(1), "kind": kind, "start_char": 3, "end_char": 26}
    connection.execute("BEGIN")
    try:
        insert(connection, "quotes", {**quote, "content": "met Russia in Moscow", "speaker_actor_id": speaker, "cue_class": cue_class})
        assert ask(connection, "SELECT count(*) FROM who_says_what_about_whom") == [(4,)]
    finally:
        connection.execute("ROLLBACK")


def test_who_is_named_between_two_parts_of_a_quotation_is_not_what_it_is_about(connection):
    connection.execute("BEGIN")
    try:
        connection.execute("UPDATE quotes SET part_count = 2")
        connection.execute("UPDATE mentions SET voice_actor_id = NULL WHERE actor_id = 'RUS'")
        assert ask(connection, "SELECT DISTINCT about_name FROM who_says_what_about_whom") == [(None,)]
        connection.execute("UPDATE mentions SET voice_actor_id = 'PER.ada' WHERE actor_id = 'RUS'")
        assert ask(connection, "SELECT DISTINCT about_name FROM who_says_what_about_whom") == [("Russia",)]
    finally:
        connection.execute("ROLLBACK")


def test_whom_a_quotation_only_names_in_passing_it_is_not_about(connection):
    connection.execute("BEGIN")
    try:
        connection.execute("UPDATE mentions SET is_topic = FALSE WHERE actor_id = 'RUS'")
        assert ask(connection, "SELECT DISTINCT about_name FROM who_says_what_about_whom") == [(None,)]
    finally:
        connection.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("change", "about"),
    [
        ("UPDATE quotes SET confidence = 0.84", []),
        ("UPDATE quotes SET confidence = 0.85", ["Russia"]),
        ("UPDATE quotes SET confidence = 0.6, rule = 'beside.nearest'", ["Russia"]),
        ("UPDATE mentions SET is_topic = FALSE WHERE actor_id = 'RUS'", [None]),
        ("UPDATE mentions SET is_topic = TRUE WHERE actor_id = 'RUS'", ["Russia"]),
    ],
)
def test_the_main_answer_relies_on_sure_rows_alone(connection, change, about):
    connection.execute("BEGIN")
    try:
        connection.execute(change)
        assert ask(connection, "SELECT DISTINCT about_name FROM who_says_what_about_whom") == [(name,) for name in about]
        assert ask(connection, "SELECT count(*) FROM quoted_words") == [(4,)]
    finally:
        connection.execute("ROLLBACK")


def test_unsure_acts_are_not_counted(connection):
    connection.execute("BEGIN")
    try:
        connection.execute("UPDATE dyads SET confidence = 0.74, rule = 'verb'")
        assert ask(connection, "SELECT count(*) FROM sure_acts") == [(0,)]
        assert ask(connection, "SELECT count(*) FROM dyad_months") == [(0,)]
        connection.execute("UPDATE dyads SET rule = 'order'")  # the tier fast tells no probability
        assert ask(connection, "SELECT count(*) FROM sure_acts") == [(4,)]
        connection.execute("UPDATE dyads SET confidence = 0.75, rule = 'verb'")
        assert ask(connection, "SELECT count(*) FROM sure_acts") == [(4,)]
    finally:
        connection.execute("ROLLBACK")


def test_unsure_mentions_are_kept_but_not_counted(connection):
    connection.execute("BEGIN")
    try:
        (kept,) = ask(connection, "SELECT count(*) FROM political_mentions")
        connection.execute("UPDATE batches SET tier = 'full'")
        connection.execute("UPDATE mentions SET confidence = 0.74")
        for view in ("sure_mentions", "co_mentions", "actor_profiles"):
            assert ask(connection, f"SELECT count(*) FROM {view}") == [(0,)], view
        assert ask(connection, "SELECT count(*) FROM political_mentions") == [kept]
        connection.execute("UPDATE mentions SET confidence = 0.75")
        assert ask(connection, "SELECT count(*) FROM sure_mentions") == [kept]
        connection.execute("UPDATE batches SET tier = 'fast'")  # which tells no probability
        connection.execute("UPDATE mentions SET confidence = 0.1")
        assert ask(connection, "SELECT count(*) FROM sure_mentions") == [kept]
    finally:
        connection.execute("ROLLBACK")


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO paragraphs (article_id, paragraph_no, kind, start_char, end_char, batch_id) "
        "SELECT DISTINCT article_id, paragraph_no, 'boilerplate', 0, 1, batch_id FROM mentions",
        "UPDATE mentions SET role = 'outlet'",
        "UPDATE actors SET kind = 'person'; INSERT INTO authors SELECT DISTINCT m.article_id, 9 + row_number() OVER (), upper(c.name), a.batch_id "
        "FROM mentions AS m JOIN actors AS c USING (actor_id) JOIN articles AS a USING (article_id)",
    ],
)
def test_what_stands_beside_the_report_is_kept_but_not_counted(connection, change):
    connection.execute("BEGIN")
    try:
        (kept,) = ask(connection, "SELECT count(*) FROM political_mentions")
        assert ask(connection, "SELECT count(*) FROM sure_mentions") == [kept]
        connection.execute(change)
        assert ask(connection, "SELECT count(*) FROM political_mentions") == [kept]
        assert ask(connection, "SELECT count(*) FROM sure_mentions") == [(0,)]
    finally:
        connection.execute("ROLLBACK")


def test_shares_of_voice_add_up_to_one_each_month(connection):
    columns = "month_date, actor_id, quote_count, quote_share, word_count"
    assert ask(connection, f"SELECT {columns} FROM share_of_voice ORDER BY month_date NULLS LAST") == [
        (date(2023, 4, 1), "PER.ada", 2, 1.0, 10), (date(2023, 5, 1), "PER.ada", 1, 1.0, 5), (None, "PER.ada", 1, 1.0, 5),
    ]  # fmt: skip


def test_speakers_are_counted_by_kind_of_quotation(connection):
    columns = "actor_id, quote_count, direct_count, indirect_count, article_count, text_count, story_count, outlet_count"
    assert ask(connection, f"SELECT {columns} FROM speakers") == [("PER.ada", 4, 4, 0, 4, 3, 2, 2)]


def test_quotations_by_gender_and_by_the_party_of_the_day(connection):
    assert ask(connection, "SELECT gender, sum(quote_count), max(known_share) FROM quoted_genders GROUP BY gender") == [("f", 4, 1.0)]
    query = "SELECT month_date, party_name, quote_count, quote_share FROM quoted_parties ORDER BY month_date NULLS LAST"
    assert ask(connection, query) == [(date(2023, 4, 1), "Old", 2, 1.0), (date(2023, 5, 1), "New", 1, 1.0), (None, "Old", 1, 1.0)]


def test_facts_are_flat_rows_in_words_with_the_same_columns_to_filter_by(connection):
    kinds = "SELECT actor, actor_kind, country, gender, role, tone, count(*) FROM mention_facts GROUP BY ALL ORDER BY ALL"
    assert ask(connection, kinds) == [
        ("Ada", "person", None, "women", "speaker", None, 4), ("Russia", "country", "Russia", None, "target", -0.5, 4),
    ]  # fmt: skip
    said = "SELECT outlet, actor, gender, party, about, about_country, tone, speech_act, count(*) FROM quotation_facts GROUP BY ALL ORDER BY ALL"
    assert ask(connection, said) == [
        ("Daily", "Ada", "women", "New", "Russia", "Russia", -0.5, "neutral", 1),
        ("Daily", "Ada", "women", "Old", "Russia", "Russia", -0.5, "neutral", 1),
        ("TASS", "Ada", "women", "Old", "Russia", "Russia", -0.5, "neutral", 1),
        (None, "Ada", "women", "Old", "Russia", "Russia", -0.5, "neutral", 1),
    ]
    done = "SELECT actor, act, target, target_country, is_negated, tone, count(*) FROM act_facts GROUP BY ALL ORDER BY ALL"
    assert ask(connection, done) == [
        ("Ada", "meets", "Russia", "Russia", False, 0.5, 3),
        ("Ada", "meets", "Russia", "Russia", True, 0.5, 1),
    ]
    shared = [
        {"published_date", "outlet", "outlet_country", "actor", "actor_kind", "country", "sector", "article_id", "story_id", "headline"}
    ]
    shared += [set(view.columns) for view in VIEWS if view.name in ("mention_facts", "quotation_facts", "act_facts")]
    assert set.intersection(*shared) == shared[0]


def test_every_code_has_its_words(connection):
    assert ask(connection, "SELECT words FROM codes WHERE column_name = 'kind' AND code = 'igo'") == [("intergovernmental organisation",)]
    assert ask(connection, "SELECT count(*) FROM codes WHERE words IS NULL OR words = ''") == [(0,)]


def test_pairs_stand_once(connection):
    columns = "actor_id, other_id, sentence_count, article_count, text_count, story_count"
    assert ask(connection, f"SELECT {columns} FROM co_mentions") == [("PER.ada", "RUS", 4, 4, 3, 2)]


def test_dyads_by_month(connection):
    columns = "source_id, target_id, event, month_date, dyad_count, negated_count, text_count, story_count, tone_mean"
    assert ask(connection, f"SELECT {columns} FROM dyad_months ORDER BY month_date NULLS LAST") == [
        ("PER.ada", "RUS", "CONSULT", date(2023, 4, 1), 2, 0, 1, 1, 0.5),
        ("PER.ada", "RUS", "CONSULT", date(2023, 5, 1), 1, 1, 1, 1, 0.5),
        ("PER.ada", "RUS", "CONSULT", None, 1, 0, 1, 1, 0.5),
    ]


def test_outlets_go_by_their_lexicon_name(connection):
    columns = "outlet, article_count, text_count, article_share, tone_mean"
    assert ask(connection, f"SELECT {columns} FROM outlet_actors WHERE actor_id = 'RUS' ORDER BY outlet NULLS LAST") == [
        ("Daily", 2, 2, 1.0, -0.5), ("TASS", 1, 1, 1.0, -0.5), (None, 1, 1, 1.0, -0.5),
    ]  # fmt: skip


def test_credited_media(connection):
    columns = "outlet, credited_id, credited_name, credit_count, first_count, article_count"
    assert ask(connection, f"SELECT {columns} FROM sources_credited") == [("Daily", "OUTLET.TASS", "TASS", 1, 1, 1)]


def test_first_seen_names_the_article(connection):
    columns = "first_date, first_article_id, first_title, first_outlet, last_date, article_count, text_count, story_count"
    assert ask(connection, f"SELECT {columns} FROM first_seen WHERE actor_id = 'RUS'") == [
        (APRIL, identify(1), "Title 1", "TASS", MAY, 3, 2, 1),
    ]


def test_gaps_of_the_lexicon_are_the_unresolved_and_the_discovered(connection):
    columns = "surface, gap, actor_id, mention_count, article_count, text_count, story_count, example_article_id"
    assert ask(connection, f"SELECT {columns} FROM lexicon_gaps ORDER BY surface") == [
        ("Ada", "discovered", "PER.ada", 4, 4, 3, 2, identify(1)), ("Zed", "unresolved", None, 4, 4, 3, 2, identify(1)),
    ]  # fmt: skip


def test_quality_tells_shares(connection):
    measures = {measure: (found, total, share) for measure, found, total, share in ask(connection, "SELECT * FROM quality")}
    assert measures["articles without a date"] == (1, 5, 0.2)
    assert measures["unresolved mentions"] == (5, 30, 5 / 30)
    assert measures["open quarantine entries"] == (0, 0, None)


def test_the_checks_of_the_last_run_are_summed_over_its_batches(connection):
    insert(connection, "runs", {"run_id": "old", "started_at": SOME_MOMENT.replace(year=2022)}, {"run_id": "new"})
    common = {"table_name": "mentions", "check_name": "c", "severity": "note"}
    insert(
        connection, "checks",
        {**common, "run_id": "old", "is_passed": False},
        {**common, "run_id": "new", "batch_id": "aa" * 16, "is_passed": True, "row_count": 5, "unexpected_count": 0},
        {**common, "run_id": "new", "batch_id": "bb" * 16, "is_passed": False, "row_count": 7, "unexpected_count": 2, "detail": "e.g. x"},
    )  # fmt: skip
    assert ask(connection, "SELECT * FROM last_run_checks") == [("mentions", "c", "note", False, 2, 12, 2, "e.g. x")]


def test_start_here_lists_every_view_but_itself(connection):
    names = sorted(view.name for view in VIEWS if view.name != "start_here")
    assert ask(connection, "SELECT view_name FROM start_here") == [(name,) for name in names]


@pytest.mark.parametrize(
    "head", ["SELECT 1", "-- One row.\nSELECT 1", "-- question: What?\nSELECT 1", "-- One row.\n--\n-- question: What?\nSELECT 1"]
)
def test_a_view_without_its_head_is_refused(tmp_path: Path, head):
    (tmp_path / "bare.sql").write_text(head)
    with pytest.raises(ValueError, match=r"bare\.sql: expected"):
        read_views(tmp_path)


def test_who_speaks_and_who_is_spoken_about(connection):
    columns = "actor_id, speaking_count, speaking_share, spoken_about_count, spoken_about_share, voice_share, article_count, story_count"
    assert ask(connection, f"SELECT {columns} FROM quoted_shares ORDER BY actor_id") == [
        ("PER.ada", 4, 1.0, 0, 0.0, 1.0, 4, 2), ("RUS", 0, 0.0, 4, 1.0, 0.0, 4, 2),
    ]  # fmt: skip
    assert ask(connection, "SELECT example_content, example_article_id FROM quoted_shares WHERE actor_id = 'RUS'") == [
        ("“We met Russia in Moscow,”", identify(1))
    ]


def test_forms_of_speech_are_counted_by_outlet(connection):
    columns = "outlet, quote_count, direct_count, indirect_share, article_count, text_count, story_count"
    assert ask(connection, f"SELECT {columns} FROM speech_forms ORDER BY outlet NULLS LAST") == [
        ("Daily", 2, 2, 0.0, 2, 2, 1), ("TASS", 1, 1, 0.0, 1, 1, 1), (None, 1, 1, 0.0, 1, 1, 1),
    ]  # fmt: skip


def test_the_calendar_has_every_day_between_the_first_and_the_last_article(connection):
    assert ask(connection, "SELECT count(*), min(day_date), max(day_date), sum(article_count) FROM days") == [(9, APRIL, MAY, 3)]
    assert ask(connection, "SELECT weekday_name, week_date, quarter_no FROM days WHERE day_date = DATE '2023-04-25'") == [
        ("Tuesday", APRIL, 2)
    ]


def test_unnamed_people_stay_out_of_rankings_until_they_are_asked_for(tmp_path):
    with closing(open_new(tmp_path / "w.duckdb")) as opened:
        insert(
            opened, "actors",
            {"actor_id": "RUS", "name": "Russia", "kind": "country", "country": "RUS"},
            {"actor_id": "GENERIC.analysts", "name": "analysts", "kind": "generic"},
        )  # fmt: skip
        insert(opened, "batches", {"batch_id": "ab" * 16})
        insert(
            opened,
            "articles",
            {"article_id": identify(1), "body": TEXT, "batch_id": "ab" * 16, "text_hash": "aa" * 8, "story_id": identify(1)},
        )
        for number, (actor_id, kind) in enumerate((("RUS", "country"), ("GENERIC.analysts", "generic"))):
            insert(
                opened, "mentions",
                {
                    "mention_id": identify(number), "article_id": identify(1), "actor_id": actor_id, "kind": kind, "reading": None,
                    "sentence_no": 0, "start_char": number, "end_char": number + 1,
                },
            )  # fmt: skip
        insert(
            opened, "quotes", {"quote_id": identify(1), "article_id": identify(1), "speaker_actor_id": "GENERIC.analysts", "end_char": 9}
        )
        for number, event in enumerate(("ACCUSE", None)):
            insert(
                opened, "dyads",
                {
                    "dyad_id": identify(number), "article_id": identify(1), "source_actor_id": "GENERIC.analysts",
                    "source_mention_id": identify(1), "target_actor_id": "RUS",
                    "event": event,
                },
            )  # fmt: skip
        assert ask(opened, "SELECT actor_id FROM top_actors") == [("RUS",)]
        assert ask(opened, "SELECT count(*) FROM co_mentions") == [(0,)]
        assert ask(opened, "SELECT count(*) FROM speakers") == [(0,)]
        assert ask(opened, "SELECT source_id, target_id, event FROM dyad_months") == [(None, "RUS", "ACCUSE")]
        assert ask(opened, "SELECT count(*) FROM mentions WHERE kind = 'generic'") == [(1,)]
        opened.execute("SET VARIABLE with_generic = true")
        assert ask(opened, "SELECT actor_id FROM top_actors ORDER BY actor_id") == [("GENERIC.analysts",), ("RUS",)]
        assert ask(opened, "SELECT count(*) FROM co_mentions") == [(1,)]
        assert ask(opened, "SELECT quote_count FROM speakers") == [(1,)]
        assert ask(opened, "SELECT source_id, target_id, event FROM dyad_months") == [("GENERIC.analysts", "RUS", "ACCUSE")]
