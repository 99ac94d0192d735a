-- One event type in one month between two actors, parts of them included.
-- question: What did one actor do to another, month by month?
-- source: The actor_id of the source.
-- target: The actor_id of the target.
-- example: FROM dyad_timeline('SRB', 'XKX')
SELECT
    CAST(date_trunc('month', a.published_date) AS DATE) AS month_date, d.event, count(*) AS dyad_count,
    count(*) FILTER (d.is_negated) AS negated_count, count(*) FILTER (d.is_reported) AS reported_count,
    count(DISTINCT d.article_id) AS article_count, count(DISTINCT a.text_hash) AS text_count, count(DISTINCT a.story_id) AS story_count,
    avg(d.tone) AS tone_mean
FROM sure_acts AS d
JOIN articles AS a ON a.article_id = d.article_id
JOIN actors AS s ON s.actor_id = d.source_actor_id
JOIN actors AS t ON t.actor_id = d.target_actor_id
WHERE (s.actor_id = source OR (s.actor_id LIKE source || '.%' AND s.kind <> 'person'))
    AND (t.actor_id = target OR (t.actor_id LIKE target || '.%' AND t.kind <> 'person'))
GROUP BY ALL
ORDER BY month_date, d.event
