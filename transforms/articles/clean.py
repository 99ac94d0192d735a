"""Characters that only get in the way: one kind of line end and space, nothing invisible, composed letters, mojibake repaired.

Works on whole polars columns; ftfy sees only the few rows that show the marks of text decoded twice.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

import ftfy
import polars as pl

#: UTF-8 read as Windows-1252 or Latin-1: an A or a with a mark before a character of the upper half. (Real words hardly hold these pairs.)
_BROKEN = (
    r"â€|â\u0080|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u0080-\u00bf]|[a-z.,”\"')]Â |ï»¿|ð\u009f|ðŸ"
    r"|ÃÂ[\u00a0-\u00bf]|[ÐÑ][\u0080-\u00bf°±²³´µ¶·¸¹º»¼½¾¿].?[ÐÑ]"
)
#: What ftfy leaves where a byte was lost: "â€" inside a word was a hyphen, elsewhere the closing quote mark; "Â" was a wider space.
_CRIPPLED = (
    (re.compile(r"(?<=[a-z])â€(?=[a-z])"), "-"),
    (re.compile(r"â€(?![™œ\w])"), "”"),
    (re.compile(r"(?<=[a-z0-9.,;:!?”’\"')\s])Â(?=\s)"), ""),
)
#: What is left of a letter that was decoded twice too often where a control character was lost on the way: "FranÃÂ§ois".
_TWICE = re.compile("ÃÂ(?=[\u00a0-\u00bf])")
_LINE_ENDS = r"\r\n?|\u2028|\u0085|\x0b"
_PARAGRAPH_ENDS = r"\u2029|\x0c"
#: Soft hyphens, zero-width characters, direction marks, byte order marks, and control characters but for tab and line feed.
_UNSEEN = r"\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_INVISIBLE = f"[{_UNSEEN}]"
#: What is taken out of texts in which joiners shape letters: the same but for these two.
_NEVER = f"[{_UNSEEN.replace(r'\u200b-\u200f', r'\u200b\u200e\u200f')}]"
#: Everything that is not left as it is, but for spaces and line ends.
_CHANGED = rf"[{_UNSEEN}\ufb00-\ufb06]"
_SPACES = r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
#: All but letters, marks and signs that every step of cleaning leaves as they are: composed, seen, and no sign of a text decoded twice
#: (Â, Ã, Ð, Ñ, â, ï, ð). Most texts have nothing else, and one look at them is enough.
_DOUBTFUL = (
    r"[^\n -~¡-¬®-ÁÄ-ÏÒ-áã-îñ-ʬЀ-ҁҊ-ԯ\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122\u2190-\u2328\u2500-\u27bf\u3001-\u3029ぁ-ゖァ-ー一-鿿]"
)
#: Joiners shape letters of these scripts and are left alone there.
_JOINED_SCRIPTS = r"[\u0590-\u08ff\u0900-\u0dff]"


class Change(NamedTuple):
    """What was done to a text, in the words of a note."""

    reason: str
    detail: str


def clean_column(column: pl.Series) -> tuple[list[str | None], list[list[Change]]]:
    """The texts of a column cleaned, and what was changed in each but for spaces and line ends."""
    cleaned: list[str | None] = column.to_list()
    changes: list[list[Change]] = [[] for _ in cleaned]
    doubtful = column.str.contains(_DOUBTFUL).fill_null(value=False).arg_true()
    if len(doubtful):
        for number, words, changed in zip(doubtful, *_clean_doubtful(column.gather(doubtful)), strict=True):
            cleaned[number], changes[number] = words, changed
    return cleaned, changes


def _clean_doubtful(column: pl.Series) -> tuple[list[str | None], list[list[Change]]]:
    text = pl.col("text")
    found = pl.DataFrame({"text": column}, schema={"text": pl.String()}).with_columns(is_broken=text.str.contains(_BROKEN))
    repaired = [_repaired(words) if is_broken else words for words, is_broken in found.iter_rows()]
    changes = [
        [Change("encoding_repaired", "text was decoded twice; repaired with ftfy")] if words != given else []
        for words, given in zip(repaired, found["text"], strict=True)
    ]
    is_joined = text.str.contains(_JOINED_SCRIPTS)
    spaced = text.str.replace_all(_LINE_ENDS, "\n").str.replace_all(_PARAGRAPH_ENDS, "\n\n").str.replace_all(_SPACES, " ")
    visible = pl.when(is_joined).then(spaced.str.replace_all(_NEVER, "")).otherwise(spaced.str.replace_all(_INVISIBLE, ""))
    cleaned = visible.str.replace_many(_LIGATURES).str.normalize("NFC")
    is_changed = text.str.contains(_CHANGED) | (text.str.normalize("NFC") != text)
    frame = pl.DataFrame({"text": repaired}, schema={"text": pl.String()}).select(text, cleaned=cleaned, is_changed=is_changed)
    for number, (given, _, was_changed) in enumerate(frame.iter_rows()):
        what = _describe(given) if was_changed else ""
        if what:
            changes[number].append(Change("characters_cleaned", what))
    return frame["cleaned"].to_list(), changes


def clean_lines(lines: Iterable[str]) -> dict[str, str]:
    """Words other than text (names, addresses, values of fields), each on one line and cleaned in the same way."""
    given = list(dict.fromkeys(lines))
    cleaned, _ = clean_column(pl.Series(given, dtype=pl.String()))
    return {words: " ".join((line or "").split()) for words, line in zip(given, cleaned, strict=True)}


def _describe(text: str) -> str:
    """Which characters of a text were taken out or spelt otherwise, and how many."""
    removed = _NEVER if re.search(_JOINED_SCRIPTS, text) else _INVISIBLE
    invisible = [character for found in re.finditer(removed, text) for character in found.group()]
    soft, marks = invisible.count("\u00ad"), sum(character >= "\u200b" for character in invisible)
    counts = {
        "soft hyphens removed": soft,
        "zero-width characters removed": marks,
        "control characters removed": len(invisible) - soft - marks,
        "ligatures spelt out": sum(text.count(ligature) for ligature in _LIGATURES),
        "letters composed (NFC)": len(text) - len(unicodedata.normalize("NFC", text)),
    }
    return ", ".join(f"{what}: {count}" for what, count in counts.items() if count > 0)


def _repaired(text: str) -> str:
    """The text decoded once instead of twice."""
    text = ftfy.fix_encoding(_TWICE.sub("Ã", text))
    for pattern, meant in _CRIPPLED:
        text = pattern.sub(meant, text)
    return text
