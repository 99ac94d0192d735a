"""Place or power: whether a place name stands for the people who govern or act there, decided by grammar, with the reason."""

from transforms.annotations import Mention, TaggedText

Reading = tuple[str, str]

_LOCATIVE = frozenset(
    "in at near around across throughout outside inside within into through along via beyond off onto toward towards above beneath under amid".split()
)
_MOTION = frozenset(
    "flew fly flies flying travel travels traveled travelled traveling travelling went go goes going come came coming arrive arrived arriving return returned returning "
    "moved move moving fled flee fleeing drove drive sailed sail marched sent brought deported extradited deploy deployed visit trip journey flight route road way "
    "tour pilgrimage ticket train bus exported shipped shipments exports delivered delivery migrated emigrated escaped headed heading heads transferred".split()
)
#: Nouns of the mind: "anger in Yerevan" is in the people who govern there.
_ATTITUDES = frozenset(
    "irritation anger concern concerns fear fears hope hopes frustration unease mood worry worries alarm outrage satisfaction doubts suspicion suspicions optimism "
    "dismay fury resentment scepticism skepticism thinking policymakers officials circles".split()
)
#: Nouns of dealings between powers: those named with them act.
_RELATIONS = frozenset(
    "talks ties relations relationship relationships tensions tension war wars conflict dispute agreement agreements deal deals treaty treaties pact alliance cooperation "
    "negotiations dialogue friendship confrontation rivalry sanctions pressure support aid accusations threat threats pact accord peace row feud friction truce ceasefire".split()
)
#: Things that only who governs or acts can possess.
_OWNED_BY_POWERS = frozenset(
    "government troops forces army military policy policies decision position stance demand demands proposal response reaction leadership leaders leader president minister "
    "ministers parliament refusal attempt attempts plan plans offer claim claims allies ally interests interest intentions ambitions efforts role actions action support "
    "membership bid budget debt victory defeat win vote veto foreign nuclear security ministry ambassador invasion involvement intervention opposition sanctions aid army navy".split()
)
_DEALT_WITH = frozenset(
    "accuse accused accuses accusing urge urged urges urging tell told tells warn warned warns warning condemn condemned condemns ask asked asks pressure pressured blame "
    "blamed blames criticise criticised criticize criticized support supported supports help helped helps defend defended attack attacked attacks defeat defeated beat "
    "beats sue sued threaten threatened threatens join joined call called persuade persuaded convince convinced force forced allow allowed let lobby recognise recognised "
    "recognize recognized represent represented represents represents punish punished sanction sanctioned isolate isolated provoke provoked oppose opposed face faced faces "
    "play played plays deter confront confronted trust thank thanked praise praised back backed ally aid fund arm armed".split()
)
_PLACE_VERBS = frozenset(
    "located situated found visited visit visits left leave leaves leaving reach reached reaches enter entered enters toured invaded occupied occupy "
    "crossed cross cover covered border bordered hit struck lies lie covers spans stretches separates surround surrounded populated devastated settled".split()
)
_PLACE_PASSIVES = frozenset("located situated devastated hit struck divided bordered populated inhabited founded named renamed built occupied visited ceded annexed".split())
_POWER_NOUNS_AFTER = frozenset("government officials authorities administration army troops forces military police ministry leaders parliament embassy spokesman spokeswoman side team".split())


def read_place(tagged: TaggedText, mention: Mention) -> Reading:
    """`power` or `place` for a place name, and why. The default is place."""
    if not tagged.has_syntax:
        return "place", "no syntax"
    head = mention.head
    dep, outside = tagged.deps[head], tagged.heads[head]
    if _is_dateline(tagged, mention):
        return "place", "dateline"
    if dep == "conj":  # judged as what it is joined to
        root = outside
        while tagged.deps[root] == "conj" and tagged.heads[root] != root:
            root = tagged.heads[root]
        if tagged.tags[root][:2] == "NN":
            return _by_dependency(tagged, root, tagged.deps[root], tagged.heads[root])
    return _by_dependency(tagged, head, dep, outside)


def _is_dateline(tagged: TaggedText, mention: Mention) -> bool:
    """Whether the name opens a paragraph as the place of report: "MOSCOW, April 24 (Reuters) —"."""
    low, high = tagged.sentences[tagged.sentence_of[mention.first]]
    if mention.first - low > 1 or not tagged.words[mention.first].isupper() and mention.last < high and tagged.words[mention.last] not in ("(", ","):
        return False
    return any(tagged.words[position] in ("—", "--", "–", "-") for position in range(mention.last, min(mention.last + 9, high))) and mention.first == low


def _by_dependency(tagged: TaggedText, head: int, dep: str, outside: int) -> Reading:
    verb = tagged.lowers[outside]
    if dep == "nsubj":
        return _as_subject(tagged, outside)
    if dep == "nsubjpass":
        return ("place", f"{verb} of a place") if verb in _PLACE_PASSIVES else ("power", f"{verb} is done to it")
    if dep == "agent" or (dep == "pobj" and tagged.deps[outside] == "agent"):
        return "power", "agent of a passive"
    if dep == "pobj":
        return _after_preposition(tagged, outside)
    if dep == "poss":
        owned = tagged.lowers[outside]
        return ("power", f"has {owned}") if owned in _OWNED_BY_POWERS else ("place", f"{owned} of a place")
    if dep in ("dobj", "dative"):
        return ("power", f"object of {verb}") if verb in _DEALT_WITH else ("place", f"object of {verb}")
    if dep in ("compound", "nmod", "amod"):
        return ("power", f"modifies {verb}") if verb in _POWER_NOUNS_AFTER or verb in _RELATIONS else ("place", f"modifies {verb}")
    if dep == "npadvmod" and verb in ("led", "backed", "brokered", "supported", "sponsored", "run", "controlled", "mediated", "funded", "allied"):
        return "power", f"{verb} by it"
    return "place", f"{dep or 'word'} of {verb}"


def _as_subject(tagged: TaggedText, verb: int) -> Reading:
    lower = tagged.lowers[verb]
    if lower in ("is", "was", "are", "were", "be", "been", "being", "'s", "remains", "became", "becomes", "become"):
        attribute = next((child for child in tagged.children[verb] if tagged.deps[child] in ("attr", "acomp")), None)
        if attribute is not None and tagged.tags[attribute][:2] == "JJ":
            willing = tagged.lowers[attribute] in ("ready", "willing", "prepared", "concerned", "responsible", "able", "unable", "unwilling", "keen", "committed", "guilty", "right", "wrong")
            return ("power", "subject of a state of mind") if willing else ("place", "described")
        return "place", "subject of a description"
    if lower in _PLACE_VERBS:
        return "place", f"subject of {lower}"
    return "power", f"subject of {lower}"


def _after_preposition(tagged: TaggedText, preposition: int) -> Reading:
    word = tagged.lowers[preposition]
    governor = tagged.heads[preposition]
    above = tagged.lowers[governor]
    if word == "in" and above in _ATTITUDES:
        return "power", f"{above} in it"
    if word in _LOCATIVE:
        return "place", f"{word} it"
    if word in ("with", "against", "between", "by", "versus", "vs"):
        return "power", f"{above} {word} it"
    if word in ("to", "for", "from", "of", "on", "over"):
        if above in _RELATIONS or above in _DEALT_WITH or (word == "of" and above in _OWNED_BY_POWERS):
            return "power", f"{above} {word} it"
        return "place", f"{above} {word} it"
    return "place", f"{word} it"
