"""What each mention does in its sentence, and whose words it stands in."""

from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from transforms.annotations import Credit, Dyad, Mention, Quote, TaggedText
from transforms.language import word_class
from transforms.language.en.labels import (
    ADJECTIVE_MODIFIER,
    AGENT,
    COMPOUND,
    DATIVE,
    JOINED,
    NOUN_ADVERB,
    NOUN_MODIFIER,
    NUMBER,
    OBJECT,
    PASSIVE_SUBJECT,
    POSSESSOR,
    PREPOSITION_OBJECT,
    SUBJECT,
    UNGOVERNED,
)
from transforms.rules import Example, Rule, Step, first_ruling

_PLACE_PREPOSITIONS = word_class("acts.place_prepositions")
#: Prepositions whose object is what is done something to.
_TARGET_PREPOSITIONS = word_class("acts.target_prepositions")
#: Countries stand behind this preposition only as those whom something meets: "pressure on Armenia".
_ONTO = word_class("acts.roles_on")
#: Of "the removal of X" X is whom it meets, of "the return of X" X is who does it.
_SUFFERED = word_class("acts.suffered")
#: Of "the collapse of X" X is who does it, for nobody does it to anybody.
_DONE_ALONE = word_class("acts.done_alone")
#: Nouns for what goes on between two: "Azerbaijan-Armenia tensions", "a conflict with Armenia".
_WITH = word_class("acts.roles_with")
_BETWEEN_TWO = word_class("acts.between_two")
#: Nouns for what somebody has said: "the comments from the ministry".
_SAYINGS = word_class("acts.sayings")
#: Participles behind a hyphen whose first part does it: "the Russia-led alliance".
_LED = word_class("syntax.led")
_MODIFIERS = frozenset({POSSESSOR, COMPOUND, NOUN_MODIFIER, ADJECTIVE_MODIFIER, NUMBER, NOUN_ADVERB})
#: Rules of quotations that tell rather what somebody does or judges than what he says.
_ACTS = frozenset({"verb.infinitive", "verb.object", "adjective"})
#: Verbs by which one speaks what one feels: "Russia expresses concern".
_EXPRESSING = word_class("acts.expressing")
#: What leads from a saying to who said it.
_MAKERS = word_class("acts.makers")
_MET = frozenset({PASSIVE_SUBJECT, OBJECT, DATIVE})
#: Agencies beside the name of a photographer, what they deal in, and what leads from a picture to who made it.
_AGENCIES, _PICTURES = word_class("acts.picture_agencies"), word_class("acts.pictures")
_MADE_BY = word_class("acts.made_by")
_DASHES, _HANDLE_REACH = frozenset({"—", "–", "-", "--"}), 8


@dataclass(frozen=True, slots=True)
class Marks:
    """What mentions are to quotations, credits and dyads: identities (`id`) of mentions."""

    speakers: Set[int]
    outlets: Set[int]
    tellers: Set[int]
    sources: Set[int]
    targets: Set[int]


@dataclass(frozen=True, slots=True)
class Standing:
    """A mention where it stands: `dep` is the label of `head`, that of the first of names that are joined or added."""

    tagged: TaggedText
    mention: Mention
    marks: Marks
    head: int
    dep: str

    @property
    def preposition(self) -> str:
        """The word that the mention hangs on: the preposition of an object of one."""
        return self.tagged.lowers[self.tagged.heads[self.head]]

    @property
    def above(self) -> str:
        """What that word hangs on."""
        return self.tagged.lowers[self.tagged.heads[self.tagged.heads[self.head]]]

    @property
    def is_place(self) -> bool:
        return self.mention.reading == "place" or (self.mention.kind == "place" and self.mention.reading is None)


def assign_roles(
    tagged: TaggedText, mentions: Sequence[Mention], quotes: Sequence[Quote], dyads: Sequence[Dyad], credits: Sequence[Credit]
) -> None:
    """Set `role` and `voice` of every mention in place. What a mention is to a quotation, a credit or a dyad comes before its syntax."""
    sources = {id(dyad.source) for dyad in dyads}
    marks = Marks(
        speakers={id(quote.speaker) for quote in quotes if quote.speaker is not None and _is_utterance(quote)},
        outlets=_credited(mentions, credits),
        tellers={id(dyad.source) for dyad in dyads if dyad.rule == "telling" or _expresses(tagged, dyad)},
        sources=sources,
        targets={id(dyad.target) for dyad in dyads} - sources,
    )
    said = (quote for quote in quotes if not quote.is_aim)
    parts = sorted(((start, end, quote) for quote in said for start, end in quote.content), key=lambda part: part[:2])
    starts = [start for start, _, _ in parts]
    for mention in mentions:
        mention.voice = _voice(mention, parts, starts)
        ruling = first_ruling(ROLE_RULES, _standing(tagged, mention, marks))
        assert ruling is not None  # the last rule takes every mention
        mention.role = ruling.verdict
        mention.trace.append(Step(ruling.rule.id, ruling.verdict, declined=ruling.declined))


def _standing(tagged: TaggedText, mention: Mention, marks: Marks) -> Standing:
    head = mention.head
    for _ in range(4):
        if tagged.deps[head] not in JOINED:
            break
        head = tagged.heads[head]
    return Standing(tagged, mention, marks, head, tagged.deps[head])


def _expresses(tagged: TaggedText, dyad: Dyad) -> bool:
    return dyad.event is None and tagged.text[slice(*dyad.cue)].split(" ")[0].lower() in _EXPRESSING


def _stands_in_dateline(tagged: TaggedText, mention: Mention) -> bool:
    paragraph = tagged.paragraphs[tagged.paragraph_of[tagged.sentence_of[mention.first]]]
    return paragraph.kind == "dateline" and mention.ner in ("GPE", "LOC", "FAC")


def _is_utterance(quote: Quote) -> bool:
    """Whether somebody speaks, and does not only mean, want or refuse to do something."""
    return quote.kind != "indirect" or (quote.cue_class != "thinking" and quote.rule not in _ACTS)


def _credited(mentions: Sequence[Mention], credits: Sequence[Credit]) -> set[int]:
    """Mentions that name a credited medium, its acronym in brackets behind it included."""
    found = {id(credit.mention) for credit in credits}
    for earlier, later in pairwise(mentions):
        if id(earlier) in found and later.actor_id == earlier.actor_id and later.first - earlier.last <= 1:
            found.add(id(later))
    return found


def _voice(mention: Mention, parts: list[tuple[int, int, Quote]], starts: list[int]) -> str | None:
    """The speaker of the innermost quotation around the mention."""
    for number in range(bisect_right(starts, mention.start) - 1, max(-1, bisect_right(starts, mention.start) - 8), -1):
        _, end, quote = parts[number]
        if mention.end <= end and quote.speaker is not None and quote.speaker is not mention:
            return quote.speaker.actor_id
    return None


def _of_credit(case: Standing) -> str | None:
    return "outlet" if id(case.mention) in case.marks.outlets else None


def _of_signature(case: Standing) -> str | None:
    """Who signs a post that the article shows, or made a picture: "— Jane Roe (@janeroe)", "REUTERS/Jane Roe", "Photo by Jane Roe"."""
    mention = case.mention
    if mention.layer != "name":
        return None
    lowers = case.tagged.lowers
    third, second, before = ["", "", "", *lowers[max(mention.first - 3, 0) : mention.first]][-3:]
    after, next_but_one = [*lowers[mention.last : mention.last + 2], "", ""][:2]
    is_signed = before in _DASHES and _is_handle_behind(lowers[mention.last : mention.last + _HANDLE_REACH])
    is_byline = before == "by" and _is_byline(case.tagged, mention)
    is_pictured = (before in _MADE_BY and second in _PICTURES) or (before == "/" and not _AGENCIES.isdisjoint((second, third)))
    is_agency = after == "/" and next_but_one in _AGENCIES
    return "outlet" if is_signed or is_byline or is_pictured or is_agency else None


def _is_handle_behind(lowers: Sequence[str]) -> bool:
    """Whether a post's address follows, perhaps behind what else the author adds: "(@janeroe)"."""
    opening = next((place for place, lower in enumerate(lowers) if lower == "("), None)
    return opening is not None and "".join(lowers[opening + 1 : opening + 2]).startswith("@")


def _is_byline(tagged: TaggedText, mention: Mention) -> bool:
    """Whether "By" opens a sentence and leads to a full name, behind which the text begins: "By Jane Roe The war was long."."""
    low, high = tagged.sentences[tagged.sentence_of[mention.first]]
    is_full = mention.kind == "person" and mention.last - mention.first > 1 and mention.first == low + 1
    return is_full and mention.last < high and tagged.words[mention.last][0].isupper()


def _of_dateline(case: Standing) -> str | None:
    return "location" if _stands_in_dateline(case.tagged, case.mention) else None


def _of_quote(case: Standing) -> str | None:
    return "speaker" if id(case.mention) in case.marks.speakers else None


def _of_act(case: Standing) -> str | None:
    """What it is there, unless it only modifies another mention, is only a place, or acts itself."""
    key, marks, mention = id(case.mention), case.marks, case.mention
    if key not in marks.sources and key not in marks.targets:
        return None
    role = "speaker" if key in marks.tellers else "subject" if key in marks.sources else "target"
    ruling = first_ruling(SYNTAX_RULES, case)
    shown = ruling.verdict if ruling is not None else ""
    if shown == "affiliation" and case.tagged.deps[mention.head] in _MODIFIERS and mention.layer != "adjectival":
        return shown
    if shown == "location" and role == "target":
        return shown if mention.kind == "place" else role
    return "subject" if shown == "subject" and role == "target" else role


def _of_adjective(case: Standing) -> str | None:
    return "affiliation" if case.mention.layer == "adjectival" else None


def _of_subject(case: Standing) -> str | None:
    return "subject" if case.dep == SUBJECT else None


def _of_object(case: Standing) -> str | None:
    return "target" if case.dep in _MET else None


def _of_hyphen(case: Standing) -> str | None:
    return "subject" if case.dep == NOUN_ADVERB and case.preposition in _LED else None


def _between_two(case: Standing) -> str | None:
    if case.dep not in _MODIFIERS:
        return None
    tagged, head = case.tagged, case.head
    noun = tagged.heads[head]
    while tagged.deps[noun] == COMPOUND and noun != tagged.heads[noun]:
        noun = tagged.heads[noun]
    around = tagged.words[max(head - 1, 0) : head + 2]
    return "target" if ("-" in around or "–" in around) and tagged.lowers[noun] in _BETWEEN_TWO else None


def _of_modifier(case: Standing) -> str | None:
    return "affiliation" if case.dep in _MODIFIERS else None


def _of_agent(case: Standing) -> str | None:
    return "subject" if case.dep == PREPOSITION_OBJECT and case.tagged.deps[case.tagged.heads[case.head]] == AGENT else None


def _of_saying(case: Standing) -> str | None:
    return "speaker" if case.dep == PREPOSITION_OBJECT and case.preposition in _MAKERS and case.above in _SAYINGS else None


def _of_place(case: Standing) -> str | None:
    if case.dep != PREPOSITION_OBJECT or not case.is_place or case.preposition not in _PLACE_PREPOSITIONS:
        return None
    return None if case.preposition in _ONTO and case.mention.kind == "country" else "location"


def _of_target(case: Standing) -> str | None:
    if case.dep != PREPOSITION_OBJECT:
        return None
    is_met = case.preposition in _TARGET_PREPOSITIONS or (case.preposition == "of" and case.above in _SUFFERED)
    return "target" if is_met or (case.preposition in _WITH and case.above in _BETWEEN_TWO) else None


def _of_doer(case: Standing) -> str | None:
    return "subject" if case.dep == PREPOSITION_OBJECT and case.preposition == "of" and case.above in _DONE_ALONE else None


def _of_owner(case: Standing) -> str | None:
    return "affiliation" if case.dep == PREPOSITION_OBJECT and case.preposition == "of" else None


def _of_preposition(case: Standing) -> str | None:
    return "mentioned" if case.dep == PREPOSITION_OBJECT else None


def _of_where(case: Standing) -> str | None:
    return "location" if case.is_place and case.dep not in UNGOVERNED else None


def _elsewhere(_: Standing) -> str | None:
    return "mentioned"


#: What the syntax shows a mention to be, in the order in which it is asked.
SYNTAX_RULES: tuple[Rule[[Standing], str], ...] = (
    Rule("role.subject", "The subject of the verb.", (Example("Russia was late.", "Russia", "subject"),), _of_subject),
    Rule(
        "role.object", "The object of the verb, in the active or the passive.",
        (Example("Nobody could forget Russia.", "Russia", "target"),), _of_object,
    ),
    Rule(
        "role.hyphen", "Who leads or backs something, before a hyphen: \"the Russia-led alliance\".",
        (Example("The Russia-led alliance met.", "Russia", "subject"),), _of_hyphen,
    ),
    Rule(
        "role.between_two", "Both names joined by a hyphen before a noun for relations between two.",
        (Example("Armenia-Azerbaijan tensions rose.", "Azerbaijan", "target"),), _between_two,
    ),
    Rule("role.modifier", "Whose a thing is.", (Example("The NATO summit was long.", "NATO", "affiliation"),), _of_modifier),
    Rule(
        "role.agent", "The agent of a passive.",
        (Example("The map drawn by Anna Berg was old.", "Anna Berg", "subject"),), _of_agent,
    ),
    Rule(
        "role.saying", "The speaker, after a noun for what is said.",
        (Example("The comments from Anna Berg were short.", "Anna Berg", "speaker"),), _of_saying,
    ),
    Rule("role.place", "A location, after a preposition of place.", (Example("It rained in Lyon.", "Lyon", "location"),), _of_place),
    Rule(
        "role.target", "The target, after a preposition of aim or a noun for what is suffered.",
        (
            Example("The pressure on Armenia was high.", "Armenia", "target"),
            Example("The removal of Anna Berg was late.", "Anna Berg", "target"),
            Example("The ties with Anna Berg were old.", "Anna Berg", "target"),
        ),
        _of_target,
    ),
    Rule(
        "role.doer", "Who does what nobody does to anybody, after \"of\".",
        (Example("The collapse of NATO was near.", "NATO", "subject"),), _of_doer,
    ),
    Rule("role.owner", "Whose a thing is, after \"of\".", (Example("The end of NATO was near.", "NATO", "affiliation"),), _of_owner),
    Rule(
        "role.preposition", "After any other preposition it is only mentioned.",
        (Example("There was no gift except Anna Berg.", "Anna Berg", "mentioned"),), _of_preposition,
    ),
    Rule(
        "role.where", "Any other place is a location.",
        (Example("They drive to Lyon, Paris, London, Madrid, Oslo, Rome, Berlin and Prague.", "Prague", "location"),), _of_where,
    ),
    Rule("role.elsewhere", "Anything else is only mentioned.", (Example("It was Anna Berg.", "Anna Berg", "mentioned"),), _elsewhere),
)  # fmt: skip

#: What each mention does, in the order in which it is asked; the last rule takes what is left.
ROLE_RULES: tuple[Rule[[Standing], str], ...] = (
    Rule(
        "role.credit", "A medium that the article credits.",
        (Example("The town fell, according to Reuters.", "Reuters", "outlet"),), _of_credit,
    ),
    Rule(
        "role.signature", "Who signs a post that the article shows, or made a picture in it.",
        (
            Example("We will not give up. — Anna Berg (@annaberg) June 3, 2019", "Anna Berg", "outlet"),
            Example("The square was empty on Sunday. REUTERS/Anna Berg", "Anna Berg", "outlet"),
            Example("The report follows. By Anna Berg The winter was long in the north.", "Anna Berg", "outlet"),
        ),
        _of_signature,
    ),
    Rule(
        "role.dateline", "A place in the dateline: where the article was written.",
        (Example("LONDON (Reuters) - The town fell.", "LONDON", "location"),), _of_dateline,
    ),
    Rule("role.quote", "The speaker of a quotation.", (Example("Russia said it would answer.", "Russia", "speaker"),), _of_quote),
    Rule(
        "role.act", "An argument of an act: who does or says it, or whom it is done to.",
        (Example("Russia attacked Ukraine.", "Russia", "subject"), Example("Russia attacked Ukraine.", "Ukraine", "target")), _of_act,
    ),
    Rule(
        "role.adjective", "An adjective says whose a thing is.",
        (Example("Russian tea is strong.", "Russian", "affiliation"),), _of_adjective,
    ),
    *SYNTAX_RULES,
)  # fmt: skip
