"""Speech by layout: a name, a colon and words, as in headlines ("Lavrov: Talks have failed"), interviews and transcripts."""

from collections import Counter
from collections.abc import Iterator, Sequence

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.labels import FINITE_TAGS, PREPOSITION_OBJECT
from transforms.speech.bounds import DASHES
from transforms.speech.report import Report

#: A name longer than this before a colon is a sentence.
_NAME_WORDS = 8
#: With a verb before the colon ("Lavrov said: …") it is a sentence, and its cue tells who speaks.
_FINITE = FINITE_TAGS
#: Longest label of a transcript ("MARY HILL, MAYOR OF PORTSMOUTH, NEW HAMPSHIRE:"), and how many turns make one.
_LABEL_WORDS = 20
_LEAST_TURNS = 2
#: Bodies that are named to speak; countries and parties head facts about them as often ("Syria: the facts").
_SPEAKING_BODIES = frozenset({"government", "ministry", "agency", "police", "judiciary", "legislature", "armed_force"})
_TO = word_class("syntax.to")
_OPENERS = frozenset("“\"‘'«„")


def read_layout(tagged: TaggedText, mentions: Sequence[Mention], inside: bytearray) -> list[Report]:
    """One report for each paragraph that begins with a speaker and a colon; its content is the rest of the paragraph.

    Persons speak so; other names ("Syria: the facts") only where what follows stands in quote marks."""
    transcript = _read_transcript(tagged, mentions, inside)
    if transcript:
        return transcript
    by_first = {mention.first: mention for mention in mentions if mention.layer == "name"}
    reports: list[Report] = []
    voices: set[str | None] = set()
    for first, last in _paragraphs(tagged):
        colon = next((p for p in range(first + 1, min(first + _NAME_WORDS, last - 1)) if tagged.words[p] == ":"), None)
        if colon is None or inside[colon]:
            continue
        named = [m for p in range(first, colon) if (m := by_first.get(p)) is not None and m.last <= colon]
        if not named:
            continue
        is_addressed = _is_addressed(tagged, named, colon)
        speaker = named[0] if is_addressed else next((m for m in named if m.ner == "PERSON"), named[0])
        is_quoted = tagged.words[colon + 1][0] in _OPENERS
        is_bare = is_addressed or speaker.last == colon
        has_verb = not tagged.has_syntax or any(tag in _FINITE for tag in tagged.tags[speaker.last : colon])
        is_person = speaker.ner == "PERSON" or speaker.kind == "person"
        is_told_of = tagged.has_syntax and tagged.deps[speaker.head] == PREPOSITION_OBJECT  # "The hack of Jeff Bezos: a timeline"
        if (is_quoted and (is_bare or is_person and not has_verb)) or (
            is_bare and (is_addressed or not is_told_of) and (is_addressed or speaker.ner == "PERSON" or speaker.kind in _SPEAKING_BODIES)
        ):
            end = _end_of_marks(tagged, inside, colon + 1, last) if is_quoted else last
            if not is_quoted and not inside[first]:
                end = _end_of_heading(tagged, colon + 1, last, speaker.actor_id in voices)
            voices.add(speaker.actor_id)
            reports.append(Report((colon, colon + 1), "neutral", colon, [(colon + 1, end)], speaker.head, "layout.colon", 0.7))
    return reports


def _end_of_heading(tagged: TaggedText, first: int, last: int, takes_turns: bool) -> int:
    """Where what is said ends in a paragraph that its speaker's name opens: with its first sentence, behind which the outlet goes on, but
    with the paragraph for whoever speaks again and again."""
    return last if takes_turns else min(tagged.sentences[tagged.sentence_of[first]][1], last)


def _is_addressed(tagged: TaggedText, named: Sequence[Mention], colon: int) -> bool:
    """Whether nothing but whom one speaks to stands before the colon: "Hill to Berg: stay away"."""
    speaker, addressee = named[0], named[-1]
    return tagged.lowers[speaker.last] in _TO and addressee.last == colon and addressee.first == speaker.last + 1


def _end_of_marks(tagged: TaggedText, inside: bytearray, first: int, last: int) -> int:
    """Where words in marks end with their sentence: what the outlet tells behind them is its own."""
    closed = next((position for position in range(first, last) if not inside[position]), last)
    return min(tagged.sentences[tagged.sentence_of[closed - 1]][1], last) if closed > first else last


def _read_transcript(tagged: TaggedText, mentions: Sequence[Mention], inside: bytearray) -> list[Report]:
    """One report for each paragraph of a transcript or interview that begins with its speaker in capitals ("MARY HILL, MAYOR: …",
    "HILL: …", "Q: …"); a text with only one such paragraph is none."""
    turns = ((first, _label_end(tagged, first, last), last) for first, last in _paragraphs(tagged))
    labelled = [(first, colon, last) for first, colon, last in turns if colon is not None]
    labels = Counter(" ".join(tagged.words[first:colon]) for first, colon, _ in labelled)
    heads: dict[str, int] = {}
    reports = []
    for first, colon, last in labelled:
        if inside[colon]:
            continue
        name_end = next((position for position in range(first, colon) if tagged.words[position] in ",("), colon)
        label = tagged.words[name_end - 1]
        takes_turns = len(label) == 1 or labels[label] >= (_LEAST_TURNS if name_end - first == 1 else 1)
        head = _speaking(tagged, mentions, first, name_end, heads, takes_turns)
        if head is not None:
            reports.append(
                Report(
                    (colon, colon + 1),
                    "neutral",
                    colon,
                    [(colon + 1, _end_of_turn(tagged, inside, colon + 1, last))],
                    head,
                    "layout.colon",
                    0.7,
                )
            )
    return reports if len(labelled) >= _LEAST_TURNS else []


def _end_of_turn(tagged: TaggedText, inside: bytearray, first: int, last: int) -> int:
    """Where a turn ends: with its paragraph, or with its marks where the outlet adds something behind a dash (“…” -- remarks on Monday)."""
    if not inside[first]:
        return last
    closed = next((position for position in range(first, last) if not inside[position]), last)
    return closed if closed < last and tagged.words[closed] in DASHES else last


def _speaking(
    tagged: TaggedText, mentions: Sequence[Mention], first: int, end: int, heads: dict[str, int], takes_turns: bool
) -> int | None:
    """The head of the speaker's name; a surname alone is who bore it before. None for the title of a section ("STOPPING CHINA:", "THE
    FACTS:"): speakers are persons, or what one word labels in several turns ("Q:", "MODERATOR:", "JOE HILL:" before "HILL:")."""
    surname = tagged.words[end - 1]
    named = (each for each in mentions if each.first >= first and each.last <= end)
    mention = next((each for each in named if each.kind == "person" or takes_turns), None)
    if mention is None:
        return heads.get(surname, end - 1 if takes_turns else None)
    for word in tagged.words[first:end]:
        heads.setdefault(word, mention.head)
    return mention.head


def _label_end(tagged: TaggedText, first: int, last: int) -> int | None:
    """The colon behind words that are all in capitals."""
    for position in range(first, min(first + _LABEL_WORDS, last - 1)):
        word = tagged.words[position]
        if word == ":":
            return position if position > first else None
        if any(letter.islower() for letter in word):
            return None
    return None


def _paragraphs(tagged: TaggedText) -> Iterator[tuple[int, int]]:
    """Tokens of each paragraph, half-open; a speaker's label that was taken for a dateline ("MARY HILL, MAYOR:") belongs to the next."""
    first = 0
    for number, (_, last) in enumerate(tagged.sentences):
        paragraph = tagged.paragraph_of[number]
        is_label = tagged.paragraphs[paragraph].kind == "dateline" and tagged.words[last - 1] == ":"
        if number + 1 == len(tagged.sentences) or (tagged.paragraph_of[number + 1] != paragraph and not is_label):
            yield first, last
            first = last
