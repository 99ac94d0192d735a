-- What is known of persons, and on which days they were in which party.
ALTER TABLE actors ADD COLUMN gender VARCHAR;
ALTER TABLE actors ADD COLUMN birth_year BIGINT;
ALTER TABLE actors ADD COLUMN party_id VARCHAR;
ALTER TABLE tenures ADD COLUMN party_id VARCHAR;
CREATE TABLE memberships (
    membership_id VARCHAR NOT NULL PRIMARY KEY, actor_id VARCHAR NOT NULL, party_id VARCHAR NOT NULL,
    valid_from DATE, valid_to DATE, source VARCHAR NOT NULL
);
