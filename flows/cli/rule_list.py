"""The list of rule ids, warehouse/rule_ids.csv, made from the declarations of the analysis."""

import csv
import io
import sys

from transforms.rule_book import rule_rows


def rule_list() -> str:
    """The whole list as CSV."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(("table", "rule", "meaning"))
    writer.writerows(rule_rows())
    return page.getvalue()


if __name__ == "__main__":
    sys.stdout.write(rule_list())
