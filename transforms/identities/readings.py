"""Place or power: whether a place name stands for the people who govern or act there, decided by grammar, with the reason."""

from typing import NamedTuple

from transforms.annotations import Mention, TaggedText


class Reading(NamedTuple):
    """`value` is power or place, `reason` what decided; `is_site` where something stands in, at or around what the name is of."""

    value: str
    reason: str
    is_site: bool = False


#: Of the prepositions of place those that make even a seat of power ("in the Kremlin") a place.
_SITES = frozenset({"in", "at", "near", "inside", "outside", "around"})

_LOCATIVE = frozenset(
    "in at near around across throughout outside inside within into through along via beyond off onto above beneath amid north south "
    "east west northeast northwest southeast "
    "southwest".split()
)
#: Nouns of the mind: "anger in Yerevan" is in the people who govern there.
_ATTITUDES = frozenset(
    "irritation anger concern concerns fear fears hope hopes frustration unease mood worry worries alarm outrage satisfaction doubts "
    "suspicion suspicions optimism "
    "dismay fury resentment scepticism skepticism thinking policymakers officials circles".split()
)
#: Nouns of dealings between powers: those named with them act.
_RELATIONS = frozenset(
    "talks ties relations relationship relationships tensions tension war wars conflict conflicts dispute agreement agreements deal "
    "deals treaty treaties pact alliance "
    "cooperation negotiations dialogue friendship confrontation rivalry sanctions pressure support aid accusations threat threats "
    "accord peace row feud friction truce ceasefire "
    "attitude hostility loyalty allegiance opposition resistance policy stance differences trade summit meeting match series game "
    "final partnership armistice".split()
)
#: Words after which "to", "from" or "for" a state means the state and not its land.
_DONE_TO = frozenset(
    "sold sell sells ceded cede transferred given gave give gives granted awarded awarded lost loss lose loses defeat defeated "
    "surrender surrendered capitulation capitulated loaned "
    "belong belongs belonged report reported subject thanks message letter offer offered threat concession concessions response "
    "warning appeal proposal demand restore restored "
    "similar allied opposed committed tied linked attributable due next second independence independent separate separation "
    "liberation freedom secede seceded orders order "
    "receive received demands demanded distance recognition approval borrowed bought purchased inherited won obtained gained".split()
)
#: Nouns of a state as an actor: "the independence of France", "at the request of Cuba".
_OF_STATES = frozenset(
    "independence government withdrawal capitulation creation establishment foundation birth fall collapse dissolution defeat "
    "dominion mission representative representatives "
    "embassy request consent will power powers jurisdiction protection ally allies enemy enemies behalf control influence hands help "
    "side support assistance leadership rule "
    "aggression occupation partition annexation decision interests interest policy policies efforts role part_of member ambassador "
    "army forces troops president leaders "
    "leader fathers king admission accession membership economy recognition sovereignty security victory actions action position "
    "stance view views aid".split()
)
#: What land has: "Russia's coast", "the capital of France".
_LAND = frozenset(
    "capital capitals coast coasts border borders north south east west northeast northwest southeast southwest part parts region "
    "regions province provinces city cities town towns "
    "village villages area areas airport airports river rivers mountain mountains lake lakes street streets road roads hometown "
    "outskirts population landscape climate rest "
    "centre center middle heart side edge interior district districts island islands territory municipality museum museums "
    "university universities hospital hospitals station "
    "neighborhood neighbourhood neighborhoods neighbourhoods suburb suburbs downtown port harbour harbor beaches beach valley "
    "countryside county counties state states parish "
    "downtown skyline waterfront shores shore wilderness forests forest soil tip corner quarter quarters square park parks airspace "
    "waters half majority length map "
    "residents inhabitants people natives native home place location history site sites community communities school schools church "
    "churches hotel hotels bridge visit tour "
    "trip invasion occupation bombing battle siege conquest view views diocese archdiocese bishop archbishop".split()
)
_GEOGRAPHIC_WORDS = frozenset(
    "city town village municipality community commune comune district settlement capital island suburb neighborhood neighbourhood "
    "parish county region area place station "
    "located situated part home hamlet borough township locality province department port resort destination seat site valley river "
    "lake mountain crossing stop station "
    "close adjacent near north south east west famous known small large rich beautiful warm humid cold dry populated inhabited "
    "mountainous landlocked bordered flat".split()
)
_LAND_VERBS = frozenset(
    "located situated found visit visited visits visiting left leave leaves leaving reach reached reaches enter entering enters "
    "toured tour crossed cross crosses cover covered "
    "bordered borders border lies lie spans stretches separates separate surround surrounded surrounds populated devastated settled "
    "fled flee inhabit inhabited explore explored "
    "hit struck destroyed bombed overlooking overlooks include includes including included connect connects connecting "
    "link links linked linking serve serves "
    "serving pass passes traverse traversed "
    "conquered besieged captured occupy leave".split()
)
_PLACE_PASSIVES = frozenset(
    "located situated devastated struck bordered populated inhabited named renamed built visited known settled incorporated "
    "surrounded served connected reached conquered covered".split()
)
_MODIFIED_BY_POWERS = frozenset(
    "government officials official authorities administration army troops forces military police ministry leaders leader parliament "
    "embassy spokesman spokeswoman side team squad coach "
    "captain cap caps debut international internationals manager defender goalkeeper striker midfielder player players total innings "
    "victory win loss defeat rule policy issue "
    "ambassador envoy delegation politics sanctions relations talks tensions conflict conflicts war wars treaty summit diplomat "
    "diplomats president minister".split()
)


def read_place(tagged: TaggedText, mention: Mention, is_state: bool) -> Reading:
    """`power` or `place` for a place name, and why. A state (or a seat of one) is a power where a town would be a place:
    what is sold to France is sold to those who govern it."""
    head = mention.head
    if _is_dateline(tagged, mention):
        return Reading("place", "dateline")
    before = tagged.lowers[mention.first - 1] if mention.first else ""
    if not tagged.has_syntax:
        is_power = is_state and before not in _LOCATIVE and before not in ("to", "from", "of", ",", "the", "for")
        return _judge(is_power, f"follows {before!r}")
    if before in ("v", "v.", "vs", "vs.", "versus"):
        return Reading("power", "party of a case or match")
    for _ in range(8):  # joined and added names are judged as what they are joined to
        if tagged.deps[head] not in ("conj", "appos") or tagged.tags[tagged.heads[head]][:2] != "NN":
            break
        head = tagged.heads[head]
    return _by_dependency(tagged, head, tagged.deps[head], tagged.heads[head], is_state)


def _judge(is_power: bool, reason: str) -> Reading:
    return Reading("power" if is_power else "place", reason)


_MONTHS = frozenset({"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"})


def _is_dateline(tagged: TaggedText, mention: Mention) -> bool:
    """Whether the name opens a sentence as the place of report: "MOSCOW, April 24 (Reuters) —"."""
    low, high = tagged.sentences[tagged.sentence_of[mention.first]]
    if mention.first != low:
        return False
    after = tagged.words[mention.last] if mention.last < high else ""
    if tagged.words[low].isupper() and (after[:1].isdigit() or after in ("", "(") or after[:3] in _MONTHS):
        return True
    if not tagged.words[low].isupper() and after not in ("(", ","):
        return False
    return any(tagged.words[position] in ("—", "--", "–", "-") for position in range(mention.last, min(mention.last + 9, high)))


def _by_dependency(tagged: TaggedText, head: int, dep: str, outside: int, is_state: bool) -> Reading:
    word = tagged.lowers[outside]
    if dep == "nsubj":
        return _as_subject(tagged, outside, is_state)
    if dep == "nsubjpass":
        return Reading("place", f"{word} of a place") if word in _PLACE_PASSIVES else Reading("power", f"{word} is done to it")
    if dep == "agent":
        return Reading("power", "agent of a passive")
    if dep == "pobj":
        return _after_preposition(tagged, outside, is_state)
    if dep == "poss":
        is_power = word not in _LAND if is_state else word in _OF_STATES
        return _judge(is_power, f"has {word}")
    if dep in ("dobj", "dative"):
        is_power = (
            word not in _LAND_VERBS
            if is_state
            else word in ("beat", "defeated", "beating", "defeating", "representing", "represented", "accused", "urged", "told")
        )
        return _judge(is_power, f"object of {word}")
    if dep in ("compound", "nmod", "amod"):
        return _judge(word in _MODIFIED_BY_POWERS, f"modifies {word}")
    if dep == "npadvmod" and word in (
        "led",
        "backed",
        "brokered",
        "supported",
        "sponsored",
        "run",
        "controlled",
        "mediated",
        "funded",
        "allied",
    ):
        return Reading("power", f"{word} by it")
    if dep == "appos":
        return _judge(
            is_state and word in ("countries", "nations", "states", "members", "neighbors", "neighbours", "allies", "powers"),
            f"one of the {word}",
        )
    if dep in ("attr", "ROOT") and is_state:
        return _judge(dep == "attr", f"{dep} of {word}")
    return Reading("place", f"{dep or 'word'} of {word}")


def _as_subject(tagged: TaggedText, verb: int, is_state: bool) -> Reading:
    lower = tagged.lowers[verb]
    if lower in ("is", "was", "are", "were", "be", "been", "being", "'s", "remains", "remained", "remain", "became", "becomes", "become"):
        attribute = next((child for child in tagged.children[verb] if tagged.deps[child] in ("attr", "acomp")), None)
        described = tagged.lowers[attribute] if attribute is not None else "where"
        if not is_state or described in _GEOGRAPHIC_WORDS:
            return Reading("place", f"subject of a description: {described}")
        return Reading("power", f"subject of a description: {described}")
    if lower in ("has", "had", "have", "having"):
        owned = next((child for child in tagged.children[verb] if tagged.deps[child] == "dobj"), None)
        thing = tagged.lowers[owned] if owned is not None else ""
        return _judge(is_state and thing not in _LAND, f"has {thing}")
    if lower in (
        "lies",
        "lie",
        "lay",
        "stretches",
        "borders",
        "spans",
        "covers",
        "sits",
        "stands",
        "experienced",
        "experiences",
        "features",
        "enjoys",
        "boasts",
    ):
        return Reading("place", f"subject of {lower}")
    return Reading("power", f"subject of {lower}")


def _after_preposition(tagged: TaggedText, preposition: int, is_state: bool) -> Reading:
    word = tagged.lowers[preposition]
    above = tagged.lowers[tagged.heads[preposition]]
    reason = f"{above} {word} it"
    if word == "in" and above in _ATTITUDES:
        return Reading("power", reason)
    if word in _LOCATIVE:
        return Reading("place", f"{word} it", word in _SITES)
    if word in ("with", "against", "versus", "vs", "v", "by", "despite", "concerning", "without", "upon", "like", "unlike"):
        return Reading("power", reason)
    if word == "between":
        return _judge(
            above in _RELATIONS or above in _MODIFIED_BY_POWERS or (is_state and above not in _BETWEEN_LANDS),
            reason,
        )
    if not is_state:
        is_power = above in _RELATIONS or (word == "of" and above in _OF_STATES) or (word == "for" and above in _PLAYED)
        return _judge(is_power, reason)
    if word == "for":
        return _judge(
            above not in ("left", "leave", "leaving", "bound", "headed", "departed", "sailed", "embarked", "flight", "visa", "set"),
            reason,
        )
    if word == "of":
        return _judge(above in _OF_STATES or above in _RELATIONS, reason)
    if word in ("to", "from"):
        return _judge(above in _DONE_TO or above in _RELATIONS, reason)
    if word in ("towards", "toward", "over", "among", "under", "as", "than", "about"):
        return _judge(word not in ("over", "about") or above in _RELATIONS, reason)
    if word == "on":
        return _judge(
            above in _RELATIONS
            or above
            in ("pressure", "sanctions", "attack", "attacks", "war", "imposed", "tariffs", "embargo", "blame", "depend", "dependent"),
            reason,
        )
    return Reading("place", reason)


_BETWEEN_LANDS = frozenset(
    "border borders area areas pass passes travelled traveled travel flights flight road route railway link links located lies "
    "distance strait channel ferry trains way".split()
)
_PLAYED = frozenset(
    "played play plays playing competed compete caps appearances debut debuted scored signed captain captained match matches goals".split()
)
