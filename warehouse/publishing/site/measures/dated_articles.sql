-- One analysed article, the earliest first, undated ones before all.
-- question: Which articles can be searched and compared?
SELECT
    a.article_id, a.title, coalesce(o.name, a.outlet) AS outlet, a.published_date, a.story_id,
    (SELECT count(*) FROM quotes AS q JOIN ranked_actors AS c ON c.actor_id = q.speaker_actor_id WHERE q.article_id = a.article_id) AS quote_count
FROM articles AS a
JOIN batches AS b ON b.batch_id = a.batch_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
WHERE a.is_analysed
ORDER BY a.published_date NULLS FIRST, a.article_id
