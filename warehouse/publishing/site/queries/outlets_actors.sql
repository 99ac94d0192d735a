-- One actor in the articles of one outlet.
-- question: Which outlet covers whom, and in what tone?
WITH counted AS (
    SELECT
        outlet, actor_id, actor_name, count(*) AS article_count, CAST(sum(mention_count) AS BIGINT) AS mention_count,
        sum(own_tone_sum) / sum(own_tone_count) AS tone_mean, CAST(sum(own_tone_count) AS BIGINT) AS tone_count
    FROM actor_articles
    WHERE outlet IS NOT NULL
    GROUP BY outlet, actor_id, actor_name
)
SELECT outlet, actor_id, actor_name, article_count, mention_count, tone_mean, tone_count
FROM counted
QUALIFY row_number() OVER (PARTITION BY outlet ORDER BY article_count DESC, mention_count DESC, actor_id) <= 5
ORDER BY max(article_count) OVER (PARTITION BY outlet) DESC, outlet, article_count DESC, mention_count DESC, actor_id
LIMIT 200
