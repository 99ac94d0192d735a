-- One act of an event type with a political actor as source or target.
-- question: Who does what to whom, by day, outlet, country and type of act (for charts and pivot tables)?
-- export: no
-- dyad_id: The act.
-- published_date: Day of publication; null if unknown.
-- outlet: The outlet, by its lexicon name if it has one; null if unknown.
-- outlet_country: Name of the outlet's country; null if unknown.
-- actor: Who acts; null if unnamed.
-- actor_id: Its id.
-- actor_kind: Its kind, in words.
-- country: Name of its country; null for international bodies.
-- sector: Its PLOVER sector in words; null if unknown.
-- target: The target of the act; null if nobody is named.
-- target_id: Its id.
-- target_country: Name of its country.
-- act: The PLOVER event type in words.
-- event: The PLOVER event type.
-- is_negated: Whether the act is negated: said not to happen.
-- is_reported: Whether it comes from somebody's words, not the outlet's.
-- told_as: The last two in words: fact, somebody's words, denied.
-- tone: Tone of the actor toward the target, -1 to 1; null if not judged.
-- words: The sentence.
-- headline: Headline of the article.
-- article_id: The article.
-- story_id: The story; count distinct values to count wire copy once.
SELECT
    d.dyad_id, a.published_date, a.outlet, a.outlet_country, s.actor, s.actor_id, s.actor_kind, s.country, s.sector,
    t.actor AS target, t.actor_id AS target_id, t.country AS target_country, e.words AS act, d.event, d.is_negated, d.is_reported,
    CASE WHEN d.is_negated THEN 'denied' WHEN d.is_reported THEN 'somebody''s words' ELSE 'fact' END AS told_as, d.tone,
    substr(b.body, w.start_char + 1, w.end_char - w.start_char) AS words, a.headline, a.article_id, a.story_id
FROM sure_acts AS d
JOIN article_facts AS a ON a.article_id = d.article_id
JOIN articles AS b ON b.article_id = d.article_id
LEFT JOIN sentences AS w ON w.article_id = d.article_id AND w.sentence_no = d.sentence_no
LEFT JOIN actor_facts AS s ON s.actor_id = d.source_actor_id
LEFT JOIN actor_facts AS t ON t.actor_id = d.target_actor_id
LEFT JOIN codes AS e ON e.column_name = 'event' AND e.code = d.event
WHERE s.actor_id IS NOT NULL OR t.actor_id IS NOT NULL
