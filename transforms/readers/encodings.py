"""Bytes to text: byte order marks first, then what is valid, then what is declared, then what is likely."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from transforms.readers.outcomes import Rejected

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
_SAMPLE_BYTES = 65_536
#: Control characters that texts do hold: tab, line feed, form feed, carriage return, and ^Z and ESC of old terminals.
_TEXT_CONTROLS = frozenset((9, 10, 11, 12, 13, 26, 27))
_MAX_CONTROL_SHARE = 0.02
#: Share of broken sequences among all non-ASCII ones up to which a text still counts as UTF-8 with some foreign bytes pasted in.
_MAX_FOREIGN_SHARE = 0.3
_DECLARATION = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
#: Declared Latin-1 means Windows-1252 on the web (WHATWG encoding standard, https://encoding.spec.whatwg.org/#names-and-labels).
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was read with."""

    text: str
    encoding: str


def decode_bytes(data: bytes, declared: str | None = None) -> Decoded | Rejected:
    """The text of a file. `declared`: an encoding that the file names itself, believed unless the bytes contradict it."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _decode_with(data, codec, name)
    wide = _unmarked_utf16(data)
    if wide:
        return _decode_with(data, wide, wide)
    if _is_binary(data):
        return Rejected("binary_file", "expected text, found control bytes; if it is text after all, save it as UTF-8 and try again")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as problem:
        # A file cut off in the middle of a character is UTF-8 all the same.
        if problem.end == len(data) and len(data) - problem.start < 4 and not data[: problem.start].isascii():
            return Decoded(data[: problem.start].decode("utf-8"), "utf-8")
    return _decode_legacy(data, declared)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that HTML or XML names in its head, as a codec of Python's; None when it names none that is known."""
    found = _DECLARATION.search(data[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return None
    return _WIDER.get(name, name)


def _decode_with(data: bytes, codec: str, name: str) -> Decoded | Rejected:
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError as problem:
        # One broken character must not cost the file, many mean that the mark lied.
        text = data.decode(codec, "replace")
        if text.count("\ufffd") <= 1 + len(text) // 1000:
            return Decoded(text, name)
        return Rejected("undecodable", f"expected {name} as its first bytes say, found {problem.reason} at byte {problem.start}")


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark has a zero in every other byte of Latin text."""
    sample = data[:_SAMPLE_BYTES]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    if even > 0.6 and odd < 0.1:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE_BYTES]
    controls = sum(sample.count(code) for code in range(32) if code not in _TEXT_CONTROLS)
    return controls > _MAX_CONTROL_SHARE * len(sample)


def _decode_legacy(data: bytes, declared: str | None) -> Decoded | Rejected:
    mixed = _decode_mixed(data)
    if mixed:
        return mixed
    if declared and declared != "utf-8":
        try:
            return Decoded(data.decode(declared), declared)
        except UnicodeDecodeError:
            text = data.decode(declared, "replace")
            if text.count("\ufffd") <= 1 + len(text) // 1000:
                return Decoded(text, declared)
    return _guess(data)


def _decode_mixed(data: bytes) -> Decoded | None:
    """UTF-8 into which a few bytes of Windows-1252 were pasted; those are read as such. None when they are not few."""
    broken = 0

    def take_foreign(problem: UnicodeError) -> tuple[str, int]:
        nonlocal broken
        assert isinstance(problem, UnicodeDecodeError)
        broken += 1
        return problem.object[problem.start : problem.end].decode("cp1252", "replace"), problem.end

    codecs.register_error("personae_foreign", take_foreign)
    text = data.decode("utf-8", "personae_foreign")
    whole = sum(1 for byte in data if byte >= 0xC2) or 1
    return Decoded(text, "utf-8") if broken <= _MAX_FOREIGN_SHARE * whole else None


def _guess(data: bytes) -> Decoded | Rejected:
    """Windows-1252 when that gives words of Latin letters, else what charset-normalizer finds."""
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = None
    if western is not None and _reads_western(western):
        return Decoded(western, "cp1252")
    from charset_normalizer import from_bytes  # takes 0.1 s to load, which only files of unknown encoding need

    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    encoding = best.encoding if best else "cp1252"
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") > 1 + len(text) // 100:
        return Rejected("undecodable", f"expected text in UTF-8 or a known encoding, found none that fits (nearest: {encoding})")
    return Decoded(text, encoding)


def _reads_western(text: str) -> bool:
    """Whether the characters beyond ASCII are punctuation, or letters that stand among ASCII letters as accents do in Western languages."""
    letters = accented = 0
    for character in text[:_SAMPLE_BYTES]:
        if character.isalpha():
            letters += 1
            accented += not character.isascii()
        elif not character.isascii() and unicodedata.category(character) == "Cc":
            return False
    return accented <= 0.2 * max(letters, 1)
