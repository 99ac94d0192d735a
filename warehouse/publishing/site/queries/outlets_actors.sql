-- One actor in the articles of one outlet.
-- question: Which outlet covers whom, and in what tone?
WITH counted AS (
    SELECT
        outlet, actor_id, actor_name, count(DISTINCT article_id) AS article_count, count(*) AS mention_count,
        avg(tone) FILTER (voice_actor_id IS NULL) AS tone_mean, count(tone) FILTER (voice_actor_id IS NULL) AS tone_count
    FROM sure_mentions
    WHERE outlet IS NOT NULL
    GROUP BY outlet, actor_id, actor_name
)
SELECT outlet, actor_id, actor_name, article_count, mention_count, tone_mean, tone_count
FROM counted
QUALIFY row_number() OVER (PARTITION BY outlet ORDER BY article_count DESC, mention_count DESC, actor_id) <= 5
ORDER BY max(article_count) OVER (PARTITION BY outlet) DESC, outlet, article_count DESC, mention_count DESC, actor_id
LIMIT 200
