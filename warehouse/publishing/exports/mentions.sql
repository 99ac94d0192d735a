-- One mention with its article, actor and surroundings, as one flat table.
-- question: How can a spreadsheet or data frame take everything that is known of each mention at once?
-- file: csv
SELECT
    a.published_date, a.outlet, a.title, a.url, m.surface, m.layer, m.ner, m.role, m.reading, m.tone, m.office, m.actor_id, c.name AS actor_name,
    c.kind AS actor_kind, c.country AS actor_country, coalesce(m.sector, c.sector) AS actor_sector, c.wikidata, m.voice_actor_id, m.rule,
    m.confidence, m.start_char, m.end_char, substr(a.body, s.start_char + 1, s.end_char - s.start_char) AS sentence, a.article_id, a.story_id,
    a.text_hash
FROM mentions AS m
JOIN articles AS a ON a.article_id = m.article_id
JOIN batches AS b ON b.batch_id = a.batch_id
JOIN sentences AS s ON s.article_id = m.article_id AND s.sentence_no = m.sentence_no
LEFT JOIN actors AS c ON c.actor_id = m.actor_id
ORDER BY a.published_date, a.article_id, m.start_char
