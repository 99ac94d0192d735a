"""Who is mentioned: the spans of names, adjectives, nominals and pronouns, before anybody asks which actor they mean."""

from transforms.annotations import Article, Mention, TaggedText
from transforms.lexicon import Lexicon
from transforms.names.constituencies import is_constituency
from transforms.names.find import find_names
from transforms.names.nominal_spans import find_nominals

#: Pronouns that can stand for an actor: gender (f, m, n; None for persons of any) and number.
PRONOUNS: dict[str, tuple[str | None, bool]] = {
    "he": ("m", False), "him": ("m", False), "his": ("m", False), "himself": ("m", False),
    "she": ("f", False), "her": ("f", False), "hers": ("f", False), "herself": ("f", False),
    "it": ("n", False), "its": ("n", False), "itself": ("n", False),
    "they": (None, True), "them": (None, True), "their": (None, True), "theirs": (None, True), "themselves": (None, True),
    "we": (None, True), "us": (None, True), "our": (None, True), "ours": (None, True), "ourselves": (None, True),
    "i": (None, False), "me": (None, False), "my": (None, False), "mine": (None, False), "myself": (None, False),
}  # fmt: skip
_PRONOUN_TAGS = frozenset({"PRP", "PRP$", ""})
#: Verbs and adjectives with which "it" stands for nothing: "it is clear that", "it seems".
_EMPTY_HEADS = frozenset(
    "seems seem seemed appears appear appeared happens happened turns turned rains rained snows snowed takes took matters follows "
    "looks looked".split()
)
_EMPTY_PREDICATES = frozenset(
    "clear unclear likely unlikely possible impossible important necessary essential vital crucial good bad better best hard "
    "difficult easy time true obvious evident "
    "certain uncertain unfair fair wrong right worth sad shame pity hoped believed thought said reported understood expected "
    "estimated known unknown too early late "
    "ironic strange surprising disappointing unfortunate natural normal common critical interesting tempting harder easier illegal "
    "legal unthinkable".split()
)


def find_mentions(article: Article, tagged: TaggedText, lexicon: Lexicon) -> list[Mention]:
    """Mentions of the four layers in text order. Spans may nest ("Russian" in "Russian peacekeepers") but never cross. Identities that
    hang on other mentions are left to later stages."""
    names = find_names(article, tagged, lexicon)
    nominals = find_nominals(tagged, names, lexicon)
    mentions = names + nominals + _pronouns(tagged)
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
        found.append(mention)
    return found


def is_empty_it(tagged: TaggedText, position: int) -> bool:
    """Whether an "it" stands for nothing that acts: weather, time, "it is clear that"."""
    dep, head = tagged.deps[position], tagged.heads[position]
    if dep == "expl" or tagged.lowers[head] in _EMPTY_HEADS:
        return True
    if dep in ("dobj", "pobj"):
        return True  # what is seized or spoken of is hardly ever an actor
    if dep not in ("nsubj", "nsubjpass"):
        return False
    if tagged.lowers[head] in _EMPTY_PREDICATES:
        return True
    children = tagged.children[head]
    if tagged.lowers[head] in ("is", "was", "'s", "be", "been", "would", "become", "became", "makes", "made"):
        clauses = any(tagged.deps[child] in ("ccomp", "advcl", "xcomp", "csubj", "acl") and child > head for child in children)
        predicates = any(tagged.lowers[child] in _EMPTY_PREDICATES for child in children)
        return clauses or predicates
    return False
