"""Every command of README and docs is typed as the page says, on sample data; what cannot run here says why in the page."""

import re
import shutil
from collections.abc import Iterator
from contextlib import chdir, closing
from pathlib import Path

import click
import pytest

from flows.cli.app import VERBS, personae
from flows.settings import Settings
from tests.flows.docs.newcomer import PAGES, ROOT, Block, Newcomer, read_blocks
from tests.transforms.readers.one_article import as_lexisnexis_text
from warehouse.publishing.publish import publish_warehouse
from warehouse.store import open_warehouse

ARTICLE = """Harbour council rejects port fee

CONSTANTA, May 2, 2023 (Sample Courier) - The harbour council rejected the port fee. "We will not pay," its chairwoman, Ana Petrova, said.
"""
LINE = '{"title": "Minister answers", "published_at": "2023-05-03", "outlet": "Sample Courier", "text": "Romania said it would answer."}\n'
PAGE = "<html><head><title>Harbour reopens</title></head><body><article><h1>Harbour reopens</h1>{}</article></body></html>".format(
    "<p>Romania said on Tuesday that its largest harbour was open again, and that the strike of the dockers had ended.</p>" * 3
)
ANSWER = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}"
WEB_ARCHIVE = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://example.org/harbour\r\n"
    "WARC-Date: 2023-04-24T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    f"Content-Length: {len(ANSWER.encode())}\r\n\r\n{ANSWER}\r\n\r\n"
)
LANGUAGES = {"bash", "python", "sql", "text", "csv"}
PLACEHOLDERS = re.compile(r"[A-Z…]{3,}|…")


def all_blocks() -> Iterator[Block]:
    for page in PAGES:
        yield from read_blocks(page)


def has_code(page: Path) -> bool:
    return any(block.language in ("bash", "python") and "not run" not in block.marks for block in read_blocks(page))


@pytest.fixture(scope="module")
def published(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample articles in news.duckdb and what is published of it."""
    folder = tmp_path_factory.mktemp("published")
    warehouse = folder / "news.duckdb"
    shutil.copy(sample_warehouse, warehouse)
    publish_warehouse(warehouse, Settings(warehouse).published)
    return folder


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[Newcomer]:
    somebody = Newcomer(tmp_path)
    yield somebody
    somebody.leave()


def lay_out(folder: Path, published: Path) -> None:
    """What the pages take for granted: a warehouse, a folder of articles, a file of them, and a folder that fills."""
    shutil.copytree(published, folder, dirs_exist_ok=True)
    for name in ("archive", "inbox"):
        (folder / name).mkdir()
    (folder / "archive" / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "today.jsonl").write_text(LINE, encoding="utf-8")
    (folder / "nexis.txt").write_bytes(as_lexisnexis_text())
    (folder / "crawl.warc").write_bytes(WEB_ARCHIVE.encode())


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("page", [page for page in PAGES if has_code(page)], ids=lambda page: page.name)
def test_every_command_of_a_page_does_what_the_page_says(page: Path, newcomer: Newcomer, published: Path) -> None:
    if page.name != "tutorial.md":  # which begins with nothing
        lay_out(newcomer.folder, published)
    names: dict[str, object] = {}
    for block in read_blocks(page):
        if "not run" in block.marks:
            continue
        if block.language == "python":
            with chdir(newcomer.folder):
                exec(compile(block.code, block.place, "exec"), names)
        if block.language == "bash":
            typed = newcomer.type(block.code)
            assert typed.returncode == (1 if "exits 1" in block.marks else 0), f"{block.place}: {block.code}\n{typed.stdout}"
            assert lines_missing(block.output or "", typed.stdout) == [], f"{block.place}\n{typed.stdout}"


def lines_missing(shown: str, said: str) -> list[str]:
    """Lines that a page shows and the command did not say, whatever the spaces between words; "…" stands for anything."""
    flat = [" ".join(line.split()) for line in said.splitlines()]
    patterns = [re.escape(" ".join(line.split())).replace("…", ".*") for line in shown.splitlines() if line.strip()]
    return [pattern for pattern in patterns if not any(re.fullmatch(pattern, line) for line in flat)]


def test_every_query_of_a_page_finds_something(sample_warehouse: Path) -> None:
    with closing(open_warehouse(sample_warehouse, read_only=True)) as connection:
        for block in all_blocks():
            if block.language == "sql" and "not run" not in block.marks:
                assert connection.execute(block.code).fetchone() is not None, block.place


def test_what_is_not_run_is_a_command_and_says_why() -> None:
    for block in all_blocks():
        if "not run" in block.marks:
            assert block.language in ("bash", "python"), block.place
            assert len(block.marks["not run"]) > 10, block.place


def test_a_command_that_another_page_runs_is_run_there() -> None:
    for block in all_blocks():
        elsewhere = re.fullmatch(r"(\S+\.md) types the same command", block.marks.get("not run", ""))
        if elsewhere:
            run = [other.code for other in all_blocks() if other.page.name == elsewhere[1] and "not run" not in other.marks]
            words = " ".join(block.code.split()[:3])
            assert any(words in code for code in run), block.place


def test_no_command_hides_in_a_block_of_another_language() -> None:
    for block in all_blocks():
        assert block.language in LANGUAGES, f"{block.place}: expected a language of {sorted(LANGUAGES)}, found {block.language!r}"
        if block.language != "bash":
            assert not re.search(r"^(\.venv/bin/)?(personae|make|prefect|git|pip) ", block.code, re.MULTILINE), block.place


def spoken_of() -> list[tuple[str, str]]:
    """(place, words) of each call of personae that a page names, in a block or in passing."""
    found = []
    for page in [*PAGES, ROOT / "docs" / "cookbook.md", ROOT / "docs" / "reference.md"]:
        text = page.read_text(encoding="utf-8")
        found += [(page.name, words) for words in re.findall(r"`personae ([^`\n]+)`", text)]
        found += [(page.name, words) for words in re.findall(r"(?:^|\| |\$\()(?:\.venv/bin/)?personae ([^\n|]+)", text, re.MULTILINE)]
    return found


def test_every_verb_and_option_a_page_names_is_there() -> None:
    for place, words in spoken_of():
        verb, *rest = words.split()
        if PLACEHOLDERS.fullmatch(verb):
            continue
        assert verb in VERBS, f"{place}: no verb in 'personae {words}'"
        command = personae.get_command(click.Context(personae), verb)
        if isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
            command = command.get_command(click.Context(command), rest.pop(0))
        assert command is not None, f"{place}: personae {words}"
        options = {name for param in command.params for name in param.opts} | {"--help"}
        named = set(
            re.findall(r"(?<![\w-])--[a-z][a-z-]*", re.sub(r"\"[^\"]*\"|'[^']*'", "", " ".join(rest)).split(" | ")[0].split("#")[0])
        )
        assert named <= options, f"{place}: {sorted(named - options)} in 'personae {words}'"


def test_every_target_of_make_a_page_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, page.name
