-- One accusation, with its sentence.
-- question: Who accuses whom, in which words?
SELECT a.published_date, coalesce(o.name, a.outlet) AS outlet, s.actor_id AS source_id, s.name AS source_name, t.actor_id AS target_id, t.name AS target_name, d.cue, d.is_negated, d.is_reported,
    substr(a.body, n.start_char + 1, n.end_char - n.start_char) AS sentence, d.article_id
FROM sure_acts AS d
JOIN articles AS a ON a.article_id = d.article_id
JOIN sentences AS n ON n.article_id = d.article_id AND n.sentence_no = d.sentence_no
LEFT JOIN actors AS s ON s.actor_id = d.source_actor_id
LEFT JOIN actors AS t ON t.actor_id = d.target_actor_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
WHERE d.event = 'ACCUSE'
ORDER BY a.published_date, d.dyad_id
