-- One story that several outlets carry.
-- question: Which stories did several outlets or files carry, and which outlets?
SELECT s.story_id, s.title, s.first_date, s.article_count, s.text_count, string_agg(DISTINCT coalesce(o.name, a.outlet), ', ' ORDER BY coalesce(o.name, a.outlet)) AS outlets
FROM stories AS s
JOIN articles AS a ON a.story_id = s.story_id
JOIN batches AS b ON b.batch_id = a.batch_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
WHERE s.article_count > 1
GROUP BY ALL
ORDER BY s.article_count DESC, s.story_id
