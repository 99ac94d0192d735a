-- One name that the lexicon does not know.
-- question: Which frequent names does the lexicon lack?
SELECT g.surface, g.ner, g.gap, g.article_count, g.story_count, g.mention_count, a.title AS article_title, g.example_article_id AS article_id
FROM lexicon_gaps AS g
JOIN articles AS a ON a.article_id = g.example_article_id
WHERE g.ner IS NOT NULL
ORDER BY g.gap = 'discovered', g.story_count DESC, g.mention_count DESC, g.surface, g.ner
LIMIT 60
