"""Printed bylines to names: "By Jane Doe and John Roe, Reuters" has two authors."""

import re
from collections.abc import Iterable

_LEAD = re.compile(
    r"^(?:view all posts by|(?:posted|published|written|reported|story|words|text|article|reporting|analysis|opinion) by"
    r"|by|from|par|por|(?-i:(?:Door|Av|Af|Von(?:\s+unser\w*\s+\w+)?)(?=\s+[^\W\d_a-z]\S*\s+[^\W\d_a-z])))\b[\s:]*|^(?:authors?|autor\w*|auteurs?)\s*:\s*"
    r"|^(?:作者|記者|记者|文)\s*[:：/／]\s*",
    re.I,
)
#: "and" of languages in which it is part of names too, so that it parts names behind their "by" only.
_AND = {"door": "en", "av": "och|og", "af": "og|och"}
_TAIL = re.compile(
    r"\s*(?:\||•|·|/|\s[–—-]\s|\(|\bfor the\b|\bin [A-Z]|\bat \d|\b(?:published|updated|posted)\b|\bon (?:[A-Z]|\d)|@|https?:|www\."
    r"|\d{1,2}[:/.]\d|\d{4}).*$",
    re.S,
)
_PARTS = re.compile(r"\s*(?:;|\s&\s|,?\s+(?:and|und|et|y|with)\s+|,|\n|\|)\s*", re.I)
#: Parts of a byline that are no names: offices, titles behind a name, and the words of the page around it.
_NO_NAME = re.compile(
    r"(?:(?:head\s+of|senior|chief|staff|special|political|foreign|assistant|associate|contributing|managing|deputy|executive|national|freelance)\b.*"
    r"|.*\b(?:correspondent|reporter|editor|writer|columnist|contributor|producer|journalist|officer|director|president|professor|bureau|desk"
    r"|newsroom|editorial|admin|administrator|team|staff|all posts|follow|twitter|facebook|subscribe|updated|published|newsletter"
    r"|share|read more)\b.*"
    r"|(?:ph\.?\s?d|m\.?d|mph|msc?|ma|ba|bsc|rdn?|rn|ldn?|mba|jd|esq|jr|sr|i{1,3}|iv)\.?"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|(?:edited|editing|photo\w*|pictures?|video|graphics?)\s+by\b.*"
    r"|(?:wire|news)\s+services?|agencies"
    r"|(?:unknown|anonymous|none|null|n/a|guest|author|authors|head|user|default)"
    r"|\w+[._]\w[\w.]*|.*[@<>{}=].*|.*\.(?:com|org|net|co\.uk|html?).*|.*\d.*)\s*$",
    re.I,
)
_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv)\.?", re.I)
_CREDENTIAL = re.compile(r"\s+(?:MS|MD|PhD|Ph\.D\.|MPH|RDN?|RN|LDN?|LD|MBA|JD|Esq\.?)$")
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
#: Whole names parted by strokes ("Ilse Marr/Tom Adeyi"), unlike an agency behind one.
_STROKED = re.compile(r"[^\W\d_a-z][\w.'’-]+(?: [\w.'’-]+){1,3}(?: ?/ ?[^\W\d_a-z][\w.'’-]+(?: [\w.'’-]+){1,3})+")
_ADDRESS = re.compile(r"\S+@\S+")
_MAX_WORDS = 6
#: "Marr, Ilse": a surname, perhaps with particles, before first names and initials.
_SURNAME = r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]en|[Dd]er|[Dd]i|[Dd]u|[Ll]a|[Ll]e|[Bb]in|[Aa]l|[Ee]l) ){0,3}[^\W\d_a-z][\w'’-]+"
_FIRST_NAMES = r"(?:[^\W\d_a-z][\w'’-]+(?: (?:[^\W\d_a-z][\w'’-]+|[A-Z]\.?)){0,2}|[A-Z]\.(?:[ -]?[A-Z]\.){0,2})"
_TURNED = re.compile(rf"(?P<last>{_SURNAME}), (?P<first>{_FIRST_NAMES}\.?)")
_TURNED_LIST = re.compile(
    rf"{_TURNED.pattern}(?:, {_SURNAME}, {_FIRST_NAMES}\.?)*".replace("(?P<last>", "(?:").replace("(?P<first>", "(?:")
)
_WORDS = re.compile(r"[\w'’-]+")
_AGENCIES = re.compile(
    r"(?-i:[A-Z]{2})|afp|dpa|efe|pti|ani|upi|ansa|ians|anp|bbc|cnn|abc|nbc|cbs|npr|pa|ap|tt|ntb|apa|epd|kna|belga|lusa|reuters|bloomberg|associated|agen\w+|press|xinhua|tass|interfax|staff|news|editor\w*|reporter|writer|correspondent",
    re.I,
)


def split_byline(byline: str) -> list[str]:
    """The names in one byline, as printed, without "By", offices and agencies' addresses."""
    words = _plain(" ".join(_ADDRESS.sub(" ", byline).split()))
    words = _turned(_TAIL.sub("", words))
    names: list[str] = []
    for part in _PARTS.split(words):
        part = _CREDENTIAL.sub("", _LEAD.sub("", part.strip(" .:*\"'“”-–—") + ("." if part.endswith(("Jr.", "Sr.")) else "")))
        if names and _SUFFIX.fullmatch(part):
            names[-1] = f"{names[-1]} {part}"
        elif part and len(part.split()) <= _MAX_WORDS and not _NO_NAME.fullmatch(part) and any(letter.isalpha() for letter in part):
            names.append(part)
    return names


def _plain(words: str) -> str:
    """A byline without "By" and what is in parentheses, its names separated by semicolons where a stroke or a word of its language parts
    them; what stands in parentheses when nothing else does."""
    lead = _LEAD.match(words)
    names = " ".join(_IN_PARENTHESES.sub(" ", _LEAD.sub("", words)).split()) or words.strip("() ")
    joint = _AND.get(lead[0].strip(" :").casefold()) if lead else None
    if joint:
        names = re.sub(rf"\s(?:{joint})\s", "; ", names)
    return names.replace("/", "; ") if _STROKED.fullmatch(names) else names


def _turned(words: str) -> str:
    """A byline that prints surnames first ("Marr, Ilse; Adeyi, Tom") the other way round; any other as it is."""
    parts = [part.strip() for part in re.split(r"[;|]", words) if part.strip()]
    if (
        not parts
        or not all(_TURNED_LIST.fullmatch(part) for part in parts)
        or any(_AGENCIES.fullmatch(word) for word in _WORDS.findall(words))
    ):
        return words
    return "; ".join(f"{found['first']} {found['last']}" for part in parts for found in _TURNED.finditer(part))


def author_names(bylines: Iterable[str], outlet: str | None = None) -> list[str]:
    """Every name of the bylines once, in order; the outlet itself is not an author unless nobody else is."""
    names: dict[str, str] = {}
    for byline in bylines:
        for name in split_byline(_without_outlet(byline, outlet)):
            shown = name.title() if name.isupper() and len(name.split()) > 1 else name
            names.setdefault(shown.casefold().replace("-", " "), shown)
    if outlet and len(names) > 1:
        names.pop(outlet.casefold().replace("-", " "), None)
    return list(names.values())


def _without_outlet(byline: str, outlet: str | None) -> str:
    """The byline without the outlet's name at its end; the outlet alone stays, as it may be all there is."""
    words = " ".join(byline.split()).strip(" ,")
    if outlet and len(words) > len(outlet) and words.casefold().endswith(" " + outlet.casefold()):
        return re.sub(r"\s(?:for|of|at|für|pour|para)$", "", words[: -len(outlet)].rstrip(" ,|-–—/"))
    return words
