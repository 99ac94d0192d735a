"""What several tests stand on: the real tagger, loaded once, and texts tagged with it."""

import os
from collections.abc import Callable

import pytest
from hypothesis import settings

from transforms.annotations import Paragraph, TaggedText
from transforms.taggers.spacy_tagger import SpacyTagger

# set before anything imports Prefect: the tests send nothing to anyone
os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
os.environ["DO_NOT_TRACK"] = "1"

# no test is timed: machines differ
settings.register_profile("personae", deadline=None)
settings.load_profile("personae")

type Tag = Callable[[str], TaggedText]


@pytest.fixture(scope="session")
def tagger() -> SpacyTagger:
    return SpacyTagger()


@pytest.fixture(scope="session")
def tag(tagger: SpacyTagger) -> Tag:
    """Tags a text whose paragraphs are parted by blank lines."""

    def tag_text(text: str) -> TaggedText:
        paragraphs, start = [], 0
        for part in text.split("\n\n"):
            paragraphs.append(Paragraph(start, start + len(part), "body"))
            start += len(part) + 2
        (tagged,) = tagger.tag([(text, paragraphs)])
        return tagged

    return tag_text
