"""Codes in words, for pages, charts and the view `codes`: one table, so that everything people see uses the same words."""

from collections.abc import Iterator

from warehouse import vocabulary

#: By the name of the column: what its codes mean, where their letters do not say it.
CODES = {
    "kind": {
        "igo": "intergovernmental organisation", "ngo": "non-governmental organisation", "generic": "unnamed people",
        "people": "people or nation",
    },
    "event": {
        "AGREE": "agrees with", "CONSULT": "meets", "SUPPORT": "supports", "CONCEDE": "gives in to", "COOPERATE": "cooperates with",
        "AID": "aids", "RETREAT": "retreats from", "INVESTIGATE": "investigates", "REQUEST": "asks", "ACCUSE": "accuses",
        "REJECT": "rejects", "THREATEN": "threatens", "PROTEST": "protests against", "SANCTION": "sanctions",
        "MOBILIZE": "mobilises against", "COERCE": "coerces", "ASSAULT": "attacks",
    },
    "ner": {
        "PERSON": "person", "NORP": "nation, religion or party", "FAC": "building or site", "ORG": "organisation", "GPE": "country or city",
        "LOC": "region", "PRODUCT": "product", "EVENT": "event", "WORK_OF_ART": "title of a work", "LAW": "law", "LANGUAGE": "language",
    },
    "sector": {
        "GOV": "government", "MIL": "military", "REB": "rebels", "OPP": "opposition", "PTY": "parties", "AGR": "agriculture",
        "BUS": "business", "COP": "police", "CRM": "crime", "CVL": "civilians", "EDU": "education", "ELI": "former officials and elites",
        "HLH": "health", "IGO": "international bodies", "JUD": "judiciary", "LAB": "labour", "LEG": "legislature", "MED": "media",
        "NGO": "non-governmental organisations", "PRM": "paramilitaries", "REF": "refugees", "REL": "religion", "SPY": "intelligence",
        "UAF": "armed groups of unclear allegiance",
    },
}  # fmt: skip
#: Every code of a column that can stand in a table.
_ALL = {"kind": vocabulary.ACTOR_KINDS, "event": vocabulary.EVENTS, "ner": vocabulary.NER_LABELS, "sector": vocabulary.SECTORS}


def in_words(value: str, name: str) -> str:
    """A code of the column in words."""
    return CODES[name].get(value, value.replace("_", " "))


def all_in_words() -> Iterator[tuple[str, str, str]]:
    """Column, code and words of every code."""
    return ((name, code, in_words(code, name)) for name, codes in _ALL.items() for code in codes)
