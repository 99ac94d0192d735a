-- One mention of an actor, or of a part of it, with the words before and after it.
-- question: Where is an actor mentioned?
-- actor: The actor_id.
-- width: Characters on either side.
-- example: FROM words_around('RUS', 60)
SELECT
    m.published_date, m.outlet, replace(substr(a.body, greatest(m.start_char - width, 0) + 1, least(width, m.start_char)), chr(10), ' ') AS before,
    m.surface, replace(substr(a.body, m.end_char + 1, width), chr(10), ' ') AS after, m.role, m.tone, m.actor_id, m.article_id, m.start_char
FROM political_mentions AS m
JOIN articles AS a ON a.article_id = m.article_id
WHERE (m.actor_id = actor OR (m.actor_id LIKE actor || '.%' AND m.actor_kind <> 'person'))
ORDER BY m.published_date, m.article_id, m.start_char
