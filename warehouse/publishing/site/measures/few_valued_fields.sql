-- One article with its value of a field of the archive that has few, each for several articles.
-- question: By which of the archive's own fields can articles be compared?
WITH few AS (
    SELECT field
    FROM fields_kept
    GROUP BY field
    HAVING count(*) BETWEEN 2 AND 60 AND sum(article_count) >= 2 * count(*)
)
SELECT f.field, f.article_id, f.value
FROM article_fields AS f
JOIN few ON few.field = f.field
ORDER BY f.field, f.article_id
