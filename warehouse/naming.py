"""English names within phrases: which ones take the article, and what a body of somebody is called."""

import re

#: Last words of names that are common nouns, names in the plural, and names that open with one ("Republic of the Congo").
_DEFINITE = re.compile(
    r"(Agency|Assembly|Authority|Bank|Bureau|Coalition|Commission|Committee|Community|Council|Court|Democrats|Department|Emirates|Federation|"
    r"Forces?|Front|Fund|Government|Guards?|House|Islands|Kingdom|League|Military|Ministry|Movement|Nations|Navy|Office|Organi[sz]ation|"
    r"Parliament|Party|Police|Republic|Senate|Service|Squad|States|Union|"
    r"Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines)( \(.+\))?$|"
    r"^(Armed forces|Government|Interior ministry|Military|Police|Rebels|[A-Z]\w+ ministry|Organi[sz]ation|Community|Commonwealth|"
    r"(Democratic |People's )?Republic) (of|for) ",
)


def with_article(name: str) -> str:
    """A name as a sentence prints it: "the European Union", "the Government of Iran", "Iran"."""
    return f"the {name}" if _DEFINITE.search(name) and not name.lower().startswith("the ") else name


def body_of(noun: str, owner: str) -> str:
    """What a body of an owner is called: "Government of the Netherlands", "Foreign ministry of Iran"."""
    return f"{noun[0].upper()}{noun[1:]} of {with_article(owner)}"
