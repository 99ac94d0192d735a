-- One analysed article, the earliest first, undated ones before all.
-- question: Which articles can be searched and compared?
SELECT
    a.article_id, a.title, coalesce(o.name, a.outlet) AS outlet, a.published_date, a.story_id
FROM articles AS a
JOIN batches AS b ON b.batch_id = a.batch_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
WHERE a.is_analysed
ORDER BY a.published_date NULLS FIRST, a.article_id
