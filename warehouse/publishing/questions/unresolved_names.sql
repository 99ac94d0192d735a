-- One printed name that the lexicon does not know, the most articles first.
-- question: Which frequent names does the lexicon lack, and which are not yet actors?
SELECT
    surface AS name, k.words AS label, CASE gap WHEN 'unresolved' THEN 'no actor' ELSE 'from articles alone' END AS known, mention_count, article_count,
    example_article_id AS article_id
FROM lexicon_gaps
JOIN codes AS k ON k.column_name = 'ner' AND k.code = ner
ORDER BY article_count DESC, mention_count DESC, surface, label
