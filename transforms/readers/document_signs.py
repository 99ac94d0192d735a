"""By what documents and exports of news databases show themselves."""

import re

from transforms.readers.apa import is_apa_page
from transforms.readers.documents import is_export_text
from transforms.readers.europresse import is_europresse
from transforms.readers.factiva import is_factiva_text
from transforms.readers.press_reviews import is_press_review
from transforms.readers.signs import Sample

_FACTIVA_CELLS = re.compile(r"<td[^>]*>\s*(?:<p>|<br/?>)*\s*<b>\s*(?:HD|PD|SN|LP|TD)\s*</b>", re.I)
_LEXIS_PAGE = re.compile(r"<DOC NUMBER=\d+>|LXNComment|DOC_ID_\d+_\d+|<META TOPIC=[^>]*DOCUMENTS=", re.I)


def is_pdf(sample: Sample) -> bool:
    return sample.head.lstrip().startswith("%PDF-")


def is_docx(sample: Sample) -> bool:
    return sample.head.startswith("PK") and ("word/" in sample.head or (sample.suffix == ".docx" and "[Content_Types].xml" in sample.head))


def is_odt(sample: Sample) -> bool:
    return sample.head.startswith("PK") and ("application/vnd.oasis.opendocument.text" in sample.head[:200] or sample.suffix == ".odt")


def is_spreadsheet(sample: Sample) -> bool:
    if sample.head.startswith("\xd0\xcf\x11\xe0"):  # what is no workbook of these was refused before
        return True
    if not sample.head.startswith("PK"):
        return False
    return "xl/" in sample.head or sample.suffix in (".xlsx", ".xlsm", ".xlsb") or "opendocument.spreadsheet" in sample.head[:200]


def is_spreadsheet_xml(sample: Sample) -> bool:
    return "urn:schemas-microsoft-com:office:spreadsheet" in sample.head[:4000]


def is_rtf(sample: Sample) -> bool:
    return sample.head.startswith("{\\rtf")


def is_factiva_page(sample: Sample) -> bool:
    # pages saved whole begin with more style sheets than the sample holds
    is_saved_page = bool(re.search(r"<title>\s*Factiva\b", sample.head, re.I))
    return is_saved_page or len({match.group().upper() for match in _FACTIVA_CELLS.finditer(sample.head)}) >= 2


def is_factiva_xml(sample: Sample) -> bool:
    return "global.factiva.com" in sample.head[:2000] or "<ppsArticleResponse" in sample.head[:2000]


def is_europresse_page(sample: Sample) -> bool:
    return is_europresse(sample.head)


def is_defacto_page(sample: Sample) -> bool:
    return is_apa_page(sample.head)


def is_review_page(sample: Sample) -> bool:
    return is_press_review(sample.head)


def is_lexis_page(sample: Sample) -> bool:
    return bool(_LEXIS_PAGE.search(sample.head))


def is_proquest_xml(sample: Sample) -> bool:
    return bool(
        re.search(r"<(?:RECORD|Record)>", sample.head[:4000]) and re.search(r"<GOID>|<RecordID>|<RecordTitle>", sample.head[:20_000])
    )


def is_endnote_xml(sample: Sample) -> bool:
    return "<records>" in sample.head[:2000] and "<ref-type" in sample.head


def is_export(sample: Sample) -> bool:
    """Plain text of a news database."""
    return not sample.head.lstrip().startswith(("<", "{")) and (is_export_text(sample.head) or is_factiva_text(sample.head))
