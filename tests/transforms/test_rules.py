"""Every declared rule is executed on its own examples, and the list of the warehouse is made of the declarations."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from fnmatch import fnmatchcase
from typing import NamedTuple

import pytest

from flows.analysis import Analyst
from flows.cli.rule_list import rule_list
from flows.lexicons import load_lexicon, load_tagger
from transforms.annotations import Annotation, Article, Dyad, Mention, Paragraph, TaggedText
from transforms.identities.nominals.case import Meaning
from transforms.identities.nominals.nominal_rules import NOMINAL_RULES
from transforms.identities.phrases.resolution import resolve_phrase
from transforms.names.name_spans import Span, head_of
from transforms.names.types import TYPE_RULES
from transforms.rule_book import CHAPTERS, Chapter
from transforms.rules import Example, Finding, Rule, Step, first_ruling
from transforms.tones.tone_words import ToneWords
from transforms.tones.tones import TONE_WEIGHTS, ToneJudge
from warehouse.dictionaries import read_tones
from warehouse.rule_ids import RULE_IDS, RULE_LIST

#: A type that the tagger may have given instead.
_MISTAKEN = {"ORG": "PERSON", "GPE": "ORG", "PERSON": "ORG", "FAC": "PERSON"}


#: What only files or functions of users can make happen; test_corrected.py and test_pipeline.py do.
NEED_USERS_FILES = {"user.correction", "external.*"}


class Case(NamedTuple):
    """One example to execute."""

    chapter: Chapter
    rule: Finding
    example: Example


CASES = [Case(chapter, rule, example) for chapter in CHAPTERS for rule in chapter.rules for example in rule.examples]
#: Types are asked of names that the tagger has mistaken, phrases are no articles, and weights have no verdict of their own.
IN_ARTICLES = [case for case in CASES if case.chapter.rules is not TYPE_RULES and case.chapter.table not in ("resolve", "tones")]


def name_of(case: object) -> str:
    return f"{case.chapter.table}:{case.rule.id}" if isinstance(case, Case) else ""


@pytest.fixture(scope="module")
def annotations() -> Mapping[tuple[str, str, str], Annotation]:
    """The articles of all examples, tagged together, by text, day and tier."""
    found: dict[tuple[str, str, str], Annotation] = {}
    for tier in ("full", "fast", "deep"):
        keys = sorted({(case.example.text, case.example.day, tier) for case in IN_ARTICLES if case.example.tier == tier})
        articles = [Article(text, text, published_at=date.fromisoformat(day) if day else None) for text, day, _ in keys]
        for key, done in zip(keys, Analyst.of(tier).annotate(articles), strict=True):
            assert isinstance(done, Annotation), done
            found[key] = done
    return found


def decisions(done: Annotation, table: str, words: str) -> list[tuple[str, str]]:
    """(rule, decision) of every row of the table that stands at the words."""
    text = done.article.text

    def printed(mention: Mention | None) -> str:
        return "nobody" if mention is None else text[mention.start : mention.end]

    def act(dyad: Dyad) -> str:
        return f"{printed(dyad.source)} {dyad.event or '-'} {printed(dyad.target)}"

    if table in ("mentions", "readings", "roles"):
        return [(step.rule, step.verdict) for mention in done.mentions if printed(mention) == words for step in mention.trace]
    if table == "quotes":
        quotes = [quote for quote in done.quotes if text[quote.content[0][0] : quote.content[-1][1]] == words]
        return [(quote.rule, text[slice(*quote.speaker_span)] if quote.speaker_span else "nobody") for quote in quotes]
    if table == "dyads":
        return [(dyad.rule, act(dyad)) for dyad in done.dyads if text[slice(*dyad.cue)] == words]
    if table == "credits":
        return [(credit.rule, str(credit.mention.actor_id)) for credit in done.credits if printed(credit.mention) == words]
    assert table == "times"
    return [(mark.rule, mark.value or "") for mark in done.times if text[mark.start : mark.end] == words]


@pytest.mark.parametrize("case", IN_ARTICLES, ids=name_of)
def test_a_rule_decides_its_example(case: Case, annotations: Mapping[tuple[str, str, str], Annotation]) -> None:
    chapter, rule, example = case
    found = decisions(annotations[example.text, example.day, example.tier], chapter.table, example.words)
    assert any(fnmatchcase(made, rule.id) and decision == example.decision for made, decision in found), found


@pytest.mark.parametrize("case", [case for case in CASES if case.chapter.table == "resolve"], ids=name_of)
def test_a_rule_for_phrases_decides_its_example(case: Case) -> None:
    day = date.fromisoformat(case.example.day) if case.example.day else None
    found = resolve_phrase(case.example.text, day, None, load_lexicon(), load_tagger("full"))
    assert found is not None
    assert (found.rule, found.actor_id) == (case.rule.id, case.example.decision)


@pytest.mark.parametrize("number", range(len(TONE_WEIGHTS)), ids=lambda number: TONE_WEIGHTS[number].id)
def test_a_weight_counts_in_its_example_and_the_label_is_as_said(number: int) -> None:
    (example,) = TONE_WEIGHTS[number].examples
    tagged, span = tagged_span(example.text, example.words, "PERSON")
    judge = ToneJudge(tagged, ToneWords.from_frame(read_tones()))
    head = head_of(tagged, span.first, span.last)
    assert judge.features(span.first, span.last, head)[number] != 0.0
    assert judge.judge(span.first, span.last, head).label == example.decision


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


@pytest.mark.parametrize("rule", NOMINAL_RULES, ids=lambda rule: rule.id)
def test_the_rules_before_the_one_that_decides_have_declined(
    rule: Rule[..., Meaning], annotations: Mapping[tuple[str, str, str], Annotation]
) -> None:
    (example,) = rule.examples
    done = annotations[example.text, example.day, example.tier]
    (mention,) = [m for m in done.mentions if example.text[m.start : m.end] == example.words and m.layer == "nominal"]
    before = tuple(earlier.id for earlier in NOMINAL_RULES[: NOMINAL_RULES.index(rule)])
    assert before in [step.declined for step in mention.trace]


def test_every_rule_has_its_own_id_a_sentence_and_an_example() -> None:
    tuples: dict[str, list[str]] = {}
    for chapter in CHAPTERS:
        for rule in chapter.rules:
            assert rule.doc.endswith((".", "…")), rule.id
            if rule.id in NEED_USERS_FILES:
                continue
            assert rule.examples, f"{rule.id} has no example: give it a sentence and the decision that it must make"
            tuples.setdefault(chapter.table, []).append(rule.id)
    assert {table: Counter(ids).most_common(1)[0][1] for table, ids in tuples.items()} == dict.fromkeys(tuples, 1)


def test_the_list_of_the_warehouse_is_made_of_the_declarations() -> None:
    made = rule_list()
    assert RULE_LIST.read_text(encoding="utf-8") == made, "run: python -m flows.cli.rule_list > warehouse/rule_ids.csv"
    assert {(table, rule) for table, rules in RULE_IDS.items() for rule in rules} == {
        (chapter.table, rule.id) for chapter in CHAPTERS for rule in chapter.rules
    }


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
