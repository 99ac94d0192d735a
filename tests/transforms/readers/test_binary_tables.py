"""Tables that are no text: Parquet, Arrow, Feather, spreadsheets."""

import zipfile
from datetime import date, datetime
from html import escape
from io import BytesIO
from pathlib import Path

import odfdo
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq
import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected

TEXT = "The ministers met on Tuesday."
ROWS = {
    "title": ["Grain", "Vote"],
    "text": [TEXT, "The council put off its vote."],
    "date": [date(2023, 4, 24), date(2023, 4, 25)],
    "topic": ["trade", None],
    "vector": [[0.1, 0.2], [0.3, 0.4]],
}


def parquet() -> bytes:
    stream = BytesIO()
    pq.write_table(pa.table(ROWS), stream)
    return stream.getvalue()


def arrow() -> bytes:
    stream = BytesIO()
    feather.write_feather(pa.table(ROWS), stream, compression="uncompressed")
    return stream.getvalue()


def ods() -> bytes:
    document = odfdo.Document("spreadsheet")
    table = document.body.get_table(0)
    for row in (["Export of April"], [], ["title", "text", "date", "topic"], ["Grain", TEXT, datetime(2023, 4, 24), "trade"],
                ["Vote", "The council put off its vote.", datetime(2023, 4, 25), None]):  # fmt: skip
        line = odfdo.Row()
        line.set_values(row)
        table.append_row(line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def xlsx(sheets: dict[str, list[list[object]]]) -> bytes:
    """A workbook as Excel writes it: texts in line, days as numbers under a style."""

    def cell(value: object) -> str:
        if value is None:
            return "<c/>"
        if isinstance(value, datetime):
            return f'<c s="1"><v>{(value - datetime(1899, 12, 30)).total_seconds() / 86_400}</v></c>'
        return f"<c><v>{value}</v></c>" if isinstance(value, int) else f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'

    main, office = (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    names = list(sheets)
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        + "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(names, 1))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">'
        + "".join(f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(names) + 1))
        + f'<Relationship Id="s" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    for number, rows in enumerate(sheets.values(), 1):
        lines = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
        parts[f"xl/worksheets/sheet{number}.xml"] = f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>'
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return stream.getvalue()


def test_every_sheet_of_a_workbook_is_read_and_cells_are_days():
    reading = read_bytes(
        xlsx(
            {
                "Info": [["Export"], ["made", datetime(2024, 1, 1)]],
                "2023": [
                    ["Presse"],
                    [],
                    ["Titel", "Datum", "Medium", "Text", "Seite"],
                    ["Hafen", datetime(2023, 4, 24, 10, 15), "Bote", TEXT, 3],
                ],
                "2022": [["title", "date", "text"], ["Vote", 44675, TEXT]],
            }
        ),
        "a.xlsx",
    )
    assert isinstance(reading, Reading), reading
    found = [(a.title, a.published_at, a.outlet, a.fields) for a in reading.articles if isinstance(a, RawArticle)]
    assert found == [("Hafen", "2023-04-24T10:15:00", "Bote", (("Seite", "3"),)), ("Vote", "2022-04-24", None, ())]


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (parquet(), "a.parquet", "parquet"),
        (arrow(), "a.feather", "arrow"),
        (ods(), "a.ods", "spreadsheet"),
    ],
)
def test_rows_are_articles_with_their_further_fields(data, name, expected):
    reading = read_bytes(data, name)
    assert isinstance(reading, Reading), reading
    assert reading.format == expected
    first, second = reading.articles
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert (first.title, first.text, (first.published_at or "")[:10], first.fields) == ("Grain", TEXT, "2023-04-24", (("topic", "trade"),))
    assert (second.title, second.fields) == ("Vote", ())


@pytest.mark.parametrize(("data", "name"), [(parquet(), "a.parquet"), (arrow(), "a.arrow"), (ods(), "a.ods")])
def test_a_mapped_column_that_is_not_there_is_refused_by_name(data, name):
    refused = read_bytes(data, name, {"title": "titel"})
    assert isinstance(refused, Rejected)
    assert "'titel'" in refused.detail


def test_a_workbook_of_an_old_excel() -> None:
    data = (Path(__file__).parent / "samples" / "xls" / "one_article.xls").read_bytes()
    reading = read_bytes(data, "news.xls")
    assert isinstance(reading, Reading)
    (article,) = reading.articles
    assert isinstance(article, RawArticle)
    assert (reading.format, article.title, article.published_at) == ("spreadsheet", "Bridge closed", "2023-04-24")
    assert article.text == "The bridge is closed until June."
