"""The documentation site builds without a warning, stands alone, and is found by its own search."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.flows.docs.newcomer import ROOT

CONFIGURATION = ROOT / ".mkdocs.yml"
#: What a browser fetches by itself; links that a reader may follow are none of these.
FETCHED = re.compile(
    r"<(?:script|img|iframe|source)\b[^>]*\bsrc=[\"']?(https?:|//)|<link\b[^>]*\bhref=[\"']?(https?:|//)|@import|url\([\"']?(https?:|//)"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(CONFIGURATION), "--site-dir", str(folder)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return folder


def test_every_page_is_built_and_stands_in_the_menu(site: Path) -> None:
    pages = {page.stem for page in (ROOT / "docs").glob("*.md")}
    assert {page.stem for page in site.glob("*.html")} - {"404"} == pages
    named = set(re.findall(r"\w+\.md", str(yaml.safe_load(CONFIGURATION.read_text(encoding="utf-8"))["nav"])))
    assert {Path(name).stem for name in named} == pages, "name every page under nav in .mkdocs.yml"


def test_the_site_fetches_nothing_from_elsewhere(site: Path) -> None:
    for page in [*site.glob("*.html"), *site.glob("assets/stylesheets/*.css")]:
        found = FETCHED.search(page.read_text(encoding="utf-8"))
        assert found is None, f"{page.name}: {found and found[0]}"


def test_the_search_finds_verbs_reasons_and_columns(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    told = " ".join(entry["title"] + " " + entry["text"] for entry in index["docs"])
    assert all(word in told for word in ("personae ingest", "expands_too_far", "voice_actor_id", "who_says_what_about_whom"))
    assert list(site.glob("assets/javascripts/workers/search.*.js"))
