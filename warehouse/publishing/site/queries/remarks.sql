-- One kind of warning about one table, with an example article where the warnings concern articles.
-- question: Which warnings did the runs raise?
WITH counted AS (
    SELECT table_name, reason, count(*) AS note_count, min(detail) AS example_detail, min(row_id) FILTER (table_name = 'articles') AS row_id
    FROM notes
    GROUP BY table_name, reason
)
SELECT
    c.table_name AS of_table, c.reason, c.note_count, c.example_detail, a.article_id,
    CASE WHEN a.article_id IS NULL THEN '–' ELSE coalesce(a.title, '(no headline)') END AS article_title
FROM counted AS c
LEFT JOIN articles AS a ON a.article_id = c.row_id
ORDER BY c.note_count DESC, c.table_name, c.reason
