-- One value of a field of the archive that has few values.
-- question: How many articles have each value?
SELECT field, value, article_count, story_count, first_date, last_date
FROM fields_kept
QUALIFY count(*) OVER (PARTITION BY field) BETWEEN 2 AND 100 AND sum(article_count) OVER (PARTITION BY field) >= 2 * count(*) OVER (PARTITION BY field)
ORDER BY field, article_count DESC, value
LIMIT 200
