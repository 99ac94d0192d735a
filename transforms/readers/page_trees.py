"""Web pages as trees of elements: parsed once, and rid of what is not text before the body is looked for."""

from lxml import etree, html
from trafilatura.utils import repair_faulty_html

#: Elements that hold no words of an article and that trafilatura drops as well, but only after it has copied and searched the whole tree.
_WORDLESS = (
    "style", "svg", "template", "canvas", "iframe", "video", "audio", "object", "nav", "footer", "button", "input", "select", "link",
    "meta", "source", "picture", "noscript",
)  # fmt: skip
_BEGINNING = 50
_HEAD_CHARS = 10_000
#: What no tree takes (https://www.w3.org/TR/xml/#charsets), surrogates aside.
_NO_CHARACTERS = ("\ufffe", "\uffff")
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 13))


def _parser() -> etree.HTMLParser:
    """A parser that makes one class of elements; lxml's own looks up the class of each element in Python, a tenth of the time of a page."""
    parser = etree.HTMLParser(collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


_PARSER = _parser()


def parse_page(text: str) -> html.HtmlElement | None:
    """The tree of a page; None when no HTML parser makes anything of it."""
    beginning = text[:_BEGINNING].lower()
    # the repair looks for a faulty doctype and root alone; its search for characters that no tree takes is slow on the whole page
    repaired = repair_faulty_html(text[:_HEAD_CHARS], beginning) + text[_HEAD_CHARS:]
    for sign in _NO_CHARACTERS:
        repaired = repaired.replace(sign, "")
    data = repaired.encode("utf-8", "replace").translate(None, _CONTROLS)
    try:
        tree = html.document_fromstring(data, parser=_PARSER)
    except (etree.LxmlError, ValueError):  # nothing but comments and control characters
        return None
    assert isinstance(tree, html.HtmlElement)
    # a single element under the root of what never says that it is HTML is the parser's own wrapping of something else
    return None if "html" not in beginning and len(tree) < 1 else tree


def drop_wordless(tree: html.HtmlElement) -> None:
    """Take out elements without words, and scripts but for linked data, which may hold the article's body."""
    scripts = [script for script in tree.iter("script") if "ld+json" not in (script.get("type") or "")]
    for script in scripts:
        script.drop_tree()
    etree.strip_elements(tree, *_WORDLESS, with_tail=False)
