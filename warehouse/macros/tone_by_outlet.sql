-- One outlet in one year (null: unknown) that names an actor, or a part of it.
-- question: In what tone does each outlet write about an actor, year by year, in its own words?
-- actor: The actor_id.
-- example: FROM tone_by_outlet('RUS')
SELECT
    outlet, CAST(year(published_date) AS BIGINT) AS year_no, avg(tone) FILTER (voice_actor_id IS NULL) AS tone_mean,
    count(tone) FILTER (voice_actor_id IS NULL) AS tone_count, count(*) AS mention_count, count(DISTINCT article_id) AS article_count
FROM sure_mentions
WHERE (actor_id = actor OR (actor_id LIKE actor || '.%' AND actor_kind <> 'person'))
GROUP BY ALL
ORDER BY outlet, year_no
