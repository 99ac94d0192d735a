-- Files may be read in parts, and articles may stand in archives; what is refused has more words.
ALTER TABLE appearances ADD COLUMN member VARCHAR;
ALTER TABLE quarantine ADD COLUMN member VARCHAR;
ALTER TABLE files ALTER COLUMN article_count DROP NOT NULL;
