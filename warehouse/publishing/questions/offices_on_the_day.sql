-- One person in one office on one day of publication.
-- question: Which office did each person hold on the day of the article?
SELECT a.published_date, m.actor_id, c.name AS actor_name, m.office, count(*) AS mention_count
FROM mentions AS m
JOIN articles AS a ON a.article_id = m.article_id
JOIN batches AS b ON b.batch_id = a.batch_id
JOIN actors AS c ON c.actor_id = m.actor_id
WHERE m.office IS NOT NULL
GROUP BY ALL
ORDER BY a.published_date, m.actor_id, m.office
