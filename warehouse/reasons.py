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
        "empty_file": Reason("No bytes, or white space alone.", "Nothing; remove the file, or fetch it again."),
        "binary_file": Reason("A picture, a program or other bytes.", "Nothing, unless it should be text: save it as UTF-8."),
        "undecodable": Reason("No character encoding fits.", "Convert the file to UTF-8."),
        "unreadable": Reason("No permission, a broken link, a pipe or device, or a file that changed while it was read.",
                             "Give permission or name a file; then `personae redrive`."),
        "unknown_format": Reason("A format without a reader.", "Convert it to text, HTML or JSON; name fields with `--map`."),
        "malformed": Reason("A file that is cut short or broken, from there on; what stands before it is loaded.",
                            "Mend the line named or fetch the file again; then `personae redrive`."),
        "too_large": Reason("Beyond `file_bytes`, `line_bytes` or `memory_bytes`.", _RAISE),
        "too_slow": Reason("Reading took longer than `seconds`.", _RAISE),
        "too_deep": Reason("Archives inside archives beyond `depth`, or XML or JSON nested beyond `xml_depth` or `json_depth`.", _RAISE),
        "too_many": Reason("More members of archives than `members`.", _RAISE),
        "expands_too_far": Reason("Bytes that unpack to more than `expansion` times their size.", _RAISE),
        "encrypted": Reason("A member of an archive, or a PDF, that asks for a password.", "Unpack it first, without the password."),
        "outside_folder": Reason("A link out of the folder that was given.", "Name the file itself."),
        "no_article": Reason("What is no article: redirects and errors of web archives, pictures, cancelled items.", "Nothing."),
        "reader_crashed": Reason("The reader failed on the file.", _REPORT),
        "no_body": Reason("A title or boilerplate, but no text.", "`--map text=FIELD`, if the text stands in another field."),
        "failed_expectation": Reason("A row that the gate refuses; the detail names the expectation.", _REPORT),
        "orphan": Reason("A row whose article or file was set aside.", "Mend what was set aside with it."),
        "annotation_failed": Reason("The analysis of one article failed.", f"`personae redrive`; if it fails again: {_REPORT.lower()}"),
        "batch_failed": Reason("The work on a batch failed.", f"`personae redrive`; if it fails again: {_REPORT.lower()}"),
    }
)  # fmt: skip

#: Reasons of `notes` that are no expectations: what was seen when an article was read.
REMARK_MEANINGS: Mapping[str, Reason] = MappingProxyType(
    {
        "date_refused": Reason("A printed date is in the future, or can be read in more than one way; it is not used.",
                               "Look at `articles.published_date`; convert the dates to ISO 8601 if it is null."),
        "encoding_repaired": Reason("The text was decoded twice before it came here; ftfy repaired it.", "Nothing."),
        "characters_cleaned": Reason("Unseen characters were removed, ligatures spelt out, letters composed.", "Nothing."),
        "inline_boilerplate_removed": Reason("Link lists or picture labels inside sentences were taken out.", "Nothing."),
        "correction_notice": Reason("The outlet says that it corrected the article.", "Look at the other articles of the story."),
        "update_notice": Reason("The outlet says that it updated the article.", "Look at the other articles of the story."),
    }
)  # fmt: skip
