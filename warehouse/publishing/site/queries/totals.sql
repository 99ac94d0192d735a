-- One row: the whole warehouse.
-- question: How much does the archive hold?
SELECT
    count(*) AS article_count, count(*) FILTER (is_analysed) AS analysed_count,
    count(*) FILTER (published_date IS NULL) AS undated_count,
    count(DISTINCT text_hash) AS text_count,
    count(DISTINCT story_id) AS story_count, count(DISTINCT coalesce(outlet_id, outlet)) AS outlet_count,
    min(published_date) AS first_date, max(published_date) AS last_date,
    (SELECT count(*) FROM sure_mentions) AS mention_count, (SELECT count(DISTINCT actor_id) FROM sure_mentions) AS actor_count,
    (SELECT count(*) FROM quoted_words) AS quote_count, (SELECT count(*) FROM sure_acts) AS event_count,
    (SELECT count(*) FROM quarantine WHERE is_open) AS open_count
FROM articles
