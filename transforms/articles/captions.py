"""Words under pictures and notes on who wrote: printed with an article, but not part of what it reports."""

import re

#: Whose pictures are, and what may stand behind the name.
AGENCIES = {
    "AP": r"(?:\ (?:Photos?|Images))?", "AFP": "", "REUTERS": "", "Reuters": "", "EPA": "(?:-EFE)?", "Getty": r"(?:\ Images)?", "UPI": "",
    "Bloomberg": "", "Xinhua": "", "TASS": "", "dpa": "", "Anadolu": r"(?:\ Agency)?", "Shutterstock": "", "iStock": "", "Alamy": "",
    "Zuma": "", "Corbis": "", "PA": r"(?:\ (?:Wire|Media))?",
}  # fmt: skip
_AGENCY = f"(?:{'|'.join(name + behind for name, behind in AGENCIES.items())})"
_NAMES = r"[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]*){0,4}"
#: Whose a picture is, at the end of the words under it: "(AP Photo/Jane Roe)", "(Jane Roe/Reuters)", "| Getty", "Photo: Jane Roe".
_CREDIT = re.compile(
    rf"""(?: [(\[] (?:{_AGENCY}\s?/|{_NAMES}[ ]?[/–—-]{{1,2}}\s?(?:{_AGENCY}|[Vv]ia\b|Pool\b)) [^()\[\]]{{0,60}} [)\]]
    | \b(?:[Vv]ia\s)? {_AGENCY}\s?/\s?{_NAMES}
    | \b{_NAMES}[ ]?[/–—-]{{1,2}}\s?{_AGENCY}(?:/{_AGENCY})?
    | \b(?:[Pp]hoto(?:graph)?|[Ii]llustration|[Ii]mage|[Pp]icture)s?(?:\ [Cc]redits?)?\s?(?::|\ [Bb]y)\s[A-Z@][^.]{{2,60}}
    | \|\s(?:{_NAMES}\s?/\s?)?{_AGENCY}(?:\ and\ {_AGENCY})?
    )[.\s]*$""",
    re.X,
)
#: Without one of these there is no credit, which a search in each paragraph would take ten times as long to find: words for pictures and a
#: bar, or a slash or dash together with an agency or the like.
_PICTURES = ("hoto", "llustration", "mage", "icture", "|")
_STROKES = ("/", "-", "–", "—")
_CREDITED = (*AGENCIES, "via", "Via", "Pool")
#: A line that is nothing but whose the picture is, and for whom it was taken: "Jane Roe for The Daily Post".
_TAKEN_FOR = re.compile(rf"{_NAMES} for [Tt]he {_NAMES}\.?")
_CAPTION_CHARS = 700
#: The labels of pages around pictures and their players.
_LABELLED = re.compile(
    r"media playback is (?:unsupported|not supported) on (?:your|this) device\b|enlarge this image\b|image copyright\b|media caption\b",
    re.I,
)
#: Galleries print it under each of their pictures.
_IN_GALLERY = re.compile(r"\bhide caption \d+ of \d+\b", re.I)
_TITLES = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Rev|Rep|Sen|Gov|(?:Army|Navy)?\ ?(?:Lt\.\ )?(?:Gen|Col|Adm|Capt))\.?\ |Professor\ |Congressman\ ){0,2}"
#: A note on an author: who it is and what else is from the same pen.
_AUTHOR_NOTE = re.compile(
    rf"""[—–*•\s]* {_TITLES}{_NAMES} (?:\ \(ret\.\))? ,? (?:\ (?:who|a|an|the)\b[^.]{{3,120}},)? \ is\ (?:(?:also|currently|now)\ )?
    (?: [^.]{{0,250}}\bauthor\ of\ (?:the\ |[^.]{{0,40}}\bbook,?\ )?[“"‘'A-Z]
    | [^.]{{0,120}}\b(?i:writers?|columnists?|contributors?|contributing\ (?:editor|writer)|editors?(?:-at-large)?|bloggers?
        |fellow|professor|researcher|analyst|associate|correspondent|commentator)\b
        \ ?(?:at|for|of|to|in|with|on|,|and|who|living|based|\.) )""",
    re.X,
)
#: A note on who else wrote: "This story was reported by …".
_WRITTEN_BY = re.compile(r"(?:This (?:story|article|report) was (?:reported|written|compiled|produced)|(?:Additional )?[Rr]eporting) by \w")
_NOTE_CHARS = 600


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph stands under pictures: it ends with whose the picture is, or the page labels it."""
    if _is_gallery(paragraph) or _TAKEN_FOR.fullmatch(paragraph.strip()):
        return True
    return len(paragraph) <= _CAPTION_CHARS and bool(_LABELLED.match(paragraph) or (_may_credit(paragraph) and _CREDIT.search(paragraph)))


def _is_gallery(paragraph: str) -> bool:
    return "hide caption" in paragraph.casefold() and len(_IN_GALLERY.findall(paragraph)) > 1


def _may_credit(paragraph: str) -> bool:
    holds = paragraph.__contains__  # asked of each paragraph by so many words that a generator would take thrice as long
    return any(map(holds, _PICTURES)) or (any(map(holds, _STROKES)) and any(map(holds, _CREDITED)))


def is_author_note(paragraph: str) -> bool:
    """Whether a paragraph tells who an author is; one at the head or foot of an article, for elsewhere it may be reporting."""
    return len(paragraph) <= _NOTE_CHARS and (_AUTHOR_NOTE.match(paragraph) or _WRITTEN_BY.match(paragraph)) is not None
