"""What a process loads once: judges whose weights are missing leave their work to the rules, and are missed aloud."""

from pathlib import Path

import pytest

from flows.lexicons import load_act_judge, load_dictionaries
from flows.versions import DECIDING, ROOT
from transforms.judges.acts.model import WEIGHTS


def test_a_judge_without_weights_is_missed_aloud(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert load_act_judge(tmp_path / "weights.npz") is None
    assert "acts are coded by rules alone" in caplog.text


def test_the_judge_that_ships_is_at_work() -> None:
    assert load_dictionaries().acts is not None


def test_other_weights_are_another_version_of_the_code() -> None:
    assert WEIGHTS in {path for pattern in DECIDING for path in ROOT.glob(pattern)}
