-- One value of one field that the files give for their articles (topic, section, bias …).
-- question: Which of the archive's own fields can group articles?
-- field: Name of the field, as in the files.
-- value: One of its values.
-- article_count: Articles with it.
-- story_count: Distinct stories among them.
-- first_date: Day of the first of them; null if no date is known.
-- last_date: Day of the last of them.
-- example_article_id: An article with it: the first by id.
SELECT
    f.field, f.value,
    count(*) AS article_count, count(DISTINCT a.story_id) AS story_count,
    min(a.published_date) AS first_date, max(a.published_date) AS last_date, min(a.article_id) AS example_article_id
FROM article_fields AS f
JOIN articles AS a ON a.article_id = f.article_id
JOIN batches AS b ON b.batch_id = a.batch_id
GROUP BY f.field, f.value
