-- One article of a story that several articles print.
-- question: Where was each story printed?
WITH largest AS (
    SELECT story_id, title FROM stories ORDER BY article_count DESC, text_count DESC, first_date NULLS LAST, story_id LIMIT 60
)
SELECT
    a.story_id, coalesce(l.title, '(no headline)') AS story_name, a.published_date, coalesce(o.name, a.outlet) AS outlet, coalesce(a.title, '(no headline)') AS article_title,
    a.article_id, a.word_count
FROM articles AS a
JOIN largest AS l ON l.story_id = a.story_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
QUALIFY count(*) OVER (PARTITION BY a.story_id) > 1
    AND row_number() OVER (PARTITION BY a.story_id ORDER BY a.published_date NULLS LAST, a.article_id) <= 12
ORDER BY count(*) OVER (PARTITION BY a.story_id) DESC, a.story_id, a.published_date NULLS LAST, a.article_id
