-- One role of the actor.
-- question: Which roles does this actor play?
SELECT actor_id, role, count(*) AS mention_count, count(DISTINCT article_id) AS article_count, avg(tone) AS tone_mean, count(tone) AS tone_count
FROM sure_mentions
WHERE actor_id IN (SELECT actor_id FROM site_actors)
GROUP BY actor_id, role
ORDER BY actor_id, mention_count DESC, role
