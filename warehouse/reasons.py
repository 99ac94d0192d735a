"""Why something is set aside or noted: each reason with what it means and what helps. The reasons are those of `warehouse.vocabulary`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Reason(NamedTuple):
    """What a reason means, and what to do."""

    meaning: str
    remedy: str


_RAISE = "Split or unpack the file, or raise the limit named: `--limit NAME=NUMBER`."
_REPORT = "Report it with the file."

QUARANTINE_MEANINGS: Mapping[str, Reason] = MappingProxyType(
    {
        "empty_file": Reason("The file has no bytes, or only white space.", "Remove the file, or fetch it again."),
        "binary_file": Reason("The file is a picture, a program or other binary data.", "If it should be text, save it as UTF-8."),
        "undecodable": Reason("No known character encoding fits.", "Convert the file to UTF-8."),
        "unreadable": Reason("Permission is missing, the link is broken, the path is a pipe or device, or the file changed during reading.",
                             "Give permission or name a file, then `personae redrive`."),
        "unknown_format": Reason("No reader knows the format.", "Convert it to text, HTML or JSON; name fields with `--map`."),
        "malformed": Reason("The file is cut short or broken from there on; everything before is loaded.",
                            "Mend the line named or fetch the file again, then `personae redrive`."),
        "too_large": Reason("It exceeds `file_bytes`, `line_bytes` or `memory_bytes`.", _RAISE),
        "too_slow": Reason("Reading took longer than `seconds`.", _RAISE),
        "too_deep": Reason("Archives are nested deeper than `depth`, XML than `xml_depth` or JSON than `json_depth`.", _RAISE),
        "too_many": Reason("Archives have more than `members` members.", _RAISE),
        "expands_too_far": Reason("It unpacks to more than `expansion` times its size.", _RAISE),
        "encrypted": Reason("A member of an archive, or a PDF, asks for a password.", "Unpack it or remove the password first."),
        "outside_folder": Reason("The link leads out of the given folder.", "Name the file itself."),
        "no_article": Reason("It is not an article: a redirect or error of a web archive, a picture, a cancelled item.", "Nothing to do."),
        "reader_crashed": Reason("The reader failed on the file.", _REPORT),
        "no_body": Reason("There is a title or boilerplate, but no text.", "Use `--map text=FIELD` if another field holds the text."),
        "failed_expectation": Reason("The gate refused the row; the detail names the expectation.", _REPORT),
        "orphan": Reason("The row's article or file was set aside.", "Mend what was set aside with it."),
        "annotation_failed": Reason("The analysis of one article failed.", f"`personae redrive`; if it fails again: {_REPORT.lower()}"),
        "batch_failed": Reason("The work on a batch failed.", f"`personae redrive`; if it fails again: {_REPORT.lower()}"),
    }
)  # fmt: skip

#: Reasons of `notes` that are no expectations: what was seen when an article was read.
REMARK_MEANINGS: Mapping[str, Reason] = MappingProxyType(
    {
        "date_refused": Reason("A printed date is in the future or ambiguous, so it is not used.",
                               "Check `articles.published_date`; if it is null, convert the dates to ISO 8601."),
        "encoding_repaired": Reason("The text had been decoded twice; ftfy repaired it.", "Nothing to do."),
        "characters_cleaned": Reason("Invisible characters were removed, ligatures spelt out, letters composed.", "Nothing to do."),
        "inline_boilerplate_removed": Reason("Link lists or picture labels inside sentences were removed.", "Nothing to do."),
        "correction_notice": Reason("The outlet says it corrected the article.", "Compare the other articles of the story."),
        "update_notice": Reason("The outlet says it updated the article.", "Compare the other articles of the story."),
    }
)  # fmt: skip
