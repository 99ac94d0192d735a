"""Users' corrections of names that no dictionary lists, and of names in one outlet or period."""

from datetime import date
from pathlib import Path

import pytest

from tests.transforms.small_world import Reading, write_seeds
from transforms.lexicon import Lexicon
from warehouse.seeds import read_seeds

HEAD = "action,actor_id,alias,value,reason,outlet,article_id,valid_from,valid_to\n"
TEXT = "The Stone Group met Bob Harkin in Paris. Harkin said no."


def read_with(folder: Path, line: str, day: date | None = None) -> Reading:
    """The text read with one correction."""
    (folder / "own").mkdir()
    (folder / "own" / "corrections.csv").write_text(HEAD + line + "\n", encoding="utf-8")
    seeds = read_seeds(folder / "own", write_seeds(folder / "seeds"))
    assert seeds.problems == ()

    class Corrected(Reading):
        @staticmethod
        def lexicon() -> Lexicon:
            return Lexicon(seeds.frames)

    return Corrected(TEXT, day)


@pytest.mark.parametrize(
    ("line", "day", "harkin", "stone"),
    [
        ("merge,PER.bob-harkin,,PER.sergei-lavrov,x,,,,", None, "PER.sergei-lavrov", "company"),
        ("ban,PER.bob-harkin,,,x,,,,", None, None, "company"),
        ("kind,ORG.stone-group,,ngo,x,,,,", None, "PER.bob-harkin", "ngo"),
        ("split,,Harkin,PER.emmanuel-macron,x,,,2001,2002", date(2001, 5, 5), "PER.emmanuel-macron", "company"),
        ("split,,Harkin,PER.emmanuel-macron,x,,,2001,2002", date(2003, 5, 5), "PER.bob-harkin", "company"),
        ("split,,Harkin,PER.emmanuel-macron,x,,,2001,2002", None, "PER.bob-harkin", "company"),
        ("merge,PER.bob-harkin,,PER.robert-harkin,x,,,,", None, "PER.robert-harkin", "company"),
    ],
)
def test_a_correction_decides_where_it_holds(tmp_path: Path, line: str, day: date | None, harkin: str | None, stone: str) -> None:
    reading = read_with(tmp_path, line, day)
    assert (reading.one("Harkin").actor_id, reading.one("Stone Group").kind) == (harkin, stone)
