-- One act of an event type that is sure enough to be counted (`thresholds`); `dyads` keeps all. The tier fast does not say how sure an act is: its acts all stand here.
-- question: Which acts do the rankings, networks and pages rely on?
-- kept: by article
-- export: no
-- dyad_id: The act.
-- article_id: The article.
-- sentence_no: The sentence that tells it.
-- source_mention_id: The mention that acts; null if nobody is named.
-- source_actor_id: Who acts; null if unnamed or unknown.
-- target_mention_id: The mention that is acted upon; null if nobody is named.
-- target_actor_id: Who is acted upon; null if unnamed or unknown.
-- event: PLOVER event type.
-- cue: The words that express it.
-- cue_start_char: Start of the cue in articles.body, in code points from 0, inclusive.
-- cue_end_char: End of the cue, exclusive.
-- is_negated: Whether the act is negated: said not to happen.
-- is_reported: Whether it comes from somebody's words, not the outlet's.
-- voice_actor_id: Whose words these are; null outside quotations and if unknown.
-- tense: past, present, future or hypothetical.
-- event_date: Day that its clause names; null if none.
-- tone: Tone of source toward target, -1 to 1; null if not judged.
-- rule: The rule that found it.
-- confidence: How probably it is right as it is told here, 0 to 1.
-- batch_id: The batch that loaded it.
SELECT
    d.dyad_id, d.article_id, d.sentence_no, d.source_mention_id, d.source_actor_id, d.target_mention_id, d.target_actor_id, d.event,
    d.cue, d.cue_start_char, d.cue_end_char, d.is_negated, d.is_reported, d.voice_actor_id, d.tense, d.event_date, d.tone, d.rule,
    d.confidence, d.batch_id
FROM dyads AS d
JOIN articles AS a ON a.article_id = d.article_id
JOIN batches AS b ON b.batch_id = a.batch_id
WHERE d.event IS NOT NULL AND (d.confidence >= (SELECT least FROM thresholds WHERE part = 'act') OR d.rule = 'order')
