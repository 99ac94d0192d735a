-- One political actor that one quotation of a political actor is about (null: a quotation about none); only quotations that are sure enough (`sure_quotes`) and actors that the words surely are about; `quoted_words` and `political_mentions` keep all.
-- question: Who says what about whom?
-- kept: by article
-- published_date: Day the article was published; null if unknown.
-- outlet: Outlet that published the article; null if unknown.
-- speaker_id: The actor that speaks.
-- speaker_name: Its name; of unnamed people the words for them here ("a White House official").
-- cue: The reporting words; null if there are none.
-- cue_class: Which speech act the cue names (neutral, accusing, denying …); null without a cue.
-- kind: direct, mixed or indirect.
-- content: The words, quote marks included.
-- about_id: The actor they are about, and do not only name in passing ("an NBA player"); null if none surely is.
-- about_name: Its name.
-- tone: Mean tone toward that actor inside the quotation, -1 to 1; null if not judged.
-- mention_count: Mentions of that actor inside the quotation by which it is about that actor.
-- article_id: The article.
-- story_id: The story; count distinct values to count wire copy once.
-- text_hash: The text; count distinct values to count verbatim reprints once.
-- quote_id: The quotation.
SELECT
    q.published_date, q.outlet, q.speaker_id, coalesce(s.surface, q.speaker_name) AS speaker_name, q.cue, q.cue_class, q.kind, q.content,
    m.actor_id AS about_id, m.actor_name AS about_name, avg(m.tone) AS tone, count(m.mention_id) AS mention_count,
    q.article_id, q.story_id, q.text_hash, q.quote_id
FROM sure_quotes AS q
JOIN quotes AS o ON o.quote_id = q.quote_id
LEFT JOIN mentions AS s ON s.mention_id = o.speaker_mention_id AND s.layer = 'nominal' AND q.speaker_kind = 'generic'
LEFT JOIN political_mentions AS m
    ON m.is_topic IS DISTINCT FROM FALSE AND m.article_id = q.article_id AND m.start_char >= q.start_char AND m.end_char <= q.end_char
    AND m.actor_id IS DISTINCT FROM q.speaker_id
    AND (q.part_count = 1 OR m.voice_actor_id IS NOT NULL) -- between two parts of a quotation the outlet tells who speaks
GROUP BY
    q.published_date, q.outlet, q.speaker_id, coalesce(s.surface, q.speaker_name), q.cue, q.cue_class, q.kind, q.content,
    m.actor_id, m.actor_name, q.article_id, q.story_id, q.text_hash, q.quote_id
