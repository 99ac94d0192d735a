-- One actor named in the same articles as the one asked for, or as a part of it.
-- question: Who is named together with an actor?
-- actor: An actor_id, as in actors.actor_id.
-- example: FROM named_with('RUS')
WITH there AS (
    SELECT DISTINCT article_id FROM sure_mentions
    WHERE (actor_id = actor OR (actor_id LIKE actor || '.%' AND actor_kind <> 'person'))
)
SELECT
    m.actor_id AS other_id, m.actor_name AS other_name, m.actor_kind AS kind, count(DISTINCT m.article_id) AS article_count,
    count(DISTINCT m.text_hash) AS text_count, count(DISTINCT m.story_id) AS story_count, count(*) AS mention_count
FROM sure_mentions AS m
JOIN there AS t ON t.article_id = m.article_id
WHERE NOT (m.actor_id = actor OR (m.actor_id LIKE actor || '.%' AND m.actor_kind <> 'person'))
GROUP BY m.actor_id, m.actor_name, m.actor_kind
ORDER BY article_count DESC, mention_count DESC, m.actor_id
