"""Dumps of wikis, such as Wikinews (https://www.mediawiki.org/wiki/Help:Export): articles of the main namespace, last revision.

Templates, tables, pictures, notes and lists of sources are no words of an article. The day is that of a template {{date|…}}: that of a
revision says when somebody changed the page.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import quote

from transforms.readers.further_fields import further_fields
from transforms.readers.markup import has_markup, text_of_markup
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.printed_days import printed_day
from transforms.readers.signs import Sample
from transforms.readers.stamps import first_stamp
from transforms.readers.xml_trees import Element, XmlTree, find_root, language_of, parse_xml, with_break, words_at

NAME = "mediawiki"
_DAY = re.compile(r"\{\{\s*(?:date|datum|fecha|data|дата|日期)\s*\|([^{}|]+)", re.I)
_NOTES = re.compile(r"<!--.*?-->|<ref\b[^<>]*/>|<(ref|gallery|math|timeline|imagemap)\b[^<>]*>.{0,5000}?</\1\s*>", re.S | re.I)
_BRACKETS = re.compile(r"\{\{|\}\}|\{\||\|\}(?!\})")
_LINK = re.compile(r"\[\[(?P<target>[^\[\]|]*)(?:\|(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*))?\]\]")
#: Links that show a picture or sort the page: names of namespaces before a colon, and of other languages.
_SHOWN = re.compile(
    r"(?:file|image|category|datei|bild|kategorie|fichier|catégorie|archivo|categoría|immagine|categoria|plik|файл|категория|[a-z]{2,3})\s*:",
    re.I,
)
_OUTWARD = re.compile(r"\[(?:https?:)?//[^\s\[\]]+(?:\s+([^\[\]]*))?\]")
_HEADING = re.compile(r"(?m)^(={1,6})[ \t]*(?P<words>[^\n]*?)[ \t]*\1[ \t]*$")
_APPENDIX = re.compile(
    r"(?:sources?|references?|related (?:news|articles?)|external links?|see also|sister links?|notes?|quellen?|weblinks|einzelnachweise"
    r"|themenverwandte artikel|voir aussi|liens externes|références|fuentes?|enlaces externos|véase también|fonti|источники|ссылки)",
    re.I,
)
_QUOTES, _MAGIC, _ITEM = re.compile(r"'{2,5}"), re.compile(r"__[A-Z]+__"), re.compile(r"(?m)^[*#:;]+\s*")
_REDIRECT = re.compile(r"\s*#(?:redirect|weiterleitung|redirection|redirección)", re.I)
_MAIN_SPACE = "0"


def is_mediawiki(sample: Sample) -> bool:
    return (find_root(sample.head) or ("", ""))[0] == "mediawiki"


def read_mediawiki(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a dump, and one refusal for its other pages."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    return Reading(NAME, NAME, tree.encoding, with_break(_articles(tree), tree))


def _articles(tree: XmlTree) -> Iterator[RawArticle | Rejected]:
    others = position = 0
    for page in tree.root.iter("page"):
        words = page.findall("revision/text")[-1:]
        text = (words[0].text or "") if words else ""
        if page.findtext("ns", _MAIN_SPACE).strip() != _MAIN_SPACE or page.find("redirect") is not None or _REDIRECT.match(text):
            others += 1
            continue
        yield _article_of(tree.root, page, text, position)
        position += 1
    if others:
        yield Rejected("no_article", f"expected articles, found {others:,} redirects and pages of other namespaces", position, "article")


def _article_of(root: Element, page: Element, markup: str, position: int) -> RawArticle | Rejected:
    title = words_at(page, "title")
    text = words_of_wiki(markup)
    if not text:
        return Rejected("no_body", f"expected words of an article, found none under the title {title!r}", position, "article")
    day = next((day for found in _DAY.finditer(markup) if (day := printed_day(found[1]) or first_stamp([found[1]]))), None)
    base = words_at(root, "siteinfo/base")
    return RawArticle(
        text=text,
        position=position,
        title=title,
        published_at=day,
        outlet=words_at(root, "siteinfo/sitename"),
        url=f"{base.rpartition('/')[0]}/{quote(title.replace(' ', '_'))}" if base and title else None,
        language=language_of(root),
        fields=further_fields([("changed", words_at(page, "revision/timestamp"))]),
    )


def words_of_wiki(markup: str) -> str:
    """The words of a page in the markup of wikis, paragraphs parted by blank lines."""
    plain = _without_sources(_without_templates(_NOTES.sub("", markup)))
    plain = _LINK.sub(_words_of_link, _LINK.sub(_words_of_link, plain))
    plain = _OUTWARD.sub(lambda found: found[1] or "", plain)
    plain = _ITEM.sub("", _MAGIC.sub("", _QUOTES.sub("", _HEADING.sub(r"\n\g<words>\n", plain))))
    blocks = (" ".join(block.split()) for block in re.split(r"\n\s*\n", plain))
    return "\n\n".join(words for block in blocks if (words := (text_of_markup(block) if has_markup(block) else unescape(block)).strip()))


def _without_templates(markup: str) -> str:
    """The markup without what stands in braces, however deep; a brace that is never closed costs nothing behind it."""
    parts: list[str] = []
    opened: list[int] = []
    at = 0
    for found in _BRACKETS.finditer(markup):
        if found[0] in ("{{", "{|"):
            if not opened:
                parts.append(markup[at : found.start()])
            opened.append(found.start())
        elif opened:
            opened.pop()
            at = found.end() if not opened else at
    return "".join(parts) + markup[opened[0] + 2 if opened else at :]


def _words_of_link(found: re.Match[str]) -> str:
    target, words = found["target"].strip(), found["words"]
    if _SHOWN.match(target) and not (words and target.casefold().startswith("w:")):
        return ""
    return (words.rpartition("|")[2] if words else target.lstrip(":").rpartition(":")[2]).strip()


def _without_sources(markup: str) -> str:
    """The markup without the sections that list sources and other pages."""
    heads = list(_HEADING.finditer(markup))
    if not heads:
        return markup
    kept = markup[: heads[0].start()]
    for head, end in zip(heads, [*(following.start() for following in heads[1:]), len(markup)], strict=True):
        kept += "" if _APPENDIX.fullmatch(_QUOTES.sub("", head["words"])) else markup[head.start() : end]
    return kept
