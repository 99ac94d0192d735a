-- One act whose sentence gives its day.
-- question: What happened on which day, by the date in the sentence, not that of the article?
SELECT d.event_date, s.name AS source_name, k.words AS act, t.name AS target_name, d.cue, d.is_negated, d.is_reported, d.article_id
FROM sure_acts AS d
JOIN articles AS a ON a.article_id = d.article_id
JOIN codes AS k ON k.column_name = 'event' AND k.code = d.event
LEFT JOIN actors AS s ON s.actor_id = d.source_actor_id
LEFT JOIN actors AS t ON t.actor_id = d.target_actor_id
WHERE d.event_date IS NOT NULL
ORDER BY d.event_date, d.dyad_id
