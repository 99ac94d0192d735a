"""Whom grammar forbids a pronoun to take up."""

import re

import pytest

from tests.conftest import Tag
from transforms.annotations import Mention, TaggedText
from transforms.judges.coreference.binding import are_two

_MARK = re.compile(r"\[(.+?)\]|\{(.+?)\}")


def marked(tag: Tag, text: str) -> tuple[TaggedText, Mention, Mention]:
    """The tagged text, the pronoun that stands in braces, and the name that stands in brackets."""
    words = [found[1] or found[2] for found in _MARK.finditer(text)]
    plain = _MARK.sub(lambda found: found[1] or found[2], text)
    tagged = tag(plain)
    mentions = []
    for place, found in enumerate(_MARK.finditer(text)):
        start = found.start() - 2 * place
        first = tagged.starts.index(start)
        last = tagged.ends.index(start + len(words[place])) + 1
        layer = "name" if found[1] else "pronoun"
        mentions.append(Mention(start, start + len(words[place]), first, last, last - 1, layer, "marked"))
    pronoun, name = sorted(mentions, key=lambda mention: mention.layer == "name")
    return tagged, pronoun, name


@pytest.mark.parametrize(
    "text",
    [
        "[Rao] criticised {him} in the house.",
        "[Rao] chose to replace {him} with an aide.",
        "[Rao] did not look at {him}.",
        "[Rao] made {him} an ambassador.",
        "[Lopez], who {he} thought was honest, resigned.",
        "Among {his} guests were [Lopez] and Rao.",
        "Rao arrived with [Lopez] as {his} guest.",
        "[Rao] was {her} replacement at the ministry.",
        "[Rao], {her} rival, left the hall.",
    ],
)
def test_two_by_their_places(tag: Tag, text: str) -> None:
    assert are_two(*marked(tag, text))


@pytest.mark.parametrize(
    "text",
    [
        "[Rao] criticised {his} brother in the house.",
        "[Rao] blamed {himself} for the defeat.",
        "[Rao] said {he} would stay.",
        "[Rao] brought a gun with {him}.",
        "[Rao] was {his} own worst enemy.",
        "[Rao] resigned. Nobody thanked {him}.",
    ],
)
def test_one_and_the_same_is_not_forbidden(tag: Tag, text: str) -> None:
    assert not are_two(*marked(tag, text))
