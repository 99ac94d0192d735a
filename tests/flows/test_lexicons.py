"""What a process loads once: judges whose weights are missing leave their work to the rules, and are missed aloud."""

from pathlib import Path

import pytest

from flows.dictionaries import load_act_judge, load_dictionaries
from flows.lexicons import build_lexicon, load_ready_lexicon
from flows.versions import DECIDING, ROOT
from transforms.judges.acts.model import WEIGHTS


def test_a_judge_without_weights_is_missed_aloud(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert load_act_judge(tmp_path / "weights.npz") is None
    assert "acts are coded by rules alone" in caplog.text


def test_the_judge_that_ships_is_at_work() -> None:
    assert load_dictionaries().acts is not None


def test_other_weights_are_another_version_of_the_code() -> None:
    assert WEIGHTS in {path for pattern in DECIDING for path in ROOT.glob(pattern)}


def test_what_is_kept_of_the_lexicon_is_what_is_made_of_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERSONAE_CACHE", str(tmp_path))
    lexicons = []
    for _ in range(2):
        build_lexicon.cache_clear()
        lexicons.append(load_ready_lexicon())
    made, kept = lexicons
    (file,) = tmp_path.glob("names/*.pickle")
    assert kept is not made
    assert list(kept.by_form) == list(made.by_form)
    for name in ("by_form", "aliases_of", "tenures_of", "holders", "towns", "surnames", "country_words", "given_names"):
        assert getattr(kept, name) == getattr(made, name), name
    assert {name: kept.register.named(name) for name in kept.register.names()} == {
        name: made.register.named(name) for name in made.register.names()
    }
    assert kept.tenures_named("obama", "HOS") == made.tenures_named("obama", "HOS") != []
    assert file.stat().st_size > 1_000_000
