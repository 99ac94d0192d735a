-- One actor that is quoted.
-- question: Who is quoted, how often and how?
-- actor_id: The speaker.
-- actor_name: Its name.
-- quote_count: Quotations.
-- direct_count: Quotations wholly in quote marks.
-- mixed_count: Quotations partly in quote marks.
-- indirect_count: Quotations without quote marks.
-- accusing_count: Quotations whose cue accuses.
-- denying_count: Quotations whose cue denies.
-- article_count: Articles that quote it.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
-- outlet_count: Outlets that quote it; articles of unknown outlets are not counted.
-- example_content: One of the quotations: the first by id.
-- example_article_id: Its article.
SELECT
    speaker_id AS actor_id, speaker_name AS actor_name, count(*) AS quote_count,
    count(*) FILTER (kind = 'direct') AS direct_count,
    count(*) FILTER (kind = 'mixed') AS mixed_count,
    count(*) FILTER (kind = 'indirect') AS indirect_count,
    count(*) FILTER (cue_class = 'accusing') AS accusing_count,
    count(*) FILTER (cue_class = 'denying') AS denying_count,
    count(DISTINCT article_id) AS article_count, count(DISTINCT text_hash) AS text_count, count(DISTINCT story_id) AS story_count,
    count(DISTINCT outlet) AS outlet_count,
    arg_min(content, quote_id) AS example_content, arg_min(article_id, quote_id) AS example_article_id
FROM quoted_words
WHERE speaker_id IN (SELECT actor_id FROM ranked_actors)
GROUP BY speaker_id, speaker_name
