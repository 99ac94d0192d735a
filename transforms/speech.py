"""Quoted words that no report of the syntax took: by the cue beside them, by the speaker before them, by the layout of an interview."""

from collections.abc import Sequence

from transforms.annotations import Mention, TaggedText
from transforms.cues import Cues
from transforms.quote_marks import Quoted
from transforms.reports import Report
from transforms.syntax import subject_of

_NEAR = 14
#: Shorter spans without a cue are names of things or words held at arm's length.
_SPEECH_WORDS = 5


def attribute_spans(
    tagged: TaggedText, mentions: Sequence[Mention], quoted: list[Quoted], taken: dict[int, Report], reports: list[Report], cues: Cues, inside: bytearray
) -> None:
    """Give every quoted span that is speech to a report: an existing one is widened, or a new one is added to `reports`."""
    by_position = {report.position: report for report in reports}
    last_report: Report | None = None
    last_span: Quoted | None = None
    for number, span in enumerate(quoted):
        report = taken.get(number)
        if report is None:
            report = _beside(tagged, mentions, span, by_position, inside, cues, reports)
        if report is None and last_report is not None and last_span is not None and _is_speech(tagged, span):
            report = _continued(tagged, span, last_span, last_report, reports)
        if report is not None:
            last_report, last_span = report, span


def _beside(
    tagged: TaggedText, mentions: Sequence[Mention], span: Quoted, by_position: dict[int, Report], inside: bytearray, cues: Cues, reports: list[Report]
) -> Report | None:
    verb = _cue_after(tagged, span, inside, cues)
    if verb is None:
        verb = _cue_before(tagged, span, inside, cues)
    if verb is None:
        return None
    report = by_position.get(verb)
    if report is not None:
        if not report.content or _is_speech(tagged, span):
            report.content.append((span.first, span.last))
            return report
        return None
    speaker = _speaker_of(tagged, mentions, verb, span, inside)
    cue = cues.verbs[tagged.lowers[verb]][-1]
    report = Report((verb, verb + 1), cue.cue_class, verb, [(span.first, span.last)], speaker, "beside", 0.7)
    reports.append(report)
    by_position[verb] = report
    return report


def _can_quote(tagged: TaggedText, position: int, cues: Cues) -> bool:
    entries = cues.verbs.get(tagged.lowers[position])
    return entries is not None and tagged.tags[position][:1] in ("V", "") and any("quote" in cue.frames for cue in entries)


def _cue_after(tagged: TaggedText, span: Quoted, inside: bytearray, cues: Cues) -> int | None:
    """A cue right after the closing mark: “…,” X said. The way leads over one name or phrase at most."""
    if span.is_open:
        return None
    high = min(span.last + _NEAR, len(tagged.words))
    paragraph = tagged.paragraphs[span.paragraph].end
    words = tagged.words
    for position in range(span.last, high):
        if inside[position] or tagged.starts[position] >= paragraph or words[position] in (".", ";", "?", "!"):
            return None
        if _can_quote(tagged, position, cues):
            return position
    return None


def _cue_before(tagged: TaggedText, span: Quoted, inside: bytearray, cues: Cues) -> int | None:
    """A cue before the opening mark: X said: “…”, X said on Monday, “…”."""
    low = max(span.first - _NEAR, 0)
    start = tagged.paragraphs[span.paragraph].start
    words = tagged.words
    if span.first and tagged.starts[span.first - 1] < start:  # the quotation opens its paragraph: only a colon leads over the gap
        if words[span.first - 1] != ":":
            return None
        start = 0
    for position in range(span.first - 1, low - 1, -1):
        if inside[position] or tagged.starts[position] < start or words[position] in (".", ";", "?", "!"):
            return None
        if _can_quote(tagged, position, cues):
            return position
    return None


def _speaker_of(tagged: TaggedText, mentions: Sequence[Mention], verb: int, span: Quoted, inside: bytearray) -> int | None:
    """Head of the speaker's phrase: the subject, else the nearest name or pronoun on the cue's clause side."""
    if tagged.has_syntax:
        subject = subject_of(tagged, verb)
        if subject is not None and not inside[subject]:
            return subject
    best: tuple[int, int] | None = None
    for mention in mentions:
        if mention.layer == "adjectival" or inside[mention.head] or abs(mention.head - verb) > _NEAR:
            continue
        distance = verb - mention.last + 1 if mention.last <= verb else mention.first - verb + 1
        if best is None or distance < best[0]:
            best = (distance, mention.head)
    return best[1] if best is not None else None


def _is_speech(tagged: TaggedText, span: Quoted) -> bool:
    words = [word for word in tagged.words[span.first : span.last] if word[0].isalnum()]
    return len(words) >= _SPEECH_WORDS or (len(words) >= 2 and tagged.words[span.last - 2][-1] in ".,!?")


def _continued(tagged: TaggedText, span: Quoted, before: Quoted, report: Report, reports: list[Report]) -> Report | None:
    """Words without a cue go on with the last speaker in the same paragraph, or when they open the next one."""
    if span.paragraph == before.paragraph:
        report.content.append((span.first, span.last))
        return report
    gap = span.paragraph - before.paragraph
    opens = tagged.starts[span.first] == tagged.paragraphs[span.paragraph].start
    if gap == 1 and opens:
        if before.is_open:
            report.content.append((span.first, span.last))
            return report
        floating = Report((span.first, span.first), report.cue_class, span.first, [(span.first, span.last)], report.speaker, "floating", 0.55)
        reports.append(floating)
        return floating
    return None
