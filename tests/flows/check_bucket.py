"""`make bucket-check`: an archive in a bucket of a server that speaks S3 (moto), ingested by its address and by its path.

Not part of `make test`, which tries the same with a store in memory. Takes about a minute; fails with what was expected and found.
"""

import os
import subprocess
import tempfile
from pathlib import Path

import duckdb
import fsspec

from tests.flows.check_prefect import BIN, answers, expect, free_port, running, told, wait
from tests.flows.conftest import SAMPLES

ARCHIVE = "s3://news/archive"
ARTICLES = "SELECT article_id, title, body, published_date, outlet_id FROM articles ORDER BY ALL"
MENTIONS = "SELECT mention_id, surface, actor_id, role, rule FROM mentions ORDER BY ALL"
FILES = "SELECT path FROM files ORDER BY path"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="personae-s3-") as name:
        folder, port = Path(name), free_port()
        os.environ |= {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "AWS_ACCESS_KEY_ID": "any", "AWS_SECRET_ACCESS_KEY": "any",
            "AWS_DEFAULT_REGION": "us-east-1", "PERSONAE_CACHE": str(folder / "cache"),
        }  # fmt: skip
        with running(folder / "server.log", BIN / "moto_server", "-H", "127.0.0.1", "-p", port):
            wait("a server that answers", lambda: answers(port))
            store = fsspec.filesystem("s3")
            store.mkdir("news")
            store.put(f"{SAMPLES}/", "news/archive/", recursive=True)
            told(f"{len(store.find('news/archive'))} files in a bucket")
            ingest(folder, "there", ARCHIVE)
            ingest(folder, "here", str(SAMPLES))
            for query in (ARTICLES, MENTIONS):
                there, here = rows(folder, "there", query), rows(folder, "here", query)
                expect(bool(there) and there == here, f"the same rows from the bucket and the folder, found {len(there)} and {len(here)}")
            told(f"equal: {len(rows(folder, 'there', ARTICLES))} articles, {len(rows(folder, 'there', MENTIONS))} mentions")
            paths = [path for (path,) in rows(folder, "there", FILES)]
            expect(all(path.startswith(f"{ARCHIVE}/") for path in paths), f"files to have their addresses, found {paths[:3]}")
            told(f"a file is called {paths[0]}")

            again = ingest(folder, "there", ARCHIVE)
            expect("Nothing new" in again, f"nothing new, found {again}")
            store.pipe(
                "news/archive/late.txt",
                b"The finance minister of Kenya met the president of Ghana in Accra on Monday. They spoke of trade.",
            )
            ingest(folder, "there", ARCHIVE)
            paths = [path for (path,) in rows(folder, "there", FILES)]
            expect(f"{ARCHIVE}/late.txt" in paths, "the late file to be loaded")
            told("nothing new is seen, and a late file alone is fetched")
        ingest(folder, "none", ARCHIVE, code=1)
        aside = rows(folder, "none", "SELECT path, reason, detail FROM quarantine")
        expect([row[:2] for row in aside] == [(ARCHIVE, "unreadable")], f"the address to be set aside, found {aside}")
        told(f"a store that does not answer is set aside: {aside[0][2]}")


def ingest(folder: Path, name: str, path: str, code: int = 0) -> str:
    command = [str(BIN / "personae"), "ingest", path, "--warehouse", str(folder / f"{name}.duckdb"), "--tier", "fast"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    expect(done.returncode == code, f"exit code {code}, found {done.returncode}: {done.stderr}")
    return done.stdout + done.stderr


def rows(folder: Path, name: str, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(folder / f"{name}.duckdb", read_only=True) as connection:
        return connection.execute(query).fetchall()


if __name__ == "__main__":
    main()
