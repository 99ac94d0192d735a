"""The site: whole, linked, inert whatever articles say, the same each time, and true to the SQL it shows."""

import re
import shutil
from contextlib import closing
from html import escape
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from flows.benchmarks.site import make_warehouse
from tests.fresh import lay_new
from tests.strategies import plain_row
from tests.warehouse.publishing.site.reading import Element, pages_of, read_page
from tests.warehouse.publishing.site.samples import ADDRESS, HOSTILE, make_hostile
from warehouse.publishing.site.build import MARK, SiteError, build_site
from warehouse.store import WarehouseMissingError, open_warehouse
from warehouse.tables import BY_NAME


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_hostile(tmp_path_factory.mktemp("site") / "news.duckdb")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "news.duckdb"
    make_warehouse(lay_new(path), 3)
    return path


@pytest.fixture(scope="module")
def site(warehouse: Path) -> Path:
    folder = warehouse.parent / "published" / "site"
    summary = build_site(warehouse, folder, top_actors=12)
    assert (summary.actors, summary.articles) == (12, len(list((folder / "article").iterdir())))
    assert summary.largest == max(path.stat().st_size for path in pages_of(folder))
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Element]:
    return {path: read_page(path) for path in pages_of(site)}


def test_every_link_leads_to_a_page_and_place_of_the_site(pages: dict[Path, Element], site: Path) -> None:
    ids = {path: {element.attributes["id"] for element in page.all() if "id" in element.attributes} for path, page in pages.items()}
    followed = 0
    for path, page in pages.items():
        for element in page.all():
            address = element.attributes.get("href") or element.attributes.get("src")
            if address is None or address.startswith(("https://", "data:")):
                continue
            parts = urlsplit(address)
            assert not parts.scheme, address
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file(), f"{path}: {address}"
            assert target.is_relative_to(site)
            # a fragment with "=" is a choice of the filter bar
            assert not parts.fragment or "=" in parts.fragment or parts.fragment in ids[target], f"{path}: {address}"
            followed += 1
    assert followed > 1000


def test_every_page_is_named_described_and_has_one_heading_of_the_first_level(pages: dict[Path, Element]) -> None:
    assert len(pages) > 30
    for path, page in pages.items():
        assert page.one("html").attributes["lang"] == "en"
        assert page.one("title").text.endswith(" · Personae")
        assert [meta.attributes["content"] for meta in page.all("meta", name="description")] != [""]
        assert len(list(page.all("h1"))) == 1, path
        levels = [int(element.name[1]) for element in page.all() if element.name in ("h1", "h2", "h3")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        identifiers = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
        assert len(identifiers) == len(set(identifiers)), path


def test_nothing_an_article_says_is_alive(pages: dict[Path, Element]) -> None:
    for path, page in pages.items():
        for element in page.all():
            assert not [name for name in element.attributes if name.startswith("on") or name == "style"], path
            assert element.name not in ("img", "iframe", "object", "style", "b"), path
            assert "javascript:" not in element.attributes.get("href", ""), path
            if element.attributes.get("href", "").startswith("http"):
                assert "noreferrer" in element.attributes["rel"]
        assert all("src" in script.attributes for script in page.all("script")), path
    assert sum(HOSTILE in heading.text for page in pages.values() for heading in page.all("h1")) > 10


def test_an_address_is_linked_only_when_a_browser_may_follow_it(pages: dict[Path, Element]) -> None:
    links = [
        link.attributes["href"]
        for path, page in pages.items()
        if path.parent.name == "article"
        for link in page.all("a")
        if link.text == "original"
    ]
    assert links == [ADDRESS]


def test_the_sql_of_each_table_gives_the_rows_that_are_shown(pages: dict[Path, Element], warehouse: Path) -> None:
    compared = 0
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        for path, page in pages.items():
            if path.parent.name == "actor" and "actor-000" not in path.name:
                continue
            for section in page.all("section", class_="answer"):
                cursor = connection.execute(section.one("code").text)
                names = [entry[0] for entry in cursor.description]
                rows = cursor.fetchall()
                shown = [row for table in section.all("table") for body in table.all("tbody") for row in body.all("tr")]
                assert len(rows) == len(shown), f"{path}: {section.attributes['id']}"
                assert section.one("span", class_="shown").text == str(len(rows))
                for row, line in zip(rows, shown, strict=True):
                    cells = [cell.text for cell in line.all("td")]
                    counts = [
                        f"{value:,}" for name, value in zip(names, row, strict=True) if name.endswith("_count") and name != "tone_count"
                    ]
                    assert [text for text in counts if text not in cells] == []
                compared += len(rows)
            for code in page.all("code"):
                if code.text.startswith(("SELECT", "WITH")):
                    connection.execute(code.text).fetchall()
    assert compared > 300


def test_numbers_shown_are_those_of_the_warehouse(pages: dict[Path, Element], warehouse: Path, site: Path) -> None:
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        counts = connection.execute(
            "SELECT actor_name, story_count, article_count, mention_count FROM top_actors ORDER BY rank_no LIMIT 12"
        ).fetchall()
        names = connection.execute("SELECT count(*) FROM articles WHERE published_date IS NULL").fetchone()
    table = next(pages[site / "actors.html"].all("table"))
    headers = [cell.text for cell in table.one("thead").all("th")]
    shown = [[cell.text for cell in row.all("td")] for row in table.one("tbody").all("tr")]
    places = [headers.index(name) for name in ("stories", "articles", "mentions")]
    assert [(*(int(row[place]) for place in places),) for row in shown] == [row[1:] for row in counts]
    assert names == (1,)
    assert "1 of 30 articles have no date" in pages[site / "index.html"].text


def test_the_marks_of_an_article_hold_the_very_words(pages: dict[Path, Element], warehouse: Path, site: Path) -> None:
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        marked = connection.execute(
            "SELECT m.article_id, m.start_char, a.body[m.start_char + 1:m.end_char] FROM mentions AS m JOIN articles AS a USING (article_id) ORDER BY ALL"
        ).fetchall()
    checked = 0
    for article_id, start, words in marked:
        page = pages.get(site / "article" / f"{article_id}.html")
        if page is not None:
            number = page.one("a", id=f"m-{start}").attributes["data-m"].split()[-1]
            assert "".join(piece.text for piece in page.all("a", class_="mark") if number in piece.attributes["data-m"].split()) == words
            checked += 1
    assert checked > 500


def test_the_text_of_an_article_stands_whole(pages: dict[Path, Element], warehouse: Path, site: Path) -> None:
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        (found,) = connection.execute(
            "SELECT article_id, body FROM articles WHERE contains(body, '<script>') ORDER BY article_id LIMIT 1"
        ).fetchall()
    text = pages[site / "article" / f"{found[0]}.html"].one("article")
    paragraphs = [paragraph.text for paragraph in text.all("p")]
    assert " ".join(paragraphs).replace(" ", "") == found[1].replace(" ", "")


def test_the_same_warehouse_gives_the_same_bytes(site: Path, warehouse: Path, tmp_path: Path) -> None:
    build_site(warehouse, tmp_path / "again", top_actors=12)

    def contents(folder: Path) -> dict[Path, bytes]:
        return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    first, again = contents(site), contents(tmp_path / "again")
    assert set(first) == set(again)
    assert [path for path, content in first.items() if content != again[path]] == []


def test_full_texts_can_be_left_out(warehouse: Path, tmp_path: Path) -> None:
    summary = build_site(warehouse, tmp_path / "site", top_actors=3, top_articles=0)
    assert (summary.actors, summary.articles) == (3, 0)
    assert list((tmp_path / "site" / "article").iterdir()) == []
    page = read_page(next((tmp_path / "site" / "actor").iterdir()))
    sentences = list(page.one("section", id="actor_examples").all("td", class_="words"))
    assert sentences
    assert all(cell.text and not list(cell.all("a")) for cell in sentences)


def test_no_more_articles_are_shown_than_asked_for(warehouse: Path, tmp_path: Path) -> None:
    assert build_site(warehouse, tmp_path / "site", top_actors=3, top_articles=5).articles == 5
    assert len(list((tmp_path / "site" / "article").iterdir())) == 5


def test_an_outlet_that_prints_its_name_in_two_ways_is_one(small: Path, tmp_path: Path) -> None:
    warehouse = shutil.copy(small, tmp_path / "news.duckdb")
    with closing(open_warehouse(warehouse)) as connection:
        row = plain_row(BY_NAME["outlets"], outlet_id="OUT.PAPER", name="The Paper")
        connection.execute(f"INSERT INTO outlets ({', '.join(row)}) VALUES ({', '.join('?' for _ in row)})", list(row.values()))
        connection.execute("UPDATE articles SET outlet_id = 'OUT.PAPER', outlet = 'Paper ' || article_id")
    build_site(warehouse, tmp_path / "site", top_actors=1, top_articles=0)
    overview, outlets = (read_page(tmp_path / "site" / page) for page in ("index.html", "outlets.html"))
    counts = {part.one("dt").text: part.one("dd").text for part in overview.one("dl", class_="totals").all("div")}
    assert (counts["articles"], counts["outlets"]) == ("3", "1")
    rows = list(outlets.one("section", id="outlets_articles").one("tbody").all("tr"))
    assert [[cell.text for cell in row.all("td")][:2] for row in rows] == [["The Paper", "3"]]


def test_only_persons_are_asked_for_their_offices(small: Path, tmp_path: Path) -> None:
    warehouse = shutil.copy(small, tmp_path / "news.duckdb")
    with closing(open_warehouse(warehouse)) as connection:
        (first,) = connection.execute("SELECT actor_id FROM top_actors ORDER BY rank_no LIMIT 1").fetchall()[0]
        connection.execute("UPDATE actors SET kind = 'country' WHERE actor_id = ?", [first])
    build_site(warehouse, tmp_path / "site", top_actors=5, top_articles=0)
    asked = {path.stem: bool(list(read_page(path).all("section", id="actor_offices"))) for path in (tmp_path / "site" / "actor").iterdir()}
    assert len(asked) == 5
    assert [actor_id for actor_id in asked if not asked[actor_id]] == [first]


def test_a_tone_of_few_mentions_is_not_told(pages: dict[Path, Element], warehouse: Path) -> None:
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        judged = dict(connection.execute("SELECT actor_id, count(tone) FROM political_mentions GROUP BY actor_id").fetchall())
    seen = set()
    for path, page in pages.items():
        if path.parent.name == "actor":
            is_told = "too few to tell" not in next(page.all("strong")).text
            assert is_told == (judged[path.stem] >= 5)
            seen.add(is_told)
    assert True in seen


def test_fields_of_the_archive_part_the_actors_when_they_have_few_values(pages: dict[Path, Element], site: Path, warehouse: Path) -> None:
    text = (site / "fields.html").read_text(encoding="utf-8")
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        (name,) = connection.execute(
            "SELECT actor_name FROM actors_by_field('side') WHERE value = 'left' AND actor_name NOT LIKE '%<%'"
        ).fetchone() or ("",)
        counted = connection.execute(
            "SELECT value, count(DISTINCT article_id) FROM articles_by('side') GROUP BY ALL ORDER BY ALL"
        ).fetchall()
    assert [count for _, count in counted] == [15, 15]
    assert "left" in text
    assert escape(name) in text
    assert "number 3" not in text, "a field with a value for each article parts nothing"


def test_a_warehouse_without_articles_gives_a_site_that_says_so(tmp_path: Path) -> None:
    summary = build_site(lay_new(tmp_path / "new.duckdb"), tmp_path / "site")
    assert (summary.actors, summary.articles) == (0, 0)
    assert "No articles yet" in read_page(tmp_path / "site" / "index.html").text
    assert {path.name for path in pages_of(tmp_path / "site")} == {
        "index.html", "search.html", "compare.html", "actors.html", "network.html", "outlets.html", "fields.html", "events.html", "stories.html", "quality.html", "about.html",
    }  # fmt: skip


def test_a_build_that_fails_leaves_the_old_site_in_place(small: Path, tmp_path: Path) -> None:
    shutil.copy(small, tmp_path / "news.duckdb")
    build_site(tmp_path / "news.duckdb", tmp_path / "site", top_actors=2)
    before = (tmp_path / "site" / "index.html").read_bytes()
    with closing(open_warehouse(tmp_path / "news.duckdb")) as connection:
        connection.execute("DROP TABLE sentences")
    with pytest.raises(SiteError, match=r"news\.duckdb, found: .*sentences"):
        build_site(tmp_path / "news.duckdb", tmp_path / "site", top_actors=2)
    assert (tmp_path / "site" / "index.html").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"news.duckdb", "site"}


def test_a_new_site_takes_the_place_of_the_old_one(small: Path, tmp_path: Path) -> None:
    build_site(small, tmp_path / "site", top_actors=4)
    build_site(small, tmp_path / "site", top_actors=1)
    assert len(list((tmp_path / "site" / "actor").iterdir())) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_of_somebody_else_is_not_replaced(small: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "index.html").write_text("my own", encoding="utf-8")
    with pytest.raises(SiteError, match="thesis: expected no such folder"):
        build_site(small, tmp_path / "thesis")
    assert (tmp_path / "thesis" / "index.html").read_text(encoding="utf-8") == "my own"


def test_a_site_whose_first_page_was_damaged_is_written_anew(small: Path, tmp_path: Path) -> None:
    build_site(small, tmp_path / "site", top_actors=1)
    (tmp_path / "site" / "index.html").write_text("<html>")
    build_site(small, tmp_path / "site", top_actors=1)
    assert MARK in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_a_missing_warehouse_is_named(tmp_path: Path) -> None:
    with pytest.raises(WarehouseMissingError, match=r"none\.duckdb"):
        build_site(tmp_path / "none.duckdb", tmp_path / "site")


def test_the_chart_library_stands_there_with_its_licence(site: Path) -> None:
    assert (site / "assets" / "echarts.min.js").is_file()
    assert "Apache License" in (site / "assets" / "echarts.LICENSE").read_text(encoding="utf-8")
    version = re.search(r"Apache ECharts (\S+),", (site / "assets" / "VERSIONS.txt").read_text(encoding="utf-8"))
    assert version
    assert f'version="{version[1]}"' in (site / "assets" / "echarts.min.js").read_text(encoding="utf-8")


def test_pages_of_actors_and_articles_are_kept_where_nothing_on_them_changed_and_no_byte_was_lost(small: Path, tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    shutil.copyfile(small, warehouse)
    build_site(warehouse, tmp_path / "site")
    actors = {path: path.stat().st_ino for path in (tmp_path / "site" / "actor").iterdir()}
    pages = (tmp_path / "site" / "article").iterdir()
    unchanged, changed, damaged = sorted(pages, key=lambda path: max(actors).stem.encode() in path.read_bytes())
    before = {path: (path.stat().st_ino, path.read_bytes()) for path in (unchanged, changed, damaged)}
    damaged.write_bytes(before[damaged][1].replace(b"<h1>", b"<h2>"))
    with closing(open_warehouse(warehouse)) as connection:
        connection.execute("UPDATE articles SET title = 'Another headline' WHERE article_id = ?", [changed.stem])
        connection.execute("UPDATE actors SET name = 'Another name' WHERE actor_id = ?", [max(actors).stem])
    build_site(warehouse, tmp_path / "site")
    assert (unchanged.stat().st_ino, unchanged.read_bytes()) == before[unchanged]
    assert b"Another headline" in changed.read_bytes()
    kept = [path for path, inode in actors.items() if path.stat().st_ino == inode]
    assert 0 < len(kept) < len(actors)
    assert b"Another name" in max(actors).read_bytes()
    assert not any(b"Another name" in path.read_bytes() for path in kept)
    assert b"<h1>" in damaged.read_bytes()
    build_site(warehouse, tmp_path / "other")
    assert {path.name: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()} == {
        path.name: path.read_bytes() for path in (tmp_path / "other").rglob("*") if path.is_file()
    }
