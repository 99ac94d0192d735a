"""Hostile and broken files by families, made anew for each test: none may crash, hang, write, read outside its folder, or be lost."""

import bz2
import gzip
import io
import json
import lzma
import os
import random
import socket
import struct
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from backports import zstd

type Files = Iterator[tuple[str, bytes]]

BODY = "The ministers of both countries met in the capital on Tuesday. They agreed to reopen the crossing before winter."
PAGE = f"<html><head><title>Border</title></head><body><article><h1>Border</h1>{f'<p>{BODY}</p>' * 6}</article></body></html>"
SAMPLES = Path(__file__).parent.parent / "articles"
MAGICS = (
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"BZh91AY&SY", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07",
    b"%PDF-1.7\n", b"{\\rtf1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PAR1", b"WARC/1.0\r\n", b"filedesc://x 0 0 text/plain 9\n", b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff", b"GIF89a", b"RIFF", b"\x7fELF", b"MZ\x90", b"SQLite format 3\x00", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"<?xml version='1.0'?>",
    b"<!DOCTYPE html>", b"{", b"[{", b"From a@b Mon Apr 24 22:15:00 2023\nSubject:", b"MIME-Version: 1.0\nFrom: a\nTo: b\n\n", b"ZCZC", b"\x01",
)  # fmt: skip
SUFFIXES = (
    ".txt",
    ".html",
    ".json",
    ".jsonl",
    ".csv",
    ".xml",
    ".pdf",
    ".docx",
    ".rtf",
    ".odt",
    ".zip",
    ".gz",
    ".warc",
    ".eml",
    ".parquet",
    ".md",
)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(members: dict[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=form) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def warc(count: int, errors: Mapping[int, int] | None = None, more: bytes = b"") -> bytes:
    """A web archive of pages with more in each; `errors`: by how much the lengths of some are false."""
    records = []
    for number in range(count):
        page = PAGE.replace("Border<", f"Page {number}<").encode().replace(b"</article>", more + b"</article>")
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        length = len(answer) + (errors or {}).get(number, 0)
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://e.org/{number}\r\nContent-Length: {length}\r\n\r\n"
        records.append(head.encode() + answer + b"\r\n\r\n")
    return b"".join(records)


def bombs() -> Files:
    zeros = b"0" * 12_000_000
    for name, pack in (("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress), ("zst", zstd.compress)):
        yield f"zeros.txt.{name}", pack(zeros)
        yield f"zeros-twice.{name}.{name}", pack(pack(zeros))
        yield f"zeros.jsonl.{name}", pack(b'{"text": "' + zeros + b'"}')
        yield f"zeros.tar.{name}", pack(tarred({"zeros.txt": zeros}))
    for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        yield f"zeros-{method}.zip", zipped({"zeros.txt": zeros}, method)
    packed = bytearray(zipped({"zeros.txt": zeros}))
    for at, field in ((packed.index(b"PK\x03\x04"), 22), (packed.index(b"PK\x01\x02"), 24)):
        struct.pack_into("<I", packed, at + field, 10)  # declares ten bytes
    yield "declares-ten-bytes.zip", bytes(packed)
    yield "ten-bombs.zip", zipped({f"{n}.gz": gzip.compress(b"0" * 2_000_000) for n in range(10)})
    yield (
        "bomb.warc",
        (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://e.org/\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s"
            % (
                (head := len(packed_zeros := gzip.compress(zeros)) + 71),
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + packed_zeros,
            )
        ),
    )
    assert head


def nests() -> Files:
    for depth in (2, 9, 10, 11, 40):
        for name, pack in (
            ("zip", lambda data: zipped({"in.zip": data})),
            ("gz", gzip.compress),
            ("tar", lambda data: tarred({"in.tar": data})),
        ):
            data = zipped({"a.txt": BODY.encode()}) if name == "zip" else BODY.encode()
            for _ in range(depth):
                data = pack(data)
            yield f"nested-{depth}.{name}", data
    quine = zipped({"a.zip": zipped({"b.zip": zipped({})})})
    yield "empty-nest.zip", quine


def traversals() -> Files:
    names = (
        "../../evil.txt",
        "/etc/passwd.txt",
        "..\\..\\evil.txt",
        "C:\\evil.txt",
        "a/../../b.txt",
        "~/evil.txt",
        "a\x00b.txt",
        "nl\nname.txt",
        "\x1b[2J.txt",
        "con",
        "." * 200,
    )
    for number, name in enumerate(names):
        yield f"traversal-{number}.zip", zipped({name: BODY.encode()})
        yield f"traversal-{number}.tar", tarred({name.replace("\x00", ""): BODY.encode()})
    for number, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE)):
        stream = io.BytesIO()
        with tarfile.open(fileobj=stream, mode="w") as archive:
            info = tarfile.TarInfo("link.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        yield f"link-{number}.tar", stream.getvalue()
    yield "many.zip", zipped({f"{number}.txt": b"" for number in range(1500)}, zipfile.ZIP_STORED)
    yield "same-names.tar", tarred({"a.txt": BODY.encode()}) * 3


def entities() -> Files:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    quadratic = f'<!ENTITY a "{"a" * 20_000}">'
    outside = '<!ENTITY x SYSTEM "file:///etc/passwd">'
    network = '<!ENTITY x SYSTEM "http://127.0.0.1:9/x">'
    parameter = '<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;'
    shells = {
        "rss": "<rss version='2.0'><channel><title>{}</title><item><title>{}</title><description>{}</description></item></channel></rss>",
        "feed": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>{}</title><content>{}{}</content></entry></feed>",
        "nitf": "<nitf><head><title>{}</title></head><body><body.content><p>{}</p><p>{}</p></body.content></body></nitf>",
        "NewsML": "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>{}{}{}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
        "newsItem": "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><contentSet><inlineXML>{}{}{}</inlineXML></contentSet></newsItem>",
        "html": "<html><head><title>{}</title></head><body><p>{}</p><p>{}</p></body></html>",
    }
    for root, shell in shells.items():
        for name, declared, used in (
            ("laughs", f'<!ENTITY l0 "ha">{laughs}', "&l11;"), ("quadratic", quadratic, "&a;" * 2000), ("outside", outside, "&x;"),
            ("network", network, "&x;"), ("parameter", parameter, "x"),
        ):  # fmt: skip
            yield f"{name}-{root}.xml", f"<?xml version='1.0'?><!DOCTYPE {root} [{declared}]>{shell.format(used, used, used)}".encode()


def depths() -> Files:
    for depth in (200, 20_000, 200_000):
        yield f"deep-{depth}.json", b'{"text": ' + b"[" * depth + b"]" * depth + b"}"
        yield f"deep-{depth}.jsonl", b'{"a":' * depth + b"1" + b"}" * depth + b"\n" + json.dumps({"text": BODY}).encode()
        yield f"deep-{depth}.html", b"<html><body>" + b"<div>" * depth + BODY.encode() + b"</div>" * depth
        yield f"deep-inline-{depth}.html", b"<html><body><p>" + b"<b><i>" * depth + BODY.encode()
        yield f"deep-{depth}.xml", b"<rss><channel>" + b"<item>" * depth + BODY.encode() + b"</item>" * depth + b"</channel></rss>"
        yield f"deep-{depth}.nitf.xml", b"<nitf><body><body.content>" + b"<block>" * depth + BODY.encode()
        yield f"deep-{depth}.md", b"> " * depth + BODY.encode()
        yield f"deep-list-{depth}.md", b"# T\n\n" + b"* " * depth + BODY.encode()
        yield f"deep-{depth}.rtf", b"{\\rtf1 " + b"{" * depth + BODY.encode() + b"}" * depth + b"}"
        yield (
            f"deep-{depth}.eml",
            b"From: a@b\nMessage-ID: <1>\nMIME-Version: 1.0\n"
            + b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(min(depth, 20_000))),
        )
    yield "quotes.css.html", f"<html><body>{'<blockquote>' * 3000}{BODY}{'<table><tr><td>' * 3000}".encode()


def long_lines() -> Files:
    for name, sign in (("spaces", " "), ("quotes", '"'), ("curly", "“"), ("brackets", "<"), ("closing", ">"), ("ampersands", "&"), ("dashes", "-"),
                       ("dots", "."), ("digits", "1"), ("tabs", "\t"), ("slashes", "/"), ("letters", "a"), ("capitals", "A"), ("hashes", "#"),
                       ("equals", "="), ("backticks", "`"), ("stars", "*"), ("underscores", "_"), ("colons", ":"), ("commas", ","),
                       ("newlines", "\n"), ("returns", "\r"), ("braces", "{"), ("open", "["), ("round", "("), ("at", "@"), ("combining", "é́́")):  # fmt: skip
        run = sign * 60_000
        yield f"run-{name}.txt", f"Border\n\n{BODY} {run} {BODY}\n".encode()
        yield f"run-{name}.html", f"<html><head><title>{run}</title></head><body><p>{BODY}</p><p>{run}</p>".encode()
        yield f"run-{name}.csv", f"title,text\n{run},{BODY}\n".encode()
    yield "one-line.json", json.dumps({"text": BODY * 20_000}).encode()
    yield "by-line.txt", ("By " + "Ann Example, " * 20_000 + "\n\n" + BODY).encode()
    yield "datelines.txt", ("MOSCOW, April 24 (Reuters) - " * 10_000).encode()
    yield "url.txt", ("http://" + "a." * 40_000 + "\n\n" + BODY).encode()
    yield "comment.html", ("<!--" * 20_000 + BODY).encode()
    yield "attributes.html", (f"<html><body><p {'a=1 ' * 40_000}>{BODY}</p>").encode()
    yield "json-ld.html", f'<html><head><script type="application/ld+json">{"[" * 30_000}</script></head><body><p>{BODY}</p>'.encode()


def odd_bytes() -> Files:
    rng = random.Random(7)
    for number, magic in enumerate(MAGICS):
        yield f"magic-{number}", magic
        yield f"magic-random-{number}.bin", magic + rng.randbytes(3000)
    for suffix in SUFFIXES:
        yield f"empty{suffix}", b""
        yield f"blank{suffix}", b" \n\t \r\n"
        yield f"nul{suffix}", b"\x00" * 5000
        yield f"random{suffix}", rng.randbytes(4000)
        yield f"page-as{suffix}", PAGE.encode()
        yield f"nul-inside{suffix}", BODY.encode().replace(b" ", b"\x00 ", 2) * 3
    for name in ("utf-16", "utf-32", "utf-7", "cp1252", "koi8-r", "shift_jis", "gb18030", "cp037"):
        yield f"encoded-{name}.txt", f"Título\n\n{BODY}".encode(name, "replace")
        yield f"declared-{name}.html", PAGE.replace("<head>", f'<head><meta charset="{name}">').encode()
    for name, data in (("surrogates", b"\xed\xa0\x80"), ("overlong", b"\xc0\xaf"), ("late", b"\xf8\x88\x80\x80\x80"), ("cut", b"\xe2\x82")):
        yield f"{name}.txt", BODY.encode() + data * 50 + BODY.encode()
    yield "unknown-charset.html", PAGE.replace("<head>", '<head><meta charset="no-such-charset">').encode()
    yield "formula.csv", f'title,text\n"=HYPERLINK(""http://e.org"")","{BODY}"\n+1+1,"{BODY} @SUM(A1)"\n'.encode()
    yield "script.html", f"<html><body><p>{BODY}<script>alert(1)</script><img src=x onerror=alert(1)></p>".encode()
    yield "sql.txt", f"'; DROP TABLE articles; --\n\n{BODY}".encode()
    yield (
        "loop.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>",
    )
    yield (
        "self.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\ntrailer<</Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF",
    )
    yield "xref-loop.pdf", b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f\ntrailer<</Size 1/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF"


def false_counts() -> Files:
    """Files that hold less than they announce, or more than their reader would look for; `N-…` holds N articles, each to be read or told."""
    rows = [f'T{number},"{BODY}"' for number in range(9)]
    rows[4] = rows[4].removesuffix('"')
    yield "9-unclosed.csv", "\n".join(["title,text", *rows]).encode()
    lines = [f"T{number}\t{BODY}" for number in range(9)]
    lines[2], lines[6] = f'T2\t"So {BODY}', 'T6\tThe end"'
    yield "9-unquoted.tsv", "\n".join(["title\ttext", *lines]).encode()
    for error in (-40, 40, 900, 10**9):
        yield f"3-length{error}.warc", warc(3, {1: error})
    whole = warc(3)
    yield "3-cut.warc", whole[: len(whole) - 300]
    yield "3-cut.warc.gz", gzip.compress(whole)[:-30]
    members = {f"{number}.txt": BODY.encode() * 3 for number in range(4)}
    archive = bytearray(tarred(members))
    yield "2-cut.tar", bytes(archive[:2048])
    archive[1024] ^= 1
    yield "4-broken-header.tar", bytes(archive)
    yield "8-two.zip", zipped(members) * 2
    yield "4-program.exe", b"MZ\x90" + bytes(3000) + zipped(members)
    yield "2-columns.json", json.dumps({"title": ["A", "B"], "text": [BODY, BODY]}).encode()
    yield "3-columns.json", json.dumps({"title": ["A", "B", "C"], "text": [BODY, BODY]}).encode()
    items = [f"<item><title>T</title><description>{part}{BODY}</description></item>" for part in ("", "<![CDATA[", "]]>", "")]
    yield "4-section.rss", f"<rss version='2.0'><channel><title>F</title>{''.join(items)}</channel></rss>".encode()
    yield "2-documents.rtf", (rf"{{\rtf1 {BODY} \u99999999999? }}" * 2).encode()
    yield "1-cut.rtf", rf"{{\rtf1 {BODY}".encode()
    words = (
        b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p>"
    )
    parts = {"word/_rels/document.xml.rels": b"<Relationships><x", "word/document.xml": words % BODY.encode()}
    yield "1-broken-parts.docx", zipped({"[Content_Types].xml": b"<x", **parts})
    yield (
        "1-spaces.odt",
        zipped(
            {
                "mimetype": b"application/vnd.oasis.opendocument.text",
                "content.xml": b'<x xmlns:t="t"><t:p>%s<t:s t:c="x"/></t:p></x>' % BODY.encode(),
            }
        ),
    )
    yield "1-number.json", b'{"title": NaN, "outlet": Infinity, "text": "%s"}' % BODY.encode()


def cut_samples() -> Files:
    """The beginning of each kind of file there is a sample of."""
    by_suffix: dict[str, Path] = {}
    for path in sorted(path for path in SAMPLES.rglob("*") if path.is_file()):
        by_suffix.setdefault(path.suffix.lower(), path)
    for suffix, path in by_suffix.items():
        data = path.read_bytes()
        for share in (0.1, 0.5, 0.9, 0.99):
            yield f"cut-{share}{suffix}", data[: int(len(data) * share)]
    for name, data in (
        ("x.zip", zipped({"a.txt": BODY.encode() * 9})),
        ("x.tar", tarred({"a.txt": BODY.encode() * 99})),
        ("x.txt.gz", gzip.compress(BODY.encode())),
    ):
        for share in (0.2, 0.6, 0.95):
            yield f"cut-{share}-{name}", data[: int(len(data) * share)]


FAMILIES: tuple[Callable[[], Files], ...] = (bombs, nests, traversals, entities, depths, long_lines, odd_bytes, false_counts, cut_samples)


def make_hostile_files(folder: Path) -> dict[str, int]:
    """Write all families into folders of their names; how many files each has."""
    counts = {}
    for family in FAMILIES:
        place = folder / family.__name__
        place.mkdir(parents=True)
        for name, data in family():
            (place / name).write_bytes(data)
        counts[family.__name__] = len(list(place.iterdir()))
    counts["names"] = _make_odd_names(folder / "names")
    return counts


def _make_odd_names(place: Path) -> int:
    """Names of any bytes, and things that are no files."""
    place.mkdir()
    for name in (b"new\nline.txt", b"\xff\xfe.txt", b"tab\tname.txt", b"\x1b[31mred.txt", b"'; DROP TABLE files; --.txt", b"-rf.txt", b"$(id).txt", "\u202etxt.exe".encode(),
                 b"=cmd.txt", b"a" * 250 + b".txt", b"%s%n.txt"):  # fmt: skip
        (place / os.fsdecode(name)).write_text(BODY)
    os.mkfifo(place / "pipe.txt")
    server = socket.socket(socket.AF_UNIX)
    home = Path.cwd()
    os.chdir(place)  # the path of a socket is short
    try:
        server.bind("socket.txt")
    finally:
        os.chdir(home)
        server.close()
    (place / "loop").symlink_to(place)
    (place / "self.txt").symlink_to(place / "self.txt")
    (place / "ring-a.txt").symlink_to(place / "ring-b.txt")
    (place / "ring-b.txt").symlink_to(place / "ring-a.txt")
    (place / "outside.txt").symlink_to("/etc/passwd")
    (place / "outside-folder").symlink_to("/etc")
    (place / "zero.txt").symlink_to("/dev/zero")
    (place / "nowhere.txt").symlink_to(place / "nothing")
    return len(list(place.iterdir()))
