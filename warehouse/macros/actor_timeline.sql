-- One month in which an actor, or a part of it ("RUS.GOV" of "RUS"), was mentioned.
-- question: How much was an actor in the news, month by month?
-- actor: An actor_id, as in actors.actor_id.
-- example: FROM actor_timeline('RUS')
SELECT
    CAST(date_trunc('month', published_date) AS DATE) AS month_date, count(*) AS mention_count,
    count(*) FILTER (role = 'speaker') AS speaker_count, count(*) FILTER (role = 'target') AS target_count,
    count(DISTINCT article_id) AS article_count, count(DISTINCT text_hash) AS text_count, count(DISTINCT story_id) AS story_count,
    avg(tone) AS tone_mean
FROM sure_mentions
WHERE (actor_id = actor OR (actor_id LIKE actor || '.%' AND actor_kind <> 'person'))
GROUP BY ALL
ORDER BY month_date
