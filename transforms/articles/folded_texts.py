"""What makes two articles the same text: their paragraphs without headline, dateline and boilerplate, letters and digits only."""

import polars as pl

_SAME_KINDS = ("body", "heading")


def fold_words(column: pl.Expr) -> pl.Expr:
    """The words of a text in lower case with single spaces: punctuation, kinds of quote marks and line ends make no difference."""
    return column.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()


def plain_texts(articles: pl.DataFrame, paragraphs: pl.DataFrame) -> list[str]:
    """For each row of articles (article_id, body) its folded text; `paragraphs`: their rows of PARAGRAPHS."""
    spans = (
        paragraphs.filter(pl.col("kind").is_in(_SAME_KINDS))
        .sort("article_id", "paragraph_no")
        .group_by("article_id", maintain_order=True)
        .agg(pl.concat_list("start_char", "end_char").alias("spans"))
    )
    joined = articles.select("article_id", "body").join(spans, on="article_id", how="left", maintain_order="left")
    texts = ["\n".join(body[start:end] for start, end in found or ()) for _, body, found in joined.iter_rows()]
    return pl.DataFrame({"text": texts}, schema={"text": pl.String()}).select(fold_words(pl.col("text"))).to_series().to_list()
