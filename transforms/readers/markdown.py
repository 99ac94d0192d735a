"""Markdown: the first heading of level one is the title, front matter gives the rest; marks of emphasis, links and images go."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from transforms.readers.encodings import decode_bytes
from transforms.readers.outcomes import Reading, Rejected
from transforms.readers.text_heads import article_of, split_headers

NAME = "markdown"
_FRONT_MATTER = re.compile(r"\ufeff?(?:---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|$)", re.S)
#: A list under a name, an item a line.
_LIST, _ITEM = re.compile(r"(?m)^([\w-]+):[ \t]*\n((?:[ \t]*-[ \t]+.*\n)+)"), re.compile(r"(?m)^[ \t]*-[ \t]+[\"']?(.*?)[\"']?[ \t]*$")
_TAGS = re.compile(r"<[^<>]{1,500}>")


def read_markdown(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """One article from Markdown."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    text, fields = decoded.text.replace("\r\n", "\n"), {}
    front = _FRONT_MATTER.match(text)
    if front:
        text = text[front.end() :]
        fields = _front_fields(front[1])
    blocks = list(_blocks(_parser().parse(text)))
    first_title = next((number for number, (tag, _) in enumerate(blocks) if tag == "h1"), None)
    if "title" not in fields and first_title is not None:
        fields["title"] = blocks.pop(first_title)[1]
    body = "\n\n".join(words for _, words in blocks)
    return Reading(NAME, NAME, decoded.encoding, (article_of(fields, body),))


def _front_fields(front: str) -> dict[str, str]:
    """Scalars of YAML or TOML front matter; nested values are of no use for an article."""
    listed = _LIST.sub(lambda found: f"{found[1]}: {'; '.join(_ITEM.findall(found[2]))}\n", front + "\n")
    lines = (line.replace(" = ", ": ", 1) for line in listed.split("\n"))
    plain = "\n".join(
        re.sub(r"""(:\s*)(["'])(.*)\2\s*$""", r"\1\3", line) for line in lines if ":" in line and not line.startswith((" ", "-"))
    )
    fields, _ = split_headers(plain + "\n\n")
    return {field: value.strip("[]") if field == "authors" else value for field, value in fields.items()}


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 40})


def _blocks(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """The tag and words of each block that holds text, in order."""
    tag = ""
    for token in tokens:
        if token.nesting == 1:
            tag = token.tag
        if token.type == "inline":
            words = "".join(_inline_words(token.children or [])).strip()
            if words:
                yield tag, words
        elif token.type == "code_block" and token.content.strip():  # an indented paragraph is rarely code in an article
            yield "p", token.content.strip()


def _inline_words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "\n"
        elif token.type == "html_inline":
            yield _TAGS.sub("", token.content)
