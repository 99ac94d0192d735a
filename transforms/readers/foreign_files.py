"""Files that no reader takes, by their first bytes: what they are, and the command that makes of them what is read."""

from dataclasses import dataclass

from transforms.readers.outcomes import Rejected


@dataclass(frozen=True)
class Foreign:
    """A format by its first bytes (https://en.wikipedia.org/wiki/List_of_file_signatures), which begin at `at`; of formats that share them
    by a mark further on or the suffix."""

    first: bytes
    what: str
    step: str
    reason: str = "binary_file"
    at: int = 0
    mark: bytes = b""
    suffix: str = ""

    def fits(self, data: bytes, suffix: str) -> bool:
        return data.startswith(self.first, self.at) and (self.mark in data or suffix == self.suffix != "")


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNKNOWN = "unknown_format"
_OFFICE = "soffice --headless --convert-to"
_OCR = "read its words first: tesseract FILE NEW"
_PANDAS = "python -c \"import pandas; pandas.{0}('FILE').to_parquet('NEW.parquet')\""
_FORMATS = (
    Foreign(b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it: 7z x FILE", _UNKNOWN),
    Foreign(b"Rar!\x1a\x07", "a RAR archive", "unpack it: unrar x FILE", _UNKNOWN),
    Foreign(b"\x04\x22\x4d\x18", "a file packed by LZ4", "unpack it: lz4 -d FILE", _UNKNOWN),
    Foreign(b"\x1f\x9d", "a file packed by compress", "unpack it: gzip -d FILE", _UNKNOWN),
    Foreign(b"LZIP", "a file packed by lzip", "unpack it: lzip -d FILE", _UNKNOWN),
    Foreign(_OLE, "a message of Outlook", "save it as EML: msgconvert FILE", _UNKNOWN, 0, "__substg1.0".encode("utf-16-le"), ".msg"),
    Foreign(_OLE, "a document of an old Office program", f"{_OFFICE} docx FILE", _UNKNOWN),
    Foreign(b"!BDN", "a mailbox of Outlook", "readpst -o FOLDER FILE", _UNKNOWN),
    Foreign(b"{\\pwi", "a note of Pocket Word", "save it as RTF", _UNKNOWN),
    Foreign(b"BOOKMOBI", "a book for Kindle", "ebook-convert FILE NEW.txt", _UNKNOWN, at=60),
    Foreign(b"Obj\x01", "an Avro file", "fastavro --pretty FILE > NEW.json", _UNKNOWN),
    Foreign(b"ORC", "an ORC file", _PANDAS.format("read_orc"), _UNKNOWN),
    Foreign(b"\x89HDF\r\n", "an HDF5 file", _PANDAS.format("read_hdf"), _UNKNOWN),
    Foreign(b"$FL2", "a data set of SPSS", _PANDAS.format("read_spss"), _UNKNOWN),
    Foreign(b"RDX", "a workspace of R", "Rscript -e \"write.csv(get(load('FILE')), 'NEW.csv')\"", _UNKNOWN),
    Foreign(b"X\n\x00\x00\x00", "an object of R", "Rscript -e \"write.csv(readRDS('FILE'), 'NEW.csv')\"", _UNKNOWN),
    *(
        Foreign(bytes((0x80, version)), "an object pickled by Python", f"if you trust it: {_PANDAS.format('read_pickle')}", _UNKNOWN)
        for version in range(2, 6)
    ),
    Foreign(b"\x89PNG", "a PNG image", _OCR),
    Foreign(b"\xff\xd8\xff", "a JPEG image", _OCR),
    Foreign(b"GIF8", "a GIF image", _OCR),
    Foreign(b"II*\x00", "a TIFF image", _OCR),
    Foreign(b"MM\x00*", "a TIFF image", _OCR),
    Foreign(b"\x00\x00\x00\x0cjP", "a JPEG 2000 image", _OCR),
    Foreign(b"AT&TFORM", "a DjVu document", "djvutxt FILE NEW.txt"),
    Foreign(b"%!PS", "a PostScript document", "ps2pdf FILE NEW.pdf", _UNKNOWN),
    Foreign(b"RIFF", "a sound, film or image file", "nothing in it can be read as an article"),
    Foreign(b"ftyp", "a film or sound file", "nothing in it can be read as an article", at=4),
    Foreign(b"OggS", "a sound file", "nothing in it can be read as an article"),
    Foreign(b"ID3", "a sound file", "nothing in it can be read as an article"),
    Foreign(b"\x7fELF", "a program", "nothing in it can be read as an article"),
    Foreign(b"MZ\x90", "a program", "nothing in it can be read as an article"),
)


def is_old_workbook(data: bytes, suffix: str) -> bool:
    """Whether bytes are a workbook of an Excel before 2007, which shares its first bytes with other old documents."""
    return data.startswith(_OLE) and (suffix == ".xls" or "Workbook".encode("utf-16-le") in data)


def find_foreign(data: bytes, suffix: str) -> Rejected | None:
    """The refusal of a file whose first bytes say that it is none that any reader takes."""
    if is_old_workbook(data, suffix):
        return None
    for known in _FORMATS:
        if known.fits(data, suffix):
            return Rejected(known.reason, f"expected text, a document, a table or an archive, found {known.what}; {known.step}")
    return None


def describe_start(head: str, suffix: str) -> str:
    """What a text that no reader takes seems to be, and the next step."""
    start = " ".join(head.split())[:60]
    if head.lstrip().startswith("<"):
        return f"found markup that starts {start!r}; save it as text without its tags, or as XML whose elements name a title and a text"
    kind = f"a file {suffix}" if suffix else "a file"
    return f"found {kind} that starts {start!r}; save it as plain text (.txt), or as a table with a header (.csv)"
