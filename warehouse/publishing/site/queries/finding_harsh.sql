-- One named actor with a strong mean tone in at least two stories and half of its own, over at least five judged mentions, with the sentence that shows it best.
-- question: Who is described most harshly?
WITH stories AS (
    SELECT
        actor_id, actor_name, actor_kind, story_id, sum(tone_sum) AS tone_sum, sum(tone_count) AS tone_count,
        sum(tone_sum) / sum(tone_count) AS tone_mean, count(*) AS article_count
    FROM actor_articles
    WHERE actor_kind <> 'generic' AND tone_count > 0
    GROUP BY actor_id, actor_name, actor_kind, story_id
),
judged AS (
    -- the median keeps one story that says the same a hundred times from being what all say
    SELECT
        actor_id, actor_name, actor_kind, sum(tone_sum) / sum(tone_count) AS tone_mean, CAST(sum(tone_count) AS BIGINT) AS tone_count,
        CAST(sum(article_count) AS BIGINT) AS article_count
    FROM stories
    GROUP BY actor_id, actor_name, actor_kind
    HAVING sum(tone_count) >= 5 AND sum(tone_sum) / sum(tone_count) <= -0.3 AND median(stories.tone_mean) <= -0.3 AND count(*) >= 2
    ORDER BY tone_mean, tone_count DESC, actor_id
    LIMIT 1
),
chosen AS (
    SELECT j.*, k.article_id, k.start_char AS mention_start, k.outlet, t.start_char, t.end_char
    FROM judged AS j
    JOIN sure_mentions AS k ON k.actor_id = j.actor_id AND k.tone IS NOT NULL AND k.layer = 'name'
    JOIN sentences AS t ON t.article_id = k.article_id AND t.sentence_no = k.sentence_no
    QUALIFY row_number() OVER (ORDER BY t.end_char - t.start_char NOT BETWEEN 60 AND 300, k.tone, k.confidence DESC, k.mention_id) = 1
)
SELECT
    c.actor_id, c.actor_name, c.actor_kind, c.tone_mean, c.tone_count, c.article_count,
    substr(a.body, c.start_char + 1, c.end_char - c.start_char) AS words, c.article_id, c.mention_start, a.title, c.outlet, a.published_date
FROM chosen AS c
JOIN articles AS a ON a.article_id = c.article_id
