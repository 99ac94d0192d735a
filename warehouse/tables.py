"""The one declaration of every table: its grain, its columns with their meaning, its keys.

DuckDB DDL (`warehouse.ddl`), polars schemas, Great Expectations suites (`expectations.suites`), the data dictionary
(`warehouse.publishing.dictionary`) and the test data (`tests.strategies`) are derived from here; nothing says these things twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import polars as pl

from warehouse import vocabulary as words

UTC_TIMESTAMP = pl.Datetime("us", "UTC")
ID_PATTERN = r"^\S+$"
HASH_PATTERN = r"^[0-9a-f]{16,64}$"
ISO3_PATTERN = r"^[A-Z]{3}$"
WIKIDATA_PATTERN = r"^Q[1-9][0-9]*$"


@dataclass(frozen=True)
class Column:
    """One column; `meaning` states unit and range, and is what `COMMENT ON` shows."""

    name: str
    dtype: pl.DataType | type[pl.DataType]
    meaning: str
    nullable: bool = False
    values: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None
    references: str | None = None  # "table.column"
    of_run: bool = False  # says when or by which run, so it may differ between two runs over the same files


@dataclass(frozen=True)
class Table:
    """One table; `key` names the columns that identify a row, `rules` are SQL conditions that each row meets."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rules: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    is_about_runs: bool = False

    @property
    def schema(self) -> pl.Schema:
        """The polars schema of the table, in column order."""
        return pl.Schema({column.name: column.dtype for column in self.columns})

    def schema_without(self, *names: str) -> pl.Schema:
        """The same without some columns, which others fill later: `batch_id` of what a batch loads."""
        return pl.Schema({column.name: column.dtype for column in self.columns if column.name not in names})

    def column(self, name: str) -> Column:
        """The column of that name; raises KeyError."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name!r}; it has {[c.name for c in self.columns]}")

    def empty(self) -> pl.DataFrame:
        return pl.DataFrame(schema=self.schema)

    def conform(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with just this table's columns in their order and types.

        Raises ValueError when a column is missing or unknown: schema drift must stop a run, not be papered over.
        """
        found, expected = set(frame.columns), set(self.schema)
        if found != expected:
            raise ValueError(
                f"{self.name}: expected columns {sorted(expected)}; missing {sorted(expected - found)}, unknown {sorted(found - expected)}"
            )
        return frame.select(pl.col(name).cast(dtype, strict=True) for name, dtype in self.schema.items())


def _text(name: str, meaning: str, **more: object) -> Column:
    return Column(name, pl.String(), meaning, **more)  # type: ignore[arg-type]


def _category(name: str, meaning: str, values: tuple[str, ...], nullable: bool = False) -> Column:
    return Column(name, pl.String(), meaning, nullable=nullable, values=values)


def _count(name: str, meaning: str, **more: object) -> Column:
    return Column(name, pl.Int64(), meaning, minimum=0, **more)  # type: ignore[arg-type]


def _flag(name: str, meaning: str, nullable: bool = False) -> Column:
    return Column(name, pl.Boolean(), meaning, nullable=nullable)


def _date(name: str, meaning: str, nullable: bool = True) -> Column:
    return Column(name, pl.Date(), meaning, nullable=nullable)


def _moment(name: str, meaning: str, nullable: bool = False, of_run: bool = False) -> Column:
    return Column(name, UTC_TIMESTAMP, meaning, nullable=nullable, of_run=of_run)


def _span(of: str, nullable: bool = False, prefix: str = "") -> tuple[Column, Column]:
    return (
        _count(f"{prefix}start_char", f"Start of the {of} in articles.body, in code points from 0, inclusive.", nullable=nullable),
        _count(f"{prefix}end_char", f"End of the {of} in articles.body, in code points, exclusive.", nullable=nullable),
    )


def _actor(name: str, meaning: str, nullable: bool = True) -> Column:
    return _text(name, meaning, nullable=nullable, pattern=ID_PATTERN, references="actors.actor_id")


def _party(meaning: str) -> Column:
    return _actor("party_id", meaning)


ARTICLE_ID = _text(
    "article_id", "The article: hash of its title, body, outlet, day and url.", pattern=HASH_PATTERN, references="articles.article_id"
)
BATCH_ID = _text("batch_id", "The batch that loaded the row.", pattern=HASH_PATTERN, references="batches.batch_id", of_run=True)
RUN_ID = _text("run_id", "The run.", references="runs.run_id", of_run=True)
PATH_BYTES = Column(
    "path_bytes",
    pl.Binary(),
    "The file's absolute path, byte for byte, to open it by; null if unknown.",
    nullable=True,
    of_run=True,
)
MEMBER = _text(
    "member",
    "Its place in the file, escaped: name in an archive, address in a web archive, message of a mailbox; null for the file itself.",
    nullable=True,
)
SENTENCE_NO = _count("sentence_no", "Number of the sentence in the article, from 0.")
PARAGRAPH_NO = _count("paragraph_no", "Number of the paragraph in the article, from 0.")
SURFACE = _text("surface", "The words as printed: articles.body[start_char:end_char].")
RULE = _text("rule", "Id of the rule or model that made the row; docs/method.md explains each.")
CONFIDENCE = Column(
    "confidence",
    pl.Float64(),
    "How certain the rule is, 0 (a guess) to 1 (certain).",
    minimum=0.0,
    maximum=1.0,
)
SURENESS = replace(
    CONFIDENCE,
    meaning="Of an act with an event, and of a quotation with a speaker, the probability that the row is right; of others, and in the "
    "tier fast, how certain the rule is.",
)
TONE = Column("tone", pl.Float64(), "Tone, -1 (hostile) to 1 (friendly); null if not judged.", nullable=True, minimum=-1.0, maximum=1.0)
COUNTRY = _text(
    "country",
    "ISO 3166-1 alpha-3 code (XKX Kosovo; ISO 3166-3 codes for states that ended); null for international bodies.",
    nullable=True,
    pattern=ISO3_PATTERN,
)
SECTOR = _category("sector", "PLOVER actor sector (of a mention: on the article's day); null if unknown.", words.SECTORS, nullable=True)
WIKIDATA = _text("wikidata", "Wikidata item, Q and digits; null if unknown.", nullable=True, pattern=WIKIDATA_PATTERN)
VALID_FROM = _date("valid_from", "First day it is valid; null if open.")
VALID_TO = _date("valid_to", "Last day it is valid; null if open.")
ORDERED = MappingProxyType({"span_is_ordered": "start_char < end_char"})
DATED = MappingProxyType({"dates_are_ordered": "valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to"})

FILES = Table(
    "files",
    "One file, identified by its content, however often it was found.",
    (
        _text("file_id", "SHA-256 of the bytes, hexadecimal.", pattern=HASH_PATTERN),
        _text("path", "Path under which the bytes were first seen, escaped.", of_run=True),
        _count("byte_count", "Size in bytes."),
        _category("format", "Format found by content and suffix.", words.FILE_FORMATS),
        _text("encoding", "Character encoding the bytes were decoded with; null for formats that carry their own.", nullable=True),
        _text("reader", "The reader that extracted the articles."),
        _count(
            "article_count", "Articles found in the file, refused ones included; null while only parts of it are loaded.", nullable=True
        ),
        BATCH_ID,
        PATH_BYTES,
    ),
    ("file_id",),
)

ARTICLES = Table(
    "articles",
    "One news text of one outlet on one day.",
    (
        _text("article_id", "Hash of title, body, outlet, day and url.", pattern=HASH_PATTERN),
        _text("title", "Headline; null if it has none.", nullable=True),
        _text(
            "body",
            "The text all offsets refer to: the title as first paragraph, then the others, between blank lines; a dateline with a space.",
        ),
        _text("outlet", "The outlet that published it, as given; null if unknown.", nullable=True),
        _text("outlet_id", "The outlet in the lexicon; null if unknown.", nullable=True, references="outlets.outlet_id"),
        _moment("published_at", "When it was published, UTC; null if unknown. Midnight if only the day is known.", nullable=True),
        _date(
            "published_date",
            "Day it was published, in its own time zone; first of the month if only the month is known; null if unknown.",
        ),
        _category("published_precision", "How exact published_at is.", words.DATE_PRECISIONS),
        _text("published_from", "Where the date was found (metadata, dateline, text, path); null if there is none.", nullable=True),
        _text("language", "ISO 639-1 code of the language; null if the text is too short to tell.", nullable=True, pattern=r"^[a-z]{2,3}$"),
        _text("url", "Address the article was published at; null if unknown.", nullable=True),
        _text("text_hash", "Hash of the normalised text: the same for verbatim reprints.", pattern=HASH_PATTERN),
        _text(
            "story_id",
            "Its story: the cluster of articles with (nearly) the same text.",
            pattern=HASH_PATTERN,
            references="stories.story_id",
        ),
        _count("word_count", "Words in the body."),
        _flag("is_analysed", "Whether mentions were looked for (false for languages without a tagger)."),
        _text("lexicon_version", "Lexicon its rows were made with: a hash, overrides included."),
        BATCH_ID,
    ),
    ("article_id",),
)

APPEARANCES = Table(
    "appearances",
    "One appearance of one article in one file.",
    (
        ARTICLE_ID,
        _text("file_id", "The file.", pattern=HASH_PATTERN, references="files.file_id"),
        _count("position", "Number of the article in the file, from 0."),
        MEMBER,
        BATCH_ID,
    ),
    ("file_id", "position"),
)

AUTHORS = Table(
    "authors",
    "One author of one article.",
    (ARTICLE_ID, _count("position", "Place in the byline, from 0."), _text("author", "Name as printed, without 'By'."), BATCH_ID),
    ("article_id", "position"),
)

ARTICLE_FIELDS = Table(
    "article_fields",
    "One other field that the file gives for one article: topic, section, licence and the like.",
    (
        ARTICLE_ID,
        _text("field", "Name as in the file; outer.inner inside objects."),
        _text("value", "Its text; the items of a list joined with '; '."),
        BATCH_ID,
    ),
    ("article_id", "field"),
)

PARAGRAPHS = Table(
    "paragraphs",
    "One paragraph of one article.",
    (ARTICLE_ID, PARAGRAPH_NO, _category("kind", "What the paragraph is.", words.PARAGRAPH_KINDS), *_span("paragraph"), BATCH_ID),
    ("article_id", "paragraph_no"),
    ORDERED,
)

SENTENCES = Table(
    "sentences",
    "One sentence of one article.",
    (ARTICLE_ID, SENTENCE_NO, PARAGRAPH_NO, *_span("sentence"), BATCH_ID),
    ("article_id", "sentence_no"),
    ORDERED,
)

STORIES = Table(
    "stories",
    "One cluster of articles with (nearly) the same text: wire copy, reprints, updates.",
    (
        _text("story_id", "The article_id of its first article.", pattern=HASH_PATTERN),
        _text("title", "Headline of its first article; null if that has none.", nullable=True),
        _date("first_date", "Day of its earliest dated article; null if none is dated."),
        _count("article_count", "Articles in the cluster."),
        _count("text_count", "Distinct texts in the cluster."),
    ),
    ("story_id",),
)

FINGERPRINTS = Table(
    "fingerprints",
    "One band of one article's MinHash signature; articles that share a band are compared.",
    (
        ARTICLE_ID,
        _count("band_no", "Number of the band, from 0."),
        Column("band_hash", pl.Int64(), "Hash of the band's values."),
        *(_count(f"value_{number}", f"MinHash value {number} of the band, 0 to 4294967295.") for number in range(4)),
        BATCH_ID,
    ),
    ("article_id", "band_no"),
)

ACTORS = Table(
    "actors",
    "One actor, place or outlet that a mention can name.",
    (
        _text("actor_id", "Readable layered id, e.g. RUS.GOV.MFA; docs/lexicon.md explains the parts.", pattern=ID_PATTERN),
        _text("name", "Canonical English name."),
        _category("kind", "Kind of actor.", words.ACTOR_KINDS),
        _flag("is_political", "Whether views of actors count it; false for places, outlets and unlisted names for which nothing vouches."),
        COUNTRY,
        SECTOR,
        _actor("parent_id", "The actor it is part of; null if independent."),
        WIKIDATA,
        _category("origin", "Where the actor comes from; imported: from open data, because an article names it.", words.ORIGINS),
        VALID_FROM,
        VALID_TO,
        _category("gender", "f or m, for persons; null if unknown.", words.GENDERS, nullable=True),
        Column("birth_year", pl.Int64(), "Year of birth of a person; null if unknown.", nullable=True, minimum=1000),
        _party("Last known party of a person; null if unknown."),
    ),
    ("actor_id",),
    DATED,
)

ALIASES = Table(
    "aliases",
    "One printed form that may name one actor.",
    (
        _actor("actor_id", "The actor named.", nullable=False),
        _text("alias", "The printed form."),
        _category("alias_kind", "What the form is.", words.ALIAS_KINDS),
        _category("strength", "strong: names the actor on its own; weak: only with evidence.", words.ALIAS_STRENGTHS),
        VALID_FROM,
        VALID_TO,
        _text("source", "Where the fact can be checked."),
    ),
    ("actor_id", "alias", "alias_kind"),
    DATED,
)

TENURES = Table(
    "tenures",
    "One person in one office for one period.",
    (
        _text("tenure_id", "Hash of person, body, office and first day.", pattern=HASH_PATTERN),
        _actor("actor_id", "The person.", nullable=False),
        _actor("body_id", "The actor the office belongs to.", nullable=False),
        _text("office_id", "The office, e.g. HOS, HOG, FM."),
        _text("office", "Name of the office."),
        VALID_FROM,
        VALID_TO,
        _text("source", "Where the fact can be checked."),
        _party("Party of the person on the first day; null if unknown."),
    ),
    ("tenure_id",),
    DATED,
)

MEMBERSHIPS = Table(
    "memberships",
    "One person in one party for one period.",
    (
        _text("membership_id", "Hash of person, party and first day.", pattern=HASH_PATTERN),
        _actor("actor_id", "The person.", nullable=False),
        _actor("party_id", "The party.", nullable=False),
        VALID_FROM,
        VALID_TO,
        _text("source", "Where the fact can be checked."),
    ),
    ("membership_id",),
    DATED,
)

OUTLETS = Table(
    "outlets",
    "One medium: agency, newspaper, broadcaster, site.",
    (
        _text("outlet_id", "The outlet's actor_id.", pattern=ID_PATTERN, references="actors.actor_id"),
        _text("name", "Canonical name."),
        COUNTRY,
        _text("parent_id", "The medium it belongs to; null if independent.", nullable=True, references="outlets.outlet_id"),
        WIKIDATA,
    ),
    ("outlet_id",),
)

LEXICON_FORMS = Table(
    "lexicon_forms",
    "One printed form and what the lexicon makes of it; it shows which articles a new lexicon can change.",
    (
        _text("form", "The form without case, accents, dots and apostrophes."),
        Column("fingerprint", pl.Int64(), "Hash of everything the lexicon says about bearers of the form."),
        _text("lexicon_version", "The lexicon: a hash, overrides included."),
    ),
    ("form",),
)

MENTIONS = Table(
    "mentions",
    "One span of one article that names one actor, or is left unresolved.",
    (
        _text("mention_id", "Hash of article and span.", pattern=HASH_PATTERN),
        ARTICLE_ID,
        SENTENCE_NO,
        PARAGRAPH_NO,
        *_span("mention"),
        SURFACE,
        _category("layer", "Kind of expression.", words.LAYERS),
        _category("ner", "What the words are, in OntoNotes labels; null for pronouns and nominals.", words.NER_LABELS, nullable=True),
        _category("kind", "What the actor is; null if unresolved.", words.ACTOR_KINDS, nullable=True),
        _actor("actor_id", "The actor named; null if unresolved."),
        COUNTRY,
        SECTOR,
        _text(
            "office",
            "Office the person held on the article's day, e.g. 'foreign minister of Russia'; null if none is known.",
            nullable=True,
        ),
        _category("reading", "Of a place name: power (those who govern or act there) or place.", words.READINGS, nullable=True),
        _category("role", "What the mention does in its sentence.", words.ROLES),
        _actor("voice_actor_id", "The speaker if the mention is in somebody's words; null if the outlet speaks."),
        _flag(
            "is_topic",
            "In somebody's words, whether they are about the actor, not only naming it in passing; null elsewhere and in the tier fast.",
            nullable=True,
        ),
        TONE,
        RULE,
        CONFIDENCE,
        BATCH_ID,
    ),
    ("mention_id",),
    MappingProxyType({**ORDERED, "actor_has_kind": "actor_id IS NULL OR kind IS NOT NULL"}),
)

QUOTES = Table(
    "quotes",
    "One quotation: the words of one speaker under one cue.",
    (
        _text("quote_id", "Hash of article and span.", pattern=HASH_PATTERN),
        ARTICLE_ID,
        SENTENCE_NO,
        _category("kind", "direct: wholly in quote marks; mixed: partly; indirect: not.", words.QUOTE_KINDS),
        *_span("content, from the first part to the last"),
        _text("content", "The words, quote marks included; parts joined with ' … '."),
        _count("part_count", "Number of parts that the cue divides the content into."),
        _text("cue", "The reporting words; null if there are none.", nullable=True),
        *_span("cue", nullable=True, prefix="cue_"),
        _category("cue_class", "Which speech act the cue names; null without a cue.", words.CUE_CLASSES, nullable=True),
        *_span("speaker", nullable=True, prefix="speaker_"),
        _text(
            "speaker_mention_id",
            "The mention that is the speaker; null if there is none.",
            nullable=True,
            references="mentions.mention_id",
        ),
        _actor("speaker_actor_id", "The actor that speaks; null if unknown."),
        RULE,
        SURENESS,
        BATCH_ID,
    ),
    ("quote_id",),
    MappingProxyType({**ORDERED, "cue_is_whole": "(cue IS NULL) = (cue_start_char IS NULL)"}),
)

DYADS = Table(
    "dyads",
    "One source actor doing one thing to one target actor in one sentence.",
    (
        _text("dyad_id", "Hash of article, ends, event and cue.", pattern=HASH_PATTERN),
        ARTICLE_ID,
        SENTENCE_NO,
        _text("source_mention_id", "Who acts; null in agentless passives.", nullable=True, references="mentions.mention_id"),
        _actor("source_actor_id", "The actor that acts."),
        _text("target_mention_id", "The target of the act; null if nobody is named.", nullable=True, references="mentions.mention_id"),
        _actor("target_actor_id", "The actor acted upon."),
        _category("event", "PLOVER event type; null if the act is none of these.", words.EVENTS, nullable=True),
        _text("cue", "The words of the act."),
        *_span("cue", prefix="cue_"),
        _flag("is_negated", "Whether the act is negated: said not to happen."),
        _flag("is_reported", "Whether it comes from somebody's words, not the outlet's."),
        _actor("voice_actor_id", "Who says so, if it is reported and the speaker is known."),
        _category("tense", "When the act happens, relative to the article.", words.DYAD_TENSES),
        _date("event_date", "Day of the act, if its clause gives it."),
        TONE,
        RULE,
        SURENESS,
        BATCH_ID,
    ),
    ("dyad_id",),
    MappingProxyType({"has_an_end": "source_mention_id IS NOT NULL OR target_mention_id IS NOT NULL"}),
)

CREDITS = Table(
    "credits",
    "One hop of the chain of media that an article credits.",
    (
        ARTICLE_ID,
        _count("hop", "Place in the chain; 1 is the medium credited first."),
        _text("outlet_id", "The medium.", references="outlets.outlet_id"),
        *_span("credit"),
        SURFACE,
        _category("cue", "How the medium is credited.", words.CREDIT_CUES),
        RULE,
        BATCH_ID,
    ),
    ("article_id", "hop"),
    ORDERED,
)

TIMES = Table(
    "times",
    "One expression of a date or time in one article.",
    (
        ARTICLE_ID,
        *_span("expression"),
        SURFACE,
        _text("value", "ISO value: 2023-04-23, 2023-04-23T09:00, 2023-W17, 2023-01, 2023-Q2, 2023; null if not resolved.", nullable=True),
        RULE,
        BATCH_ID,
    ),
    ("article_id", "start_char"),
    ORDERED,
)

RUNS = Table(
    "runs",
    "One run: an ingest, a rebuild or a redrive.",
    (
        _text("run_id", "Id of the run."),
        _text("flow", "The flow: ingest, rebuild or redrive."),
        _category("status", "State of the run.", words.STATUSES),
        _moment("started_at", "When it started, UTC.", of_run=True),
        _moment("finished_at", "When it ended, UTC; null while it runs.", nullable=True, of_run=True),
        _category("tier", "How deeply articles are analysed.", words.TIERS),
        _text("code_version", "Version of Personae and hash of its code."),
        _text("lexicon_version", "Hash of the lexicon, overrides included."),
        _text("tagger", "Name and version of the tagger."),
        _count("files_seen", "Files found.", of_run=True),
        _count("files_loaded", "Files loaded by this run.", of_run=True),
        _count("files_already_loaded", "Files loaded by earlier runs.", of_run=True),
        _count("files_quarantined", "Files set aside.", of_run=True),
        _count("articles_read", "Articles found in the files this run read.", of_run=True),
        _count("articles_loaded", "New articles loaded.", of_run=True),
        _count("articles_duplicate", "Articles already in the warehouse, word for word.", of_run=True),
        _count("articles_quarantined", "Articles set aside.", of_run=True),
        _count("rows_checked", "Rows at the gate.", of_run=True),
        _count("rows_loaded", "Rows loaded.", of_run=True),
        _count("rows_duplicate", "Rows of articles already in the warehouse.", of_run=True),
        _count("rows_quarantined", "Rows set aside.", of_run=True),
        _text("detail", "What stopped it, if it failed, or why it published nothing; null otherwise.", nullable=True, of_run=True),
    ),
    ("run_id",),
    is_about_runs=True,
)

BATCHES = Table(
    "batches",
    "One bundle of files computed and loaded together; its row is written last, in the same transaction as its rows.",
    (
        _text("batch_id", "Hash of file ids, code version, lexicon version and tier.", pattern=HASH_PATTERN),
        RUN_ID,
        _category("tier", "How deeply articles were analysed.", words.TIERS),
        _text("code_version", "Version of Personae and hash of its code."),
        _text("lexicon_version", "Hash of the lexicon, overrides included."),
        _text("tagger", "Name and version of the tagger."),
        _count("file_count", "Files in the batch."),
        _count("article_count", "Articles loaded."),
        _count("row_count", "Rows loaded into all tables."),
        Column("seconds", pl.Float64(), "Time the worker took, seconds.", minimum=0.0, of_run=True),
        _moment("loaded_at", "When it was loaded, UTC.", of_run=True),
    ),
    ("batch_id",),
    is_about_runs=True,
)

CHECKS = Table(
    "checks",
    "One expectation's result on one batch.",
    (
        RUN_ID,
        BATCH_ID,
        _text("table_name", "The table checked."),
        _text("check_name", "The expectation, in words."),
        _category("severity", "What a failure does.", words.SEVERITIES),
        _flag("is_passed", "Whether every row meets it."),
        _count("row_count", "Rows checked."),
        _count("unexpected_count", "Rows that fail."),
        _text("detail", "Examples, or what broke in the check itself; null if passed.", nullable=True),
    ),
    ("run_id", "batch_id", "table_name", "check_name"),
    is_about_runs=True,
)

NOTES = Table(
    "notes",
    "One thing in one batch that deserves a look but stops nothing.",
    (
        _text("note_id", "Hash of its content.", pattern=HASH_PATTERN),
        BATCH_ID,
        _text("table_name", "The table it is about."),
        _text("row_id", "Key of the row."),
        _text("reason", "The expectation, or what was noted."),
        _text("detail", "What was found.", nullable=True),
    ),
    ("note_id",),
    is_about_runs=True,
)

QUARANTINE = Table(
    "quarantine",
    "One file, article or row that was set aside, with enough to try it again.",
    (
        _text("quarantine_id", "Hash of what was set aside, stage and reason.", pattern=HASH_PATTERN),
        RUN_ID,
        _category("stage", "Where it was set aside.", words.STAGES),
        _category("reason", "Why.", words.QUARANTINE_REASONS),
        _text("detail", "What was expected and what was found."),
        _text("path", "File it comes from, escaped; null if unknown.", nullable=True),
        _text("file_id", "SHA-256 of that file; null if it could not be read.", nullable=True),
        _count("position", "Number of the article in the file; null for whole files.", nullable=True),
        MEMBER,
        _text("article_id", "The article; null for whole files.", nullable=True),
        _text("table_name", "The table of a row; null for files and articles.", nullable=True),
        _text("row_id", "Key of a row; null for files and articles.", nullable=True),
        _flag("is_open", "Whether it is still set aside (false once a redrive loaded it)."),
        _moment("seen_at", "When it was set aside, UTC.", of_run=True),
        PATH_BYTES,
    ),
    ("quarantine_id",),
    is_about_runs=True,
)

MIGRATIONS = Table(
    "migrations",
    "One step that brought the warehouse file to its present form.",
    (
        _count("migration_no", "Number of the step, from 0 (the tables as first created)."),
        _text("name", "What the step does."),
        _moment("applied_at", "When it was applied, UTC.", of_run=True),
    ),
    ("migration_no",),
    is_about_runs=True,
)

#: In the order in which they are loaded: what is referenced comes first.
TABLES: tuple[Table, ...] = (
    RUNS, FILES, ACTORS, ALIASES, TENURES, MEMBERSHIPS, OUTLETS, LEXICON_FORMS, STORIES, ARTICLES, APPEARANCES, AUTHORS,
    ARTICLE_FIELDS, PARAGRAPHS, SENTENCES, FINGERPRINTS, MENTIONS, QUOTES, DYADS, CREDITS, TIMES, BATCHES, CHECKS, NOTES,
    QUARANTINE, MIGRATIONS,
)  # fmt: skip
BY_NAME: Mapping[str, Table] = MappingProxyType({table.name: table for table in TABLES})
#: Tables whose rows a worker computes from files, batch by batch.
BATCH_TABLES: tuple[Table, ...] = (
    FILES, ARTICLES, APPEARANCES, AUTHORS, ARTICLE_FIELDS, PARAGRAPHS, SENTENCES, FINGERPRINTS, MENTIONS, QUOTES, DYADS, CREDITS,
    TIMES,
)  # fmt: skip
#: Tables whose rows belong to one article and go with it.
ARTICLE_TABLES: tuple[Table, ...] = (
    ARTICLES, AUTHORS, ARTICLE_FIELDS, PARAGRAPHS, SENTENCES, FINGERPRINTS, MENTIONS, QUOTES, DYADS, CREDITS, TIMES,
)  # fmt: skip
#: Tables that hold the lexicon and the actors discovered.
LEXICON_TABLES: tuple[Table, ...] = (ACTORS, ALIASES, TENURES, MEMBERSHIPS, OUTLETS)
