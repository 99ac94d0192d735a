-- One relation of one actor to another: speaking about it, or an act by PLOVER event type that is not negated.
-- question: Who speaks about whom, who accuses, aids or threatens whom, and how often, for Gephi, NetworkX, igraph or a spreadsheet?
-- file: csv
-- graph: directed
WITH spoken AS (
    SELECT
        speaker_id AS source_id, about_id AS target_id, 'SPEAK' AS relation, count(DISTINCT quote_id) AS pair_count,
        count(DISTINCT article_id) AS article_count, count(DISTINCT story_id) AS story_count, avg(tone) AS tone_mean,
        min(published_date) AS first_date, max(published_date) AS last_date
    FROM who_says_what_about_whom
    WHERE about_id IS NOT NULL
    GROUP BY speaker_id, about_id
),
acts AS (
    SELECT
        d.source_actor_id AS source_id, d.target_actor_id AS target_id, d.event AS relation, count(*) AS pair_count,
        count(DISTINCT d.article_id) AS article_count, count(DISTINCT a.story_id) AS story_count, avg(d.tone) AS tone_mean,
        min(a.published_date) AS first_date, max(a.published_date) AS last_date
    FROM sure_acts AS d
    JOIN articles AS a ON a.article_id = d.article_id
    WHERE NOT d.is_negated AND d.source_actor_id <> d.target_actor_id
    GROUP BY d.source_actor_id, d.target_actor_id, d.event
)
SELECT
    e.source_id, s.name AS source_name, s.kind AS source_kind, s.country AS source_country, e.target_id, t.name AS target_name,
    t.kind AS target_kind, t.country AS target_country, e.relation, e.pair_count, e.article_count, e.story_count, round(e.tone_mean, 4) AS tone_mean,
    e.first_date, e.last_date
FROM (FROM spoken UNION ALL FROM acts) AS e
JOIN ranked_actors AS s ON s.actor_id = e.source_id
JOIN ranked_actors AS t ON t.actor_id = e.target_id
ORDER BY e.pair_count DESC, e.source_id, e.target_id, e.relation
