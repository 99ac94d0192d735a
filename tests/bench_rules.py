"""`make bench-rules`: what the figures of our own test articles lose where a rule's verdicts are struck out and no other rule takes their place.

The articles and what people found in them are those of tests/gold, the acts those of tests/transforms/acts/event_sentences.csv. All are
analysed once; then, for each rule that gave a verdict there, what rests on it is struck out (a name that it found is gone, another mention
loses its actor, a quotation or act is gone) and the figures are taken again. Losses are in hundredths of the figure.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.analysis import Analyst
from flows.cli.answers import print_table
from flows.finding import find_files
from flows.settings import Settings
from tests.flows.conftest import SAMPLES, load_files
from tests.gold.comparison import Found, GoldArticle, Tally, compare, read_gold
from tests.transforms.acts.event_sentences import SENTENCES, is_found
from transforms.annotations import Annotation, Article, Mention, Paragraph, Quote
from transforms.articles.paragraphs import split_paragraphs
from transforms.rule_book import fired_rules, rule_rows, traced_rules
from warehouse.store import open_warehouse
from warehouse.stored import read_articles

_FIGURES = ("mention_f1", "actor_share", "role_share", "quote_share", "quote_precision")


def read_samples() -> list[tuple[Article, list[Paragraph]]]:
    """The sample articles as a warehouse holds them."""
    with TemporaryDirectory() as folder:
        warehouse = Path(folder) / "samples.duckdb"
        load_files(find_files([SAMPLES]).files, Settings(warehouse, "fast"))
        with closing(open_warehouse(warehouse, read_only=True)) as connection:
            frames = read_articles(connection, [found for (found,) in connection.execute("SELECT article_id FROM articles").fetchall()])
    spans: dict[str, list[Paragraph]] = {}
    for article_id, *span in frames["paragraphs"].select("article_id", "start_char", "end_char", "kind").iter_rows():
        spans.setdefault(article_id, []).append(Paragraph(*span))
    return [
        (Article(row["article_id"], row["body"], row["title"], row["published_date"], row["outlet"]), spans[row["article_id"]])
        for row in frames["articles"].iter_rows(named=True)
    ]


def strike(found: Annotation, table: str, rule: str) -> Annotation:
    """The annotation without what rests on the rule."""
    if table == "mentions":
        struck = {id(mention): _strike_mention(mention, rule) for mention in found.mentions}
        quotes = [replace(quote, speaker=struck.get(id(quote.speaker))) for quote in found.quotes]
        return replace(found, mentions=[mention for mention in struck.values() if mention is not None], quotes=quotes)
    if table == "quotes":
        return replace(found, quotes=[quote for quote in found.quotes if quote.rule != rule])
    if table == "roles":
        without = [replace(each, role="mentioned") if (table, rule) in traced_rules(each) else each for each in found.mentions]
        return replace(found, mentions=without)
    assert table == "dyads"
    return replace(found, dyads=[dyad for dyad in found.dyads if dyad.rule != rule])


def _strike_mention(mention: Mention, rule: str) -> Mention | None:
    made = [declared for table, declared in traced_rules(mention) if table == "mentions"]
    if rule not in made:
        return mention
    return None if made[0] == rule else replace(mention, actor_id=None)


def figures(gold: Mapping[str, GoldArticle], found: Mapping[str, Annotation], acts: Sequence[Annotation]) -> list[float]:
    """The figures of the golden articles, and the share of the sentences whose act is found."""
    tallies = (compare(article, *_found_in(found[name])) for name, article in gold.items())
    of_articles = sum(tallies, Tally()).figures()
    right = sum(is_found(row, done) for row, done in zip(SENTENCES, acts, strict=True))
    return [*(of_articles[figure] for figure in _FIGURES), right / len(SENTENCES)]


def _found_in(done: Annotation) -> tuple[list[Found], list[Found]]:
    text = done.article.text
    mentions = [Found(((m.start, m.end),), text[m.start : m.end], m.layer, m.actor_id, m.role) for m in done.mentions]
    return mentions, [_quote(text, quote) for quote in done.quotes]


def _quote(text: str, quote: Quote) -> Found:
    spoken = " … ".join(text[start:end] for start, end in quote.content)
    return Found(tuple(quote.content), spoken, quote.kind, quote.speaker.actor_id if quote.speaker is not None else None)


def losses() -> Iterator[tuple[str | int | float, ...]]:
    """For each rule with a verdict: table, id, verdicts, and the loss of each figure in hundredths."""
    samples = {article.title or "": (article, paragraphs) for article, paragraphs in read_samples()}
    gold = {article.name: article for article in read_gold({title: article.text for title, (article, _) in samples.items()})}
    sentences = [Article(str(number), row["sentence"]) for number, row in enumerate(SENTENCES)]
    asked = [*(samples[each.title] for each in gold.values()), *((each, split_paragraphs(each.text, None)) for each in sentences)]
    annotated = Analyst.of("full").annotate([article for article, _ in asked], [paragraphs for _, paragraphs in asked])
    done = [each for each in annotated if isinstance(each, Annotation)]
    found, acts = dict(zip(gold, done[: len(gold)], strict=True)), done[len(gold) :]
    fired = sum((fired_rules(each) for each in done), Counter[tuple[str, str]]())
    whole = figures(gold, found, acts)
    yield ("", "all rules", fired.total(), *(100 * figure for figure in whole))
    for table, rule, _ in rule_rows():
        if fired[table, rule] and table in ("mentions", "quotes", "dyads", "roles"):
            without = figures(
                gold, {name: strike(each, table, rule) for name, each in found.items()}, [strike(each, table, rule) for each in acts]
            )
            yield (table, rule, fired[table, rule], *(100 * (now - before) for now, before in zip(without, whole, strict=True)))


if __name__ == "__main__":
    print_table(["table", "rule", "verdicts", *_FIGURES, "acts"], losses(), sys.stdout, "Without each rule, in hundredths")
