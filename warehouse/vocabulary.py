"""Closed lists: every categorical column of the warehouse draws its values from here and from nowhere else.

Sectors are the actor sectors of the PLOVER event ontology; events are its event types
(https://github.com/openeventdata/PLOVER, with the POLECAT additions). Labels of names are those of OntoNotes 5.
"""

ACTOR_KINDS = (
    "country",
    "territory",
    "government",
    "ministry",
    "agency",
    "legislature",
    "judiciary",
    "armed_force",
    "police",
    "intelligence",
    "armed_group",
    "igo",
    "bloc",
    "ngo",
    "party",
    "company",
    "religious",
    "education",
    "organisation",
    "outlet",
    "person",
    "people",
    "generic",
    "place",
)
#: Kinds that have a government, offices and bodies of state.
STATE_KINDS = frozenset({"country", "territory"})
#: Kinds that never count as political actors in views.
NON_ACTOR_KINDS = ("place", "outlet")

SECTORS = (
    "GOV", "MIL", "REB", "OPP", "PTY", "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "HLH",
    "IGO", "JUD", "LAB", "LEG", "MED", "NGO", "PRM", "REF", "REL", "SPY", "UAF",
)  # fmt: skip

EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "INVESTIGATE", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

ALIAS_KINDS = ("name", "acronym", "adjective", "people", "metonym", "surname", "office")
#: How sure a printed form is on its own: `weak` forms (ordinary words, common surnames) count only with evidence.
ALIAS_STRENGTHS = ("strong", "weak")

LAYERS = ("name", "adjectival", "nominal", "pronoun")
NER_LABELS = (
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
)  # fmt: skip
READINGS = ("power", "place")
ROLES = ("speaker", "subject", "target", "outlet", "affiliation", "location", "mentioned")

PARAGRAPH_KINDS = ("title", "heading", "dateline", "body", "boilerplate")
DATE_PRECISIONS = ("minute", "day", "month", "unknown")
QUOTE_KINDS = ("direct", "mixed", "indirect")
CUE_CLASSES = ("neutral", "asserting", "denying", "accusing", "demanding", "promising", "warning", "thinking")
DYAD_TENSES = ("past", "present", "future", "hypothetical")
TONE_LABELS = ("positive", "neutral", "negative")
CREDIT_CUES = ("according_to", "reporting", "reported", "told", "citing", "byline", "dateline", "via")

TIERS = ("fast", "full", "deep")
FILE_FORMATS = (
    "text", "markdown", "html", "json", "jsonl", "csv", "tsv", "zip", "tar", "warc", "arc", "parquet", "arrow", "mbox", "eml", "mhtml",
    "rss", "atom", "wxr", "nitf", "newsml", "newsml_g2", "ninjs", "iptc7901", "anpa", "reuters_sgml", "sgml_corpus", "xml",
    "tei", "alto", "mets", "newspaper_xml", "apa", "mediargus", "retriever", "alceste", "press_review",
    "pdf", "docx", "odt", "rtf", "spreadsheet", "lexisnexis", "factiva", "europresse", "proquest",
    "references", "ebsco", "gale", "newsbank", "mediawiki", "vertical", "sql", "sqlite", "stata",
)  # fmt: skip
ORIGINS = ("lexicon", "override", "imported", "composed", "discovered")
STATUSES = ("running", "completed", "failed")
SEVERITIES = ("stop", "quarantine", "note")
STAGES = ("read", "article", "annotate", "gate", "load")
QUARANTINE_REASONS = (
    "empty_file",
    "binary_file",
    "undecodable",
    "unreadable",
    "unknown_format",
    "malformed",
    "too_large",
    "too_slow",
    "too_deep",
    "too_many",
    "expands_too_far",
    "encrypted",
    "outside_folder",
    "no_article",
    "reader_crashed",
    "no_body",
    "failed_expectation",
    "orphan",
    "annotation_failed",
    "batch_failed",
)
GENDERS = ("f", "m")
