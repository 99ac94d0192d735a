-- One outlet (null: unknown).
-- question: Which outlets does the archive hold?
SELECT
    coalesce(o.name, a.outlet) AS outlet, count(*) AS article_count, count(DISTINCT a.text_hash) AS text_count, count(DISTINCT a.story_id) AS story_count,
    min(a.published_date) AS first_date, max(a.published_date) AS last_date
FROM articles AS a
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
GROUP BY coalesce(o.name, a.outlet)
ORDER BY article_count DESC, outlet NULLS LAST
LIMIT 50
