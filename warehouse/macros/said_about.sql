-- One quotation of somebody else that mentions an actor, or a part of it.
-- question: What is said about an actor, and by whom?
-- actor: The actor_id of the one spoken about.
-- example: FROM said_about('IRN')
SELECT w.published_date, w.outlet, w.speaker_id, w.speaker_name, w.cue, w.cue_class, w.about_id, w.about_name, w.tone, w.content, w.article_id,
    w.quote_id
FROM who_says_what_about_whom AS w
JOIN actors AS c ON c.actor_id = w.about_id
WHERE (w.about_id = actor OR (w.about_id LIKE actor || '.%' AND c.kind <> 'person'))
ORDER BY w.published_date, w.quote_id, w.about_id
