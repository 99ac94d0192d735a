-- One actor that speaks about another, or does something to it, in one article; negated acts are left out.
-- question: How often does each article have one actor speak about another, accuse it, aid it …, and in which tone?
WITH spoken AS (
    SELECT
        q.article_id, 'SPEAK' AS relation, q.speaker_id AS actor_id, m.actor_id AS other_id, count(DISTINCT q.quote_id) AS pair_count,
        sum(m.tone) AS tone_sum, count(m.tone) AS tone_count
    FROM sure_quotes AS q
    JOIN mentions AS m ON m.article_id = q.article_id AND m.start_char >= q.start_char AND m.end_char <= q.end_char
    WHERE m.actor_id <> q.speaker_id AND m.is_topic IS DISTINCT FROM FALSE AND m.kind NOT IN ('place', 'outlet') AND m.reading IS DISTINCT FROM 'place'
    GROUP BY q.article_id, q.speaker_id, m.actor_id
),
acts AS (
    SELECT
        article_id, event AS relation, source_actor_id AS actor_id, target_actor_id AS other_id, count(*) AS pair_count, sum(tone) AS tone_sum,
        count(tone) AS tone_count
    FROM sure_acts
    WHERE NOT is_negated AND source_actor_id <> target_actor_id
    GROUP BY article_id, event, source_actor_id, target_actor_id
)
SELECT article_id, relation, actor_id, other_id, pair_count, coalesce(tone_sum, 0) AS tone_sum, tone_count
FROM (FROM spoken UNION ALL FROM acts)
ORDER BY article_id, relation, actor_id, other_id
