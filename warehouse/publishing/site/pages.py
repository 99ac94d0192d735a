"""Writing the pages: which tables are on which page, and what else each page needs."""

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import duckdb
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from warehouse.code_words import in_words
from warehouse.points import reach
from warehouse.publishing.changed import Publication
from warehouse.publishing.kept import KeptFiles
from warehouse.publishing.site.answers import ACTORS, MEASURES, QUERIES, Answer, Row, answer_views, ask, by_actor, choose_actors, word
from warehouse.publishing.site.cells import FEWEST, Grid, make_grid, shown_tone, shown_value
from warehouse.publishing.site.data import write_data
from warehouse.publishing.site.evidence import Evidence, evidence_keys, read_evidence
from warehouse.publishing.site.findings import FINDINGS, Finding, make_findings
from warehouse.publishing.site.links import Links, outside, page_name
from warehouse.publishing.site.marking import list_cast, list_mentions, mark_text
from warehouse.rule_ids import explain_rule
from warehouse.runs import IDENTITIES

_HERE = Path(__file__).parent
TEMPLATES, ASSETS = _HERE / "templates", _HERE / "assets"
#: What rules mean stands on the pages of articles.
_RULES = _HERE.parents[1] / "rule_ids.csv"


@dataclass(frozen=True)
class Page:
    """A page of the menu: its file, template and title, the tables on it, and the scripts it needs."""

    file: str
    template: str
    title: str
    tables: tuple[str, ...]
    scripts: tuple[str, ...] = ()

    @property
    def takes_filters(self) -> bool:
        """Whether the choices of the filter bar go along to it."""
        return bool(self.scripts)


#: Scripts of pages that count for themselves, and of those that draw what they count.
_COUNTING = ("chunks", "facts")
_DRAWING = (*_COUNTING, "echarts.min", "charts")


MENU = (
    Page(
        "index.html",
        "overview.html.j2",
        "Overview",
        ("top_actors", "shares", "new_faces", "who_about_whom", "runs", "quality"),
        (*_DRAWING, "matrix"),
    ),
    Page("search.html", "search.html.j2", "Search", (), ("chunks", "postings", "search")),
    Page("compare.html", "compare.html.j2", "Compare", (), (*_COUNTING, "compare")),
    Page("network.html", "network.html.j2", "Network", ("who_about_whom", "named_together", "who_does_what"), (*_DRAWING, "matrix")),
    Page("actors.html", "actors.html.j2", "Actors", ("top_actors",)),
    Page("outlets.html", "outlets.html.j2", "Outlets", ("outlets_articles", "outlets_actors", "outlets_credits")),
    Page("fields.html", "fields.html.j2", "Fields", ("field_actors", "field_values")),
    Page("events.html", "events.html.j2", "Events", ()),
    Page("stories.html", "stories.html.j2", "Stories", ("stories", "story_members")),
    Page(
        "quality.html",
        "quality.html.j2",
        "Quality",
        ("runs", "set_aside", "set_aside_latest", "remarks", "checks", "quality", "lexicon_gaps"),
    ),
    Page("about.html", "about.html.j2", "Glossary", ()),
)
#: Tables of all, and tables of each actor.
_OF_ALL = (*FINDINGS, "events", "totals", "countries", "editions", *dict.fromkeys(chain.from_iterable(page.tables for page in MENU)))
_OF_ACTORS = (
    "actor_examples", "actor_roles", "actor_words", "actor_quoted_by", "actor_spoken_about", "actor_speaks_about", "actor_acts",
    "actor_offices", "actor_forms",
)  # fmt: skip
#: Shown as SQL beside the charts that count the same.
_COUNTS = ("cube", "voices")
#: Values of fields that say nothing to who compares: numbers and addresses.
_SPEECHLESS = re.compile(r"[-+.\d]+|(https?://)?[\w-]+(\.[\w-]+)+(/\S*)?")
#: What is offered first on the page that compares: its name, and the choices.
_PRESETS = (
    ("Whom outlets cover", "rows=outlet&columns=actor&measure=share"),
    ("Whom outlets quote", "rows=outlet&columns=actor&measure=quotes"),
    ("Tone of outlets", "rows=outlet&columns=actor&measure=tone"),
    ("Tone of outlets over time", "rows=time&columns=outlet&measure=tone"),
    ("Coverage over time", "rows=actor&columns=time&measure=articles"),
    ("Women and men quoted", "rows=outlet&columns=gender&measure=voice"),
    ("Parties quoted", "rows=outlet&columns=party&measure=voice"),
    ("Countries", "rows=outlet&columns=country&measure=share"),
)


class Pages:
    """The site of one warehouse, asked and ready to be written; `largest` is the size of the largest page written so far, in bytes."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        top_actors: int,
        top_articles: int,
        with_data: bool = True,
        publication: Publication | None = None,
    ) -> None:
        answer_views(connection, (QUERIES, MEASURES) if with_data else (QUERIES,), publication)
        self.with_data, self.publication = with_data, publication
        self.connection = connection
        self.actors = choose_actors(connection, top_actors)
        self.answers = {slug: ask(connection, slug, self.actors) for slug in (*_OF_ALL, *_OF_ACTORS)}
        self.of_actors = {slug: by_actor(self.answers[slug], self.actors) for slug in _OF_ACTORS}
        self.counts = {slug: word(slug, self.actors) for slug in _COUNTS}
        self.cubes = by_actor(self.counts["cube"], self.actors)
        self.articles, self.with_texts = self._choose_articles(top_articles), top_articles > 0
        named = connection.execute("SELECT actor_id, name, country FROM actors").fetchall()
        self.names, self.countries = {row[0]: row[1] for row in named}, {row[0]: row[2] for row in named}
        self.environment = _environment()
        self.largest = 0

    def write(self, folder: Path, old: Path) -> None:
        """Write every page and asset into an empty folder; those of actors and articles come from `old` where they are right.

        What the pages load as they need it is written too, unless somebody else does that."""
        reach("site: before its folders")
        for name in ("actor", "article"):
            (folder / name).mkdir(parents=True)
        shutil.copytree(ASSETS, folder / "assets", ignore=shutil.ignore_patterns("__pycache__"))
        counts: dict[str, Any] = {slug: make_grid(answer, self._links()) for slug, answer in self.counts.items()}
        for page in MENU:
            self._write(
                folder / page.file, page.template, page.title, scripts=page.scripts, grids=self._grids(page.tables),
                accounts=_accounts(self.answers["runs"].rows), findings=self._findings(page.template), presets=self._presets(),
                relations=_relations(self.answers), events=_by_event(self.answers["events"].rows), events_sql=self.answers["events"].sql,
                links=self._links(), **counts,
            )  # fmt: skip
        pages = KeptFiles(old, folder)
        for actor_id in self.actors:
            self._write_actor(pages, actor_id)
        self._write_articles(pages)
        pages.write_manifest()
        self.largest = max([self.largest, *((folder / page).stat().st_size for page in pages.made)])
        if self.with_data:
            write_data(self.connection, folder, old, self.actors, self.articles, self.with_texts, self.publication)

    def _choose_articles(self, count: int) -> frozenset[str]:
        """The articles that the tables rest on: those of the pages of all first, then those of the actors in the order of their rank."""
        ids = chain(
            chain.from_iterable(self.answers[slug].article_ids() for slug in _OF_ALL),
            chain.from_iterable(self.of_actors[slug][actor_id].article_ids() for actor_id in self.actors for slug in _OF_ACTORS),
        )
        return frozenset(list(dict.fromkeys(ids))[:count])

    def _links(self, up: str = "") -> Links:
        return Links(frozenset(self.actors), self.articles, self.names, self.countries, up)

    def _grids(self, slugs: Iterable[str]) -> Mapping[str, Grid]:
        return {slug: make_grid(self.answers[slug], self._links()) for slug in slugs}

    def _presets(self) -> list[tuple[str, str]]:
        """The comparisons that the archive allows: those of its own fields that say something in words, the coarsest first."""
        values = Counter(row["field"] for row in self.answers["field_values"].rows if not _SPEECHLESS.fullmatch(row["value"]))
        fields = sorted(values, key=lambda field: (values[field], field))[:4]
        choices = {field: urlencode({"rows": field, "columns": "actor", "measure": "share"}) for field in fields}
        return [*_PRESETS, *((field.replace("_", " ").capitalize(), address) for field, address in choices.items())]

    def _findings(self, template: str) -> Sequence[Finding]:
        return make_findings(self.answers, self._links()) if template == "overview.html.j2" else ()

    def _write(self, path: Path, template: str, title: str, up: str = "", scripts: Sequence[str] = (), **values: object) -> None:
        (totals,) = self.answers["totals"].rows
        text = self.environment.get_template(template).render(
            title=title, up=up, file=path.name, menu=MENU, totals=totals, editions=self.answers["editions"].rows, fewest=FEWEST,
            totals_sql=self.answers["totals"].sql, countries=self.answers["countries"].rows, shown_actors=len(self.actors), scripts=scripts,
            **values,
        )  # fmt: skip
        reach("site: before a page")
        path.write_text(text, encoding="utf-8", newline="\n")
        self.largest = max(self.largest, path.stat().st_size)

    def _write_actor(self, pages: KeptFiles, actor_id: str) -> None:
        page, links = f"actor/{page_name(actor_id)}.html", self._links("../")
        (totals,) = self.answers["totals"].rows
        profile = next(row for row in self.answers["top_actors"].rows if row["actor_id"] == actor_id)
        shown = {
            "profile": profile,
            "country": self.names.get(profile["country"], profile["country"]),
            "grids": {slug: make_grid(self.of_actors[slug][actor_id], links, ("actor_id", "actor_name")) for slug in _OF_ACTORS},
            "cube": make_grid(self.cubes[actor_id], links),
        }
        told = repr((shown, totals["first_date"], totals["last_date"]))
        key = f"{site_version()}-{blake2b(told.encode(), digest_size=16).hexdigest()}"
        if not pages.keep(key, page):
            self._write(pages.new / page, "actor.html.j2", profile["actor_name"], "../", _DRAWING, **shown)
            pages.note(key, page)

    def _write_articles(self, pages: KeptFiles) -> None:
        ids = sorted(self.articles)
        marks = evidence_keys(self.connection, ids, ACTORS)
        keys = {_article_page(article_id): f"{site_version()}-{mark}" for article_id, mark in marks.items()}
        changed = [article_id for article_id in ids if not pages.keep(keys[_article_page(article_id)], _article_page(article_id))]
        for evidence in read_evidence(self.connection, changed):
            page = _article_page(evidence.article["article_id"])
            self._write_article(pages.new / page, evidence)
            pages.note(keys[page], page)

    def _write_article(self, path: Path, evidence: Evidence) -> None:
        article = evidence.article
        links = self._links("../")
        self._write(
            path, "article.html.j2", article["title"] or "(no headline)", "../",
            evidence=evidence, links=links, url=outside(article["url"]),
            described=[_describe(mention) for mention in evidence.mentions], rules=_rules(evidence),
        )  # fmt: skip


def get_ready() -> None:
    """Compile the templates."""
    for template in TEMPLATES.glob("*"):
        _environment().get_template(template.name)


@cache
def site_version() -> str:
    """A hash of everything but rows that pages are made of: templates, code, what rules mean."""
    digest = blake2b(duckdb.__version__.encode(), digest_size=8)
    for path in sorted([*_HERE.glob("*.py"), *TEMPLATES.glob("*"), _RULES]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _article_page(article_id: str) -> str:
    return f"article/{page_name(article_id)}.html"


def _relations(answers: Mapping[str, Answer]) -> list[tuple[str, str]]:
    """The acts that the archive holds, the commonest first, with their verbs."""
    counts: Counter[str] = Counter()
    for row in answers["who_does_what"].rows:
        counts[row["event"]] += row["dyad_count"]
    return [(event, in_words(event, "event")) for event, _ in counts.most_common()]


def _by_event(rows: Sequence[Row]) -> list[list[Row]]:
    """The versions of each event, the events in the order of their rows."""
    return [list(versions) for _, versions in groupby(rows, key=itemgetter("event_id"))]


@dataclass(frozen=True)
class Account:
    """One balance of a run: what came in, and where it went."""

    whole: str
    count: int
    parts: Sequence[tuple[str, int]]

    @property
    def is_balanced(self) -> bool:
        return self.count == sum(count for _, count in self.parts)


def _accounts(runs: Sequence[Row]) -> list[Account]:
    """The books of the last run."""
    return [
        Account(whole.replace("_", " "), run[whole], [(part.split("_", 1)[1].replace("_", " "), run[part]) for part in parts])
        for run in runs[:1]
        for whole, parts in IDENTITIES
    ]


def _describe(mention: Row) -> str:
    """A mention in one line: who, as what, in which role and tone, in whose words."""
    parts = (
        mention["actor_name"] or "unknown actor",
        mention["office"],
        mention["role"],
        f"tone {shown_tone(mention['tone'])}" if mention["tone"] is not None else None,
        f"in the words of {mention['voice_name']}" if mention["voice_name"] else None,
        mention["rule"],
    )
    return " · ".join(part for part in parts if part)


@cache
def _environment() -> Environment:
    """The templates, made ready once in a process."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {"mark_text": mark_text, "list_cast": list_cast, "list_mentions": list_mentions}
    environment.filters |= {"value": shown_value, "tone": shown_tone, "in_words": in_words}
    return environment


def _rules(evidence: Evidence) -> Mapping[str, str]:
    """What the rules met in an article say, without the marks of code; rules of an older version may be declared no more."""
    found = {}
    for table, rows in (("mentions", evidence.mentions), ("quotes", evidence.quotes), ("dyads", evidence.dyads)):
        for rule in sorted({row["rule"] for row in rows}):
            try:
                found[rule] = explain_rule(table, rule).replace("`", "")
            except KeyError:
                continue
    return found
