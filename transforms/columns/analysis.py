"""The recipe of the fast tier: everything that is said about the articles of a batch, step by step in whole columns."""

from dataclasses import dataclass

import polars as pl

from transforms.columns.actors import describe_actors
from transforms.columns.acts import find_acts
from transforms.columns.corrected import correct_names, correct_unlisted
from transforms.columns.credits import find_credits
from transforms.columns.descriptions import find_described
from transforms.columns.forms import Forms, Nouns
from transforms.columns.known_persons import KnownPersons
from transforms.columns.names import find_names
from transforms.columns.persons import Holders, find_persons
from transforms.columns.readings import read_names
from transforms.columns.roles import assign_roles
from transforms.columns.speech import find_quotes
from transforms.columns.texts import Texts
from transforms.columns.times import find_times
from transforms.columns.tones import score_tones
from transforms.columns.vocabulary import Vocabulary
from transforms.columns.words import Words
from transforms.identities.outlets import find_house
from transforms.lexicon import Actor, Lexicon


@dataclass(frozen=True)
class Marks:
    """What is said about the articles of a batch. Frames in text order, offsets those of the joined text; quotes, dyads and credits name
    mentions by their row."""

    words: Words
    mentions: pl.DataFrame
    quotes: pl.DataFrame
    dyads: pl.DataFrame
    credits: pl.DataFrame
    times: pl.DataFrame


class Columns:
    """What the steps look words up in, made once in a process: of the lexicon, and of tables that take long to make of it and of the
    dictionaries (`list_words`, `list_tenures`)."""

    def __init__(self, lexicon: Lexicon, words: pl.DataFrame, tenures: pl.DataFrame) -> None:
        self.lexicon = lexicon
        self.vocabulary = Vocabulary(words)
        self.forms, self.nouns = Forms(lexicon), Nouns(lexicon)
        self.holders, self.known = Holders(lexicon, self.nouns, tenures), KnownPersons(lexicon)

    def annotate(self, articles: pl.DataFrame, paragraphs: pl.DataFrame) -> Marks:
        """Everything said about articles (article_id, body, published_date, outlet) with their rows of PARAGRAPHS."""
        lexicon, found = self.lexicon, dict[str, Actor]()
        words = Words.split(Texts.join(articles, paragraphs), self.vocabulary)
        names, bare = find_names(words, self.forms)
        names = find_persons(words, names, bare, self.holders, self.known)
        names = read_names(words, correct_names(words, names, lexicon, found))
        described, titles = find_described(words, names, self.nouns)
        mentions = pl.concat([names, described], how="diagonal").sort("start", "end", descending=[False, True])
        mentions = correct_unlisted(describe_actors(words, mentions, titles, self.nouns, found), lexicon)
        quotes, dyads = find_quotes(words, mentions), find_acts(words, mentions)
        credits = find_credits(words, mentions, _houses(words, lexicon))
        mentions = _with_tones(words, assign_roles(words, mentions, quotes, dyads, credits))
        return Marks(words, mentions, quotes, dyads, credits, find_times(words))


def _houses(words: Words, lexicon: Lexicon) -> pl.DataFrame:
    """The media that print each article: article, actor_id."""
    outlets = words.texts.articles["outlet"]
    houses = {name: sorted(find_house(name, lexicon)) for name in outlets.drop_nulls().unique()}
    rows = [(number, house) for number, name in enumerate(outlets) if name for house in houses[name]]
    return pl.DataFrame(rows, schema={"article": pl.Int64(), "actor_id": pl.String()}, orient="row")


def _with_tones(words: Words, mentions: pl.DataFrame) -> pl.DataFrame:
    """The mentions with the tones of those that stand for somebody; mere places have none, nor has who speaks of himself."""
    tone, _ = score_tones(words, mentions["first"].to_numpy(), mentions["last"].to_numpy())
    is_place = (pl.col("reading") == "place").fill_null(value=False) | (pl.col("kind") == "place").fill_null(value=False)
    is_own_voice = (pl.col("voice_actor_id") == pl.col("actor_id")).fill_null(value=False)
    return mentions.with_columns(pl.when(~is_place & ~is_own_voice).then(pl.Series(tone)).otherwise(None).alias("tone"))
