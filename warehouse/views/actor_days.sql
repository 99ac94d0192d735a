-- One actor on one day of publication (null: undated articles).
-- question: How often was each actor in the news on each day?
-- kept: actor_articles(actor_id, published_date)
-- actor_id: The actor.
-- actor_name: Its name.
-- published_date: The day; null for undated articles.
-- mention_count: Mentions of the actor.
-- article_count: Articles that mention it.
-- text_count: Distinct texts among them: verbatim reprints count once.
-- story_count: Distinct stories among them: wire copy and updates count once.
-- tone_mean: Mean tone of the judged mentions, -1 to 1; null if none are.
SELECT
    actor_id, actor_name, published_date, CAST(sum(mention_count) AS BIGINT) AS mention_count,
    count(*) AS article_count, count(DISTINCT text_hash) AS text_count, count(DISTINCT story_id) AS story_count,
    sum(tone_sum) / sum(tone_count) AS tone_mean
FROM actor_articles
GROUP BY actor_id, actor_name, published_date
