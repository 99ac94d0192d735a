-- Articles may be analysed in the tier deep. A CHECK cannot be changed in place, so the two tables that name a tier are made anew.
CREATE TEMP TABLE runs_before AS FROM runs;
DROP TABLE runs;
CREATE TABLE runs (
    run_id VARCHAR NOT NULL,
    flow VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP,
    tier VARCHAR NOT NULL,
    code_version VARCHAR NOT NULL,
    lexicon_version VARCHAR NOT NULL,
    tagger VARCHAR NOT NULL,
    files_seen BIGINT NOT NULL,
    files_loaded BIGINT NOT NULL,
    files_already_loaded BIGINT NOT NULL,
    files_quarantined BIGINT NOT NULL,
    articles_read BIGINT NOT NULL,
    articles_loaded BIGINT NOT NULL,
    articles_duplicate BIGINT NOT NULL,
    articles_quarantined BIGINT NOT NULL,
    rows_checked BIGINT NOT NULL,
    rows_loaded BIGINT NOT NULL,
    rows_duplicate BIGINT NOT NULL,
    rows_quarantined BIGINT NOT NULL,
    detail VARCHAR,
    PRIMARY KEY (run_id),
    CHECK (status IN ('running', 'completed', 'failed')),
    CHECK (tier IN ('fast', 'full', 'deep')),
    CHECK (files_seen >= 0),
    CHECK (files_loaded >= 0),
    CHECK (files_already_loaded >= 0),
    CHECK (files_quarantined >= 0),
    CHECK (articles_read >= 0),
    CHECK (articles_loaded >= 0),
    CHECK (articles_duplicate >= 0),
    CHECK (articles_quarantined >= 0),
    CHECK (rows_checked >= 0),
    CHECK (rows_loaded >= 0),
    CHECK (rows_duplicate >= 0),
    CHECK (rows_quarantined >= 0)
);
INSERT INTO runs BY NAME FROM runs_before;
DROP TABLE runs_before;
CREATE TEMP TABLE batches_before AS FROM batches;
DROP TABLE batches;
CREATE TABLE batches (
    batch_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    tier VARCHAR NOT NULL,
    code_version VARCHAR NOT NULL,
    lexicon_version VARCHAR NOT NULL,
    tagger VARCHAR NOT NULL,
    file_count BIGINT NOT NULL,
    article_count BIGINT NOT NULL,
    row_count BIGINT NOT NULL,
    seconds DOUBLE NOT NULL,
    loaded_at TIMESTAMP NOT NULL,
    PRIMARY KEY (batch_id),
    CHECK (regexp_matches(batch_id, '^[0-9a-f]{16,64}$')),
    CHECK (tier IN ('fast', 'full', 'deep')),
    CHECK (file_count >= 0),
    CHECK (article_count >= 0),
    CHECK (row_count >= 0),
    CHECK (seconds >= 0)
);
INSERT INTO batches BY NAME FROM batches_before;
DROP TABLE batches_before;
