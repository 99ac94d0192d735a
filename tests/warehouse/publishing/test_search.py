"""Search: which sentences are found, in which order, and that the index of the site holds what the warehouse does."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import duckdb
import pytest

from flows.benchmarks.site import make_warehouse
from tests.fresh import lay_new
from tests.warehouse.publishing.site.postings import unpack_postings
from warehouse.publishing.search import Search, find_actor, find_sentences, split_words
from warehouse.publishing.site.answers import answer_views
from warehouse.publishing.site.chunks import read_chunk
from warehouse.publishing.site.data import write_data
from warehouse.store import open_warehouse

#: As long as the sentences they replace, so that every place in the text stays where it is.
SENTENCES = {
    0: "Tariffs on steel and again tariffs on steel, said the minister of the day, and nothing else was said about it at all by anybody.",
    2: "A tariff is a tax, said the minister of the day before he left, and nobody who had come to hear of it asked for anything more.",
    4: "Élysée sources said that the steel of the north would be taxed in the spring and that the tax would be lifted in the autumn too.",
}


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path = tmp_path_factory.mktemp("search") / "news.duckdb"
    make_warehouse(lay_new(path), 6)
    with closing(open_warehouse(path)) as connection:
        for number, words in SENTENCES.items():
            connection.execute(
                "UPDATE articles SET body = left(body, ?) || ? || substr(body, ?) WHERE title = 'Headline 1'",
                [130 * number, words.ljust(130), 130 * (number + 1) + 1],
            )
        yield connection


def found(connection: duckdb.DuckDBPyConnection, *words: str, **more: object) -> list[str]:
    rows = find_sentences(connection, Search(" ".join(words), **more), 50).fetchall()  # type: ignore[arg-type]
    return [row[3].strip() for row in rows]


def test_sentences_with_all_words_are_found_the_fullest_first(connection: duckdb.DuckDBPyConnection) -> None:
    tariff, tax, north = (SENTENCES[number].strip() for number in (0, 2, 4))
    assert found(connection, "tariff") == [tariff, tax]
    assert found(connection, "steel") == [tariff, north]
    assert found(connection, "steel", "TAX") == [north]
    assert found(connection, "elysee") == [north]
    assert found(connection, '"tax said the minister"') == [tax]
    assert found(connection, '"the minister tax"') == []
    assert found(connection, "stee") == []


def test_what_every_sentence_holds_is_no_question(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(ValueError, match="expected a word to look for"):
        find_sentences(connection, Search("the of"), 5)


def test_speaker_actor_outlet_and_days_narrow_what_is_found(connection: duckdb.DuckDBPyConnection) -> None:
    ((speaker, outlet, day),) = connection.execute(
        "SELECT speaker_actor_id, outlet, published_date FROM quotes JOIN articles USING (article_id) ORDER BY quote_id LIMIT 1"
    ).fetchall()
    rows = find_sentences(connection, Search(speaker=speaker, outlets=[outlet], first=day, last=day), 50).fetchall()
    (expected,) = connection.execute(
        "SELECT count(*) FROM quoted_words WHERE speaker_id = ? AND outlet = ? AND published_date = ?", [speaker, outlet, day]
    ).fetchone() or (0,)
    assert len(rows) == expected > 0
    assert {row[1] for row in rows} == {outlet}
    assert found(connection, actor=speaker, last=date(1900, 1, 1)) == []
    named = find_sentences(connection, Search(actor=speaker), 50).fetchall()
    (count,) = connection.execute(
        "SELECT count(DISTINCT (article_id, sentence_no)) FROM mentions WHERE actor_id = ?", [speaker]
    ).fetchone() or (0,)
    assert len(named) == count


def test_actors_are_known_by_id_and_name_and_misspelt_ones_by_their_neighbours(connection: duckdb.DuckDBPyConnection) -> None:
    ((actor_id, name),) = connection.execute(
        "SELECT actor_id, c.name FROM actors AS c JOIN mentions AS m USING (actor_id) ORDER BY m.mention_id LIMIT 1"
    ).fetchall()
    assert find_actor(connection, actor_id) == find_actor(connection, name.upper()) == actor_id
    with pytest.raises(KeyError, match=f"found '{name[:-1]}'; near it are .*PER.actor"):
        find_actor(connection, name[:-1])


def test_the_index_of_the_site_holds_each_word_speaker_and_pair_of_each_sentence(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    answer_views(connection)
    write_data(connection, tmp_path, tmp_path, [], [], with_texts=True)
    articles = read_chunk(tmp_path / "data" / "articles.js")
    index = {
        term: numbers
        for number in range(len(articles["shards"]))
        for term, numbers in unpack_postings(read_chunk(tmp_path / f"data/index-{number}.js"), 60).items()
    }
    texts = [text for number in range(len(articles["texts"])) for text in read_chunk(tmp_path / f"data/texts-{number}.js")]
    assert len(texts) == _rising(articles["first"])[-1] == 60
    for number, (words, _) in enumerate(texts):
        for word in split_words(words):
            if len(word) > 1 and word not in articles["stops"]:
                assert number in index[word]
    assert [texts[number][0] for number in index["tariffs"]] == [SENTENCES[0]]
    spoken = read_chunk(tmp_path / "data" / "speakers.js")
    for passage, speaker in zip(_rising(spoken["passage"]), spoken["speaker"], strict=True):
        assert passage in index[f"speaker {speaker}"]
    pairs = read_chunk(tmp_path / "data" / "pairs.js")
    for relation, one, other in zip(pairs["relation"], pairs["from"], pairs["to"], strict=True):
        assert index[f"pair {pairs['relations'][relation]} {one} {other}"]
    facts = read_chunk(tmp_path / "data" / "facts.js")
    (mentions, quotes) = connection.execute(
        "SELECT (SELECT count(*) FROM political_mentions), (SELECT count(*) FROM quoted_words WHERE speaker_id IS NOT NULL)"
    ).fetchone() or (0, 0)
    assert (sum(facts["mentions"]), sum(facts["quotes"])) == (mentions, quotes)


def test_without_texts_no_sentence_is_written(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    answer_views(connection)
    write_data(connection, tmp_path, tmp_path, [], [], with_texts=False)
    assert {path.stem for path in (tmp_path / "data").iterdir()} == {"actors", "articles", "facts", "pairs"}


def _rising(steps: list[int]) -> list[int]:
    total = 0
    return [total := total + step for step in steps]
