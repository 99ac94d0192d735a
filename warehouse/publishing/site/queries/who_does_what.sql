-- One kind of act of one actor toward another.
-- question: Who does what to whom?
WITH counted AS (
    SELECT
        d.source_actor_id AS actor_id, s.name AS actor_name, d.event, d.target_actor_id AS other_id, t.name AS other_name,
        count(*) AS dyad_count, count(*) FILTER (d.is_negated) AS negated_count, count(DISTINCT d.article_id) AS article_count,
        min(d.dyad_id) AS dyad_id
    FROM sure_acts AS d
    JOIN ranked_actors AS s ON s.actor_id = d.source_actor_id
    JOIN ranked_actors AS t ON t.actor_id = d.target_actor_id
    GROUP BY d.source_actor_id, s.name, d.event, d.target_actor_id, t.name
    ORDER BY dyad_count DESC, article_count DESC, d.source_actor_id, d.event, d.target_actor_id
    LIMIT 80
)
SELECT
    k.actor_id, k.actor_name, k.event, k.other_id, k.other_name, k.dyad_count, k.negated_count, k.article_count,
    substr(a.body, s.start_char + 1, s.end_char - s.start_char) AS words, d.article_id, d.cue_start_char AS act_start
FROM counted AS k
JOIN dyads AS d ON d.dyad_id = k.dyad_id
JOIN articles AS a ON a.article_id = d.article_id
JOIN sentences AS s ON s.article_id = d.article_id AND s.sentence_no = d.sentence_no
ORDER BY k.dyad_count DESC, k.article_count DESC, k.actor_id, k.event, k.other_id
