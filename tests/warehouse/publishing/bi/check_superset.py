"""Import the bundle into a real Superset, render the dashboard in headless Chromium, and prove that it reads nothing but the warehouse.

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
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

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


def main(bundle: Path, screenshot: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "superset_config.py").write_text(CONFIG.format(home=home))
        environment = {
            **os.environ, "SUPERSET_CONFIG_PATH": str(home / "superset_config.py"), "SUPERSET_HOME": str(home),
            "FLASK_APP": "superset.app:create_app()", "PYTHONWARNINGS": "ignore",
        }  # fmt: skip
        superset = Path(sys.executable).parent / "superset"
        admin = [
            "fab",
            "create-admin",
            "--username",
            "admin",
            "--firstname",
            "a",
            "--lastname",
            "b",
            "--email",
            "a@b.example",
            "--password",
            "x",
        ]
        for command in (["db", "upgrade"], admin, ["init"], ["import-dashboards", "--path", str(bundle), "--username", "admin"]):
            done = subprocess.run([superset, *command], env=environment, capture_output=True, text=True, check=False)
            if done.returncode:
                raise SystemExit(f"superset {command[0]}: expected success, found exit code {done.returncode}:\n{done.stderr[-3000:]}")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [superset, "run", "-p", str(port), "--with-threads"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            check(f"http://127.0.0.1:{port}", screenshot)
        finally:
            server.kill()
            server.wait()


def check(address: str, screenshot: Path) -> None:
    wait_for(f"{address}/health")
    databases = call(f"{address}/api/v1/database/")["result"]
    (database,) = [entry["id"] for entry in databases if entry["database_name"] == "Personae"]
    counted = run_sql(address, database, "SELECT count(*) AS n FROM articles")
    assert counted["data"][0]["n"] > 0, counted
    print(f"SQL Lab counts {counted['data'][0]['n']} articles")
    for statement in OUTSIDE:
        answer = run_sql(address, database, statement)
        assert "data" not in answer or answer.get("errors"), f"expected a refusal of {statement}, found {answer}"
        print(f"refused: {statement}")
    render(f"{address}/superset/dashboard/personae/?standalone=2", screenshot)


def render(page_address: str, screenshot: Path) -> None:
    """Wait until every chart is drawn; raises when one shows an error."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert chromium, "expected Chromium, found none; install it: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 3300})
        failed: list[str] = []
        page.on("response", lambda answer: failed.append(answer.url) if "/chart/data" in answer.url and answer.status != 200 else None)
        page.goto(page_address)
        page.wait_for_selector(".dashboard-component-chart-holder", timeout=90_000)
        page.wait_for_function(
            "document.querySelectorAll('.slice_container').length >= 13 && !document.querySelector('[data-test=loading-indicator]')",
            timeout=90_000,
        )
        page.wait_for_timeout(3000)
        page.screenshot(path=str(screenshot))
        assert not failed, f"expected every chart to get its data, found {failed}"
        assert page.locator("text=Unexpected error").count() == 0, "expected no chart with an error"
        print(f"{page.locator('.slice_container').count()} charts drawn: {screenshot}")
        browser.close()


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
