-- One named actor that accuses another in at least two articles, with one of the sentences; negated accusations are left out.
-- question: Who accuses whom most often?
WITH counted AS (
    SELECT
        d.source_actor_id AS actor_id, s.name AS actor_name, s.kind AS actor_kind, d.target_actor_id AS other_id, t.name AS other_name,
        t.kind AS other_kind, count(*) AS dyad_count, count(DISTINCT d.article_id) AS article_count, min(d.dyad_id) AS dyad_id
    FROM sure_acts AS d
    JOIN ranked_actors AS s ON s.actor_id = d.source_actor_id AND s.kind <> 'generic'
    JOIN ranked_actors AS t ON t.actor_id = d.target_actor_id AND t.kind <> 'generic'
    WHERE d.event = 'ACCUSE' AND NOT d.is_negated AND d.source_actor_id <> d.target_actor_id
    GROUP BY d.source_actor_id, s.name, s.kind, d.target_actor_id, t.name, t.kind
    HAVING count(DISTINCT d.article_id) >= 2
    ORDER BY article_count DESC, dyad_count DESC, d.source_actor_id, d.target_actor_id
    LIMIT 1
)
SELECT
    k.actor_id, k.actor_name, k.actor_kind, k.other_id, k.other_name, k.other_kind, k.dyad_count, k.article_count,
    substr(a.body, s.start_char + 1, s.end_char - s.start_char) AS words, d.article_id, d.cue_start_char AS act_start, a.title, coalesce(o.name, a.outlet) AS outlet, a.published_date
FROM counted AS k
JOIN dyads AS d ON d.dyad_id = k.dyad_id
JOIN articles AS a ON a.article_id = d.article_id
JOIN sentences AS s ON s.article_id = d.article_id AND s.sentence_no = d.sentence_no
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
