"""Who is mentioned: the spans of names, adjectives, nominals and pronouns, before anybody asks which actor they mean."""

from transforms.annotations import Article, Mention, TaggedText
from transforms.language import word_class, word_values
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    CLAUSE,
    CLAUSE_AS_SUBJECT,
    EXPLETIVE,
    INFINITIVE,
    NOUN_CLAUSE,
    OBJECT,
    PREPOSITION_OBJECT,
    PRONOUN_TAGS,
    SUBJECTS,
)
from transforms.lexicon import Lexicon
from transforms.names.constituencies import is_constituency
from transforms.names.find import find_names
from transforms.names.nominal_spans import find_nominals
from transforms.rules import Step

#: Verbs with which "it" stands for a clause or for a judgement.
_EMPTY_VERBS = word_class("names.empty_verbs")
_THINGS = frozenset({OBJECT, PREPOSITION_OBJECT})
_CLAUSES = frozenset({CLAUSE, ADVERBIAL_CLAUSE, INFINITIVE, CLAUSE_AS_SUBJECT, NOUN_CLAUSE})


def _gender_and_number(value: str) -> tuple[str | None, bool]:
    gender, _, number = value.partition(" ")
    return None if gender == "any" else gender, number == "plural"


#: Pronouns that can stand for an actor: gender (f, m, n; None for persons of any) and whether they are plural.
PRONOUNS = word_values("names.pronouns", _gender_and_number)
_PRONOUN_TAGS = frozenset({*PRONOUN_TAGS, ""})
#: Verbs and adjectives with which "it" stands for nothing: "it is clear that", "it seems".
_EMPTY_HEADS = word_class("names.empty_heads")
_EMPTY_PREDICATES = word_class("names.empty_predicates")


def find_mentions(article: Article, tagged: TaggedText, lexicon: Lexicon) -> list[Mention]:
    """Mentions of the four layers in text order. Spans may nest ("Russian" in "Russian peacekeepers") but never cross. Identities that
    hang on other mentions are left to later stages."""
    names, pronouns = find_names(article, tagged, lexicon), _pronouns(tagged)
    known = {mention.head for mention in names if mention.actor_id is not None}
    pronouns = [mention for mention in pronouns if mention.head not in known]
    said = {mention.start: mention.end for mention in pronouns}
    names = [mention for mention in names if said.get(mention.start) != mention.end]  # "Us" and "It" are no places
    nominals = find_nominals(tagged, names, lexicon)
    mentions = names + nominals + pronouns
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return mentions


def _pronouns(tagged: TaggedText) -> list[Mention]:
    found: list[Mention] = []
    if not tagged.has_syntax:
        return found  # nobody could be told to stand behind them
    for position, lower in enumerate(tagged.lowers):
        known = PRONOUNS.get(lower)
        if known is None or tagged.tags[position] not in _PRONOUN_TAGS or (tagged.words[position].isupper() and len(lower) > 1):
            continue
        if lower == "it" and is_empty_it(tagged, position):
            continue
        if lower == "i" and is_constituency(tagged, position + 2):
            continue  # an independent
        gender, is_plural = known
        mention = Mention(
            tagged.starts[position], tagged.ends[position], position, position + 1, position, "pronoun", "pronoun", confidence=0.5
        )
        mention.gender, mention.is_plural = gender, is_plural
        mention.trace.append(Step(mention.rule, ""))
        found.append(mention)
    return found


def is_empty_it(tagged: TaggedText, position: int) -> bool:
    """Whether an "it" stands for nothing that acts: weather, time, "it is clear that"."""
    dep, head = tagged.deps[position], tagged.heads[position]
    if dep == EXPLETIVE or tagged.lowers[head] in _EMPTY_HEADS:
        return True
    if dep in _THINGS:
        return True  # what is seized or spoken of is hardly ever an actor
    if dep not in SUBJECTS:
        return False
    if tagged.lowers[head] in _EMPTY_PREDICATES:
        return True
    children = tagged.children[head]
    if tagged.lowers[head] in _EMPTY_VERBS:
        clauses = any(tagged.deps[child] in _CLAUSES and child > head for child in children)
        predicates = any(tagged.lowers[child] in _EMPTY_PREDICATES for child in children)
        return clauses or predicates
    return False
