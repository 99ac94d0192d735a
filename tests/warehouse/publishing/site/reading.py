"""Reading a built site as a browser would: elements with their attributes and text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "link", "br", "input", "img", "hr"}


@dataclass
class Element:
    name: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str | None = None, /, **attributes: str) -> Iterator["Element"]:
        """Every element inside, in the order of the page; a class counts among others."""
        for child in self.children:
            if isinstance(child, Element):
                if tag in (None, child.name) and all(
                    wanted in child.attributes.get(key.strip("_"), "").split() for key, wanted in attributes.items()
                ):
                    yield child
                yield from child.all(tag, **attributes)

    def one(self, tag: str, /, **attributes: str) -> "Element":
        (found,) = self.all(tag, **attributes)
        return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.stack[-1].children.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack[-1].name == tag, f"<{self.stack[-1].name}> closed by </{tag}>"
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        self.stack[-1].children.append(data)


def read_page(path: Path) -> Element:
    """The page as a tree; an element that is not closed where it should be fails the test."""
    builder = _Builder()
    builder.feed(path.read_text(encoding="utf-8"))
    assert len(builder.stack) == 1, f"{path.name}: <{builder.stack[-1].name}> is never closed"
    return builder.stack[0]


def pages_of(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))
