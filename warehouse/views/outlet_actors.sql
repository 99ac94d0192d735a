-- One actor in the articles of one outlet (null: outlet unknown).
-- question: Which outlet covers whom, and in what tone?
-- kept: actor_articles(outlet), article_facts(outlet)
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
    SELECT
        outlet, actor_id, actor_name, CAST(sum(mention_count) AS BIGINT) AS mention_count, count(*) AS article_count,
        count(DISTINCT text_hash) AS text_count, count(DISTINCT story_id) AS story_count, sum(own_tone_sum) / sum(own_tone_count) AS tone_mean
    FROM actor_articles
    GROUP BY outlet, actor_id, actor_name
)
SELECT
    n.outlet, n.actor_id, n.actor_name, n.mention_count, n.article_count, n.text_count, n.story_count,
    n.article_count / CAST(t.article_count AS DOUBLE) AS article_share, n.tone_mean
FROM named AS n
JOIN totals AS t ON t.outlet IS NOT DISTINCT FROM n.outlet
