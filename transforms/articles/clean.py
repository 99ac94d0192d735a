"""Characters that only get in the way: one kind of line end and space, nothing invisible, composed letters, mojibake repaired.

Works on whole polars columns; ftfy sees only the few rows that show the marks of text decoded twice.
"""

import re

import ftfy
import polars as pl

#: UTF-8 read as Windows-1252 or Latin-1: an A or a with a mark before a character of the upper half. (Real words hardly hold these pairs.)
_BROKEN = (
    r"â€|â\u0080|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u0080-\u00bf]|[a-z.,”\"')]Â |ï»¿|ð\u009f|ðŸ"
    r"|[ÐÑ][\u0080-\u00bf°±²³´µ¶·¸¹º»¼½¾¿].?[ÐÑ]"
)
#: What ftfy leaves where a byte was lost: "â€" inside a word was a hyphen, elsewhere the closing quote mark; "Â" was a wider space.
_CRIPPLED = (
    (re.compile(r"(?<=[a-z])â€(?=[a-z])"), "-"),
    (re.compile(r"â€(?![™œ\w])"), "”"),
    (re.compile(r"(?<=[a-z0-9.,;:!?”’\"')\s])Â(?=\s)"), ""),
)
_LINE_ENDS = r"\r\n?|\u2028|\u0085|\x0b"
_PARAGRAPH_ENDS = r"\u2029|\x0c"
#: Soft hyphens, zero-width characters, direction marks, byte order marks, and control characters but for tab and line feed.
_INVISIBLE = r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
_SPACES = r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
#: Joiners shape letters of these scripts and are left alone there.
_JOINED_SCRIPTS = r"[\u0590-\u08ff\u0900-\u0dff]"


def clean_column(column: pl.Series) -> tuple[pl.Series, pl.Series]:
    """The texts of a column cleaned, and which of them were mojibake and are repaired."""
    repaired = _repair(column)
    is_repaired = (repaired != column).fill_null(value=False)
    expression = pl.col("text").str.replace_all(_LINE_ENDS, "\n").str.replace_all(_PARAGRAPH_ENDS, "\n\n").str.replace_all(_SPACES, " ")
    visible = expression.str.replace_all(_INVISIBLE, "")
    cleaned = pl.when(pl.col("text").str.contains(_JOINED_SCRIPTS)).then(expression.str.replace_all(r"[\x00\ufeff]", "")).otherwise(visible)
    frame = pl.DataFrame({"text": repaired}, schema={"text": pl.String()})
    texts = frame.select(cleaned.str.replace_many(_LIGATURES).str.normalize("NFC")).to_series()
    return texts, is_repaired


def _repair(column: pl.Series) -> pl.Series:
    broken = column.str.contains(_BROKEN).fill_null(value=False)
    if not broken.any():
        return column
    return pl.Series([_repaired(text) if is_broken else text for text, is_broken in zip(column, broken, strict=True)], dtype=pl.String())


def _repaired(text: str) -> str:
    """The text decoded once instead of twice."""
    text = ftfy.fix_encoding(text)
    for pattern, meant in _CRIPPLED:
        text = pattern.sub(meant, text)
    return text
