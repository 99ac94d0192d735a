-- One medium credited by one outlet.
-- question: Whose reporting does each outlet credit?
SELECT
    outlet, credited_id, credited_name, credit_count, first_count, article_count, example_article_id AS article_id,
    coalesce(a.title, '(no headline)') AS article_title
FROM sources_credited AS s
JOIN (SELECT article_id, title FROM articles) AS a ON a.article_id = s.example_article_id
ORDER BY credit_count DESC, outlet NULLS LAST, credited_id
LIMIT 60
