"""What was tagged once is not tagged again, by whichever process; what the store may take is bounded, and its loss costs nothing but time."""

import sqlite3
from pathlib import Path

import pytest

from flows.tag_store import TagStore, open_tag_store
from transforms.articles.paragraphs import split_paragraphs
from transforms.taggers.spacy_tagger import SpacyTagger

TEXT = "Moscow said on Monday\nthat it would answer.\n\nThe U . S . envoy\t“met” Mr. Smith in Kyiv. He left."


@pytest.fixture
def store(tmp_path: Path) -> TagStore:
    return TagStore(tmp_path / "tags" / "a.sqlite", 1_000_000)


def test_a_second_process_tags_nothing_that_the_first_has_tagged(tagger: SpacyTagger, store: TagStore, tmp_path: Path, monkeypatch) -> None:
    texts = [(TEXT, split_paragraphs(TEXT, None))]
    monkeypatch.setattr("transforms.taggers.spacy_tagger.load_model", lambda: (tagger._nlp, "a model"))
    first = list(SpacyTagger(store).tag(texts))
    monkeypatch.setattr("transforms.taggers.spacy_tagger.load_model", lambda: (NoModel(), "a model"))
    assert list(SpacyTagger(TagStore(tmp_path / "tags" / "a.sqlite", 1_000_000)).tag(texts)) == first == list(tagger.tag(texts))
    assert first[0].names


def test_the_words_that_the_model_was_trained_with_are_not_loaded_but_its_labels_are(tagger: SpacyTagger) -> None:
    assert len(tagger._nlp.vocab.strings) < 100_000
    assert all(label in tagger._nlp.vocab.strings for label in ("ROOT", "nsubj", "PERSON", "NNP"))


class NoModel:
    """Fails when it is given a text."""

    def pipe(self, texts, batch_size):
        assert list(texts) == []
        return iter(())


def test_a_damaged_parse_is_none(store: TagStore) -> None:
    store.keep({b"a": b"[1]", b"b": b"[2]"})
    store.keep({b"a": b"[3]"})
    assert store.find([b"a", b"b", b"c"]) == {b"a": b"[1]", b"b": b"[2]"}
    store._file.execute("UPDATE parses SET parse = x'00' WHERE key = ?", [b"a"])
    assert store.find([b"a", b"b"]) == {b"b": b"[2]"}


def test_the_oldest_parses_go_when_there_are_too_many(tmp_path: Path) -> None:
    path, keys = tmp_path / "a.sqlite", [number.to_bytes(16) for number in range(400)]
    store = TagStore(path, 100_000)
    for number, key in enumerate(keys):
        store.keep({key: bytes((number * place * 2654435761 >> 7) % 256 for place in range(1000))})
    found = store.find(keys)
    assert keys[-1] in found
    assert keys[0] not in found
    store._file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert path.stat().st_size < 200_000


def test_there_is_none_where_none_is_wanted_or_possible(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERSONAE_CACHE", str(tmp_path / "cache"))
    store = open_tag_store()
    assert store is not None
    store.keep({b"a": b"[1]"})
    monkeypatch.setattr(store, "_file", sqlite3.connect(":memory:"))
    store.keep({b"b": b"[1]"})  # its table is gone, as a disk may be
    assert store.find([b"a"]) == {}
    monkeypatch.setenv("PERSONAE_TAG_MEGABYTES", "0")
    assert open_tag_store() is None
    monkeypatch.delenv("PERSONAE_TAG_MEGABYTES")
    (tmp_path / "file").touch()
    monkeypatch.setenv("PERSONAE_CACHE", str(tmp_path / "file"))
    assert open_tag_store() is None
