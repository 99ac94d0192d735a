-- One mentioned actor.
-- question: Who is each actor, how often does it speak, and in what tone is it mentioned?
-- kept: sure_mentions(actor_id), quoted_words(speaker_id)
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
SELECT
    m.actor_id, m.actor_name, c.kind, c.country, c.sector, c.wikidata, c.origin, count(*) AS mention_count,
    count(*) FILTER (m.role = 'speaker') AS speaker_count,
    count(*) FILTER (m.role = 'subject') AS subject_count,
    count(*) FILTER (m.role = 'target') AS target_count,
    count(DISTINCT m.article_id) AS article_count, count(DISTINCT m.text_hash) AS text_count, count(DISTINCT m.story_id) AS story_count,
    CAST(coalesce(any_value(q.quote_count), 0) AS BIGINT) AS quote_count,
    avg(m.tone) AS tone_mean, min(m.published_date) AS first_date, max(m.published_date) AS last_date
FROM sure_mentions AS m
JOIN actors AS c ON c.actor_id = m.actor_id
LEFT JOIN (SELECT speaker_id, count(*) AS quote_count FROM quoted_words GROUP BY speaker_id) AS q ON q.speaker_id = m.actor_id
GROUP BY m.actor_id, m.actor_name, c.kind, c.country, c.sector, c.wikidata, c.origin
