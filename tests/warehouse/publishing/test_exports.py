"""Exports on a small warehouse: what they look words up in, and what one article comes to."""

import re
from contextlib import closing
from pathlib import Path

import networkx
import pytest

from flows.benchmarks.site import make_warehouse
from tests.codebooks import FIPS_10_4, PLOVER, POLECAT_COLUMNS, gkg_faults, polecat_faults
from tests.fresh import lay_new, open_new
from tests.strategies import NewsArticle, NewsFile
from tests.warehouse.loading import load_bundles
from warehouse.publishing.exports import count_left_out, read_exports, write_export
from warehouse.publishing.exports.references import REFERENCES, event_modes, fips_codes
from warehouse.store import open_warehouse

DOCUMENTATION = Path(__file__).parents[3] / "docs" / "exports.md"


def test_each_export_names_references_that_there_are_and_all_are_named():
    named = {name for head in read_exports().values() for name in head.named.get("reads", "").split(", ") if name}
    assert named == set(REFERENCES)


def test_the_documentation_tells_every_column():
    rows = [line.split("|") for line in DOCUMENTATION.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert [row[1].strip() for row in rows if row[1].strip().isdigit()] == [str(number) for number in range(1, 28)]
    assert [row[1].strip() for row in rows][-len(POLECAT_COLUMNS) :] == POLECAT_COLUMNS


def test_countries_have_their_codes_of_fips_10_4():
    codes = dict(fips_codes().iter_rows())
    assert {iso3: codes[iso3] for iso3 in ("TUR", "DEU", "GBR", "CHN", "CHE", "RUS", "AUS", "AUT", "XKX")} == {
        "TUR": "TU", "DEU": "GM", "GBR": "UK", "CHN": "CH", "CHE": "SZ", "RUS": "RS", "AUS": "AS", "AUT": "AU", "XKX": "KV",
    }  # fmt: skip
    # two states that ended, whose codes were withdrawn
    assert {iso3 for iso3, fips in codes.items() if fips not in FIPS_10_4} == {"ANT", "SCG"}
    assert len(set(codes.values())) == len(codes)


def test_modes_are_those_of_plover():
    assert {
        (event, mode) for event, mode in event_modes().select("event", "mode").iter_rows() if mode not in PLOVER[event][2].split()
    } == set()


@pytest.mark.parametrize(
    ("event", "act", "mode"),
    [
        ("COERCE", "arrested", "arrest"), ("COERCE", "banning", "ban"), ("COERCE", "banked on", None), ("COERCE", "declares emergency", "martial-law"),
        ("PROTEST", "began a hunger strike", "hunger"), ("PROTEST", "went on strike", "strike"), ("SANCTION", "recalled its ambassador", "withdraw"),
        ("ASSAULT", "shelled", "heavy-weapons"), ("ASSAULT", "killed", None), ("ACCUSE", "suing", "allege"), ("RETREAT", "pulled back", "withdraw"),
    ],
)  # fmt: skip
def test_the_words_of_an_act_tell_its_mode(event, act, mode):
    found = (
        mode
        for given, mode, pattern in event_modes().select("event", "mode", "pattern").iter_rows()
        if given == event and re.search(pattern, act)
    )
    assert next(found, None) == mode


def test_tone_is_of_words_and_undated_articles_have_no_record(tmp_path):
    with closing(open_new(tmp_path / "w.duckdb")) as connection:
        load_bundles(connection, tmp_path / "staging", [[NewsFile((NewsArticle("Russia said good, good things, a bad war to us."),))]])
        write_export(connection, "gkg", tmp_path / "dated.csv")
        connection.execute("UPDATE articles SET published_at = NULL, published_date = NULL, published_precision = 'unknown'")
        assert write_export(connection, "gkg", tmp_path / "undated.csv") == 0
        assert count_left_out(connection, "gkg") == (1, "the id of a GKG record begins with its date")
    (line,) = (tmp_path / "dated.csv").read_text(encoding="utf-8").splitlines()
    assert list(gkg_faults(line)) == []
    # of ten words two are positive (good), two negative (bad, war), one a pronoun (us)
    assert line.split("\t")[15] == "0.0,20.0,20.0,40.0,0.0,10.0,10"


def test_what_parts_cells_and_lists_stands_in_none_of_them(tmp_path):
    with closing(open_new(tmp_path / "w.duckdb")) as connection:
        load_bundles(connection, tmp_path / "staging", [[NewsFile((NewsArticle("Russia said “no”."),))]])
        connection.execute("UPDATE articles SET outlet = 'The\tPost\nof Oz', title = 'A <b>\t& C', url = 'https://example.org/a b'")
        connection.execute("UPDATE actors SET name = 'Russia; #1, or|so'")
        connection.execute("UPDATE quotes SET content = '“no|#\tno”'")
        write_export(connection, "gkg", tmp_path / "gkg.csv")
    (line,) = (tmp_path / "gkg.csv").read_text(encoding="utf-8").splitlines()
    assert list(gkg_faults(line)) == []
    cells = line.split("\t")
    assert cells[2:5] == ["1", "The Post of Oz", "https://example.org/a b"]
    assert cells[10] == "1#Russia 1 or so#RS#RS####0"
    assert cells[22].endswith("|“no no”")
    assert cells[26] == "<PAGE_TITLE>A &lt;b&gt; &amp; C</PAGE_TITLE>"


def test_an_act_goes_out_with_all_that_is_known_of_it(tmp_path):
    with closing(open_new(tmp_path / "w.duckdb")) as connection:
        load_bundles(connection, tmp_path / "staging", [[NewsFile((NewsArticle("Russia met nobody."),))]])
        connection.execute("UPDATE articles SET outlet = 'The\tPost\nof Oz', published_at = NULL, published_date = NULL")
        connection.execute("UPDATE mentions SET sector = 'HLH'")
        connection.execute(
            "INSERT INTO dyads BY NAME SELECT mention_id AS dyad_id, article_id, sentence_no, mention_id AS source_mention_id, actor_id AS source_actor_id, "
            "'INVESTIGATE' AS event, 'will not\nprobe' AS cue, 0 AS cue_start_char, 6 AS cue_end_char, true AS is_negated, false AS is_reported, "
            "'future' AS tense, 'acts' AS rule, 1.0 AS confidence, batch_id FROM mentions"
        )
        assert write_export(connection, "polecat", tmp_path / "events.txt") == 1
    header, act = [line.split("\t") for line in (tmp_path / "events.txt").read_text(encoding="utf-8").splitlines()]
    event = dict(zip(header, act, strict=True))
    assert list(polecat_faults(event)) == []
    told = {
        column: event[column] for column in ("Event Date", "Event Type", "Event Mode", "Intensity", "Contexts", "Source", "Story Locations")
    }
    assert list(told.values()) == ["", "ACCUSE", "investigate", "-2.0", "future; negation", "The Post of Oz", "Russia"]
    assert [event[f"Actor {what}"] for what in ("Name", "Country", "Sectors", "Title", "COW")] == ["Russia", "RUS", "MED", "None", "None"]
    assert event["Recipient Name"] == "None"


@pytest.mark.parametrize(
    ("column", "cell", "fault"),
    [
        (0, "19700101000000-7", "id"), (1, "", "column 1 is empty"), (9, "1#Türkiye#TUR#TUR###", "column 9"), (9, "1#Oz#QQ#QQ###", "no FIPS"),
        (15, "3,2,1,3,0,0,9", "tone"), (12, "Ada Wren", "column 12"),
    ],
)  # fmt: skip
def test_the_codebook_of_the_gkg_finds_faults(column, cell, fault):
    cells = ["20230424120000-7", "20230424120000", "1", "Post", "https://example.org", *[""] * 22]
    cells[15] = "1,2,1,3,0,0,9"
    assert list(gkg_faults("\t".join(cells))) == []
    cells[column] = cell
    assert any(told.startswith(fault) for told in gkg_faults("\t".join(cells)))


@pytest.mark.parametrize(
    ("column", "value"),
    [("Intensity", "-5.0"), ("Event Mode", "riot"), ("Contexts", "past"), ("Actor Country", "Turkey"), ("Primary Actor Sector", "HLH"),
     ("Event Date", "24.4.2023"), ("Recipient Name", "")],
)  # fmt: skip
def test_the_codebook_of_polecat_finds_faults(column, value):
    event = dict.fromkeys(
        (f"{party} {what}" for party in ("Actor", "Recipient") for what in ("Name", "Country", "COW", "Sectors", "Title", "Name Raw")),
        "None",
    )
    event |= {"Primary Actor Sector": "None", "Primary Recipient Sector": "None", "Event Type": "COERCE", "Event Mode": "arrest"}
    event |= {"Intensity": "-7.2", "Quad Code": "MATERIAL CONFLICT", "Contexts": "future; negation"}
    event |= {"Event Date": "2023-04-24", "Publication Date": ""}
    assert list(polecat_faults(event)) == []
    assert list(polecat_faults(event | {column: value}))


@pytest.mark.parametrize(
    ("suffix", "read", "named", "weight", "relation"),
    [(".graphml", networkx.read_graphml, "name", "pair_count", "relation"), (".gexf", networkx.read_gexf, "label", "weight", "label")],
)
def test_networkx_opens_graphs_and_finds_the_counts_of_the_warehouse(tmp_path, suffix, read, named, weight, relation):
    make_warehouse(lay_new(tmp_path / "news.duckdb"), 6)
    together, network = tmp_path / f"together{suffix}", tmp_path / f"network{suffix}"
    hostile = 'A <b>&"\x08'
    with closing(open_warehouse(tmp_path / "news.duckdb")) as connection:
        connection.execute("UPDATE actors SET name = ? WHERE actor_id = (SELECT min(speaker_actor_id) FROM quotes)", [hostile])
        write_export(connection, "co_mentions", together)
        rows = write_export(connection, "network", network)
        pairs = connection.execute("SELECT actor_id, other_id, article_count, sentence_count FROM co_mentions").fetchall()
        names = dict(connection.execute("SELECT actor_id, name FROM actors").fetchall())
        said = connection.execute(
            "SELECT speaker_id, about_id, count(DISTINCT quote_id) FROM who_says_what_about_whom WHERE about_id IS NOT NULL GROUP BY ALL"
        ).fetchall()
        done = connection.execute(
            "SELECT source_actor_id, target_actor_id, count(*) FROM dyads WHERE NOT is_negated AND source_actor_id <> target_actor_id"
            " AND event = 'ACCUSE' GROUP BY ALL"
        ).fetchall()
    graph, directed = read(together), read(network)
    assert (graph.is_directed(), directed.is_directed()) == (False, True)
    assert {(*sorted(pair), edge[weight], edge["sentence_count"]) for *pair, edge in graph.edges(data=True)} == set(pairs)
    assert len(pairs) > 10
    assert {actor: node[named] for actor, node in graph.nodes(data=True)}.items() <= {
        actor: name.removesuffix("\x08") for actor, name in names.items()
    }.items()
    assert directed.number_of_edges() == rows
    for kind, counted in (("SPEAK", said), ("ACCUSE", done)):
        assert {(*pair, edge[weight]) for *pair, edge in directed.edges(data=True) if edge[relation] == kind} == set(counted)
        assert counted
