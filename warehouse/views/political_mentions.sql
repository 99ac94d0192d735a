-- One mention that names a political actor, in an article of a completed batch.
-- question: Where is each political actor mentioned?
-- export: no
-- mention_id: The mention.
-- article_id: The article.
-- text_hash: Hash of the article's normalised text; verbatim reprints share it.
-- story_id: Its story: the cluster of (nearly) identical articles.
-- published_date: Day the article was published; null if unknown.
-- outlet: Outlet that published the article, by its lexicon name if it has one; null if unknown.
-- outlet_id: That outlet in the lexicon; null if unknown.
-- sentence_no: Number of the sentence in the article, from 0.
-- start_char: Start of the mention in articles.body, in code points from 0, inclusive.
-- end_char: End of the mention in articles.body, in code points, exclusive.
-- surface: The words as printed.
-- layer: Kind of expression: name, adjectival, nominal or pronoun.
-- role: What the mention does in its sentence.
-- tone: Tone toward the mention, -1 to 1; null if not judged.
-- voice_actor_id: The speaker if the mention is in somebody's words; null if the outlet speaks.
-- is_topic: In somebody's words, whether they are about the actor, and do not only name it in passing; null if nobody knows.
-- confidence: How probably it means this actor, 0 to 1 (in the tier fast, how certain the rule is); `sure_mentions` has those that are counted.
-- rule: The rule that tells whom it means.
-- actor_id: The actor named.
-- actor_name: Its canonical name.
-- actor_kind: Kind of actor.
-- actor_country: Its country, ISO 3166-1 alpha-3; null for international bodies.
-- actor_sector: Its PLOVER sector on the article's day; null if unknown.
WITH printed AS (
    SELECT a.article_id, a.text_hash, a.story_id, a.published_date, coalesce(o.name, a.outlet) AS outlet, a.outlet_id
    FROM articles AS a
    JOIN batches AS b ON b.batch_id = a.batch_id
    LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
)
SELECT
    m.mention_id, m.article_id, a.text_hash, a.story_id, a.published_date, a.outlet, a.outlet_id,
    m.sentence_no, m.start_char, m.end_char, m.surface, m.layer, m.role, m.tone, m.voice_actor_id, m.is_topic, m.confidence, m.rule,
    m.actor_id, c.name AS actor_name, c.kind AS actor_kind, c.country AS actor_country, coalesce(m.sector, c.sector) AS actor_sector
FROM mentions AS m
JOIN printed AS a ON a.article_id = m.article_id
JOIN ranked_actors AS c ON c.actor_id = m.actor_id
-- a country whose name only says where something happens acts no more than a town does
WHERE m.kind NOT IN ('place', 'outlet') AND m.reading IS DISTINCT FROM 'place'
