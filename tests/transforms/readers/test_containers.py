"""Archives, compressed files, web archives, mailboxes and dumps: every article in them once, with its place; what goes too far refused."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage

import brotli
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from backports import zstd

from transforms.limits import DEFAULT_LIMITS, Limits
from transforms.readers.dumps import cut_lines, cut_list, cut_rows
from transforms.readers.formats import Resumption, can_divide, read_bytes, read_stream
from transforms.readers.outcomes import RawArticle, Reading, Rejected

BODY = "The ministers of both countries met in the capital on Tuesday.\n\nThey agreed to reopen the crossing before winter."
TEXT = f"Border to reopen\n\n{BODY}\n".encode()
PAGE = (
    "<html><head><title>Café opens</title></head><body><article><h1>Café opens</h1>"
    + "<p>The ministers of both countries met in the café of the capital on Tuesday and agreed.</p>" * 8
    + "</article></body></html>"
)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(members: dict[str, bytes], links: Sequence[tuple[str, bytes]] = ()) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, kind in links:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    return stream.getvalue()


def warc_record(kind: str, address: str, payload: bytes, content_type: str = "application/http; msgtype=response") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{len(payload):012d}>\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Date: 2023-04-24T10:00:00Z\r\nContent-Type: {content_type}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def http(body: bytes, content_type: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{more}\r\n".encode() + body


def articles_of(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> list[RawArticle | Rejected]:
    reading = read_bytes(data, name, limits=limits)
    assert isinstance(reading, Reading), reading
    return list(reading.articles)


def refusal_of(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Rejected:
    reading = read_bytes(data, name, limits=limits)
    assert isinstance(reading, Rejected), reading
    return reading


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress), ("zst", zstd.compress)],
)
def test_a_compressed_file_is_read_like_the_file_itself(suffix, pack):
    plain, packed = read_bytes(TEXT, "a.txt"), read_bytes(pack(TEXT), f"a.txt.{suffix}")
    assert packed == plain
    assert isinstance(plain, Reading)
    assert plain.format == "text"


def test_members_of_zip_and_tar_are_articles_with_their_place_in_order():
    members = {"b/one.txt": TEXT, "a/two.html": PAGE.encode(), "dump.jsonl": json.dumps({"title": "T", "text": BODY}).encode()}
    for name, data in (("x.zip", zipped(members)), ("x.tar", tarred(members)), ("x.tgz", gzip.compress(tarred(members)))):
        found = articles_of(data, name)
        assert [(article.member, article.position) for article in found] == [("b/one.txt", 0), ("a/two.html", 1), ("dump.jsonl", 2)]
        assert all(isinstance(article, RawArticle) for article in found)
        reading = read_bytes(data, name)
        assert isinstance(reading, Reading)
        assert reading.format == ("zip" if name == "x.zip" else "tar")


def test_archives_inside_archives_are_read_to_a_depth():
    nested = zipped({"in.txt": TEXT})
    for _ in range(4):
        nested = zipped({"in.zip": nested})
    (article,) = articles_of(nested, "x.zip")
    assert article.member == "in.zip/in.zip/in.zip/in.zip/in.txt"
    (refused,) = articles_of(nested, "x.zip", Limits(depth=4))
    assert isinstance(refused, Rejected)
    assert refused.reason == "too_deep"


def test_what_is_too_deep_costs_itself_only():
    nested = zipped({"deep.zip": zipped({"deeper.zip": zipped({"a.txt": TEXT})}), "b.txt": TEXT})
    deep, good = articles_of(nested, "x.zip", Limits(depth=2))
    assert isinstance(deep, Rejected)
    assert (deep.reason, deep.member) == ("too_deep", "deep.zip/deeper.zip")
    assert isinstance(good, RawArticle)


def test_names_that_climb_out_or_hold_control_characters_are_told_escaped_and_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = ["../../evil.txt", "/etc/cron.d/evil.txt", "a\nb\x1b[31m.txt", "C:\\evil.txt"]
    for data, name in ((zipped(dict.fromkeys(names, TEXT)), "x.zip"), (tarred(dict.fromkeys(names, TEXT)), "x.tar")):
        found = articles_of(data, name)
        assert [isinstance(article, RawArticle) for article in found] == [True] * 4
        assert found[0].member == "../../evil.txt"
        assert found[2].member == "a\\nb\\x1b[31m.txt"
    assert list(tmp_path.iterdir()) == []


def test_links_and_devices_in_tar_and_encrypted_members_of_zip_are_refused():
    kinds = [("link", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("device", tarfile.CHRTYPE), ("pipe", tarfile.FIFOTYPE)]
    found = articles_of(tarred({"a.txt": TEXT}, kinds), "x.tar")
    assert [getattr(article, "reason", None) for article in found] == [None, "unreadable", "unreadable", "unreadable", "unreadable"]
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    locked, good = articles_of(bytes(data), "x.zip")
    assert isinstance(locked, Rejected)
    assert (locked.reason, locked.member) == ("encrypted", "a.txt")
    assert isinstance(good, RawArticle)


def test_a_bomb_is_stopped_by_what_it_unpacks_to_whatever_it_declares():
    bomb = zipped({"zeros.txt": b"0" * 30_000_000})
    assert len(bomb) < 100_000
    refused = refusal_of(bomb, "x.zip")
    assert refused.reason == "expands_too_far"
    assert refusal_of(gzip.compress(b"0" * 20_000_000), "x.gz").reason == "expands_too_far"
    many = zipped({**{f"{n}.txt": TEXT for n in range(3)}, "zeros.txt": b"0" * 30_000_000, "after.txt": TEXT})
    found = articles_of(many, "x.zip")
    assert [getattr(article, "reason", None) for article in found] == [None, None, None, "expands_too_far"]


def test_members_are_counted_through_all_archives_of_a_file():
    inner = zipped({f"{n}.txt": TEXT for n in range(5)})
    found = articles_of(zipped({"a.zip": inner, "b.zip": inner}), "x.zip", Limits(members=8))
    assert [getattr(article, "reason", None) for article in found] == [None] * 5 + [None, "too_many"]


def test_a_broken_member_costs_itself_and_a_cut_archive_what_follows():
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT}, zipfile.ZIP_STORED))
    data[data.index(b"Border", data.index(b"b.txt"))] ^= 1
    found = articles_of(bytes(data), "x.zip")
    assert [getattr(article, "reason", None) for article in found] == [None, "malformed", None]
    whole = tarred({"a.txt": TEXT, "b.txt": TEXT})
    found = articles_of(whole[: 3 * 512 + 50], "x.tar")
    assert [getattr(article, "reason", None) for article in found] == [None, "malformed"]
    assert refusal_of(zipped({"a.txt": TEXT})[:60], "x.zip").reason == "malformed"


def test_pages_of_a_web_archive_have_their_address_and_the_charset_of_the_answer_and_never_the_day_of_the_crawl():
    records = [
        warc_record("warcinfo", "", b"software: x", "application/warc-fields"),
        warc_record("request", "https://e.org/a", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        warc_record("response", "https://e.org/a", http(PAGE.encode("latin-1"), "text/html; charset=iso-8859-1")),
        warc_record("response", "https://e.org/b", http(gzip.compress(PAGE.encode()), more="Content-Encoding: gzip\r\n")),
        warc_record(
            "response", "https://e.org/c", http(b"40\r\n" + PAGE.encode()[:64] + b"\r\n0\r\n\r\n", more="Transfer-Encoding: chunked\r\n")
        ),
        warc_record("response", "https://e.org/i.png", http(b"\x89PNG", "image/png")),
        warc_record("response", "https://e.org/j.png", http(b"\x89PNG", "image/png")),
        warc_record("response", "https://e.org/gone", http(PAGE.encode(), status="404 Not Found")),
    ]
    for data, name in ((b"".join(records), "x.warc"), (b"".join(map(gzip.compress, records)), "CC-NEWS-20230424.warc.gz")):
        latin, packed, chunked, pictures, gone = articles_of(data, name)
        assert isinstance(latin, RawArticle)
        assert isinstance(packed, RawArticle)
        assert "café" in latin.text
        assert "café" in packed.text
        assert (latin.url, latin.member, latin.published_at) == ("https://e.org/a", "https://e.org/a", None)
        assert isinstance(chunked, Rejected)  # the sixty-four bytes of its one chunk hold no text
        assert isinstance(gone, Rejected)
        assert isinstance(pictures, Rejected)
        assert (gone.reason, pictures.reason) == ("no_article", "no_article")
        assert "image/png (2 records)" in pictures.detail


@pytest.mark.parametrize(
    ("packing", "pack"),
    [
        ("br", brotli.compress),
        ("zstd", zstd.compress),
        ("gzip, br", lambda body: brotli.compress(gzip.compress(body))),
        ("br", lambda body: body),  # undone by the archive, but not in the field
    ],
)
def test_pages_are_unpacked_as_their_servers_packed_them(packing, pack):
    answer = http(pack(PAGE.encode()), more=f"Content-Encoding: {packing}\r\n")
    (article,) = articles_of(warc_record("response", "https://e.org/a", answer), "x.warc")
    assert isinstance(article, RawArticle), article
    assert "café" in article.text


@pytest.mark.parametrize(("packing", "pack"), [("br", brotli.compress), ("zstd", zstd.compress)])
def test_a_page_that_unpacks_too_far_is_given_up(packing, pack):
    bomb = http(pack(b"<p>a</p>" * 1_000_000), more=f"Content-Encoding: {packing}\r\n")
    assert refusal_of(warc_record("response", "https://e.org/a", bomb), "x.warc").reason == "expands_too_far"


def test_a_web_archive_with_bare_line_feeds_is_read():
    record = warc_record("response", "https://e.org/a", http(PAGE.encode()).replace(b"\r\n", b"\n")).replace(b"\r\n", b"\n")
    (article,) = articles_of(record, "x.warc")
    assert isinstance(article, RawArticle), article
    assert article.url == "https://e.org/a"


def test_of_a_collection_of_web_archives_only_their_pages_are_articles():
    page = {"url": "https://e.org/a", "title": "Border", "text": TEXT.decode()}
    members = {
        "datapackage.json": json.dumps({"profile": "data-package", "resources": [page]}).encode(),
        "archive/data.warc.gz": gzip.compress(warc_record("response", "https://e.org/a", http(PAGE.encode()))),
        "indexes/index.cdxj": b'org,e)/a 20230424100000 {"url": "https://e.org/a"}\n',
        "pages/pages.jsonl": json.dumps(page).encode() + b"\n",
    }
    (article,) = articles_of(zipped(members), "crawl.wacz")
    assert isinstance(article, RawArticle), article
    assert (article.url, article.member) == ("https://e.org/a", "archive/data.warc.gz/https://e.org/a")


def test_a_web_archive_that_breaks_off_gives_what_stands_before():
    whole = warc_record("response", "https://e.org/a", http(PAGE.encode())) * 2
    found = articles_of(whole[: len(whole) // 2 + 40], "x.warc")
    assert isinstance(found[0], RawArticle)
    assert [getattr(article, "reason", None) for article in found[1:]] == ["malformed"]


def test_arc_files_are_read_and_their_addresses_may_hold_spaces():
    answer = http(PAGE.encode())
    version = b"1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://x.arc 0.0.0.0 20140216050221 text/plain %d\n" % len(version) + version + b"\n"
    record = f"https://e.org/a b?c=1 93.184.216.119 20140216050221 text/html {len(answer)}\n".encode() + answer + b"\n"
    (article,) = articles_of(head + record, "x.arc")
    assert isinstance(article, RawArticle)
    assert (article.url, article.published_at) == ("https://e.org/a b?c=1", None)


def message(subject: str = "Border to reopen – today") -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Ann Example <ann@example.org>", "desk@example.org", subject
    mail["Date"], mail["Message-ID"] = "Mon, 24 Apr 2023 22:15:00 -0500", "<1@example.org>"
    mail.set_content(BODY)
    return mail


def test_a_message_is_an_article_and_its_attached_files_are_read():
    mail = message()
    mail.add_attachment(TEXT, "text", "plain", filename="note.txt")
    mail.add_attachment(b"\x89PNG\r\n", "image", "png", filename="logo.png")
    article, attached = articles_of(mail.as_bytes(), "a.eml")
    assert isinstance(article, RawArticle)
    assert (article.title, article.authors) == ("Border to reopen – today", ("Ann Example",))
    assert (article.published_at, article.text.split()) == ("2023-04-24T22:15:00-05:00", BODY.split())
    assert isinstance(attached, RawArticle)
    assert (attached.member, attached.text.split()[:3]) == ("note.txt", ["Border", "to", "reopen"])


def test_a_plain_part_that_only_points_to_the_page_is_not_the_text():
    mail = message()
    mail.set_content("View this letter in your browser")
    mail.add_alternative(PAGE, subtype="html")
    (article,) = articles_of(mail.as_bytes(), "a.eml")
    assert isinstance(article, RawArticle)
    assert "café of the capital" in article.text


def test_a_message_of_html_alone_gives_its_text():
    mail = message()
    mail.set_content(PAGE, subtype="html")
    (article,) = articles_of(mail.as_bytes(), "no suffix")
    assert isinstance(article, RawArticle)
    assert "café of the capital" in article.text
    assert "<p>" not in article.text


def test_a_mailbox_gives_each_message_with_its_number():
    mails = [message(f"Number {number}") for number in range(3)]
    box = b"".join(b"From ann@example.org Mon Apr 24 22:15:00 2023\n" + mail.as_bytes() + b"\n>From here on\n\n" for mail in mails)
    found = articles_of(box, "inbox")
    assert [(article.member, getattr(article, "title", None)) for article in found] == [
        ("message 1", "Number 0"),
        ("message 2", "Number 1"),
        ("message 3", "Number 2"),
    ]
    assert all("From here on" in article.text and ">From" not in article.text for article in found if isinstance(article, RawArticle))


def test_a_saved_page_has_its_address_and_not_the_day_it_was_saved():
    data = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://e.org/a\r\nSubject: Café\r\nDate: Mon, 24 Apr 2023 10:00:00 -0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        f"Content-Location: https://e.org/a\r\n\r\n{PAGE}\r\n--b\r\nContent-Type: text/css\r\n\r\nx\r\n--b--\r\n"
    )
    (article,) = articles_of(data.encode(), "page.mhtml")
    assert isinstance(article, RawArticle)
    assert (article.url, article.published_at, article.title) == ("https://e.org/a", None, "Café opens")


def test_an_article_with_header_lines_is_no_message():
    text = f"Title: Border to reopen\nDate: 24 April 2023\nFrom: Minsk\n\n{BODY}\n".encode()
    reading = read_bytes(text, "a.txt")
    assert isinstance(reading, Reading)
    assert reading.format == "text"


def test_rows_of_parquet_are_articles_by_the_names_of_their_columns():
    from datetime import datetime

    table = pa.table(
        {
            "headline": [f"Title {n}" for n in range(500)],
            "body": [BODY] * 500,
            "published": [datetime(2023, 4, 24, 10)] * 500,
            "noise": [b"\xff"] * 500,
        }
    )
    stream = io.BytesIO()
    pq.write_table(table, stream, row_group_size=100)
    found = articles_of(stream.getvalue(), "x.parquet")
    assert [article.position for article in found] == list(range(500))
    last = found[-1]
    assert isinstance(last, RawArticle)
    assert (last.title, last.text, last.published_at) == ("Title 499", BODY, "2023-04-24T10:00:00")
    assert refusal_of(stream.getvalue()[:-40], "x.parquet").reason == "malformed"


SMALL = Limits(file_bytes=20_000, line_bytes=20_000)


def dump_lines(count: int = 300) -> list[dict[str, str]]:
    return [{"title": f"Title {n}", "text": f'Story {n}, "quoted".\n{BODY}', "date": "2023-04-24"} for n in range(count)]


def dump_in(form: str) -> bytes:
    rows = dump_lines()
    if form == "jsonl":
        return "\n".join(map(json.dumps, rows)).encode()
    if form == "json":
        return b"\xef\xbb\xbf" + json.dumps(rows, indent=1, ensure_ascii=False).encode()
    import csv

    stream = io.StringIO()
    writer = csv.DictWriter(stream, ["title", "text", "date"])
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


@pytest.mark.parametrize("form", ["jsonl", "json", "csv"])
def test_a_dump_beyond_the_size_of_a_file_is_read_in_blocks_and_gives_the_same(form):
    data = dump_in(form)
    assert len(data) > SMALL.file_bytes
    assert can_divide(io.BytesIO(data), f"x.{form}")
    assert articles_of(data, f"x.{form}", SMALL) == articles_of(data, f"x.{form}")


@pytest.mark.parametrize(("cut", "form"), [(cut_lines, "jsonl"), (cut_rows, "csv"), (cut_list, "json")])
@pytest.mark.parametrize("size", [1, 7, 100, 5000])
def test_blocks_do_not_depend_on_how_the_bytes_come(cut, form, size):
    data = dump_in(form)[:9000]
    blocks = list(cut((data[at : at + size] for at in range(0, len(data), size)), 100_000))
    if form == "jsonl":
        assert b"".join(blocks) == data
    titles = [f"Title {n}" for n in range(200) if f"Title {n}".encode() in data]
    joined = b"".join(block for block in blocks if isinstance(block, bytes)).decode("utf-8", "replace")
    assert [title for title in titles if joined.count(f'{title}"') + joined.count(f"{title},") == 1] == titles


def test_a_line_beyond_all_measure_costs_itself():
    lines = [json.dumps({"text": BODY}), json.dumps({"text": "x" * 90_000}), json.dumps({"text": BODY})]
    found = articles_of("\n".join(lines).encode() + b"\n" * 20_000, "x.jsonl", SMALL)
    assert [getattr(article, "reason", None) for article in found] == [None, "too_large", None]


def test_a_large_file_that_is_no_dump_is_refused():
    assert not can_divide(io.BytesIO(b"word " * 9000), "x.txt")
    assert refusal_of(b"word " * 9000, "x.txt", SMALL).reason == "too_large"


def test_a_reading_goes_on_behind_what_a_reader_was_lost_on():
    data = zipped({f"{n}.txt": TEXT for n in range(4)})
    whole = articles_of(data, "x.zip")
    lost = Rejected("reader_crashed", "signal 11")
    rest = list(read_stream(io.BytesIO(data), "x.zip", len(data), resumption=Resumption(1, 1, lost)))
    found = [article for reading in rest if isinstance(reading, Reading) for article in reading.articles]
    assert [(article.member, article.position, getattr(article, "reason", None)) for article in found] == [
        ("1.txt", 1, "reader_crashed"),
        ("2.txt", 2, None),
        ("3.txt", 3, None),
    ]
    assert found[1:] == whole[2:]


def test_notes_on_an_archive_are_no_articles():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in ("README.md", "LICENSE", "data/readme_of_ships.txt"):
            archive.writestr(name, TEXT)
    note, licence, article = articles_of(stream.getvalue(), "a.zip")
    assert isinstance(note, Rejected)
    assert isinstance(licence, Rejected)
    assert (note.reason, note.member, licence.reason) == ("no_article", "README.md", "no_article")
    assert isinstance(article, RawArticle)
