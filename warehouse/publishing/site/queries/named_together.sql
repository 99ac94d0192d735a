-- One pair of actors named in the same articles.
-- question: Who is named with whom?
SELECT actor_id, actor_name, other_id, other_name, story_count, article_count
FROM co_mentions
WHERE actor_id IN (SELECT actor_id FROM site_actors) AND other_id IN (SELECT actor_id FROM site_actors)
ORDER BY story_count DESC, article_count DESC, actor_id, other_id
LIMIT 80
