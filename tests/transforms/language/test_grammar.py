"""The labels of the tagger are known to the grammar alone, and its questions are answered on trees written by hand."""

import ast
from collections.abc import Iterator
from pathlib import Path

from transforms.annotations import Paragraph, TaggedText
from transforms.language.en import labels
from transforms.language.en.grammar import (
    agent_of,
    clause_of,
    governing_verb,
    is_negated,
    is_passive,
    noun_phrase_start,
    object_of,
    subject_of,
    tense_of,
)

TRANSFORMS = Path(__file__).parents[3] / "transforms"
#: Rooms that know labels, and rooms that come before any syntax.
OTHER_ROOMS = {"language", "taggers", "readers", "articles"}
#: Relations of the corpus GUM, one of which is written like a label.
OTHER_LABELS = {"judges/coreference/labelled.py"}
KNOWN = {value for name, value in vars(labels).items() if name.isupper() and isinstance(value, str)}
KNOWN |= {label for name, value in vars(labels).items() if name.isupper() and isinstance(value, frozenset) for label in value}


def printed_labels(tree: ast.AST) -> Iterator[str]:
    """Labels printed in code, and parts of tags, which only who knows tags can mean."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in KNOWN:
            yield f"{node.lineno}: {node.value!r}"
        is_part = isinstance(node, ast.Subscript) and isinstance(node.value, ast.Subscript)
        if is_part and ast.unparse(node.value.value).split(".")[-1] in ("tags", "deps") and "[:" in ast.unparse(node).split("]", 1)[1]:
            yield f"{node.lineno}: {ast.unparse(node)}"


def test_printed_labels_are_seen() -> None:
    code = 'if tagged.deps[child] == "nsubj" and tags[child][:2] == "VX": pass'
    assert list(printed_labels(ast.parse(code))) == ["1: 'nsubj'", "1: tags[child][:2]"]


def test_only_the_language_and_the_taggers_know_labels() -> None:
    paths = [path for path in TRANSFORMS.rglob("*.py") if not OTHER_ROOMS & set(path.relative_to(TRANSFORMS).parts)]
    names = {path.relative_to(TRANSFORMS).as_posix(): path for path in paths}
    assert len(names) > 50
    asked = {name: path for name, path in names.items() if name not in OTHER_LABELS}
    assert [f"{name}:{found}" for name, path in asked.items() for found in printed_labels(ast.parse(path.read_text()))] == []


def tree(*tokens: tuple[str, str, str, int]) -> TaggedText:
    """A text of one sentence out of (word, tag, dependency, head)."""
    words = [word for word, *_ in tokens]
    starts = [sum(len(word) + 1 for word in words[:number]) for number in range(len(words))]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    text = " ".join(words)
    size = len(words)
    return TaggedText(
        text, [Paragraph(0, len(text), "body")], words, starts, ends, [tag for _, tag, _, _ in tokens], [dep for _, _, dep, _ in tokens],
        [head for *_, head in tokens], [0] * size, [(0, size)], [0], [], True,
    )  # fmt: skip


THREAT = tree(
    ("Iran", "NNP", "nsubj", 1), ("threatened", "VBD", "ROOT", 1), ("to", "TO", "aux", 3), ("attack", "VB", "xcomp", 1),
    ("Iraq", "NNP", "dobj", 3),
)  # fmt: skip
PASSIVE = tree(
    ("Iraq", "NNP", "nsubjpass", 3), ("was", "VBD", "auxpass", 3), ("not", "RB", "neg", 3), ("attacked", "VBN", "ROOT", 3),
    ("by", "IN", "agent", 3), ("Iran", "NNP", "pobj", 4),
)  # fmt: skip


def test_who_does_it_to_whom() -> None:
    assert (subject_of(THREAT, 3), object_of(THREAT, 3)) == (0, 4)
    assert (subject_of(PASSIVE, 3), agent_of(PASSIVE, 3)) == (0, 5)
    assert is_passive(PASSIVE, 3)
    assert not is_passive(THREAT, 3)


def test_an_infinitive_governs_its_words_and_is_no_clause_of_its_own() -> None:
    assert governing_verb(THREAT, 4) == 3
    assert clause_of(THREAT, 4) == 1


def test_whether_and_when() -> None:
    assert is_negated(PASSIVE, 3)
    assert not is_negated(THREAT, 1)
    assert (tense_of(THREAT, 1), tense_of(PASSIVE, 3)) == ("past", "past")


def test_a_phrase_of_thousands_of_words_that_each_hang_on_the_next_has_a_start() -> None:
    size = 3000
    chain = tree(*(("President", "NNP", "compound", number + 1) for number in range(size - 1)), ("Berg", "NNP", "ROOT", size - 1))
    assert noun_phrase_start(chain, size - 1) == 0
