"""English inflection forward, from a base form to the printed forms: dictionaries list base forms, and no lemmatizer undoes them."""

_IRREGULAR = {
    "be": "is are was were been being am", "beat": "beats beaten beating", "begin": "begins began begun beginning",
    "bind": "binds bound binding", "blow": "blows blew blown blowing", "bomb": "bombs bombed bombing",
    "break": "breaks broke broken breaking", "bring": "brings brought bringing", "build": "builds built building",
    "buy": "buys bought buying", "catch": "catches caught catching", "choose": "chooses chose chosen choosing",
    "come": "comes came coming", "cut": "cuts cutting", "deal": "deals dealt dealing", "do": "does did done doing",
    "drive": "drives drove driven driving", "fall": "falls fell fallen falling", "feel": "feels felt feeling",
    "fight": "fights fought fighting", "find": "finds found finding", "flee": "flees fled fleeing",
    "forbid": "forbids forbade forbidden forbidding", "foresee": "foresees foresaw foreseen foreseeing",
    "forgive": "forgives forgave forgiven forgiving", "get": "gets got gotten getting", "give": "gives gave given giving",
    "go": "goes went gone going", "have": "has had having", "hear": "hears heard hearing", "hide": "hides hid hidden hiding",
    "hit": "hits hitting", "hold": "holds held holding", "hurt": "hurts hurting", "keep": "keeps kept keeping",
    "know": "knows knew known knowing", "lead": "leads led leading", "leave": "leaves left leaving", "lend": "lends lent lending",
    "let": "lets letting", "lie": "lies lied lying", "lose": "loses lost losing", "make": "makes made making",
    "meet": "meets met meeting", "mislead": "misleads misled misleading", "overthrow": "overthrows overthrew overthrown overthrowing",
    "pay": "pays paid paying", "put": "puts putting", "quit": "quits quitting", "read": "reads reading",
    "rise": "rises rose risen rising", "run": "runs ran running", "say": "says said saying", "see": "sees saw seen seeing",
    "seek": "seeks sought seeking", "send": "sends sent sending", "set": "sets setting", "shine": "shines shone shining",
    "shoot": "shoots shot shooting", "show": "shows showed shown showing", "sink": "sinks sank sunk sinking",
    "speak": "speaks spoke spoken speaking", "spend": "spends spent spending", "spread": "spreads spreading",
    "stand": "stands stood standing", "steal": "steals stole stolen stealing", "stick": "sticks stuck sticking",
    "strike": "strikes struck striking", "swear": "swears swore sworn swearing", "take": "takes took taken taking",
    "tell": "tells told telling", "think": "thinks thought thinking", "throw": "throws threw thrown throwing",
    "undergo": "undergoes underwent undergone undergoing", "understand": "understands understood understanding",
    "upset": "upsets upsetting", "win": "wins won winning", "withdraw": "withdraws withdrew withdrawn withdrawing",
    "write": "writes wrote written writing",
}  # fmt: skip
_VOWELS = "aeiou"
#: Verbs of two syllables and more that double their last letter, their last syllable being stressed.
_DOUBLING = frozenset(
    "admit commit submit permit omit remit transmit refer prefer defer infer confer deter incur occur recur concur rebut abet regret rebel "
    "repel expel compel propel dispel control patrol begin equip rebuff".split()
)


def verb_forms(base: str) -> tuple[str, ...]:
    """The base and its forms; of a phrasal verb ("back down") the first word is inflected."""
    first, _, rest = base.partition(" ")
    forms = (first, *(_IRREGULAR[first].split() if first in _IRREGULAR else _regular_forms(first)))
    return tuple(f"{form} {rest}" if rest else form for form in dict.fromkeys(forms))


def _regular_forms(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        ing = base + "ing" if base.endswith(("ee", "ye", "oe")) else base[:-1] + "ing"
        return base + "s", base + "d", (base[:-2] + "ying" if base.endswith("ie") else ing)
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    stem = base + base[-1] if _doubles(base) else base
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s"), stem + "ed", stem + "ing"


def _doubles(base: str) -> bool:
    if base in _DOUBLING:
        return True
    vowels = sum(letter in _VOWELS for letter in base)
    return vowels == 1 and len(base) > 2 and base[-1] not in "aeiouwxyhs" and base[-2] in _VOWELS and base[-3] not in _VOWELS


def noun_forms(base: str) -> tuple[str, ...]:
    """A noun and its regular plural."""
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base, base[:-1] + "ies"
    return base, base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")
