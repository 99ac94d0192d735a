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
_OFFICE = "convert it: soffice --headless --convert-to"
_OCR = "run OCR on it first: tesseract FILE NEW"
_PANDAS = "convert it: python -c \"import pandas; pandas.{0}('FILE').to_parquet('NEW.parquet')\""
_FORMATS = (
    Foreign(b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it: 7z x FILE", _UNKNOWN),
    Foreign(b"Rar!\x1a\x07", "a RAR archive", "unpack it: unrar x FILE", _UNKNOWN),
    Foreign(b"\x04\x22\x4d\x18", "an LZ4 file", "unpack it: lz4 -d FILE", _UNKNOWN),
    Foreign(b"\x1f\x9d", "a file compressed by compress", "unpack it: gzip -d FILE", _UNKNOWN),
    Foreign(b"LZIP", "an lzip file", "unpack it: lzip -d FILE", _UNKNOWN),
    Foreign(_OLE, "an Outlook message", "save it as EML: msgconvert FILE", _UNKNOWN, 0, "__substg1.0".encode("utf-16-le"), ".msg"),
    Foreign(_OLE, "a document of an old Office program", f"{_OFFICE} docx FILE", _UNKNOWN),
    Foreign(b"!BDN", "an Outlook mailbox", "convert it: readpst -o FOLDER FILE", _UNKNOWN),
    Foreign(b"{\\pwi", "a Pocket Word note", "save it as RTF", _UNKNOWN),
    Foreign(b"BOOKMOBI", "a Kindle book", "convert it: ebook-convert FILE NEW.txt", _UNKNOWN, at=60),
    Foreign(b"Obj\x01", "an Avro file", "convert it: fastavro --pretty FILE > NEW.json", _UNKNOWN),
    Foreign(b"ORC", "an ORC file", _PANDAS.format("read_orc"), _UNKNOWN),
    Foreign(b"\x89HDF\r\n", "an HDF5 file", _PANDAS.format("read_hdf"), _UNKNOWN),
    Foreign(b"$FL2", "an SPSS data set", _PANDAS.format("read_spss"), _UNKNOWN),
    Foreign(b"RDX", "an R workspace", "convert it: Rscript -e \"write.csv(get(load('FILE')), 'NEW.csv')\"", _UNKNOWN),
    Foreign(b"X\n\x00\x00\x00", "an R object", "convert it: Rscript -e \"write.csv(readRDS('FILE'), 'NEW.csv')\"", _UNKNOWN),
    *(
        Foreign(bytes((0x80, version)), "an object pickled by Python", f"if you trust it, {_PANDAS.format('read_pickle')}", _UNKNOWN)
        for version in range(2, 6)
    ),
    Foreign(b"\x89PNG", "a PNG image", _OCR),
    Foreign(b"\xff\xd8\xff", "a JPEG image", _OCR),
    Foreign(b"GIF8", "a GIF image", _OCR),
    Foreign(b"II*\x00", "a TIFF image", _OCR),
    Foreign(b"MM\x00*", "a TIFF image", _OCR),
    Foreign(b"\x00\x00\x00\x0cjP", "a JPEG 2000 image", _OCR),
    Foreign(b"AT&TFORM", "a DjVu document", "convert it: djvutxt FILE NEW.txt"),
    Foreign(b"%!PS", "a PostScript document", "convert it: ps2pdf FILE NEW.pdf", _UNKNOWN),
    Foreign(b"RIFF", "an audio, video or image file", "it holds nothing that can be read as an article"),
    Foreign(b"ftyp", "an audio or video file", "it holds nothing that can be read as an article", at=4),
    Foreign(b"OggS", "an audio file", "it holds nothing that can be read as an article"),
    Foreign(b"ID3", "an audio file", "it holds nothing that can be read as an article"),
    Foreign(b"\x7fELF", "a program", "it holds nothing that can be read as an article"),
    Foreign(b"MZ\x90", "a program", "it holds nothing that can be read as an article"),
)


def is_old_workbook(data: bytes, suffix: str) -> bool:
    """Whether bytes are a workbook of an Excel before 2007, which shares its first bytes with other old documents."""
    return data.startswith(_OLE) and (suffix == ".xls" or "Workbook".encode("utf-16-le") in data)


def find_foreign(data: bytes, suffix: str) -> Rejected | None:
    """The refusal of a file whose first bytes say that no reader takes it."""
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
    kind = f"a {suffix} file" if suffix else "a file"
    return f"found {kind} that starts {start!r}; save it as plain text (.txt), or as a table with a header (.csv)"
