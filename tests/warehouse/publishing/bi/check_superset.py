"""Import the bundle into a real Superset, twice, set each filter of its dashboard in headless Chromium, and prove that it reads nothing else.

Every chart has to answer every filter: the SQL of its request must name the column that is filtered, and the numbers at the head have to
be those that the same condition gives in SQL. The second import, with another title, has to replace the first.

Usage: check_superset.py BUNDLE.zip SCREENSHOT.png — run by `make superset-check` in an environment of its own (requirements.txt).
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, sync_playwright

CONFIG = """
SECRET_KEY = "only for this check, thrown away after it"
SQLALCHEMY_DATABASE_URI = "sqlite:///{home}/superset.db"
AUTH_ROLE_PUBLIC = "Admin"
WTF_CSRF_ENABLED = False
TALISMAN_ENABLED = False
"""
#: What a hostile user of SQL Lab would try; each must be refused.
OUTSIDE = (
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM '/etc/hosts'",
    "COPY articles TO '/tmp/stolen.csv'",
    "ATTACH '/tmp/other.duckdb'",
    "SET enable_external_access = true",
    "CREATE TABLE mine (a INTEGER)",
    "DELETE FROM articles",
)


#: The numbers at the head: title, and what they count in which table of facts.
NUMBERS = {
    "Articles": ("count(DISTINCT article_id)", "mention_facts"),
    "Actors": ("count(DISTINCT actor_id)", "mention_facts"),
    "Quotations": ("count(DISTINCT quote_id)", "quotation_facts"),
    "Acts": ("count(*)", "act_facts"),
}


def main(bundle: Path, screenshot: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "superset_config.py").write_text(CONFIG.format(home=home))
        environment = {
            **os.environ, "SUPERSET_CONFIG_PATH": str(home / "superset_config.py"), "SUPERSET_HOME": str(home),
            "FLASK_APP": "superset.app:create_app()", "PYTHONWARNINGS": "ignore",
        }  # fmt: skip
        with zipfile.ZipFile(bundle) as packed:
            packed.extractall(home)
        (root,) = [path.parent for path in home.glob("*/metadata.yaml")]
        charts = retitle(root, "before the second import")
        admin = ["--username", "admin", "--firstname", "a", "--lastname", "b", "--email", "a@b.example", "--password", "x"]
        imported = ["import-directory", "--overwrite", str(root)]
        for command in (["db", "upgrade"], ["fab", "create-admin", *admin], ["init"], imported):
            run(command, environment)
        retitle(root, None)
        run(imported, environment)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        superset = Path(sys.executable).parent / "superset"
        server = subprocess.Popen(
            [superset, "run", "-p", str(port), "--with-threads"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            check(f"http://127.0.0.1:{port}", charts, screenshot)
        finally:
            server.kill()
            server.wait()


def run(command: list[str], environment: dict[str, str]) -> None:
    superset = Path(sys.executable).parent / "superset"
    done = subprocess.run([superset, *command], env=environment, capture_output=True, text=True, check=False)
    if done.returncode or "An error occurred" in done.stderr:
        raise SystemExit(f"superset {command[0]}: expected success, found exit code {done.returncode}:\n{done.stderr[-3000:]}")


def retitle(root: Path, mark: str | None) -> list[str]:
    """Put a mark behind the title of every chart of an unpacked bundle, or take it off; the titles without it."""
    titles = []
    for path in sorted((root / "charts").rglob("*.yaml")):
        chart = yaml.safe_load(path.read_text())
        title = chart["slice_name"].partition(" | ")[0]
        path.write_text(yaml.safe_dump({**chart, "slice_name": f"{title} | {mark}" if mark else title}))
        titles.append(title)
    return titles


def check(address: str, charts: list[str], screenshot: Path) -> None:
    wait_for(f"{address}/health")
    databases = call(f"{address}/api/v1/database/")["result"]
    (database,) = [entry["id"] for entry in databases if entry["database_name"] == "Personae"]
    for statement in OUTSIDE:
        answer = run_sql(address, database, statement)
        assert "data" not in answer or answer.get("errors"), f"expected a refusal of {statement}, found {answer}"
        print(f"refused: {statement}")
    titles = [entry["slice_name"] for entry in call(f"{address}/api/v1/chart/?q=(page_size:100)")["result"]]
    assert sorted(titles) == sorted(charts), f"expected the second import to replace the first, found {titles}"
    print(f"{len(titles)} charts, each replaced by the second import")
    (dashboard,) = call(f"{address}/api/v1/dashboard/")["result"]
    settings = json.loads(call(f"{address}/api/v1/dashboard/{dashboard['id']}")["result"]["json_metadata"])
    filters = [
        (entry["id"], entry["name"], entry["targets"][0].get("column", {}).get("name")) for entry in settings["native_filter_configuration"]
    ]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert chromium, "expected Chromium, found none; install it: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        whole = draw(browser, f"{address}/superset/dashboard/personae/?standalone=2", len(charts), screenshot)
        for identifier, name, column in filters:
            try_filter(browser, address, database, (identifier, name, column), whole, len(charts))
        browser.close()


def try_filter(
    browser: Browser, address: str, database: int, chosen: tuple[str, str, str | None], whole: dict[str, Any], charts: int
) -> None:
    """Set one filter to its commonest value (days: to the year with most rows); every chart has to ask for it, and the numbers to be right."""
    identifier, name, column = chosen
    source = "(SELECT *, year(published_date) AS chosen FROM mention_facts)" if column is None else dataset_sql(address, column)
    by = column or "chosen"
    row = run_sql(
        address, database, f"SELECT {by} AS value FROM {source} WHERE {by} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"
    )
    value = row["data"][0]["value"]
    if column is None:
        first, last = f"{value}-01-01", f"{value + 1}-01-01"
        extra, where = f"(time_range:'{first} : {last}')", f"published_date >= DATE '{first}' AND published_date < DATE '{last}'"
        state = f"(value:'{first} : {last}')"
    else:
        text = str(value).replace("!", "!!").replace("'", "!'")
        extra = f"(filters:!((col:{column},op:IN,val:!('{text}'))))"
        state, where = f"(value:!('{text}'))", f"{column} = '{str(value).replace(chr(39), chr(39) * 2)}'"
    setting = f"({identifier}:(extraFormData:{extra},filterState:{state},id:{identifier},ownState:()))"
    drawn = draw(browser, f"{address}/superset/dashboard/personae/?standalone=2&native_filters={urllib.parse.quote(setting)}", charts)
    for title, entry in drawn.items():
        wanted = column or "published_date"
        condition = entry["query"].partition("WHERE")[2]
        missing = [part for part in (wanted, str(value)) if part not in condition]
        assert not missing, f"{title} ignores {name}: {entry['query']}"
    changed = 0
    for title, (count, view) in NUMBERS.items():
        table = view if column is None else dataset_sql(address, column, view)
        expected = run_sql(address, database, f"SELECT {count} AS n FROM {table} AS f WHERE {where}")["data"][0]["n"]
        (found,) = drawn[title]["data"][0].values()
        assert found == expected, f"{name} = {value}: expected {expected} {title}, found {found}"
        changed += found != next(iter(whole[title]["data"][0].values()))
    print(
        f"filter {name} = {value}: {len(drawn)} charts ask for it, {len(NUMBERS)} numbers as in SQL, {changed} of them others than without it"
    )


def dataset_sql(address: str, column: str, view: str = "mention_facts") -> str:
    """What to select from to have a column of a dataset: the view, or the SQL that widens it."""
    (entry,) = [entry for entry in call(f"{address}/api/v1/dataset/?q=(page_size:100)")["result"] if entry["table_name"] == view]
    sql = call(f"{address}/api/v1/dataset/{entry['id']}")["result"]["sql"]
    return f"({sql})" if sql and column.startswith("field_") else view


def draw(browser: Browser, page_address: str, charts: int, screenshot: Path | None = None) -> dict[str, Any]:
    """Draw the dashboard; by title of the chart what it asked for (`query`) and got (`data`). Raises when a chart shows an error."""
    page = browser.new_page(viewport={"width": 1600, "height": 7400})
    answers: dict[int, Any] = {}
    failed: list[str] = []

    def take(answer: Any) -> None:
        if "/api/v1/chart/data" not in answer.url:
            return
        if answer.status != 200:
            failed.append(f"{answer.url}: {answer.text()[:300]}")
            return
        asked = json.loads(answer.request.post_data or "{}")
        if "slice_id" in asked.get("form_data", {}):  # not what a filter offers
            answers[int(asked["form_data"]["slice_id"])] = answer.json()["result"][0]

    page.on("response", take)
    page.goto(page_address)
    page.wait_for_selector(".dashboard-component-chart-holder", timeout=120_000)
    for _ in range(240):
        page.wait_for_timeout(500)
        if failed or len(answers) >= charts:
            break
    assert not failed, f"expected every chart to get its data, found {failed}"
    assert len(answers) == charts, f"expected {charts} charts to ask for data, found {len(answers)}"
    page.wait_for_timeout(3000)
    assert page.locator("text=Unexpected error").count() == 0, "expected no chart with an error"
    titles = {
        int(holder.get_attribute("data-test-chart-id") or 0): holder.get_attribute("data-test-chart-name") or ""
        for holder in page.locator("[data-test-chart-id]").all()
    }
    if screenshot is not None:
        # what is out of sight Superset takes off the page: the picture is of what the window shows, and every chart has to be in it
        page.locator(".loading").first.wait_for(state="detached", timeout=60_000)
        blank = page.locator("[data-test-chart-id]:not(:has(canvas, table, .header-line))")
        for _ in range(120):  # a chart that has its data draws when the processor gets to it
            if blank.count() == 0:
                break
            page.wait_for_timeout(500)
        missing = [holder.get_attribute("data-test-chart-name") for holder in blank.all()]
        shown = page.locator("[data-test-chart-id]:has(canvas, table, .header-line)").count()
        assert shown == charts, f"expected {charts} charts in the picture, found {shown}; nothing is drawn of {missing}"
        page.screenshot(path=str(screenshot))
        print(f"{len(answers)} charts drawn: {screenshot}")
    page.close()
    return {titles[number]: answer for number, answer in answers.items()}


def run_sql(address: str, database: int, sql: str) -> dict:
    return call(f"{address}/api/v1/sqllab/execute/", {"database_id": database, "sql": sql, "schema": "main", "runAsync": False})


def call(address: str, body: dict | None = None) -> dict:
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as problem:
        text = problem.read().decode()
        try:
            return {**json.loads(text), "errors": True}
        except ValueError:
            return {"errors": text}


def wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(1)
    raise SystemExit(f"expected Superset to answer at {address}, found none after two minutes")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
