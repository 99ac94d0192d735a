-- One named actor that accuses another, the pairs with the most articles first; negated accusations are left out.
-- question: Who accuses whom most often, and what were the latest words?
SELECT
    s.actor_id AS source_id, s.name AS source_name, t.actor_id AS target_id, t.name AS target_name, count(*) AS accusation_count,
    count(DISTINCT d.article_id) AS article_count,
    arg_max(substr(a.body, n.start_char + 1, n.end_char - n.start_char), (coalesce(a.published_date, DATE '0001-01-01'), d.dyad_id)) AS last_words,
    arg_max(d.article_id, (coalesce(a.published_date, DATE '0001-01-01'), d.dyad_id)) AS article_id
FROM sure_acts AS d
JOIN articles AS a ON a.article_id = d.article_id
JOIN sentences AS n ON n.article_id = d.article_id AND n.sentence_no = d.sentence_no
JOIN ranked_actors AS s ON s.actor_id = d.source_actor_id
JOIN ranked_actors AS t ON t.actor_id = d.target_actor_id
WHERE d.event = 'ACCUSE' AND NOT d.is_negated AND s.actor_id <> t.actor_id
GROUP BY s.actor_id, s.name, t.actor_id, t.name
ORDER BY article_count DESC, accusation_count DESC, s.actor_id, t.actor_id
