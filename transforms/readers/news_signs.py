"""By what files of news formats show themselves: root elements, namespaces where those are common words, fields, control characters."""

import re

from transforms.readers.signs import WIRE_START, Sample, is_json, is_json_lines
from transforms.readers.xml_trees import find_root

_ATOM = re.compile(r"(?:purl\.org/atom/|www\.w3\.org/2005/Atom)", re.I)
_RSS_TERMS = re.compile(r"purl\.org/rss/|netscape\.com/rdf|purl\.org/net/rss|<(?:\w+:)?channel\b", re.I)
_FEED_PARTS = re.compile(r"<(?:\w+:)?(?:entry|title|id|updated|link)\b", re.I)
_G2_ROOTS = frozenset(("newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"))
#: What makes a WordPress export an export (https://wordpress.org/export/1.2/).
_WORDPRESS = re.compile(r"wordpress\.org/export/|<wp:wxr_version>")
#: An identifier, a version's date, and a status or body, as ninjs names them.
_NINJS_FIELDS = tuple(
    re.compile(rf'"(?:{names})"\s*:', re.I)
    for names in ("uri|guid", "(?:version|first)_?created", "pub_?status|body_?(?:text|html|xhtml)|bodies|headlines")
)
_SCANNED_WORDS = re.compile(r"<text\.cr>|<wd\b|<articleWord\b")
#: The header of ANPA 1312: service and number, ended by US.
_ANPA_HEADER = re.compile(r"[\s\x16]*\x01\w\d{4}\x1f")


def is_wordpress_export(sample: Sample) -> bool:
    return _root(sample)[0] == "rss" and bool(_WORDPRESS.search(sample.head))


def is_rss(sample: Sample) -> bool:
    name, _ = _root(sample)
    return name.lower() == "rss" or (name == "RDF" and bool(_RSS_TERMS.search(sample.head)))


def is_atom(sample: Sample) -> bool:
    name, attributes = _root(sample)
    return name in ("feed", "entry") and bool(_ATOM.search(attributes) or (name == "feed" and _FEED_PARTS.search(sample.head)))


def is_lexis_xml(sample: Sample) -> bool:
    """Whether the entries of Atom hold articles of LexisNexis."""
    return _root(sample)[0] in ("feed", "entry") and "<articleDoc" in sample.head


def is_nitf(sample: Sample) -> bool:
    return _root(sample)[0] == "nitf"


def is_newsml(sample: Sample) -> bool:
    return _root(sample)[0] == "NewsML"


def is_newsml_g2(sample: Sample) -> bool:
    return _root(sample)[0] in _G2_ROOTS


def is_reuters_sgml(sample: Sample) -> bool:
    return _root(sample)[0].upper() == "REUTERS"


def is_ninjs(sample: Sample) -> bool:
    return (is_json(sample) or is_json_lines(sample)) and all(field.search(sample.head) for field in _NINJS_FIELDS)


def is_anpa(sample: Sample) -> bool:
    return bool(_ANPA_HEADER.match(sample.head))


def is_iptc7901(sample: Sample) -> bool:
    return bool(WIRE_START.match(sample.head.encode("latin-1", "replace")))


def is_tei(sample: Sample) -> bool:
    return _root(sample)[0] in ("TEI", "TEI.2", "teiCorpus")


def is_alto(sample: Sample) -> bool:
    return _root(sample)[0] == "alto"


def is_page_xml(sample: Sample) -> bool:
    return _root(sample)[0] == "PcGts"


def is_mets(sample: Sample) -> bool:
    return _root(sample)[0] == "mets"


def is_newspaper(sample: Sample) -> bool:
    """An issue or article of a scanned newspaper: a word an element."""
    return _root(sample)[0] in ("UKP", "issue", "BL_newspaper") and bool(_SCANNED_WORDS.search(sample.head))


def is_xml(sample: Sample) -> bool:
    """Any XML: it says so, or its suffix does."""
    return bool(_root(sample)[0]) and (sample.head.lstrip("\ufeff \r\n\t").startswith("<?xml") or sample.suffix == ".xml")


def _root(sample: Sample) -> tuple[str, str]:
    return find_root(sample.head) or ("", "")
