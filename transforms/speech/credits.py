"""Which media an article credits, hop by hop: "according to X, reporting Y", "X reported, citing Y", "told Z", "LONDON (Reuters) -"."""

from collections.abc import MutableSequence, Sequence
from dataclasses import dataclass

from transforms.annotations import Credit, Mention, Quote, TaggedText
from transforms.language import word_class
from transforms.language.en.labels import FINITE_TAGS, PARTICIPLE, PREPOSITION_OBJECT
from transforms.lexicon import Actor
from transforms.rules import Example, Rule, first_ruling
from transforms.spans import places_between
from warehouse.slugs import slug

_TOLD = word_class("speech.told")
_REPORTED = word_class("speech.reported")
_CITING = word_class("speech.citing")
_REPORTING = word_class("speech.reporting")
_TALKING = word_class("speech.talking")
#: Words that may stand between a cue and the medium's name, or around it.
_BETWEEN = word_class("speech.between")
_LINKS = word_class("names.small_words")
#: What leads from an interview or statement to the medium.
_TALKING_LINKS = word_class("speech.talking_links")
#: What a name in a medium's slot may be taken for before it is known to be a medium.
_UNDECIDED = frozenset({None, "organisation", "company"})
_REACH = 4
#: How a line that names the author begins.
_BYLINES = word_class("speech.bylines")
#: Participles before "by" and the medium.
_REPORTED_BY = word_class("speech.reported_by")
_ACCORDING = word_class("speech.according")
_TO = word_class("syntax.to")
_VIA = word_class("speech.via")
_BY_WHOM = word_class("syntax.by")
_ARTICLES = word_class("syntax.articles")
_STATEMENTS = word_class("names.statements")
#: What a medium says of itself after "said it", other than what it has found out.
_INTENDS = word_class("speech.intends")
#: Forms of verbs that tell; a text without syntax has no tags.
_TOLD_TAGS = frozenset({*FINITE_TAGS, PARTICIPLE, ""})
#: What stands between two media that share an article.
_PARTING = frozenset({"/", "|", "•", "·"})


def credit_outlets(
    tagged: TaggedText, mentions: MutableSequence[Mention], quotes: list[Quote], own_ids: frozenset[str] = frozenset()
) -> list[Credit]:
    """The chain of credited media, hop 1 first, each medium once.

    A name in the slots of a chain is a medium even if no dictionary has it: its mentions become an outlet. A credited medium speaks for
    itself only: a quotation of its that holds somebody else's words is dropped. The media that print the article (`own_ids`) are
    not credited."""
    _discover(tagged, mentions)
    _discover_at_head(tagged, mentions)
    credits: list[Credit] = []
    seen: set[str] = set()
    for mention in mentions:
        if mention.kind != "outlet" or mention.actor_id is None or mention.actor_id in seen or not _is_named(mention, mentions):
            continue
        ruling = first_ruling(CREDIT_RULES, _slot(tagged, mention))
        if ruling is not None and mention.actor_id not in own_ids:
            seen.add(mention.actor_id)
            credits.append(Credit(len(credits) + 1, mention, ruling.verdict, ruling.rule.id))
    _silence(quotes)
    return credits


def _is_named(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a mention prints the medium's name, which agencies also print in small letters: "dpa"; not a phrase with the name inside."""
    if mention.layer != "nominal" or mention.rule != "lexicon.name":
        return mention.layer == "name"
    return not any(name.layer == "name" and mention.start <= name.start and name.end <= mention.end for name in mentions)


def _discover_at_head(tagged: TaggedText, mentions: MutableSequence[Mention]) -> None:
    """Names that stand for media in a dateline or byline: "Belga / L'Écho, 9 June", "By Jane Doe, Valley Courier"."""
    heads = [paragraph for paragraph in tagged.paragraphs if paragraph.kind == "dateline"]
    for mention in list(mentions):
        if mention.layer != "name" or mention.kind not in _UNDECIDED:
            continue
        paragraph = next((head for head in heads if head.start <= mention.start and mention.end <= head.end), None)
        if paragraph is None:
            continue
        before = tagged.words[mention.first - 1] if mention.first and tagged.starts[mention.first - 1] >= paragraph.start else ""
        is_byline = any(tagged.text.startswith(f"{opening} ", paragraph.start) for opening in _BYLINES)
        if (
            before in _PARTING
            or (before == "," and is_byline)
            or (before == "(" and tagged.words[mention.last : mention.last + 1] == [")"])
        ):
            _make_outlet(mentions, tagged, mention)


def _discover(tagged: TaggedText, mentions: MutableSequence[Mention]) -> None:
    """Names that only the slots "according to X, reporting Y" show to be media."""
    lowers = tagged.lowers
    for position, lower in enumerate(lowers):
        if lower not in _REPORTING and lower not in _CITING:
            continue
        if position < 2 or lowers[position - 1] != ",":
            continue
        cited = _name_at(tagged, mentions, position + 1)
        credited = _name_before(tagged, mentions, position - 1)
        if lower in _REPORTING and cited is not None and credited is not None:
            _make_outlet(mentions, tagged, cited)
        if credited is not None and cited is not None and cited.kind == "outlet" and _follows_according_to(lowers, credited.first):
            _make_outlet(mentions, tagged, credited)


def _name_at(tagged: TaggedText, mentions: MutableSequence[Mention], first: int) -> Mention | None:
    while first < len(tagged.words) and tagged.lowers[first] in _ARTICLES:
        first += 1
    last = first
    end = tagged.sentences[tagged.sentence_of[first]][1] if first < len(tagged.words) else first
    while last < end and (tagged.words[last][0].isupper() or (last > first and tagged.lowers[last] in _LINKS)):
        last += 1
    while last > first and tagged.lowers[last - 1] in _LINKS:
        last -= 1
    return _mention_of(tagged, mentions, first, last)


def _name_before(tagged: TaggedText, mentions: MutableSequence[Mention], last: int) -> Mention | None:
    first, low = last, tagged.sentences[tagged.sentence_of[last - 1]][0]
    while (
        first > low
        and (tagged.words[first - 1][0].isupper() or tagged.lowers[first - 1] in _LINKS)
        and not (tagged.lowers[first - 1] in _TO and tagged.lowers[first] in _ARTICLES)
    ):
        if _follows_according_to(tagged.lowers, first):
            break
        first -= 1
    while first < last and tagged.lowers[first] in _LINKS:
        first += 1
    return _mention_of(tagged, mentions, first, last)


def _mention_of(tagged: TaggedText, mentions: MutableSequence[Mention], first: int, last: int) -> Mention | None:
    """The mention of a whole capitalised name, replacing shorter ones inside it; None when it is a person, a country or nothing."""
    if first >= last:
        return None
    low, high = places_between(mentions, tagged.sentences[tagged.sentence_of[first]][0], last)
    near = mentions[low:high]
    inside = [mention for mention in near if first <= mention.first and mention.last <= last and mention.layer != "nominal"]
    whole = next((mention for mention in inside if mention.first == first and mention.last == last), None)
    if whole is not None:
        return whole if whole.kind == "outlet" or whole.kind in _UNDECIDED else None
    if last - first == 1 or any(mention.kind == "person" for mention in inside) or any(m.last > first and m not in inside for m in near):
        return None
    whole = Mention(tagged.starts[first], tagged.ends[last - 1], first, last, last - 1, "name", "credit.slot", ner="ORG", confidence=0.6)
    kept = [mention for mention in near if mention not in inside]
    mentions[low:high] = sorted([*kept, whole], key=lambda mention: (mention.start, -mention.end))
    return whole


def _make_outlet(mentions: MutableSequence[Mention], tagged: TaggedText, mention: Mention) -> None:
    if mention.kind == "outlet":
        return
    name = tagged.text[mention.start : mention.end]
    before, actor_id = mention.actor_id, f"OUTLET.{slug(name)}"
    for other in mentions:
        if other is mention or (before is not None and other.actor_id == before):
            other.mean(Actor(actor_id, name, "outlet", other.country, "MED", wikidata=other.wikidata), "credit.slot")


@dataclass(frozen=True, slots=True)
class Slot:
    """A medium's name in its sentence, which begins at token `low`; `before` and `after` are the words around it that may credit it, over
    articles, brackets and the like; -1 where the sentence ends first."""

    tagged: TaggedText
    mention: Mention
    low: int
    before: int
    after: int

    def word(self, position: int) -> str:
        """The word there in lower case, "" outside the sentence."""
        return self.tagged.lowers[position] if position >= self.low else ""


def _slot(tagged: TaggedText, mention: Mention) -> Slot:
    lowers = tagged.lowers
    low, high = tagged.sentences[tagged.sentence_of[mention.first]]
    before = mention.first - 1
    for _ in range(_REACH):
        if before < low or lowers[before] not in _BETWEEN:
            break
        before -= 1
    after = mention.last
    for _ in range(_REACH):
        if after >= high or (lowers[after] not in _BETWEEN and lowers[after] not in (")", "(", ",")):
            break
        after += 1
    return Slot(tagged, mention, low, before if before >= low else -1, after if after < high else -1)


def _follows_according_to(lowers: list[str], position: int) -> bool:
    return position > 1 and lowers[position - 1] in _TO and lowers[position - 2] in _ACCORDING


def _by_dateline(slot: Slot) -> str | None:
    tagged, mention = slot.tagged, slot.mention
    paragraph = tagged.paragraphs[tagged.paragraph_of[tagged.sentence_of[mention.first]]]
    return "dateline" if paragraph.kind == "dateline" or _opens_dateline(tagged, mention, paragraph.start) else None


def _by_according_to(slot: Slot) -> str | None:
    is_inside = slot.before > slot.low
    return "according_to" if is_inside and _follows_according_to(slot.tagged.lowers, slot.before + 1) else None


def _by_reporting(slot: Slot) -> str | None:
    return "reporting" if slot.word(slot.before) in _REPORTING else None


def _by_citing(slot: Slot) -> str | None:
    return "citing" if slot.word(slot.before) in _CITING else None


def _by_telling(slot: Slot) -> str | None:
    word, earlier = slot.word(slot.before), slot.word(slot.before - 1)
    return "told" if word in _TOLD or (word in _TALKING_LINKS and earlier in _TALKING) else None


def _by_way(slot: Slot) -> str | None:
    return "via" if slot.word(slot.before) in _VIA else None


def _by_reported(slot: Slot) -> str | None:
    if slot.word(slot.before) in _BY_WHOM and slot.word(slot.before - 1) in _REPORTED_BY:
        return "reported"
    if slot.tagged.has_syntax and slot.tagged.deps[slot.mention.head] == PREPOSITION_OBJECT:
        return None  # "Kyle Dropp, who made the poll with Politico, said"
    is_told = slot.word(slot.after) in _REPORTED and slot.tagged.tags[slot.after] in _TOLD_TAGS
    return "reported" if is_told and not _is_own_matter(slot) else None


def _is_own_matter(slot: Slot) -> bool:
    """Whether the medium speaks for itself, as any firm does: "CBS said in a statement", "CNN says it will sue"."""
    opening = slot.tagged.lowers[slot.low : slot.mention.first]
    if opening[:1] == ["in"] and not _STATEMENTS.isdisjoint(opening[1:4]):
        return True
    words = [word for word in slot.tagged.lowers[slot.after + 1 : slot.after + 6] if word != "that"]
    if words[:1] == ["in"] and not _STATEMENTS.isdisjoint(words[1:4]):
        return True
    return len(words) > 1 and words[0] in ("it", "they") and words[1] in _INTENDS


#: How a medium is credited, in the order in which it is asked; a medium of which no rule says so is only talked about.
CREDIT_RULES: tuple[Rule[[Slot], str], ...] = (
    Rule(
        "credit.dateline", "The medium is in the dateline or byline.",
        (Example("LONDON (Reuters) - The town fell.", "Reuters", "OUTLET.REUTERS"),), _by_dateline,
    ),
    Rule(
        "credit.according_to", 'The medium follows "according to".',
        (Example("The town fell, according to Reuters.", "Reuters", "OUTLET.REUTERS"),), _by_according_to,
    ),
    Rule(
        "credit.reporting", 'The medium follows ", reporting".',
        (Example("The town fell, Anadolu Agency said, reporting Reuters.", "Reuters", "OUTLET.REUTERS"),), _by_reporting,
    ),
    Rule(
        "credit.citing", 'The medium follows "citing" or "quoting".',
        (Example("The town fell, citing Reuters.", "Reuters", "OUTLET.REUTERS"),), _by_citing,
    ),
    Rule(
        "credit.told", "Somebody told the medium, or talked to it.",
        (Example("Anna Berg told Reuters that the town fell.", "Reuters", "OUTLET.REUTERS"),), _by_telling,
    ),
    Rule(
        "credit.via", 'The medium follows "via".',
        (Example("The photos came via Reuters.", "Reuters", "OUTLET.REUTERS"),), _by_way,
    ),
    Rule(
        "credit.reported", "The medium reports, or something was reported by it.",
        (
            Example("Reuters reported that the town fell.", "Reuters", "OUTLET.REUTERS"),
            Example("Reuters said it had seen the letter.", "Reuters", "OUTLET.REUTERS"),
        ), _by_reported,
    ),
)  # fmt: skip


def _opens_dateline(tagged: TaggedText, mention: Mention, start: int) -> bool:
    """LONDON (Reuters) - …, or LONDON, May 3 (AFP) — …"""
    if tagged.starts[mention.first] - start > 60 or mention.last + 1 >= len(tagged.words) or mention.first == 0:
        return False
    return (
        tagged.words[mention.first - 1] == "("
        and tagged.words[mention.last] == ")"
        and tagged.words[mention.last + 1] in ("-", "–", "—", "--", ":")
    )


def _silence(quotes: list[Quote]) -> None:
    """A medium that is only credited does not speak the words of those it quotes: those are held by quotations of their own."""
    held = [quote for quote in quotes if quote.speaker is None or quote.speaker.kind != "outlet"]
    for quote in [quote for quote in quotes if quote.speaker is not None and quote.speaker.kind == "outlet"]:
        low, high = quote.content[0][0], quote.content[-1][1]
        if any(low <= other.content[0][0] and other.content[-1][1] <= high for other in held):
            quotes.remove(quote)
