"""What went in and what came out of a run, for people."""

from flows.running import RunReport
from warehouse.runs import IDENTITIES

_WORDS = {
    "files_seen": "files seen",
    "articles_read": "articles read",
    "rows_checked": "rows at the gate",
    "loaded": "loaded",
    "already_loaded": "already loaded",
    "duplicate": "exact duplicates",
    "quarantined": "set aside",
}


def summary_rows(report: RunReport) -> list[tuple[str, int, str]]:
    """(what went in, how many, what became of them) for files, articles and rows."""
    rows = []
    for whole, parts in IDENTITIES:
        became = [(getattr(report.counts, part), _WORDS[part.partition("_")[2]]) for part in parts]
        rows.append((_WORDS[whole], getattr(report.counts, whole), " + ".join(f"{count} {words}" for count, words in became)))
    return rows


def summary_markdown(report: RunReport) -> str:
    """The same as a Markdown table."""
    lines = [f"Run `{report.run_id}` into `{report.warehouse.name}`", "", "| in | number | out |", "| --- | ---: | --- |"]
    return "\n".join(lines + [f"| {what} | {number} | {became} |" for what, number, became in summary_rows(report)])
