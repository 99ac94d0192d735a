-- One form in which the actor was printed.
-- question: How is this actor named?
SELECT
    actor_id, surface, layer, count(*) AS mention_count, count(DISTINCT article_id) AS article_count
FROM sure_mentions
WHERE actor_id IN (SELECT actor_id FROM site_actors) AND layer <> 'pronoun'
GROUP BY actor_id, surface, layer
QUALIFY row_number() OVER (PARTITION BY actor_id ORDER BY count(*) DESC, surface, layer) <= 25
ORDER BY actor_id, mention_count DESC, surface, layer
