"""The stages fit together, are drawn as they are, and each can be replaced by a setting."""

from pathlib import Path

import pytest

from flows.analysis import Analyst
from flows.dictionaries import load_stages
from flows.lexicons import tagger_version
from transforms.annotations import Annotation, Article, Dyad
from transforms.document import Document
from transforms.pipeline import STAGES, Dictionaries, StageError, check_stages, draw_stages, replace_stages
from transforms.rule_book import fired_rules
from warehouse.rule_ids import is_declared

TEXT = "Russia attacked Ukraine on Monday."


def no_acts(document: Document, dictionaries: Dictionaries) -> None:
    document.dyads = []


def one_act(document: Document, dictionaries: Dictionaries) -> None:
    document.dyads = [Dyad(None, None, "FIGHT", (7, 15), False, False, "past", "external.my_model", 0.5, sentence=0)]


def annotated() -> Annotation:
    (done,) = Analyst.of("full").annotate([Article("a", TEXT)])
    assert isinstance(done, Annotation)
    return done


def test_what_a_stage_reads_is_written_before() -> None:
    check_stages(STAGES)
    with pytest.raises(StageError, match="expected mentions to be written before stage names"):
        check_stages(STAGES[1:])


def test_every_part_that_is_written_is_written_once() -> None:
    written = [part for stage in STAGES for part in stage.writes]
    assert len(set(written)) == len(written)


def test_a_setting_replaces_a_stage_and_is_part_of_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    assert annotated().dyads
    plain = tagger_version("full")
    monkeypatch.setenv("PERSONAE_STAGE_ACTS", f"{__name__}:no_acts")
    assert [stage.id for stage in load_stages() if stage.run is no_acts] == ["acts"]
    assert annotated().dyads == []
    assert tagger_version("full") == f"{plain}, acts by {__name__}:no_acts"


def test_a_function_in_place_of_a_stage_gives_rules_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERSONAE_STAGE_ACTS", f"{__name__}:one_act")
    assert fired_rules(annotated())["dyads", "external.*"] == 1
    assert [table for table in ("mentions", "quotes", "dyads", "credits", "times") if is_declared(table, "external.my_model")] == [
        "mentions", "quotes", "dyads", "credits", "times",
    ]  # fmt: skip
    assert not is_declared("dyads", "my_model")


@pytest.mark.parametrize(
    ("named", "message"),
    [({"deeds": "a:b"}, "expected a stage of"), ({"acts": "no_such_module:run"}, "no_such_module"), ({"acts": "os:sep"}, "a function")],
)
def test_a_stage_that_is_not_there_is_told(named: dict[str, str], message: str) -> None:
    with pytest.raises(StageError, match=message):
        replace_stages(STAGES, named)


def test_the_method_page_draws_the_stages() -> None:
    page = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8")
    assert "\n".join(draw_stages()) in page
