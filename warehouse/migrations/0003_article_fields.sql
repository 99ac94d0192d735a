-- Fields of the archive beside ours are kept.
CREATE TABLE article_fields (
    article_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL,
    PRIMARY KEY (article_id, field),
    CHECK (regexp_matches(article_id, '^[0-9a-f]{16,64}$')),
    CHECK (regexp_matches(batch_id, '^[0-9a-f]{16,64}$'))
);
