"""One article of our own as each format holds it. Formats that are text are written here; documents are made by the libraries of the field;
the PDF was printed by Chromium from `as_html` and lies in samples/pdf."""

import base64
import json
from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path

TITLE = "Harbour strike ends as Jürgen Öhlund signs pay deal"
AUTHOR = "Marta Lindqvist"
OUTLET = "The Northern Courier"
DAY = "2023-03-14"
PARAGRAPHS = (
    "Dock workers in Norrhamn returned to the cranes on Tuesday after the port’s owner agreed to raise wages by six per cent, ending a "
    "walkout that had held up timber and grain for nineteen days.",
    "“We asked for respect before we asked for money, and today we have both,” said Jürgen Öhlund, who leads the Union of Port Labourers.",
    "The Ministry of Transport welcomed the agreement. Its spokeswoman, Ida Fjell, said that the backlog of forty ships would be cleared by "
    "the end of the month, and that no further talks were planned.",
    "Exporters put their losses at €31 million. The chamber of commerce said it would seek compensation from the owner, Nordhavn Holding, "
    "which declined to comment.",
)
SAMPLES = Path(__file__).parent / "samples"
_PLAIN = "\n\n".join(PARAGRAPHS)
_HTML = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in PARAGRAPHS)


def as_text() -> bytes:
    return f"Title: {TITLE}\nAuthor: {AUTHOR}\nSource: {OUTLET}\nDate: {DAY}\n\n{_PLAIN}\n".encode()


def as_markdown() -> bytes:
    return f"---\ntitle: {TITLE}\nauthor: {AUTHOR}\noutlet: {OUTLET}\ndate: {DAY}\n---\n\n{_PLAIN}\n".encode()


def as_html() -> bytes:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title><meta name="author" content="{AUTHOR}">'
        f'<meta property="og:site_name" content="{OUTLET}"><meta property="article:published_time" content="{DAY}">'
        f"</head><body><article><h1>{TITLE}</h1>{_HTML}</article></body></html>"
    ).encode()


def as_json() -> bytes:
    return json.dumps({"title": TITLE, "author": AUTHOR, "source": OUTLET, "date": DAY, "text": _PLAIN}).encode()


def as_eml() -> bytes:
    body = base64.encodebytes(_PLAIN.encode()).decode()
    subject = base64.b64encode(TITLE.encode()).decode()
    return (
        f"From: {AUTHOR} <desk@courier.example>\nTo: readers@courier.example\nSubject: =?utf-8?b?{subject}?=\n"
        "Date: Tue, 14 Mar 2023 12:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: base64\n\n{body}"
    ).encode()


def as_warc() -> bytes:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + as_html()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "WARC-Target-URI: https://courier.example/harbour-strike\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(page)}\r\n\r\n"
    )
    return head.encode() + page + b"\r\n\r\n"


def as_nitf() -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><nitf><head><docdata><date.issue norm="20230314"/></docdata>'
        f'<pubdata name="{OUTLET}"/></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>By {AUTHOR}</byline></body.head>'
        f"<body.content>{_HTML}</body.content></body></nitf>"
    ).encode()


def as_newsml_g2() -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:courier:1" version="1" '
        'standard="NewsML-G2" standardversion="2.18" conformance="power" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/>'
        f"<provider><name>{OUTLET}</name></provider><versionCreated>2023-03-14T12:00:00+00:00</versionCreated>"
        f'<pubStatus qcode="stat:usable"/></itemMeta><contentMeta><by>{AUTHOR}</by><headline>{TITLE}</headline></contentMeta><contentSet>'
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{TITLE}</title></head>'
        f"<body>{_HTML}</body></html></inlineXML></contentSet></newsItem>"
    ).encode()


def as_rss() -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{OUTLET}</title><link>https://courier.example/</link>'
        f"<description>News</description><item><title>{TITLE}</title><dc:creator>{AUTHOR}</dc:creator>"
        f"<pubDate>Tue, 14 Mar 2023 12:00:00 GMT</pubDate><content:encoded><![CDATA[{_HTML}]]></content:encoded></item></channel></rss>"
    ).encode()


def _lexis_lines() -> list[str]:
    return [OUTLET, "March 14, 2023 Tuesday", TITLE, f"BYLINE: {AUTHOR}", "SECTION: NEWS; Pg. 1", "LENGTH: 121 words", *PARAGRAPHS]


def as_lexisnexis_text() -> bytes:
    tail = ["LOAD-DATE: March 15, 2023", "LANGUAGE: ENGLISH", f"Copyright 2023 {OUTLET}\nAll Rights Reserved"]
    return "\n\n".join(["1 of 1 DOCUMENTS", *_lexis_lines(), *tail]).encode("utf-8-sig")


def _nexis_uni_paragraphs() -> list[str]:
    return [
        "Documents (1)", f"1. {TITLE}", "Search Terms: harbour", TITLE, OUTLET, "March 14, 2023 Tuesday", f"Copyright 2023 {OUTLET}",
        "Section: NEWS; Pg. 1", "Length: 121 words", f"Byline: {AUTHOR}", "Body", *PARAGRAPHS, "Load-Date: March 15, 2023", "End of Document",
    ]  # fmt: skip


def as_nexis_uni_docx() -> bytes:
    return _docx(_nexis_uni_paragraphs())


def as_docx() -> bytes:
    return _docx([f"Title: {TITLE}", f"Author: {AUTHOR}", f"Source: {OUTLET}", f"Date: {DAY}", "", *PARAGRAPHS])


def _docx(paragraphs: list[str]) -> bytes:
    import docx

    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_odt() -> bytes:
    import odfdo

    document = odfdo.Document("text")
    document.body.clear()
    for paragraph in (f"Title: {TITLE}", f"Author: {AUTHOR}", f"Source: {OUTLET}", f"Date: {DAY}", "", *PARAGRAPHS):
        document.body.append(odfdo.Paragraph(paragraph))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _rtf(paragraphs: list[str]) -> bytes:
    words = "\\par\n".join("".join(sign if ord(sign) < 128 else f"\\u{ord(sign)}?" for sign in paragraph) for paragraph in paragraphs)
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}}\\f0\\fs24 " + words + "\\par}").encode("ascii")


def as_rtf() -> bytes:
    return _rtf([f"Title: {TITLE}", f"Author: {AUTHOR}", f"Source: {OUTLET}", f"Date: {DAY}", "", *PARAGRAPHS])


def _factiva_fields() -> list[tuple[str, list[str]]]:
    return [
        ("SE", ["News"]), ("HD", [TITLE]), ("BY", [AUTHOR]), ("WC", ["121 words"]), ("PD", ["14 March 2023"]), ("SN", [OUTLET]), ("SC", ["NORCOU"]),
        ("LA", ["English"]), ("CY", [f"(c) 2023 {OUTLET}"]), ("LP", [PARAGRAPHS[0]]), ("TD", list(PARAGRAPHS[1:])),
        ("RE", ["nordz : Nordic Countries"]), ("AN", ["Document NORCOU0020230314ej3e00001"]),
    ]  # fmt: skip


def as_factiva_html() -> bytes:
    rows = "".join(
        f"<tr><td><b>{code}</b>&nbsp;</td><td>{''.join(f'<p>{escape(part)}</p>' for part in parts)}</td></tr>"
        for code, parts in _factiva_fields()
    )
    return f'<html><head><meta charset="utf-8"><title>Factiva</title></head><body><table>{rows}</table></body></html>'.encode()


def as_factiva_xml() -> bytes:
    tail = "".join(f"<paragraph>{escape(paragraph)}</paragraph>" for paragraph in PARAGRAPHS[1:])
    return (
        '<?xml version="1.0" encoding="utf-8"?><PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">'
        f'<ppsarticleResultSet count="1"><ppsarticle><article><baseLanguage>EN</baseLanguage><byline>{AUTHOR}</byline>'
        f"<headline><paragraph>{TITLE}</paragraph></headline><leadParagraph><paragraph>{escape(PARAGRAPHS[0])}</paragraph></leadParagraph>"
        f"<tailParagraphs>{tail}</tailParagraphs><publicationDate><date>{DAY}</date></publicationDate>"
        f"<sourceName>{OUTLET}</sourceName></article></ppsarticle></ppsarticleResultSet></ppsArticleResponse></PPSResponse>"
    ).encode()


def as_factiva_rtf() -> bytes:
    lines: list[str] = []
    for code, parts in _factiva_fields():
        lines += [f"{code}  {parts[0]}", *(line for part in parts[1:] for line in ("", part))]
    return _rtf(lines)


def as_europresse() -> bytes:
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><article><header>'
        f'<div><span class="DocPublicationName">{OUTLET}</span></div><div><span class="DocHeader">Économie, mardi 14 mars 2023, p. 1</span></div>'
        f'<div class="titreArticle"><p class="titreArticleVisu">{TITLE}</p></div><div>{AUTHOR}</div></header><section>'
        f'<div class="docOcurrContainer">{_HTML}</div></section><footer><small>© 2023 {OUTLET}. Tous droits réservés.</small></footer>'
        "</article></body></html>"
    ).encode()


def as_proquest_text() -> bytes:
    rule = "_" * 60
    return (
        f"{rule}\n\n{TITLE}\n\nAuthor: Lindqvist, Marta\n\nPublication info: {OUTLET} ; Norrhamn [Norrhamn]. 14 Mar 2023.\n\n"
        f"Full text: {_PLAIN}\n\nTitle: {TITLE}\n\nPublication title: {OUTLET}; Norrhamn\n\nPublication date: Mar 14, 2023\n\n"
        f"Language of publication: English\n\nProQuest document ID: 1234567\n\n{rule}\n"
    ).encode()


def as_proquest_xml() -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><RECORD><GOID>1234567</GOID><Obj><TitleAtt><Title>{TITLE}</Title></TitleAtt>'
        f"<NumericDate>{DAY}</NumericDate><Contributors><Contrib><ContribRole>Author</ContribRole><OriginalForm>Lindqvist, Marta</OriginalForm>"
        f"</Contrib></Contributors><Language><RawLang>English</RawLang></Language></Obj><DFS><PubFrosting><Title>{OUTLET}</Title></PubFrosting>"
        f'</DFS><TextInfo><Text HTMLContent="true">{escape(_HTML)}</Text></TextInfo></RECORD>'
    ).encode()


def as_pdf() -> bytes:
    return (SAMPLES / "pdf" / "harbour.pdf").read_bytes()


#: File name -> (the format it is, how it is made).
FORMATS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a.txt": ("text", as_text),
    "a.md": ("markdown", as_markdown),
    "a.html": ("html", as_html),
    "a.json": ("json", as_json),
    "a.eml": ("eml", as_eml),
    "a.warc": ("warc", as_warc),
    "nitf.xml": ("nitf", as_nitf),
    "g2.xml": ("newsml_g2", as_newsml_g2),
    "rss.xml": ("rss", as_rss),
    "lexis.txt": ("lexisnexis", as_lexisnexis_text),
    "nexis_uni.docx": ("lexisnexis", as_nexis_uni_docx),
    "a.docx": ("docx", as_docx),
    "a.odt": ("odt", as_odt),
    "a.rtf": ("rtf", as_rtf),
    "factiva.html": ("factiva", as_factiva_html),
    "factiva.xml": ("factiva", as_factiva_xml),
    "factiva.rtf": ("factiva", as_factiva_rtf),
    "europresse.html": ("europresse", as_europresse),
    "proquest.txt": ("proquest", as_proquest_text),
    "proquest.xml": ("proquest", as_proquest_xml),
    "a.pdf": ("pdf", as_pdf),
}
#: A printed page has no fields beside its words.
WITHOUT_FIELDS = ("a.pdf",)
