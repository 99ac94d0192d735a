-- One actor first named in the last thirty days that the articles cover.
-- question: Who is new in the news?
WITH faces AS (
    SELECT actor_id, actor_name, country, origin, first_date, article_count, story_count
    FROM actor_profiles
    WHERE first_date > (SELECT max(published_date) - 30 FROM articles)
    ORDER BY story_count DESC, article_count DESC, first_date DESC, actor_id
    LIMIT 25
)
SELECT
    f.actor_id, f.actor_name, f.country, f.origin, f.first_date, f.article_count, f.story_count, m.outlet,
    coalesce(a.title, '(no headline)') AS article_title, m.article_id, m.start_char AS mention_start
FROM faces AS f
JOIN sure_mentions AS m ON m.actor_id = f.actor_id AND m.published_date = f.first_date
JOIN articles AS a ON a.article_id = m.article_id
QUALIFY row_number() OVER (PARTITION BY f.actor_id ORDER BY m.article_id, m.start_char) = 1
ORDER BY f.story_count DESC, f.article_count DESC, f.first_date DESC, f.actor_id
