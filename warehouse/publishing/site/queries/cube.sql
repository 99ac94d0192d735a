-- One actor on one day; a story counts on the first day that it names the actor.
-- question: How often is each actor named and quoted on each day, and in what tone?
WITH named AS (
    SELECT
        published_date, actor_id, count(*) AS mention_count, count(DISTINCT article_id) AS article_count,
        coalesce(sum(tone), 0) AS tone_sum, count(tone) AS tone_count
    FROM sure_mentions
    WHERE actor_id IN (SELECT actor_id FROM site_actors) AND published_date IS NOT NULL
    GROUP BY published_date, actor_id
),
quoted AS (
    SELECT published_date, speaker_id AS actor_id, count(*) AS quote_count
    FROM quoted_words
    WHERE speaker_id IN (SELECT actor_id FROM site_actors) AND published_date IS NOT NULL
    GROUP BY published_date, speaker_id
),
told AS (
    SELECT first_date AS published_date, actor_id, count(*) AS story_count
    FROM (
        SELECT actor_id, story_id, min(published_date) AS first_date
        FROM sure_mentions
        WHERE actor_id IN (SELECT actor_id FROM site_actors) AND published_date IS NOT NULL
        GROUP BY actor_id, story_id
    )
    GROUP BY first_date, actor_id
)
SELECT
    published_date, actor_id, coalesce(mention_count, 0) AS mention_count, coalesce(article_count, 0) AS article_count,
    coalesce(tone_sum, 0) AS tone_sum, coalesce(tone_count, 0) AS tone_count, coalesce(quote_count, 0) AS quote_count,
    coalesce(story_count, 0) AS story_count
FROM named
FULL JOIN quoted USING (published_date, actor_id)
LEFT JOIN told USING (published_date, actor_id)
ORDER BY published_date, actor_id
