"""Articles without what no table and no UTF-8 file can hold."""

from dataclasses import replace

from transforms.readers.outcomes import RawArticle, Rejected


def sound_article(article: RawArticle | Rejected) -> RawArticle | Rejected:
    """The article, unless it has no text, without lone surrogates, which JSON can smuggle in ("\\ud83d") and no UTF-8 can carry out."""
    if isinstance(article, Rejected):
        return replace(article, detail=_sound_text(article.detail))
    if not article.text.strip():
        return Rejected("no_body", "expected an article's text, found none", article.position, "article")
    return replace(
        article,
        text=_sound_text(article.text),
        title=article.title and _sound_text(article.title),
        published_at=article.published_at and _sound_text(article.published_at),
        authors=tuple(map(_sound_text, article.authors)),
        outlet=article.outlet and _sound_text(article.outlet),
        url=article.url and _sound_text(article.url),
        language=article.language and _sound_text(article.language),
        fields=tuple((_sound_text(name), _sound_text(words)) for name, words in article.fields),
    )


def _sound_text(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
