"""By what the bytes of archives, web archives, mailboxes and the like show themselves
(https://en.wikipedia.org/wiki/List_of_file_signatures; RFC 4155 for mailboxes, RFC 2557 for MHTML)."""

import re
import zipfile
from pathlib import PurePath

from transforms.readers.sources import Source

_MBOX = re.compile(rb"From [^\r\n]{1,200}\d\d:\d\d[^\r\n]{0,60}\r?\n(?:>?[\w-]{1,60}:)")
_FIELD = re.compile(rb"^([A-Za-z][\w-]{1,60}):", re.M)
_MAIL_FIELDS = frozenset(
    b"from to cc subject date received return-path message-id mime-version content-type delivered-to reply-to sender".split()
)
#: Fields that letters and articles do not begin with, but messages do.
_SURE_FIELDS = frozenset(b"received return-path message-id mime-version delivered-to".split())
_HEADER_BYTES = 16_384
#: Members that show a zip file to be one document (OOXML, OpenDocument and EPUB), to be read by readers of their own.
_DOCUMENT_PARTS = frozenset(("[Content_Types].xml", "mimetype"))
#: Programs of Windows, of Linux, of a shell.
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!")


def is_zip(source: Source) -> bool:
    """Whether it is a zip archive, be it behind a program that unpacks it."""
    if source.head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return not is_office_document(source)
    return source.head.startswith(_PROGRAMS) and source.stream.seekable() and _has_directory(source)


def _has_directory(source: Source) -> bool:
    try:
        return zipfile.is_zipfile(source.stream)
    finally:
        source.stream.seek(0)


def is_wacz(source: Source) -> bool:
    """Whether a zip file is a collection of web archives: its description and its archives are where the format wants them."""
    if not source.head.startswith(b"PK\x03\x04"):
        return False
    names = _zip_names(source)
    return "datapackage.json" in names and any(name.startswith("archive/") and ".warc" in name for name in names)


def _zip_names(source: Source) -> set[str]:
    """The names of the members, none when the directory cannot be read."""
    if not source.stream.seekable():
        return set()
    try:
        with zipfile.ZipFile(source.stream) as archive:
            return set(archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return set()
    finally:
        source.stream.seek(0)


def is_office_document(source: Source) -> bool:
    """Whether a zip file is one document."""
    if b"[Content_Types].xml" not in source.head and b"mimetype" not in source.head[:60] and b"word/" not in source.head:
        return False
    if not source.stream.seekable():
        return True
    try:
        with zipfile.ZipFile(source.stream) as archive:
            return bool(_DOCUMENT_PARTS & set(archive.namelist()))
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return True
    finally:
        source.stream.seek(0)


def is_gzip(source: Source) -> bool:
    return source.head.startswith(b"\x1f\x8b")


def is_bzip2(source: Source) -> bool:
    return source.head[:3] == b"BZh" and source.head[4:10] in (b"1AY&SY", b"\x17rE8P\x90", b"")


def is_xz(source: Source) -> bool:
    return source.head.startswith(b"\xfd7zXZ\x00")


def is_zstd(source: Source) -> bool:
    return source.head.startswith(b"\x28\xb5\x2f\xfd")


def is_tar(source: Source) -> bool:
    return source.head[257:262] == b"ustar"


def is_warc(source: Source) -> bool:
    return source.head.startswith(b"WARC/")


def is_arc(source: Source) -> bool:
    return source.head.startswith(b"filedesc://")


def is_parquet(source: Source) -> bool:
    return source.head.startswith(b"PAR1")


def is_arrow(source: Source) -> bool:
    return source.head.startswith(b"ARROW1")


def is_mbox(source: Source) -> bool:
    return bool(_MBOX.match(source.head))


def is_mhtml(source: Source) -> bool:
    header = _header(source)
    return b"multipart/related" in header and (
        _suffix(source) in (".mht", ".mhtml") or b"snapshot-content-location:" in header or b"saved by" in header
    )


def is_eml(source: Source) -> bool:
    """Whether the file begins with the header of a message: an article may have a "From:" and a "Date:", but no "Received:"."""
    fields = set(_FIELD.findall(_header(source)))
    if _suffix(source) == ".eml":
        return bool(fields & _MAIL_FIELDS)
    return len(fields & _MAIL_FIELDS) >= 3 and bool(fields & _SURE_FIELDS)


def _header(source: Source) -> bytes:
    """The lines before the first empty one, lower case; empty when the first line is not a field."""
    head = source.head[:_HEADER_BYTES].lstrip(b"\r\n")
    if not _FIELD.match(head):
        return b""
    return re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0].lower()


def _suffix(source: Source) -> str:
    return PurePath(source.name).suffix.lower()
