-- One medium credited by one outlet, the most articles first.
-- question: Whose reporting does each outlet credit, and how often?
SELECT credited_name AS medium, outlet, article_count, credit_count, first_count, example_article_id AS article_id
FROM sources_credited
WHERE credited_name IS NOT NULL
ORDER BY article_count DESC, credit_count DESC, medium, outlet
