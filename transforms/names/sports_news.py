"""Whether a text is sports news, in which countries are teams and athletes have the names of politicians."""

from transforms.annotations import TaggedText
from transforms.language import word_class

SPORT_WORDS = word_class("identities.words")
#: Shares of words about sport, and how many different ones, from which a text is sports news.
_SHARE, _DIFFERENT = 0.012, 4


def is_sports_news(tagged: TaggedText) -> bool:
    """Whether so many words are about sport that countries are teams."""
    found = [word for word in tagged.lowers if word in SPORT_WORDS]
    return len(found) >= _SHARE * len(tagged.words) and len(set(found)) >= _DIFFERENT
