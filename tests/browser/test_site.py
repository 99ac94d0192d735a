"""The site in a real browser, from disk: no request, no error, readable on a phone, usable by keyboard and without sight, evidence a click away.

Skipped where no Chromium, no Playwright or no axe-core is at hand; `make site-check` brings them and takes their absence for a failure.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.publishing.site.samples import HOSTILE, make_hostile
from warehouse.publishing.site.build import build_site

AXE = Path(__file__).parents[2] / ".browser" / "package" / "axe.min.js"
WIDTHS = (1400, 390)
PAGES = (
    "index.html",
    "search.html",
    "compare.html",
    "actors.html",
    "network.html",
    "outlets.html",
    "fields.html",
    "events.html",
    "stories.html",
    "quality.html",
    "about.html",
    "actor",
    "article",
)


def lacking(what: str) -> None:
    reason = f"{what}; get it with: make site-check"
    if os.environ.get("BROWSER_REQUIRED"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        lacking("no Chromium is installed")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        lacking("Playwright is not installed")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium)
        yield found
        found.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    build_site(make_hostile(folder / "news.duckdb", 15), folder / "site", top_actors=8)
    return folder / "site"


class Watched:
    """A page that remembers what must not happen on it."""

    def __init__(self, browser: Any, width: int = 1400, **more: Any) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 900}, **more)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on(
            "console", lambda message: self.wrong.append(f"console: {message.text}") if message.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.on(
            "request",
            lambda request: self.wrong.append(f"request: {request.url}") if not request.url.startswith(("file:", "data:")) else None,
        )
        self.page.on("requestfailed", lambda request: self.wrong.append(f"failed: {request.url}"))

    def __enter__(self) -> "Watched":
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def open(self, address: str) -> None:
        """Open a page and wait until its charts are drawn."""
        self.page.goto(address)
        self.drawn()

    def drawn(self) -> None:
        self.page.wait_for_load_state()
        self.page.wait_for_function("(document.body.dataset.drawn ?? 'yes') === 'yes'")


def address_of(site: Path, name: str) -> str:
    path = site / name
    return (max(path.iterdir(), key=lambda each: each.stat().st_size) if path.is_dir() else path).as_uri()


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_opens_without_errors_requests_or_sideways_scrolling(browser: Any, site: Path, width: int) -> None:
    with Watched(browser, width, color_scheme="dark" if width == WIDTHS[1] else "light") as watched:
        for name in PAGES:
            watched.open(address_of(site, name))
            assert watched.page.evaluate("document.documentElement.scrollWidth") <= width, name
            charts = watched.page.locator("[data-chart]")
            assert charts.locator("svg").count() == charts.count(), name
        assert watched.wrong == []


def test_a_click_leads_from_an_actor_to_the_sentence_to_its_place_in_the_article(browser: Any, site: Path) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto(address_of(site, "index.html"))
        row = page.locator("#top_actors tbody tr").nth(3)
        name = row.locator("td").first.inner_text()
        row.locator("a").first.click()
        page.wait_for_url("**/actor/*")
        assert page.locator("h1").inner_text() == name
        sentence = page.locator("#actor_examples td.words a").first
        words = sentence.inner_text()
        sentence.click()
        page.wait_for_url("**/article/*")
        marked = page.locator("a.mark:target")
        assert marked.inner_text() == name
        page.wait_for_function(
            "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('a.mark:target').getBoundingClientRect())"
        )
        assert words.rstrip("…") in page.locator("article").inner_text()
        marked.click()
        assert page.locator("tr:target td").nth(1).inner_text() == name
        assert watched.wrong == []


def test_the_filter_bar_narrows_charts_and_tables_and_stands_in_the_address(browser: Any, site: Path) -> None:
    with Watched(browser) as watched:
        page = watched.page
        watched.open(address_of(site, "index.html"))
        told = page.locator('[data-counts="voice"] .told')
        everything = told.inner_text()
        rows = page.locator("#top_actors tbody tr:visible").count()
        page.fill("#from", "2015-01-08")
        watched.drawn()
        assert "2015-01-08 to" in told.inner_text()
        page.select_option("#country", "FRA")
        watched.drawn()
        assert "FRA" in told.inner_text()
        assert 0 < page.locator("#top_actors tbody tr:visible").count() < rows
        assert "table rows match" in page.locator("#told").inner_text()
        narrowed = told.inner_text()
        watched.open(page.url)
        assert "from=2015-01-08&country=FRA" in page.url
        assert told.inner_text() == narrowed
        page.click("nav[aria-label=Pages] >> text=Compare")
        page.wait_for_url("**/compare.html*")
        watched.drawn()
        assert page.locator("#from").input_value() == "2015-01-08"
        watched.open(f"{address_of(site, 'index.html')}#from=2015-01-08")
        page.click("button[type=reset]")
        page.wait_for_function("text => document.querySelector('[data-counts=voice] .told').innerText === text", arg=everything)
        assert page.locator("#top_actors tbody tr:visible").count() == rows
        assert watched.wrong == []


def test_what_is_compared_is_chosen_and_leads_to_its_sentences(browser: Any, site: Path) -> None:
    with Watched(browser) as watched:
        page = watched.page
        watched.open(f"{address_of(site, 'compare.html')}#rows=side&columns=actor&measure=quotes")
        rows = page.locator("#compared tbody tr")
        assert "left" in [rows.nth(number).locator("th").inner_text() for number in range(rows.count())]
        cell = rows.filter(has=page.locator("th", has_text="left")).locator("a").first
        count = int(cell.inner_text())
        cell.click()
        page.wait_for_url("**/search.html#*")
        page.locator("#found li").first.wait_for()
        assert page.locator("#hits").inner_text().startswith(f"{count} sentence")
        assert watched.wrong == []


def test_a_circle_of_the_matrix_leads_to_as_many_sentences(browser: Any, site: Path) -> None:
    with Watched(browser) as watched:
        page = watched.page
        watched.open(address_of(site, "network.html"))
        circle = page.locator("[data-matrix] a.dot").first
        count = circle.inner_text()
        circle.click()
        page.wait_for_url("**/search.html#pair=SPEAK*")
        page.locator("#found li").first.wait_for()
        assert page.locator("#hits").inner_text().startswith(f"{count} sentence")
        assert watched.wrong == []


def test_a_click_on_a_header_sorts_its_table(browser: Any, site: Path) -> None:
    with Watched(browser) as watched:
        page = watched.page
        watched.open(address_of(site, "actors.html"))
        column = [cell.inner_text() for cell in page.locator("#top_actors thead th").all()].index("mentions")
        for direction in ("descending", "ascending"):
            page.locator("#top_actors thead button").nth(column).click()
            shown = [int(row.locator("td").nth(column).inner_text().replace(",", "")) for row in page.locator("#top_actors tbody tr").all()]
            assert shown == sorted(shown, reverse=direction == "descending")
            assert page.locator("#top_actors thead th").nth(column).get_attribute("aria-sort") == direction
        assert watched.wrong == []


def test_search_finds_sentences_and_leads_to_their_place(browser: Any, site: Path) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto(f"{(site / 'search.html').as_uri()}#words=answer")
        first = page.locator("#found li").first
        first.wait_for()
        assert "answer" in first.locator("mark").first.inner_text()
        words = first.locator(".hit a.plain").inner_text()
        count = page.locator("#hits").inner_text()
        page.locator("#spread a").first.click()
        page.wait_for_function("before => document.querySelector('#hits').innerText !== before", arg=count)
        assert "speaker=PER" in page.url
        page.goto(f"{(site / 'search.html').as_uri()}#words=answer")
        page.locator("#found .hit a.plain", has_text=words).first.click()
        page.wait_for_url("**/article/*")
        assert page.evaluate("document.querySelector(':target').id").startswith("s-")
        assert watched.wrong == []


def test_days_without_news_say_so(browser: Any, site: Path) -> None:
    with Watched(browser) as watched:
        watched.open(address_of(site, "index.html"))
        for field, day in (("#to", "2014-01-01"), ("#from", "2030-01-01")):
            watched.page.click("button[type=reset]")
            watched.page.fill(field, day)
            watched.page.wait_for_function("document.querySelector('[data-chart=voice]').innerText.includes('Too little data')")
            assert "Too little data" in watched.page.locator('[data-chart="voice"]').inner_text()
        assert watched.wrong == []


def test_an_empty_chart_takes_no_room_and_one_pair_is_drawn_in_its_frame(browser: Any, site: Path) -> None:
    with Watched(browser) as watched:
        page = watched.page
        watched.open(address_of(site, "network.html"))
        box = page.locator("[data-chart=ego]")
        full = box.bounding_box()
        page.fill("#to", "2014-01-01")
        page.wait_for_function("document.querySelector('[data-chart=ego]').innerText.includes('Too little data')")
        assert box.bounding_box()["height"] < full["height"] / 4
        page.click("button[type=reset]")
        page.wait_for_function("document.querySelector('[data-chart=ego] svg')")
        watched.open(f"{address_of(site, 'network.html')}#actor={_of_one_pair(page)}")
        assert page.locator("[data-counts=ego] .told").inner_text().startswith("n = 1 pairs")
        assert box.bounding_box() == full
        sizes = page.evaluate(
            "[...document.querySelectorAll('[data-chart=ego] svg path')].map((path) => path.getBoundingClientRect().height)"
        )
        assert max(sizes) < full["height"] / 4
        assert watched.wrong == []


def _of_one_pair(page: Any) -> str:
    """An actor that stands in one pair of speaker and spoken about."""
    found: str = page.evaluate(
        """async () => {
            const { actors } = await window.personaeFacts.ready;
            const pairs = window.personaeFacts.relate("SPEAK", {});
            const one = pairs.flatMap(({ from, to }) => [from, to]).find((actor, _, all) => all.filter((each) => each === actor).length === 1);
            return actors.id[one];
        }"""
    )
    return found


def test_the_choice_of_dark_is_kept_from_page_to_page(browser: Any, site: Path) -> None:
    with Watched(browser, color_scheme="light") as watched:
        page = watched.page
        background = "getComputedStyle(document.body).backgroundColor"
        page.goto(address_of(site, "index.html"))
        light = page.evaluate(background)
        page.click("#theme")
        dark = page.evaluate(background)
        assert dark != light
        page.goto(address_of(site, "about.html"))
        assert page.evaluate(background) == dark
        assert watched.wrong == []


def test_the_keyboard_reaches_the_content_first(browser: Any, site: Path) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto(address_of(site, "index.html"))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_tables_are_read_without_scripts(browser: Any, site: Path) -> None:
    with Watched(browser, java_script_enabled=False) as watched:
        watched.page.goto(address_of(site, "index.html"))
        assert watched.page.locator("#top_actors tbody tr").first.is_visible()
        assert not watched.page.locator("#filters").is_visible()
        assert watched.wrong == []


def test_hostile_names_are_shown_as_text(browser: Any, site: Path) -> None:
    with Watched(browser) as watched:
        watched.page.goto((site / "actor" / "PER.actor-0000.html").as_uri())
        assert watched.page.locator("h1").inner_text().replace("\n", "\u2028") == HOSTILE
        assert watched.page.locator("img").count() == 0
        assert watched.wrong == []


@pytest.mark.parametrize(("scheme", "names"), [("light", PAGES), ("dark", ("index.html", "network.html", "actor", "article"))])
def test_axe_finds_nothing_serious(browser: Any, site: Path, scheme: str, names: tuple[str, ...]) -> None:
    if not AXE.is_file():
        lacking("axe-core is not there")
    with Watched(browser, color_scheme=scheme) as watched:
        found = []
        for name in names:
            watched.open(address_of(site, name))
            watched.page.evaluate(AXE.read_text(encoding="utf-8"))
            result = watched.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            found += [
                f"{name}: {problem['id']}: {problem['nodes'][0]['html'][:120]}"
                for problem in result["violations"]
                if problem["impact"] in ("serious", "critical")
            ]
        assert found == []
