-- One of the ten actors most mentioned in one month.
-- question: Who dominated the news in each month?
WITH months AS (
    SELECT CAST(date_trunc('month', published_date) AS DATE) AS month_date, actor_id, actor_name,
        CAST(sum(story_count) AS BIGINT) AS story_count, CAST(sum(article_count) AS BIGINT) AS article_count
    FROM actor_days
    WHERE published_date IS NOT NULL
    GROUP BY ALL
)
FROM months
QUALIFY row_number() OVER (PARTITION BY month_date ORDER BY story_count DESC, article_count DESC, actor_id) <= 10
ORDER BY month_date, story_count DESC, article_count DESC, actor_id
