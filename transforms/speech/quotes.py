"""Who says what: quotations in direct, mixed and indirect speech, each with its cue and its speaker.

Syntax gives the reports (`transforms.speech.reports`), quote marks give exact words (`transforms.speech.quote_marks`); what stands
in marks without a cue of its own continues the last speaker. Without syntax only quoted words are attributed, by the nearest cue and name.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from transforms.annotations import Mention, Quote, TaggedText
from transforms.articles.datelines import find_dateline
from transforms.language import word_class
from transforms.language.en.grammar import RELATIVE, noun_phrase
from transforms.language.en.labels import (
    ADJECTIVE,
    APPOSITION,
    CONJUNCT,
    CONJUNCTION,
    DETERMINER_TAG,
    FIGURE,
    FINITE_TAGS,
    PLURAL_NAME,
    PLURAL_NOUN,
    PLURAL_TAGS,
    POSSESSIVE_ENDING,
    POSSESSIVE_PRONOUN,
    PREPOSITION_TAG,
    PRO_FORMS,
    RELATIVE_CLAUSE,
    SINGULAR_NAME,
    SINGULAR_NOUN,
    SUBJECTS,
)
from transforms.speech.asides import without_aside
from transforms.speech.cues import Cues
from transforms.speech.heading_quotes import quoted_in_headings
from transforms.speech.joined import part_joined
from transforms.speech.layouts import read_layout
from transforms.speech.quote_marks import Quoted, pair_marks
from transforms.speech.report import Range, Report
from transforms.speech.reports import find_reports
from transforms.speech.spoken import SpokenSpans
from transforms.speech.unsaid import is_hardly_quoted

_TRIMMED = frozenset(".,;:—–-―!?()[]…")
_MARKS = frozenset("\"“”„‟«»‘’‹›'`")
#: A quoted span with at least this share inside a report's content belongs to it wholly.
_SNAP = 0.5
_WORDS = 3
#: Words in marks of which a sentence of its own is made.
_SENTENCE = 5
#: Signs by which words in marks go on with what stands before them.
_JOINING = frozenset({",", ";", "-", "–", "—"})
_TO_SAY = word_class("syntax.that")
#: Rules by which an infinitive of a cue is its content, and by which its object is.
_OF_INFINITIVES = frozenset({"verb.infinitive", "adjective", "noun"})
_OF_OBJECTS = frozenset({"verb.object", "passive", "noun"})
#: Rules by which a report inside the words of somebody else is only talked of.
_MENTIONED = frozenset({"verb.infinitive", "verb.object", "verb.preposition"})
#: Content of these words alone tells nothing: "it", "for it".
_EMPTY = frozenset({*PRO_FORMS, PREPOSITION_TAG})
_NAMING = frozenset(
    {
        SINGULAR_NAME,
        PLURAL_NAME,
        DETERMINER_TAG,
        SINGULAR_NOUN,
        PLURAL_NOUN,
        ADJECTIVE,
        FIGURE,
        POSSESSIVE_ENDING,
        PREPOSITION_TAG,
        POSSESSIVE_PRONOUN,
    }
)
#: Bodies that decide by votes and rulings, and what then is no word of theirs.
_DECIDERS = frozenset({"legislature", "judiciary"})
_DECISIONS = word_class("speech.decisions")
_TO = word_class("syntax.to")
#: Verbs whose infinitive is done or left undone, not said.
_DEEDS = word_class("speech.deeds")
#: Verbs whose infinitive is what somebody wishes or plans, as he lets others know.
_WISHES = word_class("speech.wishes")
#: How far behind a name its relative pronoun may stand.
_APPOSITION = 12


def attribute_quotes(tagged: TaggedText, mentions: Sequence[Mention], cues: Cues) -> list[Quote]:
    """Quotations in text order."""
    quoted = pair_marks(tagged)
    inside = _inside(tagged, quoted)
    reports = read_layout(tagged, mentions, inside)
    if tagged.has_syntax:
        reports += find_reports(tagged, cues, inside)
    taken = _snap(tagged, reports, quoted)
    SpokenSpans(tagged, mentions, reports, cues, inside).attribute(quoted, taken)
    part_joined(tagged, reports, inside)
    reports = _outermost(tagged, reports, inside)
    speakers = _SpeakerMentions(mentions)
    quotes = [quote for report in reports if (quote := _as_quote(tagged, report, inside, speakers)) is not None]
    quotes += quoted_in_headings(tagged, quotes)
    quotes.sort(key=lambda quote: (quote.content[0], quote.content[-1][1]))
    return quotes


def _inside(tagged: TaggedText, quoted: list[Quoted]) -> bytearray:
    """1 at every token in quote marks."""
    inside = bytearray(len(tagged.words) + 1)
    for span in quoted:
        inside[span.first : span.last] = b"\x01" * (span.last - span.first)
    return inside


def _outermost(tagged: TaggedText, reports: list[Report], inside: bytearray) -> list[Report]:
    """Without reports inside the words of others, for those are part of what is said; "X said Y told Z" keeps both. Of a sentence in which
    somebody's own words stand, "according to" tells the medium and not the speaker."""
    outer: list[Report] = []
    covered = bytearray(inside)
    cued_at: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        cued_at[report.position].append(report)
    for report in sorted(reports, key=lambda report: -sum(last - first for first, last in report.content)):
        level = covered[report.position] if report.rule != "floating" else 0
        if level == 1 and inside[report.position] or level == 2 and not _is_told_within(tagged, report, inside):
            continue
        within = (other for first, last in report.content for at in range(first, last) for other in cued_at.get(at, ()))
        if report.rule == "according_to" and any(other is not report and _quotes(other, inside) for other in within):
            continue
        outer.append(report)
        for first, last in report.content:
            for position in range(first, last):
                if not covered[position]:
                    covered[position] = 2
    return outer


def _is_told_within(tagged: TaggedText, report: Report, inside: bytearray) -> bool:
    """Whether a report inside the words of somebody else is one of its own: it has a clause or words in marks, and is no talk of asking or
    calling for something, which those words only mention: "said he had asked Lee to leave"."""
    is_whole = report.rule not in _MENTIONED or _quotes(report, inside)
    return report.is_utterance and is_whole or _is_aside(tagged, report, inside)


def _is_aside(tagged: TaggedText, report: Report, inside: bytearray) -> bool:
    """Whether a thought follows the words of others, in a relative clause with words in marks of its own: "“…”, a claim the
    presidency rejects as “fantasy”"."""
    is_relative = tagged.has_syntax and tagged.deps[report.position] == RELATIVE_CLAUSE and inside[tagged.heads[report.position]] == 0
    return (
        is_relative and _quotes(report, inside) and 1 in inside[tagged.sentences[tagged.sentence_of[report.position]][0] : report.position]
    )


def _quotes(report: Report, inside: bytearray) -> bool:
    """Whether a report that stands in no quote marks itself has words in them."""
    if report.speaker is None or inside[report.position]:
        return False
    return any(inside[at] for first, last in report.content for at in range(first, last))


def _snap(tagged: TaggedText, reports: list[Report], quoted: list[Quoted]) -> dict[int, Report]:
    """Widen each content to the quoted spans it mostly covers; which report took which span, by the span's number."""
    taken: dict[int, Report] = {}
    for report in reports:
        if not report.content:
            continue
        low, high = report.content[0][0], report.content[-1][1]
        for number in range(bisect_left(quoted, low, key=lambda span: span.last), len(quoted)):
            span = quoted[number]
            if span.first >= high:
                break
            if span.first <= report.position < span.last or not _belongs(tagged, report, span):
                continue
            report.content = _union([*report.content, (span.first, span.last)])
            best = taken.get(number)
            if best is None or abs(report.position - span.first) < abs(best.position - span.first):
                taken[number] = report
    return taken


def _belongs(tagged: TaggedText, report: Report, span: Quoted) -> bool:
    """Whether a quoted span is the report's: mostly covered by its content, or begun in it and merely cut off too early."""
    words = [position for position in range(span.first, span.last) if tagged.words[position][0].isalnum()]
    size = len(words)
    covered = sum(first <= position < last for position in words for first, last in report.content)
    return (
        covered > 0
        and covered >= _SNAP * size
        or (size > _WORDS and any(first <= span.first + 1 and last > span.first + 2 for first, last in report.content))
    )


def _union(ranges: list[Range]) -> list[Range]:
    merged: list[Range] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


class _SpeakerMentions:
    """The mention at the head of a phrase."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.by_head: dict[int, Mention] = {}
        self.covering: dict[int, Mention] = {}
        for mention in mentions:
            if mention.layer == "adjectival":
                continue
            known = self.by_head.get(mention.head)
            if known is None or mention.last - mention.first > known.last - known.first:
                self.by_head[mention.head] = mention
            for position in range(mention.first, mention.last):
                self.covering.setdefault(position, mention)

    def at(self, head: int) -> Mention | None:
        return self.by_head.get(head) or self.covering.get(head)

    def at_end(self, last: int, is_office: bool) -> Mention | None:
        """The person named at the end of an office, or of a title that ends in a name of its own: "Director of National Intelligence James
        Clapper"."""
        person = self.covering.get(last - 1)
        if person is None or person.layer != "name" or person.kind != "person" or person.last != last:
            return None
        title = self.covering.get(person.first - 1)
        return person if is_office or title is not None and title.kind != "person" and title.last == person.first else None


def _as_quote(tagged: TaggedText, report: Report, inside: bytearray, speakers: _SpeakerMentions) -> Quote | None:
    said = without_aside(tagged, report.rule, _behind_run_in(tagged, report, _union(report.content), inside), inside)
    content = [part for first, last in said if (part := _trim(tagged, first, last)) is not None]
    if not content:
        return None
    starts, ends = tagged.starts, tagged.ends
    kind = _kind(tagged, content, inside)
    if report.speaker is None and kind != "direct" and not _is_asked(report):
        return None
    if (kind == "indirect" or is_hardly_quoted(tagged, content, inside)) and _is_intent(tagged, report, content):
        return None
    if kind == "indirect" and all(tagged.tags[position] in _EMPTY for first, last in content for position in range(first, last)):
        return None  # "agreed with him", "said it"
    if kind == "indirect" and report.rule in _OF_OBJECTS and _is_act(tagged, report, content, speakers):
        return None
    spans = [(starts[first], ends[last - 1]) for first, last in content]
    speaker = _speaker_mention(tagged, report, speakers)
    if kind == "indirect" and report.rule == "noun" and speaker is None:
        return None  # "the loss raised questions about him": nobody asks them
    cue = (starts[report.cue[0]], ends[report.cue[1] - 1])
    is_cued = report.cue[1] > report.cue[0] and report.rule != "floating"
    return Quote(
        kind, spans, cue if is_cued else None, report.cue_class if is_cued else None,
        speaker, _speaker_span(tagged, report, speaker), report.rule, report.confidence, tagged.sentence_of[content[0][0]],
    )  # fmt: skip


def _behind_run_in(tagged: TaggedText, report: Report, content: list[Range], inside: bytearray) -> list[Range]:
    """What is said without a heading, byline or link that the page runs into it: "Town sells its mills Read more “We had to,” she said"."""
    if not content or len(content) > 1 or content[0][1] > report.position:
        return content
    first, last = content[0]
    opening = next((at for at in range(first, last) if inside[at]), last)
    words = [at for at in range(opening, last) if tagged.words[at][0].isalnum()]
    if first == opening or len(words) < _SENTENCE or not all(inside[at] for at in words):
        return content
    is_joined = tagged.words[opening - 1] in _JOINING or tagged.lowers[opening - 1] in _TO_SAY
    return content if is_joined or not tagged.words[words[0]][0].isupper() else [(opening, last)]


def _speaker_mention(tagged: TaggedText, report: Report, speakers: _SpeakerMentions) -> Mention | None:
    if report.speaker is None:
        return None
    found = speakers.at(report.speaker)
    if (found is None or found.layer == "nominal") and tagged.has_syntax and report.rule != "layout.colon":
        named = _named_beside(tagged, report.speaker, speakers)
        if named is not None or found is None:
            return named
        return speakers.at_end(noun_phrase(tagged, report.speaker)[1], found.rule.startswith("office.")) or found
    return found


def _named_beside(tagged: TaggedText, head: int, speakers: _SpeakerMentions) -> Mention | None:
    """The person whose name stands beside a description: "one pastor in Marion, Paul Berg, said"."""
    if tagged.tags[head] in PLURAL_TAGS or any(tagged.deps[child] == CONJUNCT for child in tagged.children[head]):
        return None
    beside = (speakers.at(child) for child in tagged.children[head] if tagged.deps[child] == APPOSITION)
    return next((mention for mention in beside if mention is not None and mention.layer == "name" and mention.kind == "person"), None)


def _is_asked(report: Report) -> bool:
    """Whether nobody need be named: "was asked whether it would answer"."""
    return report.rule == "passive" and report.is_utterance


def _is_intent(tagged: TaggedText, report: Report, content: list[Range]) -> bool:
    """Whether a cue with an infinitive tells what somebody means to do or does not do, and no words: "decided to target", "eager to
    please", "refused to leave". What somebody hopes or plans to do is told as a thought."""
    if report.rule not in _OF_INFINITIVES or not any(tagged.lowers[first] in _TO for first, _ in content):
        return False
    is_wish = report.rule == "verb.infinitive" and tagged.lowers[report.position] in _WISHES
    return report.cue_class == "thinking" and not is_wish or tagged.lowers[report.position] in _DEEDS


def _is_act(tagged: TaggedText, report: Report, content: list[Range], speakers: _SpeakerMentions) -> bool:
    """Whether a cue with an object tells what somebody does to somebody or something, and no words: "blamed Iran", "thanked them",
    "parliament rejected the budget"."""
    first, last = content[0][0], content[-1][1]
    if all(tagged.tags[position] in _NAMING for position in range(first, last)):
        object_mention = speakers.at(last - 1)
        if object_mention is not None and object_mention.first <= first + 1 and object_mention.last >= last:
            return True
    decider = speakers.at(report.speaker) if report.speaker is not None else None
    decides = decider is not None and decider.kind != "person" and (decider.kind in _DECIDERS or decider.sector in ("LEG", "JUD"))
    return decides and tagged.lowers[report.position] in _DECISIONS


def _behind_dateline(tagged: TaggedText, first: int) -> int:
    """The first word said, where a content begins with its paragraph: "RIYADH (Reuters) - Two drones hit …, television reported"."""
    paragraph = tagged.paragraphs[tagged.paragraph_of[tagged.sentence_of[first]]]
    dateline = find_dateline(tagged.text, paragraph) if tagged.starts[first] == paragraph.start else None
    return first if dateline is None else max(first, bisect_left(tagged.starts, dateline.end))


def _trim(tagged: TaggedText, first: int, last: int) -> Range | None:
    words = tagged.words
    first = _behind_dateline(tagged, first)
    while first < last and words[first][0] in _TRIMMED and words[first] not in _MARKS:
        first += 1
    while last > first and (words[last - 1][0] in _TRIMMED and words[last - 1] not in _MARKS or tagged.deps[last - 1] == CONJUNCTION):
        if words[last - 1] == ")" and "(" in words[first:last]:
            break
        last -= 1
    if first >= last or not any(word[0].isalpha() for word in words[first:last]):
        return None  # marks alone, or the count behind a name: "Sanders: 1,547"
    return first, last


def _kind(tagged: TaggedText, content: list[Range], inside: bytearray) -> str:
    words = [position for first, last in content for position in range(first, last) if tagged.words[position][0].isalnum()]
    quoted = sum(inside[position] for position in words)
    return "indirect" if not quoted else "direct" if quoted == len(words) else "mixed"


def _speaker_span(tagged: TaggedText, report: Report, speaker: Mention | None) -> tuple[int, int] | None:
    if report.speaker is None:
        return None
    first, last = noun_phrase(tagged, report.speaker) if tagged.has_syntax else (report.speaker, report.speaker + 1)
    if speaker is not None:
        first, last = min(first, speaker.first), max(last, speaker.last)
    for position in range(last, min(report.position, last + _APPOSITION)):
        if tagged.tags[position] in FINITE_TAGS:
            break
        if tagged.lowers[position] in RELATIVE and tagged.deps[position] in SUBJECTS:
            last = position + 1  # of "Crow, a developer, who supported" the phrase reaches to the "who"
            break
    if last - first > 1 and tagged.words[last - 1] in ("'s", "’s"):
        last -= 1
    return tagged.starts[first], tagged.ends[last - 1]
