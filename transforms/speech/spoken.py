"""Quoted words that no report of the syntax took: by the cue beside them, by the speaker before them, by the layout of an interview."""

from collections.abc import Mapping, Sequence

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import RELATIVE, subject_of
from transforms.language.en.labels import FINITE_TAGS, PRONOUN_TAGS, VERB_TAGS
from transforms.spans import places_between
from transforms.speech.cues import Cues
from transforms.speech.quote_marks import Quoted
from transforms.speech.report import Report
from transforms.speech.verb_reports import is_asserted, names_a_thing

_NEAR = 14
_NAMING_REACH = 30
#: Without syntax a speaker stands at most so far from the cue.
_BESIDE = 3
_PRONOUNS = word_class("speech.pronouns")
_THESE = word_class("speech.these")
_WORDS_OF = word_class("speech.words_of")
_DASHES = frozenset({"—", "–", "-", "--", "―"})
_STOPS = frozenset({".", ";", "?", "!"})
#: Shorter spans without a cue are names of things or words held at arm's length.
_SPEECH_WORDS = 5
#: Most tokens, marks included, of a subheading in quote marks.
_SUBHEADING = 10
#: What leads to speech and not to a title, and the longest words that titles leave small.
_LEADING = frozenset({":", ",", "—", "–"})
_SHORT = 3
#: Verbs, and whatever no tagger has seen.
_VERBS = frozenset({*VERB_TAGS, ""})


class SpokenSpans:
    """Gives quoted spans to reports: an existing one is widened, or a new one is added to `reports`."""

    def __init__(self, tagged: TaggedText, mentions: Sequence[Mention], reports: list[Report], cues: Cues, inside: bytearray) -> None:
        self.tagged = tagged
        self.mentions = mentions
        self.reports = reports
        self.cues = cues
        self.inside = inside
        self.by_position = {report.position: report for report in reports}
        self.last_speaker: int | None = None

    def attribute(self, quoted: Sequence[Quoted], taken: Mapping[int, Report]) -> None:
        """Attribute the spans that are speech; `taken` are reports of spans by number that syntax already gave them."""
        last_report: Report | None = None
        last_span: Quoted | None = None
        waiting: list[Quoted] = []
        for number, span in enumerate(quoted):
            report = taken.get(number) or self._ending_in(span) or self._beside(span)
            if report is None and last_report is not None and last_span is not None and _is_speech(self.tagged, span):
                between = self._said_between(last_span, span)
                is_other = between is not None and between.speaker != last_report.speaker  # not in “…,” X said, adding that … “…”
                report = self._float(span, between) if between and is_other else self._continued(span, last_span, last_report)
            waiting = waiting if waiting and self._reopens(span, waiting[-1]) else []
            if report is None:
                waiting = [*waiting, span] if span.is_open else []
                continue
            if report.speaker is None and report.position == span.last:  # “…,” scoffed X: the parser took X for an object
                report.speaker = _nearest_speaker(self.tagged, self.mentions, report.position, self.inside, self.last_speaker)
            report.content += [(each.first, each.last) for each in waiting]
            waiting, last_report, last_span = [], report, span
            self.last_speaker = report.speaker

    def _ending_in(self, span: Quoted) -> Report | None:
        """The report right behind a span whose last sentence the parser took for all that is said: “Look at him. Look at me,” X urged."""
        behind = (self.by_position.get(position) for position in range(span.last, span.last + _BESIDE))
        report = next((report for report in behind if report is not None), None)
        if report is None or not report.content or not span.first < report.content[0][0] < span.last:
            return None
        report.content.append((span.first, span.last))
        return report

    def _said_between(self, before: Quoted, span: Quoted) -> Report | None:
        """Who spoke last without marks between two quotations of one paragraph: “…,” said X. Y added that … “…”."""
        if before.paragraph != span.paragraph:
            return None
        between = (self.by_position[at] for at in range(span.first - 1, before.last - 1, -1) if at in self.by_position)
        spoken = (report for report in between if report.is_utterance and report.content and not self.inside[report.position])
        return next((report for report in spoken if self._has_speaker(report, before.last)), None)

    def _has_speaker(self, report: Report, first: int) -> bool:
        """Whether somebody behind a token is named for a report, and not referred to from before as by "who" or in ", adding that …"."""
        speaker = report.speaker
        is_named = speaker is not None and first <= speaker < report.position and self.tagged.lowers[report.position - 1] not in RELATIVE
        return is_named and report.content[0][0] >= first

    def _reopens(self, span: Quoted, before: Quoted) -> bool:
        """Whether a span goes on with one that was left open at the end of the paragraph before: “… ¶ “…” said X."""
        return before.is_open and span.paragraph - before.paragraph == 1 and self._opens_paragraph(span)

    def _opens_paragraph(self, span: Quoted) -> bool:
        return self.tagged.starts[span.first] == self.tagged.paragraphs[span.paragraph].start

    def _beside(self, span: Quoted) -> Report | None:
        """By a cue right after or before the marks."""
        tagged = self.tagged
        verb = _cue_after(tagged, span, self.inside, self.cues)
        if verb is None:
            verb = _cue_before(tagged, span, self.inside, self.cues)
        if verb is not None and verb > span.first and _is_title(tagged, span):
            return None  # On “New Day,” Carson did not explain …
        if verb is None:
            return self._named_so(span) or self._after_colon(span) or self._signed(span)
        report = self.by_position.get(verb)
        if report is None and verb < span.first and tagged.has_syntax and not is_asserted(tagged, verb):
            return None  # "failed to maintain “proper oversight”"
        if report is not None:
            if report.content and not _is_speech(tagged, span):
                return None
            report.content.append((span.first, span.last))
            return report
        speaker = subject_of(tagged, verb) if tagged.has_syntax else None
        if speaker is None or self.inside[speaker]:
            speaker = _nearest_speaker(tagged, self.mentions, verb, self.inside, self.last_speaker)
        entries = self.cues.verbs.get(tagged.lowers[verb])
        report = Report(
            (verb, verb + 1), entries[-1].cue_class if entries else "neutral", verb, [(span.first, span.last)], speaker, "beside", 0.7
        )
        self.reports.append(report)
        self.by_position[verb] = report
        return report

    def _named_so(self, span: Quoted) -> Report | None:
        """Of "called Y, which …, “Z”" the Z belongs to the cue, however far the parser put it."""
        tagged = self.tagged
        low, _ = tagged.sentences[tagged.sentence_of[span.first]]
        for position in range(span.first - 1, max(low, span.first - _NAMING_REACH) - 1, -1):
            if self.inside[position] or tagged.words[position] in _STOPS:
                return None
            entries = self.cues.verbs.get(tagged.lowers[position], ())
            if not any("naming" in cue.frames for cue in entries) or tagged.tags[position] not in VERB_TAGS:
                continue
            if not is_asserted(tagged, position) or any(names_a_thing(tagged, position, cue) for cue in entries):
                return None
            report = self.by_position.get(position)
            if report is None:
                speaker = subject_of(tagged, position)
                report = Report((position, position + 1), next(iter(entries)).cue_class, position, [], speaker, "verb.naming", 0.6, True)
                self.reports.append(report)
                self.by_position[position] = report
            report.content.append((span.first, span.last))
            return report
        return None

    def _after_colon(self, span: Quoted) -> Report | None:
        """Of "… surprised Mary Hill: “…”" the name before the colon speaks, though nothing says so; of "Mary Hill accused him of treason:
        “…”" whoever the clause tells of."""
        colon = span.first - 1
        if colon < 1 or self.tagged.words[colon] != ":" or not _is_speech(self.tagged, span):
            return None
        introduced = self._introduced(colon)
        if introduced is not None:
            introduced.content.append((span.first, span.last))
            return introduced
        named = next((m.head for m in self.mentions if m.last == colon and m.layer == "name" and m.ner == "PERSON"), None)
        speaker = self._accuser(colon)
        if speaker is None:
            speaker = named
        return None if speaker is None else self._add(span, colon, speaker)

    def _introduced(self, colon: int) -> Report | None:
        """The report whose words a colon ends and marks go on with: "warned of a hard year: “…”"."""
        ends = (colon, colon + 1, colon + 2)
        before = (self.by_position[at] for at in range(colon - 1, max(colon - _NAMING_REACH, 0) - 1, -1) if at in self.by_position)
        return next((report for report in before if report.speaker is not None and report.content and report.content[-1][1] in ends), None)

    def _accuser(self, colon: int) -> int | None:
        """The subject of the first clause with a reporting verb before a colon."""
        if not self.tagged.has_syntax:
            return None
        low, _ = self.tagged.sentences[self.tagged.sentence_of[colon]]
        named = {mention.head: mention for mention in self.mentions if mention.layer != "adjectival"}
        for verb in range(low, colon):
            if self.inside[verb] or self.tagged.tags[verb] not in VERB_TAGS or not _is_cue(self.tagged, verb, self.cues):
                continue
            subject = subject_of(self.tagged, verb)
            if subject in named:
                return subject
            if subject is None and self.tagged.tags[verb] in FINITE_TAGS:  # the parser lost it behind what was put in between
                return next((head for head in reversed(named) if low <= head < verb and named[head].ner == "PERSON"), None)
        return None

    def _signed(self, span: Quoted) -> Report | None:
        """“…” — Kofi Annan; “…” These were the words of Kofi Annan."""
        if span.is_open or not _is_speech(self.tagged, span):
            return None
        lowers, at = self.tagged.lowers, span.last
        is_told = lowers[at : at + 1] and lowers[at] in _THESE and not _WORDS_OF.isdisjoint(lowers[at + 1 : at + 5])
        is_dashed = self.tagged.words[at : at + 1] and self.tagged.words[at] in _DASHES
        reach = at + 6 if is_told else at + 1
        start, end = places_between(self.mentions, at, reach + 1)
        named = [m for m in self.mentions[start:end] if m.layer == "name" and m.first > at]
        if not named or not (is_told or is_dashed and self._ends_line(named[0])):
            return None
        return self._add(span, at, named[0].head)

    def _ends_line(self, mention: Mention) -> bool:
        """Whether nothing but an office or a place follows a name in its paragraph: "— Kofi Annan, 1998"."""
        end = self.tagged.paragraphs[self.tagged.paragraph_of[self.tagged.sentence_of[mention.first]]].end
        rest = self.tagged.text[mention.end : end]
        return not rest.strip(" .") or rest.startswith((",", "\n"))

    def _add(self, span: Quoted, cue: int, speaker: int) -> Report:
        """A report by the layout of the page."""
        report = Report((cue, cue + 1), "neutral", cue, [(span.first, span.last)], speaker, "layout.colon", 0.6)
        self.reports.append(report)
        return report

    def _continued(self, span: Quoted, before: Quoted, report: Report) -> Report | None:
        """Words without a cue go on with the last speaker in the same paragraph, or when they open the next one."""
        if not (report.is_utterance or _is_speech(self.tagged, before) or self._shares_sentence(span, before)):
            return None  # nobody goes on with the name of a thing
        if span.paragraph == before.paragraph:
            if self._is_told_of_others(span, before, report):
                return None
            report.content.append((span.first, span.last))
            return report
        if span.paragraph - before.paragraph != 1 or not self._opens_paragraph(span):
            return None
        if before.is_open:
            report.content.append((span.first, span.last))
            return report
        return None if self._is_subheading(span) else self._float(span, report)

    def _is_subheading(self, span: Quoted) -> bool:
        """Whether a few words in marks are a paragraph of their own, as pages print what is to come: ‘A hard choice’."""
        paragraph = self.tagged.paragraphs[span.paragraph]
        is_whole = self.tagged.starts[span.first] == paragraph.start and self.tagged.text[span.end : paragraph.end].strip(" .") == ""
        return is_whole and span.last - span.first <= _SUBHEADING

    def _is_told_of_others(self, span: Quoted, before: Quoted, report: Report) -> bool:
        """Whether a later sentence says of others what stands in marks: "X said “…”. In Iran crowds still chant “…”"."""
        tagged = self.tagged
        if not tagged.has_syntax or self._shares_sentence(span, before):
            return False
        first = tagged.sentences[tagged.sentence_of[span.first]][0]
        verb = _governor(tagged, span)
        if verb is None or not first <= verb < span.first or self.inside[verb] or tagged.tags[verb] not in VERB_TAGS:
            return False
        subject = subject_of(tagged, verb)
        return subject is not None and subject != report.speaker and tagged.tags[subject] not in PRONOUN_TAGS and not self.inside[subject]

    def _shares_sentence(self, span: Quoted, before: Quoted) -> bool:
        return self.tagged.sentence_of[span.first] == self.tagged.sentence_of[before.last - 1]

    def _float(self, span: Quoted, report: Report) -> Report:
        """Words without a cue of their own, by the speaker of another report."""
        content = [(span.first, span.last)]
        floating = Report((span.first, span.first), report.cue_class, span.first, content, report.speaker, "floating", 0.55)
        self.reports.append(floating)
        return floating


def _can_quote(tagged: TaggedText, position: int, cues: Cues) -> bool:
    entries = cues.verbs.get(tagged.lowers[position])
    if entries is None or tagged.tags[position] not in _VERBS:
        return False
    following = tagged.lowers[position + 1 : position + 2]
    return any("quote" in cue.frames and (not cue.particle or following == [cue.particle]) for cue in entries)


def _cue_after(tagged: TaggedText, span: Quoted, inside: bytearray, cues: Cues) -> int | None:
    """A cue right after the closing mark: “…,” X said. The way leads over one name or phrase at most, and over no full stop."""
    if span.is_open or tagged.text[span.start : span.end].rstrip("\"”'’»").endswith("."):
        return None
    end = tagged.paragraphs[span.paragraph].end
    for position in range(span.last, min(span.last + _NEAR, len(tagged.words))):
        if inside[position] or tagged.starts[position] >= end or tagged.words[position] in _STOPS:
            return None
        if _can_quote(tagged, position, cues) or (
            (position == span.last and _is_inverted(tagged, position, inside))
            or (position == span.last + 1 and _is_tagged(tagged, position))
        ):
            return position
    return None


def _is_tagged(tagged: TaggedText, verb: int) -> bool:
    """Whether a pronoun and any verb of the past end the sentence behind the marks: “They are afraid,” he surmised."""
    ends = tagged.words[verb + 1 : verb + 2] in ([","], ["."], [])
    is_closed = any(word[-1] in ",!?" for word in tagged.words[verb - 3 : verb - 1])
    return ends and is_closed and tagged.lowers[verb - 1] in _PRONOUNS and tagged.tags[verb] in FINITE_TAGS


def _is_inverted(tagged: TaggedText, verb: int, inside: bytearray) -> bool:
    """Whether a verb right behind the marks has its subject behind it, as verbs of saying alone do: “…!” thundered the bishop."""
    if tagged.tags[verb] not in FINITE_TAGS or tagged.words[verb - 2][-1] not in ",!?" and tagged.words[verb - 1][0] not in ",!?":
        return False
    subject = subject_of(tagged, verb)
    return subject is None or verb < subject and not inside[subject]


def _is_cue(tagged: TaggedText, position: int, cues: Cues) -> bool:
    return any(not cue.particle for cue in cues.verbs.get(tagged.lowers[position], ()))


def _cue_before(tagged: TaggedText, span: Quoted, inside: bytearray, cues: Cues) -> int | None:
    """A cue before the opening mark: X said: “…”, X said on Monday, “…”."""
    start = tagged.paragraphs[span.paragraph].start
    if span.first and tagged.starts[span.first - 1] < start:  # the quotation opens its paragraph: only a colon leads over the gap
        if tagged.words[span.first - 1] != ":":
            return None
        start = 0
    for position in range(span.first - 1, max(span.first - _NEAR, 0) - 1, -1):
        if inside[position] or tagged.starts[position] < start or tagged.words[position] in _STOPS:
            return None
        if _can_quote(tagged, position, cues):
            return position
    return None


def _nearest_speaker(tagged: TaggedText, mentions: Sequence[Mention], verb: int, inside: bytearray, last: int | None) -> int | None:
    """The pronoun or name beside the cue, else the nearest name before it. Without syntax a pronoun is the last speaker."""
    low, high = tagged.sentences[tagged.sentence_of[verb]]
    if verb > low and tagged.lowers[verb - 1] in _PRONOUNS and not inside[verb - 1]:
        return verb - 1 if tagged.has_syntax else last
    start, end = places_between(mentions, low, high)
    named = [m for m in mentions[start:end] if m.layer != "adjectival" and m.last <= high and not inside[m.head]]
    behind = next((m for m in named if verb < m.first <= verb + _BESIDE), None)
    before = [m for m in named if m.last <= verb]
    if before and (behind is None or verb - before[-1].last <= _BESIDE):
        return before[-1].head
    return behind.head if behind is not None else None


def _governor(tagged: TaggedText, span: Quoted) -> int | None:
    """The word outside the marks on which what stands in them hangs."""
    outer = (tagged.heads[position] for position in range(span.first, span.last))
    return next((head for head in outer if not span.first <= head < span.last), None)


def _is_speech(tagged: TaggedText, span: Quoted) -> bool:
    """Whether quoted words are speech, and not the name of a thing or a word held at arm's length."""
    words = sum(word[0].isalnum() for word in tagged.words[span.first : span.last])
    if _is_title(tagged, span):
        return False
    return words >= _SPEECH_WORDS or (words >= 2 and any(word[-1] in ".,!?" for word in tagged.words[span.last - 2 : span.last]))


def _is_title(tagged: TaggedText, span: Quoted) -> bool:
    """Whether the name of a work stands in marks: “Fox and Friends”, “Health Care Reform and American Politics”, behind a word of its own
    sentence and with a capital at each long word."""
    if not span.first or tagged.sentence_of[span.first] != tagged.sentence_of[span.first - 1] or tagged.words[span.first - 1] in _LEADING:
        return False
    words = [word for word in tagged.words[span.first : span.last] if word[0].isalpha()]
    long = [word for word in words if len(word) > _SHORT] or words
    return len(long) > 1 and all(word[0].isupper() for word in long)
