-- One quotation in an article of a completed batch.
-- question: What was quoted, and who said it?
-- kept: by article
-- export: no
-- quote_id: The quotation.
-- article_id: The article.
-- text_hash: Hash of the article's normalised text; verbatim reprints share it.
-- story_id: Its story: the cluster of (nearly) identical articles.
-- published_date: Day the article was published; null if unknown.
-- outlet: Outlet that published the article, by its lexicon name if it has one; null if unknown.
-- kind: direct, mixed or indirect.
-- content: The words, quote marks included.
-- part_count: Parts it stands in; more than one where the cue stands between.
-- start_char: Start of the content in articles.body, in code points from 0, inclusive.
-- end_char: End of the content in articles.body, in code points, exclusive.
-- cue: The reporting words; null if there are none.
-- cue_class: Which speech act the cue names; null without a cue.
-- speaker_id: The actor that speaks; null if unknown or not a political actor.
-- speaker_name: Its name.
-- speaker_kind: Kind of actor.
-- speaker_sector: Its PLOVER sector; null if unknown.
-- speaker_rule: The rule that tells who the speaker's mention means; null if unknown.
-- speaker_confidence: How sure that is, 0 to 1; null if unknown.
-- rule: The rule that found the quotation.
-- confidence: How probably it is a quotation, in these bounds and by this speaker, 0 to 1; without a speaker how sure the rule is.
SELECT
    q.quote_id, q.article_id, a.text_hash, a.story_id, a.published_date, coalesce(o.name, a.outlet) AS outlet,
    q.kind, q.content, q.part_count, q.start_char, q.end_char, q.cue, q.cue_class, c.actor_id AS speaker_id, c.name AS speaker_name,
    c.kind AS speaker_kind, c.sector AS speaker_sector, s.rule AS speaker_rule, s.confidence AS speaker_confidence, q.rule, q.confidence
FROM quotes AS q
JOIN articles AS a ON a.article_id = q.article_id
JOIN batches AS b ON b.batch_id = a.batch_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
LEFT JOIN actors AS c ON c.actor_id = q.speaker_actor_id AND c.is_political
LEFT JOIN mentions AS s ON s.mention_id = q.speaker_mention_id
