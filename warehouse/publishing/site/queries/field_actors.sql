-- One actor in the articles with one value of a field of the archive.
-- question: Who is named under each value, and in what tone?
WITH few AS (
    SELECT field, value
    FROM fields_kept
    QUALIFY
        count(*) OVER (PARTITION BY field) BETWEEN 2 AND 100 AND sum(article_count) OVER (PARTITION BY field) >= 2 * count(*) OVER (PARTITION BY field)
        AND row_number() OVER (PARTITION BY field ORDER BY article_count DESC, value) <= 20
),
counted AS (
    SELECT
        f.field, f.value, m.actor_id, m.actor_name, count(DISTINCT m.article_id) AS article_count, count(*) AS mention_count,
        avg(m.tone) FILTER (m.voice_actor_id IS NULL) AS tone_mean, count(m.tone) FILTER (m.voice_actor_id IS NULL) AS tone_count
    FROM article_fields AS f
    JOIN few ON few.field = f.field AND few.value = f.value
    JOIN sure_mentions AS m ON m.article_id = f.article_id
    GROUP BY f.field, f.value, m.actor_id, m.actor_name
)
SELECT field, value, actor_id, actor_name, article_count, mention_count, tone_mean, tone_count
FROM counted
QUALIFY row_number() OVER (PARTITION BY field, value ORDER BY article_count DESC, mention_count DESC, actor_id) <= 5
ORDER BY field, max(article_count) OVER (PARTITION BY field, value) DESC, value, article_count DESC, mention_count DESC, actor_id
LIMIT 500
