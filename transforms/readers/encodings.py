"""Bytes to text: byte order marks first, then what is valid, then what is declared, then what is likely."""

import codecs
import re
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
#: Control characters that no text holds, unlike tab, line feed, form feed, carriage return, and ^Z and ESC of old terminals.
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 11, 12, 13, 26, 27))
#: Printable ASCII and ends of lines.
_PLAIN = frozenset(map(chr, (9, 10, 13, *range(32, 127))))
#: Four letters beyond ASCII in a row: a word of another script, as Western languages hardly ever have two accents side by side.
_FOREIGN_WORD = re.compile(r"[^\W\d_\x00-\x7f]{4,}")
_FOREIGN_LETTER = re.compile(r"[^\W\d_\x00-\x7f]")
_MAX_CONTROL_SHARE = 0.02
#: Share of broken sequences among all non-ASCII ones up to which a text still counts as UTF-8 with some foreign bytes pasted in.
_MAX_FOREIGN_SHARE = 0.3
_MIN_FOREIGN = 40
_C1 = re.compile(r"[\x80-\x84\x86-\x9f]")
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
    wide = _unmarked_wide(data)
    if wide:
        return _decode_with(data, wide, wide)
    if _is_binary(data):
        return Rejected(
            "binary_file",
            "expected text, found bytes of an unknown format; what opens it can save it as text, CSV or PDF",
        )
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as problem:
        # A file cut off in the middle of a character is UTF-8 all the same.
        if problem.end == len(data) and len(data) - problem.start < 4 and not data[: problem.start].isascii():
            return Decoded(data[: problem.start].decode("utf-8"), "utf-8")
    return _decode_legacy(data, declared)


def wide_codec(head: bytes) -> str | None:
    """The encoding of a text of two or four bytes a character, by its mark or its zeros; None for all others."""
    marked = next((name for mark, _, name in _MARKS if head.startswith(mark)), None)
    return (marked if marked != "utf-8" else None) or _unmarked_wide(head)


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


def _unmarked_wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, known by where its zeros stand and by what it reads as."""
    sample = data[:_SAMPLE_BYTES]
    sample = sample[: len(sample) // 4 * 4]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    zeros = [sample[place::4].count(0) / (len(sample) // 4) for place in range(4)]
    if zeros[3] == 1 and zeros[2] > 0.9 and zeros[0] < 0.1:
        return "utf-32-le"
    if zeros[0] == 1 and zeros[1] > 0.9 and zeros[3] < 0.1:
        return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    if even > 0.6 and odd < 0.1:
        return "utf-16-be"
    return next((codec for codec in ("utf-16-le", "utf-16-be") if _reads_as_words(sample, codec)), None)


def _reads_as_words(sample: bytes, codec: str) -> bool:
    """Whether bytes of another script are words in an encoding of two bytes: letters, with spaces and stops of ASCII among them."""
    text = sample.decode(codec, "replace")
    plain = sum(character in _PLAIN for character in text)
    letters = sum(character.isalpha() and character < "\u3000" for character in text)
    return plain > 0.03 * len(text) and plain + letters > 0.97 * len(text)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE_BYTES]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _MAX_CONTROL_SHARE * len(sample)


def _decode_legacy(data: bytes, declared: str | None) -> Decoded | Rejected:
    mixed = _decode_mixed(data)
    if mixed:
        return mixed
    # what says in ASCII that it is UTF-16 is not
    if declared and not declared.startswith("utf-"):
        text = data.decode(declared, "replace")
        if text.count("\ufffd") <= 1 + len(text) // 1000 and _can_be_meant(text, declared):
            return Decoded(text, declared)
    return _guess(data)


def _can_be_meant(text: str, declared: str) -> bool:
    """Whether a text read as declared is plausible: words of another script declared as Western, capitals where small letters stand."""
    if declared == "cp1252":
        return _reads_western(text)
    foreign = "".join(_FOREIGN_WORD.findall(text[:_SAMPLE_BYTES]))
    return sum(map(str.isupper, foreign)) <= sum(map(str.islower, foreign)) or len(foreign) < _MIN_FOREIGN


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
        return Rejected(
            "undecodable", f"expected text in UTF-8 or a known encoding, found none that fits; iconv -f {encoding} -t utf-8 -c FILE > NEW"
        )
    return Decoded(text, encoding)


def _reads_western(text: str) -> bool:
    """Whether the characters beyond ASCII are punctuation, or letters that stand among ASCII letters as accents do in Western languages."""
    if _C1.search(text):
        return False
    sample = text[:_SAMPLE_BYTES] if not text[:_SAMPLE_BYTES].isascii() else text
    return sum(map(len, _FOREIGN_WORD.findall(sample))) <= 0.2 * len(_FOREIGN_LETTER.findall(sample))
