"""Nothing is lost without a word: what files announce, or a second look counts, is read or refused."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
from collections.abc import Callable, Mapping

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from backports import zstd

from tests.flows.hostile_files import BODY, tarred, warc, zipped
from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import Announced, Rejected


def outcome(data: bytes, name: str) -> list[str]:
    """A word for each article: its title or text, or the reason why it was refused."""
    reading = read_bytes(data, name)
    found = [reading] if isinstance(reading, Rejected) else reading.articles
    return [item.reason if isinstance(item, Rejected) else item.title or item.text[:8] for item in found]


def test_what_was_announced_and_not_met_is_refused() -> None:
    assert Announced(3, "rows", "the footer").refuse_missing(3) == ()
    (refused,) = Announced(3, "rows", "the footer").refuse_missing(1)
    assert (refused.reason, refused.detail) == ("malformed", "expected 3 rows by the footer, found 1")


@pytest.mark.parametrize("position", [0, 20, 50])
@pytest.mark.parametrize("paragraphs", ["", "\n\nThe second paragraph."])
def test_an_unclosed_quote_costs_no_row_of_a_table(position: int, paragraphs: str) -> None:
    rows = [f'T{number},"{BODY}{paragraphs}"' for number in range(51)]
    rows[position] = rows[position].removesuffix('"')
    table = "title,text\n" + "\n".join(rows) + "\n"
    assert outcome(table.encode(), "a.csv") == [f"T{number}" for number in range(51)]


def test_a_quote_that_closes_rows_later_swallows_none_of_them() -> None:
    rows = [f"T{number}\t{BODY} {number}." for number in range(20)]
    rows[3], rows[12] = f'T3\t"Peace, they said. {BODY}', f'T12\t{BODY} "at last"'
    rows[14], rows[17] = f'T14\t"Not so, {BODY}', 'T17\tAnd this is where it ends"'
    assert outcome("\n".join(["title\ttext", *rows]).encode(), "a.tsv") == [f"T{number}" for number in range(20)]
    commas = [f"T{number},{BODY},2023-04-24" for number in range(9)]
    commas[2], commas[6] = f'T2,"{BODY},2023-04-24', 'T6,And this is where it ends",2023-04-24'
    assert outcome("\n".join(["title,text,date", *commas]).encode(), "a.csv") == [f"T{number}" for number in range(9)]


def test_a_quoted_text_of_many_lines_with_commas_stays_one() -> None:
    text = "They met, and spoke.\nThey left, at noon.\n\nNobody, it seems, won."
    assert outcome(f'title,text\nA,"{text}"\nB,"{text}"\n'.encode(), "a.csv") == ["A", "B"]


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("error", [-300, -5, 5, 300, 5000])
def test_a_false_length_costs_no_page_of_a_web_archive(number: int, error: int) -> None:
    pages = ["Page 0", "Page 1", "Page 2"]
    pages[number + 1 : number + 1] = ["malformed"] if error > 0 else []  # bytes may be missing
    assert outcome(warc(3, {number: error}), "x.warc") == pages


def test_a_page_that_shows_a_record_is_one_page_and_what_is_no_record_is_refused() -> None:
    shown = b"<pre>\n\nWARC/1.0\nWARC-Type: response\nContent-Length: 9\n\nWords here\n</pre>"
    assert outcome(warc(2, more=shown), "x.warc") == ["Page 0", "Page 1"]
    whole = warc(3)
    assert outcome(whole.replace(b"WARC/1.0", b"WARX/1.0").replace(b"WARX/1.0", b"WARC/1.0", 1), "x.warc") == ["Page 0", "malformed"]


@pytest.mark.parametrize("share", [0.3, 0.5, 0.9])
def test_a_cut_web_archive_says_so_and_gives_what_stands_before(share: float) -> None:
    whole = warc(3)
    found = outcome(whole[: int(len(whole) * share)], "x.warc")
    assert found[: int(3 * share)] == [f"Page {number}" for number in range(int(3 * share))]
    assert found[-1] == "malformed"


TEXTS = {f"{number}.txt": f"Member {number}\n\n{BODY}\n".encode() for number in range(4)}
MEMBERS = [f"Member {number}" for number in range(4)]


def test_a_tar_archive_cut_between_members_says_so() -> None:
    whole = tarred(TEXTS)
    assert outcome(whole, "x.tar") == MEMBERS
    for blocks in (2, 4, 6, 8):
        assert outcome(whole[: blocks * 512], "x.tar") == [*MEMBERS[: blocks // 2], "malformed"]


def test_a_broken_header_of_a_tar_archive_costs_its_member_and_says_so() -> None:
    broken = bytearray(tarred(TEXTS))
    broken[1024] ^= 1
    assert outcome(bytes(broken), "x.tar") == [MEMBERS[0], *MEMBERS[2:], "malformed"]


def test_a_false_length_in_a_tar_archive_is_told_with_what_it_covers() -> None:
    whole = bytearray(tarred(TEXTS))
    info = tarfile.TarInfo("1.txt")
    info.size = 3 * 512
    whole[1024:1536] = info.tobuf()
    found = read_bytes(bytes(whole), "x.tar")
    assert not isinstance(found, Rejected)
    assert [item.detail for item in found.articles if isinstance(item, Rejected)][-1] == "expected 2 members by their headers, found 1"
    nested = tarred({"in.tar": tarred(TEXTS)})
    assert outcome(nested, "x.tar") == MEMBERS


def test_archives_one_after_another_lose_no_member_without_a_word() -> None:
    assert outcome(tarred(TEXTS) * 2, "x.tar") == MEMBERS * 2
    assert outcome(zipped(TEXTS) + zipped(TEXTS), "x.zip") == [*MEMBERS, "malformed"]


@pytest.mark.parametrize("stub", [b"MZ\x90" + bytes(3000), b"\x7fELF" + bytes(3000), b"#!/bin/sh\nexit 0\n"])
def test_an_archive_behind_the_program_that_unpacks_it_is_read(stub: bytes) -> None:
    assert outcome(stub + zipped(TEXTS), "x.exe") == MEMBERS
    assert outcome(stub, "x.exe") != MEMBERS


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstd.compress])
@pytest.mark.parametrize("share", [0.1, 0.6, 0.999])
def test_a_cut_compressed_file_gives_what_stands_before_and_says_so(pack: Callable[[bytes], bytes], share: float) -> None:
    lines = b"".join(json.dumps({"title": f"T{n}", "text": BODY + f"{n * 7919 % 1000003:x}" * 40}).encode() + b"\n" for n in range(400))
    whole = pack(lines)
    found = outcome(whole[: int(len(whole) * share)], "x.jsonl.gz")
    assert found[-1] == "malformed"
    read = [title for title in found if title != "malformed"]
    assert read == [f"T{number}" for number in range(len(read))]
    assert read or pack in (bz2.compress, zstd.compress)  # which keep so little in one piece


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"title": ["A", "B"], "text": [BODY, BODY]}, ["A", "B"]),
        ({"count": 2, "title": ["A", "B"], "text": [BODY, BODY]}, ["A", "B"]),
        ({"data": {"title": ["A", "B"], "text": [BODY, BODY], "tags": ["x", "y", "z"]}}, ["A", "B"]),
        ({"title": ["A", "B", "C"], "text": [BODY, BODY]}, ["malformed"]),
        ({"title": {"0": "A", "1": "B"}, "text": {"0": BODY, "2": BODY}}, ["A", "no_body", BODY[:8]]),
        ({"title": "A", "text": [BODY, BODY], "url": ["https://e.org/a", "https://e.org/b"]}, ["A"]),
        ({"title": {"rendered": "A"}, "content": {"rendered": BODY, "protected": False}}, ["A"]),
    ],
)
def test_columns_in_json_are_rows_and_paragraphs_are_not(value: Mapping[str, object], expected: list[str]) -> None:
    assert outcome(json.dumps(value).encode(), "a.json") == expected
    assert outcome(json.dumps(value).encode() + b"\n", "a.jsonl")[: len(expected)] == expected or "data" in value


def test_entries_that_a_section_of_a_feed_swallowed_are_counted() -> None:
    items = [f"<item><title>T{n}</title><description>{BODY}</description></item>" for n in range(6)]
    items[2], items[4] = (
        items[2].replace("<description>", "<description><![CDATA["),
        items[4].replace("</description>", "]]></description>"),
    )
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>F</title>{''.join(items)}</channel></rss>"
    assert outcome(feed.encode(), "a.xml") == ["T0", "T1", "T2", "T5", "malformed"]


def test_rows_of_parquet_are_those_of_its_footer(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO()
    pq.write_table(pa.table({"title": ["A", "B", "C"], "text": [BODY] * 3}), stream, row_group_size=1)
    assert outcome(stream.getvalue(), "a.parquet") == ["A", "B", "C"]
    whole = pq.ParquetFile.iter_batches
    monkeypatch.setattr(pq.ParquetFile, "iter_batches", lambda *given, **options: list(whole(*given, **options))[1:])
    assert outcome(stream.getvalue(), "a.parquet") == ["malformed"]


def test_messages_without_an_empty_line_between_them_are_apart() -> None:
    head = "From ann@example.org Mon Apr 24 22:15:00 2023\nFrom: Ann Example <a@e.org>\nSubject: {}\nMessage-ID: <{}>\n\n" + BODY + "\n"
    assert outcome((head.format("A", 1) + head.format("B", 2)).encode(), "inbox") == ["A", "B"]
