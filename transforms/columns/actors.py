"""What is known of the actors that mentions mean: name, kind, country, and sector and office on the day."""

from collections.abc import Mapping

import polars as pl

from transforms.annotations import Article
from transforms.columns.forms import Nouns
from transforms.columns.words import Words
from transforms.identities.links import sector_on
from transforms.identities.offices import pick_office
from transforms.lexicon import Actor, Lexicon

_FACTS = {name: pl.String() for name in ("actor_id", "name", "kind", "country", "own_sector", "wikidata")}
_ON_DAY = {"actor_id": pl.String(), "day": pl.Date(), "sector": pl.String(), "held": pl.String()}
_TOLD = {"noun": pl.Int64(), "owner_id": pl.String(), "told_country": pl.String(), "told_sector": pl.String(), "told_office": pl.String()}


def describe_actors(words: Words, mentions: pl.DataFrame, titles: pl.DataFrame, nouns: Nouns, found: Mapping[str, Actor]) -> pl.DataFrame:
    """The mentions with the columns name, kind, country, sector, office, wikidata. Of persons in no dictionary a title that the article
    gives them ("Turkish minister Anna Berg") tells country, sector and office. `found`: further actors by id."""
    lexicon = nouns.lexicon
    days = words.texts.articles.select(pl.col("published_date").alias("day")).with_row_index("article").cast({"article": pl.Int64()})
    mentions = mentions.drop("kind", "country", strict=False).join(days, on="article", how="left", maintain_order="left")
    mentions = mentions.join(_facts(words, mentions, lexicon, found), on="actor_id", how="left", maintain_order="left")
    mentions = mentions.join(_on_day(mentions, lexicon), on=["actor_id", "day"], how="left", maintain_order="left", nulls_equal=True)
    mentions = mentions.join(_told(mentions, titles, nouns), on=["article", "actor_id"], how="left", maintain_order="left")
    return mentions.with_columns(
        pl.coalesce("country", "told_country").alias("country"),
        pl.when(pl.col("kind") == "person")
        .then(pl.coalesce("sector", "told_sector", "own_sector"))
        .otherwise("own_sector")
        .alias("sector"),
        pl.when(pl.col("kind") == "person").then(pl.coalesce("held", "told_office", "office")).otherwise("office").alias("office"),
    ).drop("own_sector", "told_country", "told_sector", "told_office", "held", "day")


def _facts(words: Words, mentions: pl.DataFrame, lexicon: Lexicon, found: Mapping[str, Actor]) -> pl.DataFrame:
    """One row an actor: of the lexicon, or a person named by the article alone."""
    rows: list[tuple[str | None, ...]] = []
    first = mentions.filter(pl.col("actor_id").is_not_null()).unique("actor_id", keep="first", maintain_order=True)
    for actor_id, start, end in first.select("actor_id", "start", "end").iter_rows():
        actor = lexicon.actor(actor_id) or found.get(actor_id)
        if actor is None:
            rows.append((actor_id, " ".join(words.texts.text[start:end].split()), "person", None, None, None))
        else:
            rows.append((actor_id, actor.name, actor.kind, actor.country, actor.sector, actor.wikidata))
    return pl.DataFrame(rows, schema=_FACTS, orient="row")


def _on_day(mentions: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """Sector and office of the persons of the lexicon on the days of the articles."""
    asked = mentions.filter(pl.col("actor_id").is_in(list(lexicon.tenures_of))).select("actor_id", "day").unique()
    rows = []
    for actor_id, day in asked.iter_rows():
        actor = lexicon.actor(actor_id)
        if actor is not None:
            rows.append((actor_id, day, *sector_on(actor, Article("", "", published_at=day), lexicon)))
    return pl.DataFrame(rows, schema=_ON_DAY, orient="row")


def _told(mentions: pl.DataFrame, titles: pl.DataFrame, nouns: Nouns) -> pl.DataFrame:
    """What the first title of each person in an article tells: article, actor_id and the columns of _TOLD."""
    asked = titles.select("noun", "owner_id").unique()
    rows = []
    for noun, owner_id in asked.iter_rows():
        owner, offices = nouns.lexicon.actor(owner_id), nouns.lexicon.nouns[nouns.keys[noun]].offices
        office = pick_office(offices, owner.country, owner.actor_id) if owner is not None else None
        if owner is not None and office is not None:
            rows.append((noun, owner_id, owner.country, office.sector, f"{office.name} of {owner.name}"))
    told = pl.DataFrame(rows, schema=_TOLD, orient="row")
    persons = mentions.filter(pl.col("ner") == "PERSON").select("first", "article", "actor_id")
    found = titles.join(told, on=["noun", "owner_id"]).join(persons, on="first").sort("first")
    return found.select("article", "actor_id", "told_country", "told_sector", "told_office").unique(["article", "actor_id"], keep="first")
