-- One pair of actors named in the same articles.
-- question: Who is named with whom?
WITH named AS (
    SELECT DISTINCT actor_id, actor_name, article_id, story_id
    FROM sure_mentions
    WHERE actor_id IN (SELECT actor_id FROM site_actors)
)
SELECT
    n.actor_id, n.actor_name, o.actor_id AS other_id, o.actor_name AS other_name, count(DISTINCT n.story_id) AS story_count,
    count(*) AS article_count
FROM named AS n
JOIN named AS o ON o.article_id = n.article_id AND o.actor_id > n.actor_id
GROUP BY n.actor_id, n.actor_name, o.actor_id, o.actor_name
ORDER BY story_count DESC, article_count DESC, n.actor_id, o.actor_id
LIMIT 80
