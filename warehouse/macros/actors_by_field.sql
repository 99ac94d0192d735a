-- One actor in the articles with one value of one field of the archive.
-- question: Who is in the news under each topic, section or bias, and in what tone?
-- field_name: The field's name, as fields_kept lists it.
-- example: FROM actors_by_field('topic')
SELECT
    f.value, m.actor_id, m.actor_name, count(DISTINCT m.article_id) AS article_count, count(DISTINCT m.story_id) AS story_count,
    count(*) AS mention_count, avg(m.tone) FILTER (m.voice_actor_id IS NULL) AS tone_mean
FROM sure_mentions AS m
JOIN article_fields AS f ON f.article_id = m.article_id AND f.field = field_name
GROUP BY f.value, m.actor_id, m.actor_name
ORDER BY f.value, article_count DESC, mention_count DESC, m.actor_id
