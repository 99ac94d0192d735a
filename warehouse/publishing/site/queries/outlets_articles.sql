-- One outlet (null: unknown).
-- question: Which outlets does the archive hold?
SELECT
    outlet, count(*) AS article_count, count(DISTINCT text_hash) AS text_count, count(DISTINCT story_id) AS story_count,
    min(published_date) AS first_date, max(published_date) AS last_date
FROM articles
GROUP BY outlet
ORDER BY article_count DESC, outlet NULLS LAST
LIMIT 50
