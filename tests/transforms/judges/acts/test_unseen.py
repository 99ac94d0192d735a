"""The sentences that measure the acts: each end stands in its sentence, each event is one of the vocabulary."""

from tests.transforms.judges.acts.unseen import Told, parse, read_unseen
from warehouse.vocabulary import EVENTS


def test_acts_of_both_ways_and_of_nobody_are_read() -> None:
    assert parse("Chad = Libya AGREE; - > Chad REJECT/CONCEDE") == [
        Told("Chad", "Libya", frozenset({"AGREE"})),
        Told("Libya", "Chad", frozenset({"AGREE"})),
        Told(None, "Chad", frozenset({"REJECT", "CONCEDE"})),
    ]


def test_each_end_and_event_can_be_found() -> None:
    rows = read_unseen()
    assert len(rows) >= 300
    for _, acts, sentence in rows:
        for act in acts:
            assert act.events <= set(EVENTS), sentence
            assert all(end is None or end.lower() in sentence.lower() for end in (act.source, act.target)), sentence
