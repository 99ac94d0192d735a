"""Every declared rule is executed on its own examples, and is one that the tables may hold."""

from fnmatch import fnmatchcase

import pytest

from flows.analysis import Analyst
from flows.lexicons import load_lexicon, load_tagger
from transforms.annotations import Annotation, Article, Paragraph, TaggedText
from transforms.identities.institutions import INSTITUTION_RULES
from transforms.identities.nominals import NOMINAL_RULES
from transforms.names.name_spans import Span
from transforms.names.types import TYPE_RULES
from transforms.rules import Example, Rule, Step, first_ruling
from warehouse.rule_ids import is_declared

#: A type that the tagger may have given instead.
_MISTAKEN = {"ORG": "PERSON", "GPE": "ORG", "PERSON": "ORG"}


def tagged_span(text: str, words: str, label: str) -> tuple[TaggedText, Span]:
    """The text with the name that stands at the words, as the tagger would hand it on with that label."""
    tagged = next(load_tagger("full").tag([(text, [Paragraph(0, len(text), "body")])]))
    start = text.index(words)
    inside = [p for p, at in enumerate(tagged.starts) if start <= at < start + len(words)]
    return tagged, Span(inside[0], inside[-1] + 1, label, (), "tagger", 0.6)


@pytest.mark.parametrize(
    ("rule", "example"), [(rule, example) for rule in TYPE_RULES for example in rule.examples], ids=lambda item: getattr(item, "id", "")
)
def test_a_rule_for_types_decides_its_examples(rule: Rule[[TaggedText, Span, object], str], example: Example) -> None:
    tagged, span = tagged_span(example.text, example.words, _MISTAKEN[example.decision])
    ruling = first_ruling(TYPE_RULES, tagged, span, load_lexicon())
    assert ruling is not None
    assert (ruling.rule.id, ruling.verdict) == (rule.id, example.decision)


@pytest.mark.parametrize(
    ("rule", "example"), [(rule, example) for rule in NOMINAL_RULES for example in rule.examples], ids=lambda item: getattr(item, "id", "")
)
def test_a_rule_for_descriptions_decides_its_examples(rule: Rule[..., bool], example: Example) -> None:
    (done,) = Analyst.of("full").annotate([Article("a", example.text)])
    assert isinstance(done, Annotation)
    (mention,) = [m for m in done.mentions if example.text[m.start : m.end] == example.words and m.layer == "nominal"]
    assert (mention.actor_id, fnmatchcase(mention.rule, rule.id)) == (example.decision, True), mention.trace
    before = tuple(earlier.id for earlier in NOMINAL_RULES[: NOMINAL_RULES.index(rule)])
    assert before in [step.declined for step in mention.trace]


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, example) for rule in INSTITUTION_RULES for example in rule.examples],
    ids=lambda item: getattr(item, "id", ""),
)
def test_a_rule_for_names_decides_its_examples(rule: Rule[..., object], example: Example) -> None:
    (done,) = Analyst.of("full").annotate([Article("a", example.text)])
    assert isinstance(done, Annotation)
    (mention,) = [m for m in done.mentions if example.text[m.start : m.end] == example.words and m.layer == "name"]
    assert (mention.actor_id, mention.rule) == (example.decision, rule.id), mention.trace


@pytest.mark.parametrize("rules", [TYPE_RULES, NOMINAL_RULES, INSTITUTION_RULES], ids=["types", "descriptions", "institutions"])
def test_every_rule_has_its_own_id_a_sentence_and_an_example(rules: tuple[Rule[..., object], ...]) -> None:
    assert len({rule.id for rule in rules}) == len(rules)
    for rule in rules:
        assert rule.doc.endswith(".")
        assert rule.examples
        assert is_declared("mentions", rule.id)


def test_the_first_verdict_counts_and_those_before_it_are_told() -> None:
    def is_small(number: int) -> str | None:
        return "small" if number < 3 else None

    declines: Rule[[int], str] = Rule("a", "Never.", (), lambda number: None)
    small: Rule[[int], str] = Rule("b", "Small.", (), is_small)
    ruling = first_ruling((declines, small, declines), 2)
    assert ruling is not None
    assert (ruling.rule.id, ruling.verdict, ruling.declined) == ("b", "small", ("a",))
    assert first_ruling((declines, small), 7) is None
    assert list(Step("b", "small", "large", ("a",), "2 < 3").lines()) == ["b → small, instead of large: 2 < 3", "  declined before: a"]
