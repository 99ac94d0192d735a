"""From marks on articles to rows: nothing depends on how many articles become rows together."""

from collections.abc import Iterator

import polars as pl
import pytest

from tests.transforms.small_world import find_actors, small_lexicon
from transforms import rows
from transforms.annotations import Annotation, Article, Paragraph
from transforms.taggers.rules_tagger import RulesTagger


def annotate(number: int) -> Annotation:
    text = f"Moscow said it had sent {number} notes. Armenia rejected them."
    tagged = next(RulesTagger().tag([(text, [Paragraph(0, len(text), "body")])]))
    article = Article(f"a{number}", text)
    return Annotation(article, tagged, find_actors(article, tagged, small_lexicon()), [], [], [], [], [])


@pytest.mark.parametrize("count", [0, 1, 5])
def test_rows_are_the_same_however_many_articles_are_held(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    annotations = [annotate(number) for number in range(count)]
    whole = rows.annotation_frames(annotations)
    monkeypatch.setattr(rows, "CHUNK", 2)
    parts = rows.annotation_frames(iter(annotations))
    assert all(frame.equals(whole[name]) and frame.schema == whole[name].schema for name, frame in parts.items())
    assert whole["sentences"].height == 2 * count
    assert whole["mentions"].filter(pl.col("surface") == "Moscow").height == count


def test_annotations_become_rows_before_further_ones_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "CHUNK", 2)
    told: list[str] = []

    def some() -> Iterator[Annotation]:
        for number in range(3):
            told.append("made")
            yield annotate(number)

    def make_none(_: Annotation) -> Iterator[rows.Row]:
        told.append("rows")
        return iter(())

    monkeypatch.setattr(rows, "_sentence_rows", make_none)
    rows.annotation_frames(some())
    assert told == ["made", "made", "rows", "rows", "made", "rows"]


def test_ids_of_columns_are_those_of_their_rows() -> None:
    parts = pl.DataFrame({"article_id": ["a", "é", None], "start": [1, 20, 3], "end": [2, 30, None]})
    assert rows.content_ids(parts).to_list() == [rows.content_id(*row) for row in parts.iter_rows()]
