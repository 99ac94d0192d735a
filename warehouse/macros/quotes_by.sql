-- One quotation of an actor, or of a part of it.
-- question: What did an actor say?
-- actor: The actor_id of the speaker.
-- example: FROM quotes_by('PER.rasa-vaitkute')
SELECT q.published_date, q.outlet, q.speaker_id, q.speaker_name, q.cue, q.cue_class, q.kind, q.content, q.article_id, q.quote_id
FROM quoted_words AS q
JOIN actors AS c ON c.actor_id = q.speaker_id
WHERE (q.speaker_id = actor OR (q.speaker_id LIKE actor || '.%' AND c.kind <> 'person'))
ORDER BY q.published_date, q.quote_id
