-- One mentioned actor.
-- question: Who is each actor, how often does it speak, and in what tone is it mentioned?
-- kept: actor_articles(actor_id), sure_mentions(actor_id), quoted_words(speaker_id)
-- actor_id: The actor.
-- actor_name: Its name.
-- kind: Kind of actor.
-- country: ISO 3166-1 alpha-3 code; null for international bodies.
-- sector: PLOVER sector; null if unknown.
-- wikidata: Wikidata item; null if unknown.
-- origin: Where the actor comes from: lexicon, override or discovered.
-- mention_count: Mentions of the actor.
-- speaker_count: Mentions in which it speaks.
-- subject_count: Mentions in which it does something.
-- target_count: Mentions in which something is done or said to it.
-- article_count: Articles that mention it.
-- text_count: Distinct texts among them.
-- story_count: Distinct stories among them.
-- quote_count: Quotations it speaks.
-- tone_mean: Mean tone of the judged mentions, -1 to 1; null if none are.
-- first_date: Earliest day on which it was mentioned; null if no article is dated.
-- last_date: Latest day on which it was mentioned; null if no article is dated.
WITH named AS (
    SELECT
        actor_id, actor_name, CAST(sum(mention_count) AS BIGINT) AS mention_count, count(*) AS article_count,
        count(DISTINCT text_hash) AS text_count, count(DISTINCT story_id) AS story_count, sum(tone_sum) / sum(tone_count) AS tone_mean,
        min(published_date) AS first_date, max(published_date) AS last_date
    FROM actor_articles
    GROUP BY actor_id, actor_name
),
acting AS (
    SELECT
        actor_id, count(*) FILTER (role = 'speaker') AS speaker_count, count(*) FILTER (role = 'subject') AS subject_count,
        count(*) FILTER (role = 'target') AS target_count
    FROM sure_mentions
    GROUP BY actor_id
)
SELECT
    n.actor_id, n.actor_name, c.kind, c.country, c.sector, c.wikidata, c.origin, n.mention_count, m.speaker_count, m.subject_count, m.target_count,
    n.article_count, n.text_count, n.story_count, CAST(coalesce(q.quote_count, 0) AS BIGINT) AS quote_count, n.tone_mean, n.first_date, n.last_date
FROM named AS n
JOIN acting AS m ON m.actor_id = n.actor_id
JOIN actors AS c ON c.actor_id = n.actor_id
LEFT JOIN (SELECT speaker_id, count(*) AS quote_count FROM quoted_words GROUP BY speaker_id) AS q ON q.speaker_id = n.actor_id
