-- One kind of act between the actor and another (null: the other is not named).
-- question: What does this actor do, and what do others do to it?
WITH ends AS (
    SELECT source_actor_id AS actor_id, 'by this actor' AS direction, target_actor_id AS other_id, dyad_id, event, is_negated, article_id
    FROM sure_acts WHERE source_actor_id IN (SELECT actor_id FROM site_actors)
    UNION ALL
    SELECT target_actor_id, 'toward this actor', source_actor_id, dyad_id, event, is_negated, article_id
    FROM sure_acts WHERE target_actor_id IN (SELECT actor_id FROM site_actors)
),
counted AS (
    SELECT
        e.actor_id, e.direction, e.event, e.other_id, c.name AS other_name, count(*) AS dyad_count,
        count(*) FILTER (e.is_negated) AS negated_count, count(DISTINCT e.article_id) AS article_count, min(e.dyad_id) AS dyad_id
    FROM ends AS e
    LEFT JOIN actors AS c ON c.actor_id = e.other_id
    GROUP BY e.actor_id, e.direction, e.event, e.other_id, c.name
    QUALIFY row_number() OVER (PARTITION BY e.actor_id ORDER BY count(*) DESC, e.direction, e.event, e.other_id NULLS LAST) <= 20
)
SELECT
    k.actor_id, k.direction, k.event, k.other_id, k.other_name, k.dyad_count, k.negated_count, k.article_count,
    substr(a.body, s.start_char + 1, s.end_char - s.start_char) AS words, d.article_id, d.cue_start_char AS act_start
FROM counted AS k
JOIN dyads AS d ON d.dyad_id = k.dyad_id
JOIN articles AS a ON a.article_id = d.article_id
JOIN sentences AS s ON s.article_id = d.article_id AND s.sentence_no = d.sentence_no
ORDER BY k.actor_id, k.dyad_count DESC, k.direction, k.event, k.other_id NULLS LAST
