-- One political actor mentioned inside one quotation (about null: a quotation that mentions none).
-- question: Who speaks about whom, by day, outlet, country, party, gender and tone (for charts and pivot tables)?
-- export: no
-- quote_id: The quotation; count distinct values to count quotations.
-- published_date: Day of publication; null if unknown.
-- outlet: The outlet, by its lexicon name if it has one; null if unknown.
-- outlet_country: Name of the outlet's country; null if unknown.
-- actor: Who speaks.
-- actor_id: The speaker's id.
-- actor_kind: The speaker's kind, in words.
-- country: Name of the speaker's country; null for international bodies.
-- sector: The speaker's PLOVER sector in words; null if unknown.
-- gender: women or men, for persons; null if unknown.
-- party: The speaker's party on the day; null if unknown.
-- about: The actor spoken about; null if none is mentioned.
-- about_id: Its id.
-- about_country: Name of its country.
-- speech_act: The speech act the cue names: neutral, accusing, denying …; null without a cue.
-- quote_kind: direct, mixed or indirect.
-- tone: Mean tone toward the actor spoken about, -1 to 1; null if not judged.
-- words: The words, quote marks included.
-- headline: Headline of the article.
-- article_id: The article.
-- story_id: The story; count distinct values to count wire copy once.
SELECT
    q.quote_id, a.published_date, a.outlet, a.outlet_country, s.actor, s.actor_id, s.actor_kind, s.country, s.sector, s.gender,
    p.name AS party, t.actor AS about, t.actor_id AS about_id, t.country AS about_country,
    q.cue_class AS speech_act, q.kind AS quote_kind, q.tone, q.content AS words, a.headline, a.article_id, a.story_id
FROM who_says_what_about_whom AS q
JOIN article_facts AS a ON a.article_id = q.article_id
JOIN actor_facts AS s ON s.actor_id = q.speaker_id
LEFT JOIN actor_facts AS t ON t.actor_id = q.about_id
LEFT JOIN speaker_parties AS m ON m.quote_id = q.quote_id
LEFT JOIN actors AS p ON p.actor_id = m.party_id
