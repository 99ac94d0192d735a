-- One actor in the articles of one outlet (null: outlet unknown).
-- question: Which outlet covers whom, and in what tone?
-- kept: sure_mentions(outlet), article_facts(outlet)
-- outlet: The outlet, by its lexicon name if it has one; null if unknown.
-- actor_id: The actor.
-- actor_name: Its name.
-- mention_count: Mentions of the actor.
-- article_count: Articles of the outlet that mention it.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
-- article_share: Share of the outlet's analysed articles that mention it, 0 to 1.
-- tone_mean: Mean tone in the outlet's own words, -1 to 1; null if none is judged.
WITH totals AS (
    SELECT outlet, count(*) AS article_count FROM article_facts GROUP BY outlet
),
named AS (
    SELECT m.outlet, m.actor_id, m.actor_name, m.article_id, m.text_hash, m.story_id, m.tone, m.voice_actor_id
    FROM sure_mentions AS m
)
SELECT
    n.outlet, n.actor_id, n.actor_name, count(*) AS mention_count,
    count(DISTINCT n.article_id) AS article_count, count(DISTINCT n.text_hash) AS text_count, count(DISTINCT n.story_id) AS story_count,
    count(DISTINCT n.article_id) / CAST(any_value(t.article_count) AS DOUBLE) AS article_share,
    avg(n.tone) FILTER (n.voice_actor_id IS NULL) AS tone_mean
FROM named AS n
JOIN totals AS t ON t.outlet IS NOT DISTINCT FROM n.outlet
GROUP BY n.outlet, n.actor_id, n.actor_name
