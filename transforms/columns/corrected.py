"""Users' corrections of names, in whole columns: what `transforms.identities.corrected` does mention by mention."""

import polars as pl

from transforms.columns.words import Words
from transforms.corrections import Correction
from transforms.folding import fold
from transforms.identities.corrected import FIELDS, RULE
from transforms.identities.discovered import discover_person
from transforms.lexicon import Actor, Lexicon
from transforms.names.choice import label_of


def correct_names(words: Words, names: pl.DataFrame, lexicon: Lexicon, found: dict[str, Actor]) -> pl.DataFrame:
    """The names as the users say whom they mean; actors that no dictionary lists, and that corrections make, are put into `found`."""
    asked = [each for each in lexicon.corrections if each.action not in ("party", *FIELDS)]
    if not asked:
        return names
    articles = words.texts.articles.with_row_index("article").cast({"article": pl.Int64()})
    surfaces = [fold(surface) for surface in words.texts.words_at(names["start"].to_numpy(), names["end"].to_numpy())]
    names = names.with_columns(pl.Series("surface", surfaces, dtype=pl.String())).join(articles, on="article", maintain_order="left")
    for correction in asked:
        names = _correct(names, correction, lexicon, found)
    return names.drop("surface", "article_id", "published_date", "outlet")


def _correct(names: pl.DataFrame, correction: Correction, lexicon: Lexicon, found: dict[str, Actor]) -> pl.DataFrame:
    fits = _fits(correction)
    actor = _named(names.filter(fits), correction, lexicon, found)
    changed: dict[str, object] = {"actor_id": None, "rule": RULE, "seat": None, "alias_kind": None, "is_whole_person": False}
    if actor is not None:
        label = label_of(actor.actor_id, actor.kind, lexicon)
        changed |= {"actor_id": actor.actor_id, "kind": actor.kind, "country": actor.country, "label": label, "confidence": 1.0}
    new = [pl.when(fits).then(pl.lit(value, dtype=names.schema[name])).otherwise(name).alias(name) for name, value in changed.items()]
    return names.with_columns(new)


def _fits(correction: Correction) -> pl.Expr:
    """Which names a correction is about; one of a period is about none of an undated article."""
    outlet, surface, day = correction.outlet, correction.surface, pl.col("published_date")
    conditions = [pl.lit(value=True)]
    if correction.actor_id is not None:
        conditions.append(pl.col("actor_id") == correction.actor_id)
    if surface is not None:
        conditions.append(pl.col("surface") == fold(surface))
    if outlet is not None:
        conditions.append(pl.col("outlet").str.to_lowercase() == outlet.lower())
    if correction.article_id is not None:
        conditions.append(pl.col("article_id") == correction.article_id)
    if correction.valid_from is not None:
        conditions.append(day >= correction.valid_from)
    if correction.valid_to is not None:
        conditions.append(day <= correction.valid_to)
    return pl.all_horizontal(conditions).fill_null(value=False)


def _named(names: pl.DataFrame, correction: Correction, lexicon: Lexicon, found: dict[str, Actor]) -> Actor | None:
    """The actor that the names are given to; one that no dictionary lists takes over what is known of the one before. None for nobody."""
    if correction.value is None or not names.height:
        return None
    known = lexicon.actor(correction.value) or found.get(correction.value)
    if known is not None:
        return known
    before_id, surface = names.row(0, named=True)["actor_id"], names["surface"][0]
    before = found.get(before_id or "") or lexicon.actor(before_id or "") or (discover_person(surface) if before_id else None)
    if before is None:
        return None
    found[correction.value] = before._replace(actor_id=correction.value)
    return found[correction.value]


def correct_unlisted(mentions: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The mentions with what users say of actors that no dictionary lists: name, sector, kind, country."""
    for correction in lexicon.corrections:
        if correction.action in FIELDS and lexicon.actor(correction.actor_id or "") is None:
            name = FIELDS[correction.action]
            is_meant = (pl.col("actor_id") == correction.actor_id).fill_null(value=False)
            mentions = mentions.with_columns(pl.when(is_meant).then(pl.lit(correction.value)).otherwise(name).alias(name))
    return mentions
