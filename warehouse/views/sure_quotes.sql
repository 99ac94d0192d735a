-- One quotation of a political actor that is sure enough to be counted (`thresholds`); `quoted_words` keeps all. Reported thoughts stand only there. The tier fast does not say how sure a quotation is: all of its quotations stand here.
-- question: Which quotations does who_says_what_about_whom rely on?
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
    quote_id, article_id, text_hash, story_id, published_date, outlet, kind, content,
    part_count, start_char, end_char, cue, cue_class, speaker_id, speaker_name,
    speaker_kind, speaker_sector, speaker_rule, speaker_confidence, rule, confidence
FROM quoted_words
WHERE speaker_id IS NOT NULL AND NOT (kind <> 'direct' AND cue_class IS NOT DISTINCT FROM 'thinking')
    AND (confidence >= (SELECT least FROM thresholds WHERE part = 'quotation') OR rule = 'beside.nearest')
