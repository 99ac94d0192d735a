"""Which names records give to our fields: as the user maps them, else as dumps, databases and interfaces of news call them."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from unicodedata import combining, normalize

FIELDS = ("title", "text", "published_at", "authors", "outlet", "url", "language")
#: The entry of a mapping that is no field of ours: names of further fields to keep, parted by commas.
KEEP = "keep"
#: Parts the names that a mapping gives to one field, the first that is filled counts.
OR = "|"
#: Names under which dumps keep each field, letters and digits only, best first.
_KNOWN: Mapping[str, tuple[str, ...]] = {
    "title": (
        "title", "headline", "articletitle", "titletext", "heading", "subject", "headlinemain", "webtitle", "newstitle", "titlefull",
        "titel", "titre", "titulo", "titolo", "schlagzeile", "uberschrift", "ueberschrift", "dctitle", "ogtitle",
        "hauptzeile", "kop", "titular", "manchete", "overskrift", "tytul", "otsikko", "head", "header", "name", "ti", "hl", "hd",
    ),
    "text": (
        # originals before the copies that were prepared from them
        "contentoriginal", "originalcontent", "originaltext", "textoriginal",
        "text", "body", "content", "maintext", "articletext", "fulltext", "articlebody", "bodytext", "contenttext", "plaintext",
        "textcontent", "cleanedtext", "cleantext", "rawtext", "storytext", "articlecontent", "newscontent", "contents", "story", "article",
        "contenthtml", "bodyhtml", "articlehtml", "html", "paragraphs", "bodyparagraphs", "texts", "texte", "volltext", "artikeltext",
        "texteintegral", "bodynitf", "bodyxhtml",
        "artikel", "inhalt", "contenu", "corps", "cuerpo", "texto", "contenido", "testo", "contenuto", "tekst", "inhoud",
        "innehall", "wortlaut", "brodtext", "tresc", "document", "leadparagraph",
    ),
    "published_at": (
        "publishedat", "datepublished", "publishdate", "publisheddate", "publicationdate", "pubdate", "datepublish", "published",
        "firstpublished", "firstpublicationdate", "webpublicationdate", "publishtime", "publishedtime", "publishedon", "publishingdate",
        "pubtime", "datetimepub", "versioncreated", "firstcreated", "seendate", "date", "datum", "erscheinungsdatum",
        "veroffentlichungsdatum", "datedepublication", "datepublication", "dateparution", "fecha", "data", "datetime", "timestamp",
        "time", "createdat", "created", "creationdate", "datecreated", "dcdatepublished", "dcdate", "dcdatecreated", "dcissued", "issued",
        "unixtimestamp", "publisheddatetime", "datetimepublished", "datepublishedraw",
        "publicado", "datapubblicazione", "publiceringsdatum", "gepubliceerd", "paivays",
        "dct", "day", "pd",
    ),
    "authors": (
        "authors", "author", "byline", "bylines", "creator", "dccreator", "writers", "writer", "by", "journalist", "journalists",
        "authorname", "authornames", "autor", "autoren", "autorin", "verfasser", "auteur", "auteurs", "autores", "autore",
    ),
    "outlet": (
        "outlet", "newspaper", "sitename", "sourcename", "namesource",
        "medianame", "mediumname", "source", "publisher", "publication", "publicationname",
        "publicationtitle", "outletname", "metasitename", "ogsitename", "sourcetitle", "sourcehostname", "media", "medium", "journal",
        "provider", "zeitung", "medienname", "quelle", "periodique", "fuente", "medio", "fonte", "testata", "sitefull", "site",
        "dcsource", "dcpublisher", "pub", "sn", "sourcedomain", "canonicaldomain", "cleanurl", "hostname", "domain", "mediaurl",
        "sourcecollection",
    ),
    "url": (
        "originalurl", "canonicalurl", "canonicallink", "url", "link", "weburl", "webnewsurl", "respondedurl", "articleurl", "pageurl", "newsurl",
        "permalink", "requestedurl", "sourceurl", "uri", "href", "adresse", "lien", "enlace", "urlseg",
    ),
    "language": (
        "language", "lang", "languagecode", "inlanguage", "humanlanguage", "metalang", "fulllanguage", "sprache", "langue", "idioma",
        "dclanguage", "taal",
    ),
}  # fmt: skip
#: Names that hold an address of the article now and then; taken only when they do.
MAYBE_ADDRESSES = ("mainentityofpage", "source", "guid", "id")
_KEY_NOISE = re.compile(r"[\W_]")


@lru_cache(10_000)
def plain_name(name: str) -> str:
    """Letters and digits of a name alone, lower case and without accents."""
    return _KEY_NOISE.sub("", "".join(sign for sign in normalize("NFD", name.casefold()) if not combining(sign)))


def detect_fields(names: Iterable[str], mapping: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Which of the names may hold each field, best first: as the mapping says (ours to theirs), else by known names; without those that
    nobody holds."""
    present = list(names)
    return known_fields(present) | mapped_fields(present, mapping)


def known_fields(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Which of the names may hold each field by what dumps call them, best first."""
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault(plain_name(name), name)
    fields = {field: tuple(plain[key] for key in known if key in plain) for field, known in _KNOWN.items()}
    return {field: found for field, found in fields.items() if found}


def mapped_fields(names: Iterable[str], mapping: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Which of the names hold each field as the mapping says."""
    present = list(names)
    fields = {field: tuple(name for name in _named(theirs) if _is_among(name, present)) for field, theirs in _ours(mapping).items()}
    return {field: found for field, found in fields.items() if found}


def missing_fields(names: Iterable[str], mapping: Mapping[str, str]) -> str | None:
    """In words, which field the mapping names that is not among the names; None when all are."""
    present = list(names)
    for field, theirs in _ours(mapping).items():
        if not any(_is_among(name, present) for name in _named(theirs)):
            near = get_close_matches(theirs, present, 1)
            meant = f"; did you mean --map {field}={near[0]}?" if near else f"; name one of them with --map {field}=NAME"
            return f"expected the field {theirs!r} that --map names for {field}, found {', '.join(present)[:200] or 'none'!r}{meant}"
    return None


def kept_names(mapping: Mapping[str, str]) -> tuple[str, ...]:
    """The further fields that the mapping says to keep."""
    return tuple(name.strip() for name in mapping.get(KEEP, "").split(",") if name.strip())


def _ours(mapping: Mapping[str, str]) -> dict[str, str]:
    return {field: theirs for field, theirs in mapping.items() if field in FIELDS}


def _named(theirs: str) -> list[str]:
    return [name.strip() for name in theirs.split(OR)]


def _is_among(name: str, present: list[str]) -> bool:
    return name in present or name.split(".")[0] in present
