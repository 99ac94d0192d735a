import math
from datetime import date

from transforms.readers.typed_rows import articles_of_rows

HEADER = ("title", "text", "published_at", "edition")
TEXT = "The minister of Veldoria met the envoy of Ostmark in the capital on Monday and spoke of the border."


def test_cells_become_what_json_would_hold():
    rows = [("Border", TEXT.encode(), date(2023, 4, 24), 3.0), ("Border", TEXT, math.nan, math.nan)]
    dated, undated = articles_of_rows(HEADER, rows, 7, {"edition": "edition"})
    assert (dated.text, dated.published_at, dict(dated.fields)["edition"]) == (TEXT, "2023-04-24", "3")
    assert (undated.text, undated.published_at, undated.fields) == (TEXT, None, ())
    assert (dated.position, undated.position) == (7, 8)
