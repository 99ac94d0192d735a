-- One source, target and event in one month of publication (null: undated, or not named).
-- question: Who does what to whom, month by month?
-- month_date: First day of the month; null for undated articles.
-- source_id: The actor that acts; null if unnamed or not a political actor.
-- source_name: Its name.
-- target_id: The actor acted upon; null if unnamed or not a political actor.
-- target_name: Its name.
-- event: PLOVER event type; acts of no type and unsure ones stay in dyads.
-- dyad_count: Dyads.
-- negated_count: Negated acts: said not to happen.
-- reported_count: Acts that come from somebody's words.
-- article_count: Articles that hold them.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
-- tone_mean: Mean tone of source toward target, -1 to 1; null if none is judged.
-- example_cue: The words of one of the acts: the first by id.
-- example_article_id: Its article.
SELECT
    CAST(date_trunc('month', a.published_date) AS DATE) AS month_date,
    s.actor_id AS source_id, s.name AS source_name, t.actor_id AS target_id, t.name AS target_name, d.event,
    count(*) AS dyad_count, count(*) FILTER (d.is_negated) AS negated_count, count(*) FILTER (d.is_reported) AS reported_count,
    count(DISTINCT d.article_id) AS article_count, count(DISTINCT a.text_hash) AS text_count, count(DISTINCT a.story_id) AS story_count,
    avg(d.tone) AS tone_mean, arg_min(d.cue, d.dyad_id) AS example_cue, arg_min(d.article_id, d.dyad_id) AS example_article_id
FROM sure_acts AS d
JOIN articles AS a ON a.article_id = d.article_id
LEFT JOIN ranked_actors AS s ON s.actor_id = d.source_actor_id
LEFT JOIN ranked_actors AS t ON t.actor_id = d.target_actor_id
WHERE s.actor_id IS NOT NULL OR t.actor_id IS NOT NULL
GROUP BY CAST(date_trunc('month', a.published_date) AS DATE), s.actor_id, s.name, t.actor_id, t.name, d.event
