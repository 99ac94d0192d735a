-- One mention of a political actor that is sure enough to be counted (`thresholds`), and stands in what the article reports: not under its pictures, among its notices, below a post or picture that it shows, and not its author's; `political_mentions` keeps all. The tier fast does not measure how sure a mention is: all of its mentions stand here.
-- question: Which mentions do rankings, profiles, networks and charts rely on?
-- kept: by article
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
-- confidence: How probably it means this actor, 0 to 1.
-- rule: The rule that tells whom it means.
-- actor_id: The actor named.
-- actor_name: Its canonical name.
-- actor_kind: Kind of actor.
-- actor_country: Its country, ISO 3166-1 alpha-3; null for international bodies.
-- actor_sector: Its PLOVER sector on the article's day; null if unknown.
SELECT
    mention_id, article_id, text_hash, story_id, published_date, outlet, outlet_id, sentence_no, start_char,
    end_char, surface, layer, role, tone, voice_actor_id, is_topic, confidence, rule, actor_id, actor_name,
    actor_kind, actor_country, actor_sector
FROM political_mentions AS m
ANTI JOIN authors AS a ON
    -- "Tim Stanley" and "Timothy Stanley", with initials or without
    a.article_id = m.article_id AND m.actor_kind = 'person'
    AND regexp_extract(lower(a.author), '\S+$') = regexp_extract(lower(m.actor_name), '\S+$')
    AND left(lower(a.author), 3) = left(lower(m.actor_name), 3)
WHERE
    role <> 'outlet'
    AND mention_id NOT IN (SELECT mention_id FROM mentions JOIN paragraphs AS p USING (article_id, paragraph_no) WHERE p.kind = 'boilerplate')
    AND (
        confidence >= (SELECT least FROM thresholds WHERE part = 'mention')
        OR article_id IN (SELECT article_id FROM articles JOIN batches USING (batch_id) WHERE tier = 'fast')
    )
