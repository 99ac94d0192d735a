-- One actor in one article.
-- question: How often does each article name and quote each actor, in which tone, and in which tone of the outlet's own words?
WITH named AS (
    SELECT
        m.article_id, m.actor_id, count(*) AS mention_count, sum(m.tone) AS tone_sum, count(m.tone) AS tone_count,
        sum(m.tone) FILTER (m.voice_actor_id IS NULL) AS own_sum, count(m.tone) FILTER (m.voice_actor_id IS NULL) AS own_count
    FROM mentions AS m
    JOIN actors AS c ON c.actor_id = m.actor_id AND c.is_political
    WHERE m.kind NOT IN ('place', 'outlet') AND m.reading IS DISTINCT FROM 'place'
    GROUP BY m.article_id, m.actor_id
),
quoted AS (
    SELECT q.article_id, q.speaker_actor_id AS actor_id, count(*) AS quote_count
    FROM quotes AS q
    JOIN actors AS c ON c.actor_id = q.speaker_actor_id AND c.is_political
    GROUP BY q.article_id, q.speaker_actor_id
)
SELECT
    article_id, actor_id, coalesce(mention_count, 0) AS mention_count, coalesce(quote_count, 0) AS quote_count,
    coalesce(tone_sum, 0) AS tone_sum, coalesce(tone_count, 0) AS tone_count, coalesce(own_sum, 0) AS own_sum, coalesce(own_count, 0) AS own_count
FROM named
FULL JOIN quoted USING (article_id, actor_id)
ORDER BY article_id, actor_id
