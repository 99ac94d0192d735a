"""The dictionaries of cues and events are whole, and a wrong row is named."""

from pathlib import Path

import polars as pl
import pytest

from transforms.acts.events import Events
from transforms.speech.cues import Cues
from warehouse.dictionaries import read_cues, read_events
from warehouse.vocabulary import CUE_CLASSES, EVENTS


def test_every_cue_class_and_event_has_entries() -> None:
    assert set(read_cues()["cue_class"]) == set(CUE_CLASSES)
    assert set(read_events()["event"].drop_nulls()) - {""} == set(EVENTS)


def test_entries_are_unique_and_tones_in_range() -> None:
    cues, events = read_cues(), read_events()
    assert not cues.select("cue", "part").is_duplicated().any()
    assert not events.select("pattern", "part").is_duplicated().any()
    assert events["tone"].is_between(-1, 1).all()


def test_inflected_forms_are_looked_up() -> None:
    cues, events = Cues.from_frame(read_cues()), Events.from_frame(read_events())
    assert {"said", "says", "vowed", "told", "thought"} <= set(cues.verbs)
    assert {"attacked", "struck", "fought", "met"} <= set(events.verbs)
    assert [pattern.event for pattern in events.nouns["attacks"]][-1] == "ASSAULT"


def test_longer_patterns_are_tried_first() -> None:
    events = Events.from_frame(read_events())
    for patterns in events.verbs.values():
        sizes = [len(pattern.rest) for pattern in patterns]
        assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(("name", "read"), [("cues.csv", read_cues), ("events.csv", read_events)])
def test_a_row_outside_the_closed_lists_is_named(tmp_path: Path, name: str, read: "type") -> None:
    frame = read_cues() if name == "cues.csv" else read_events()
    column = "cue_class" if name == "cues.csv" else "event"
    frame.head(1).with_columns(pl.lit("SHOUT").alias(column)).write_csv(tmp_path / name)
    with pytest.raises(ValueError, match=rf"{name}: expected {column}.*SHOUT"):
        read(tmp_path)
