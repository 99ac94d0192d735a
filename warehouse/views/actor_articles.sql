-- One actor in one article.
-- question: How often and in which tone does each article name each actor?
-- kept: by article
-- export: no
-- article_id: The article.
-- text_hash: Hash of its normalised text; verbatim reprints share it.
-- story_id: Its story: the cluster of (nearly) identical articles.
-- published_date: Day it was published; null if unknown.
-- outlet: Outlet that published it, by its lexicon name if it has one; null if unknown.
-- actor_id: The actor.
-- actor_name: Its name.
-- actor_kind: Kind of actor.
-- mention_count: Mentions of the actor in the article.
-- tone_sum: Sum of the tones of the judged ones; null if none are.
-- tone_count: How many are judged.
-- own_tone_sum: Sum of the tones of those judged in the outlet's own words; null if none are.
-- own_tone_count: How many are judged in the outlet's own words.
SELECT
    article_id, text_hash, story_id, published_date, outlet, actor_id, actor_name, actor_kind, count(*) AS mention_count,
    sum(tone) AS tone_sum, count(tone) AS tone_count,
    sum(tone) FILTER (voice_actor_id IS NULL) AS own_tone_sum, count(tone) FILTER (voice_actor_id IS NULL) AS own_tone_count
FROM sure_mentions
GROUP BY article_id, text_hash, story_id, published_date, outlet, actor_id, actor_name, actor_kind
