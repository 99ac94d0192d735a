-- One mention of a political actor.
-- question: Who is mentioned, by day, outlet, country, sector, role and tone (for charts and pivot tables)?
-- export: no
-- mention_id: The mention.
-- published_date: Day of publication; null if unknown.
-- outlet: The outlet, by its lexicon name if it has one; null if unknown.
-- outlet_country: Name of the outlet's country; null if unknown.
-- actor: The actor mentioned.
-- actor_id: Its id.
-- actor_kind: Its kind, in words.
-- country: Name of its country; null for international bodies.
-- sector: Its PLOVER sector in words; null if unknown.
-- gender: women or men, for persons; null if unknown.
-- role: What the mention does in its sentence.
-- tone: Tone toward the actor, -1 to 1; null if not judged.
-- voice: Whose words express the tone; null for the outlet's own.
-- surface: The words as printed.
-- headline: Headline of the article.
-- article_id: The article.
-- story_id: The story; count distinct values to count wire copy once.
SELECT
    m.mention_id, a.published_date, a.outlet, a.outlet_country, f.actor, f.actor_id, f.actor_kind, f.country, f.sector, f.gender,
    m.role, m.tone, v.name AS voice, m.surface, a.headline, a.article_id, a.story_id
FROM sure_mentions AS m
JOIN article_facts AS a ON a.article_id = m.article_id
JOIN actor_facts AS f ON f.actor_id = m.actor_id
LEFT JOIN actors AS v ON v.actor_id = m.voice_actor_id
