"""What makes two articles the same text: their paragraphs without headline, dateline and boilerplate, letters and digits only."""

import polars as pl

_SAME_KINDS = ("body", "heading")


def fold_words(column: pl.Expr) -> pl.Expr:
    """The words of a text in lower case with single spaces: punctuation, kinds of quote marks and line ends make no difference."""
    return column.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()


def plain_texts(articles: pl.DataFrame, paragraphs: pl.DataFrame) -> list[str]:
    """For each row of articles (article_id, body) its folded text; `paragraphs`: their rows of PARAGRAPHS."""
    spans: dict[str, list[tuple[int, int, int]]] = {}
    columns = paragraphs.select("article_id", "kind", "paragraph_no", "start_char", "end_char")
    for article_id, kind, number, start, end in columns.iter_rows():
        if kind in _SAME_KINDS:
            spans.setdefault(article_id, []).append((number, start, end))
    texts = [
        "\n".join(body[start:end] for _, start, end in sorted(spans.get(article_id, ())))
        for article_id, body in articles.select("article_id", "body").iter_rows()
    ]
    return pl.DataFrame({"text": texts}, schema={"text": pl.String()}).select(fold_words(pl.col("text"))).to_series().to_list()
