-- Which articles a new lexicon can change is told by the forms of the one in use.
CREATE TABLE lexicon_forms (form VARCHAR NOT NULL PRIMARY KEY, fingerprint BIGINT NOT NULL, lexicon_version VARCHAR NOT NULL);
ALTER TABLE articles ADD COLUMN lexicon_version VARCHAR;
UPDATE articles SET lexicon_version = batches.lexicon_version FROM batches WHERE articles.batch_id = batches.batch_id;
