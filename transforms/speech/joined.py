"""Where what somebody says ends because his next saying is joined to it."""

from collections import defaultdict
from itertools import permutations

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import subtree
from transforms.language.en.labels import ADVERB, ADVERBIAL_CLAUSE, CONJUNCT, CONJUNCTION, FINITE_TAGS, ING_FORM, PAST_FORM
from transforms.speech.report import Range, Report

#: What stands between a verb and the one that it is joined to.
_LINKS = frozenset({CONJUNCTION, ADVERB})
#: What leads to the words of another.
_WHILE = word_class("speech.while")
_THAT = word_class("syntax.that")
_SIGNS = frozenset({",", ";", "-", "–", "—"})


def part_joined(tagged: TaggedText, reports: list[Report], inside: bytearray) -> None:
    """End what somebody says where his next saying is joined to it: "said she was tired and called the vote off", "…, adding that …"."""
    by_speaker: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        if report.speaker is not None and report.content and not inside[report.position] and tagged.has_syntax:
            by_speaker[report.speaker].append(report)
    told = [report for same in by_speaker.values() for report in same]
    _part_contrasted(tagged, told)
    _part_answered(tagged, told)
    for same in by_speaker.values():
        for before, after in permutations(same, 2):
            if before.position < before.content[0][0] and _goes_on(tagged, before.position, after):
                before.content = _up_to(tagged, before.content, after.cue[0])


def _part_contrasted(tagged: TaggedText, reports: list[Report]) -> None:
    """End what somebody says where a "while" leads to what somebody else says: "half said it rose, while others said it fell"."""
    for after in reports:
        verb = after.position
        leads = tagged.deps[verb] == ADVERBIAL_CLAUSE and any(tagged.lowers[child] in _WHILE for child in tagged.children[verb])
        if not leads or not after.is_utterance:
            continue
        cut = subtree(tagged, verb)[0]
        for before in reports:
            if before.position < before.content[0][0] < cut and before.speaker != after.speaker:
                before.content = _up_to(tagged, before.content, cut)


def _part_answered(tagged: TaggedText, reports: list[Report]) -> None:
    """End what somebody says where a comma and a conjunction lead to what somebody else said: "noted that it was old, and experts warned
    that …"."""
    for after in reports:
        verb = after.position
        subject = after.speaker
        if not after.is_utterance or tagged.deps[verb] != CONJUNCT or tagged.tags[verb] != PAST_FORM or subject is None:
            continue
        link = next((at for at in range(subtree(tagged, verb)[0] - 1, 0, -1) if tagged.deps[at] != ADVERB), 0)
        if subject > verb or tagged.heads[subject] != verb or tagged.deps[link] != CONJUNCTION or tagged.words[link - 1] != ",":
            continue
        for before in reports:
            if before.position < before.content[0][0] < link and before.speaker != subject and not _tells(tagged, before, verb):
                before.content = _up_to(tagged, before.content, link)


def _tells(tagged: TaggedText, report: Report, verb: int) -> bool:
    """Whether a "that" shows that a joined verb, too, is told: "said that it fell, and that Lee had called it back"."""
    return any(tagged.lowers[at] in _THAT for at in tagged.children[verb]) or report.position > verb


def _goes_on(tagged: TaggedText, saying: int, report: Report) -> bool:
    """Whether somebody's words, not thoughts, are told by a verb joined to the one before, or by a participle behind a comma."""
    verb = report.position
    if report.cue_class == "thinking":
        return False
    if tagged.deps[verb] == CONJUNCT and tagged.tags[verb] in FINITE_TAGS:
        return True
    head = tagged.heads[verb]  # not one of "said he had a letter from Berg, asking for help"
    return tagged.tags[verb] == ING_FORM and tagged.words[report.cue[0] - 1] in _SIGNS and saying in (head, tagged.heads[head])


def _up_to(tagged: TaggedText, content: list[Range], cue: int) -> list[Range]:
    """Content up to a cue that stands in it, without what joins the two."""
    if not any(first < cue < last for first, last in content):
        return content
    end = cue
    while tagged.deps[end - 1] in _LINKS or tagged.words[end - 1] in _SIGNS:
        end -= 1
    return [(first, min(last, end)) for first, last in content if first < end] or content
