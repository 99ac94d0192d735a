-- One analysed article with its day, outlet, country and headline.
-- question: What is each article: its day, outlet and headline?
-- kept: by article
-- export: no
-- article_id: The article.
-- published_date: Day of publication; null if unknown.
-- outlet: The outlet, by its lexicon name if it has one; null if unknown.
-- outlet_country: Name of the outlet's country; null if unknown.
-- headline: The headline; null if there is none.
-- story_id: The story; count distinct values to count wire copy once.
-- text_hash: The text; count distinct values to count verbatim reprints once.
SELECT
    a.article_id, a.published_date, coalesce(o.name, a.outlet) AS outlet, c.name AS outlet_country, a.title AS headline, a.story_id, a.text_hash
FROM articles AS a
JOIN batches AS b ON b.batch_id = a.batch_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
LEFT JOIN actors AS c ON c.actor_id = o.country
WHERE a.is_analysed
