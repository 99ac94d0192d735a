-- One article with the value of one field of the archive, to join or filter any view that has an article_id.
-- question: Which articles have which topic, section or bias?
-- field_name: The field's name, as fields_kept lists it.
-- example: FROM articles_by('topic')
SELECT f.value, a.article_id, a.published_date, coalesce(o.name, a.outlet) AS outlet, a.outlet_id, a.title, a.story_id
FROM article_fields AS f
JOIN articles AS a ON a.article_id = f.article_id
JOIN batches AS b ON b.batch_id = a.batch_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
WHERE f.field = field_name
ORDER BY f.value, a.published_date, a.article_id
