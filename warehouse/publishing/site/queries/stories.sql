-- One story printed by several articles, the most articles first.
-- question: Which stories were printed most often?
SELECT story_id, title AS story_title, first_date, article_count, text_count
FROM stories
WHERE article_count > 1
ORDER BY article_count DESC, text_count DESC, first_date NULLS LAST, story_id
LIMIT 60
