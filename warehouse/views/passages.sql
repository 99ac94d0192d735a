-- One sentence of one article of a completed batch, without menus and the like.
-- question: What does each sentence say?
-- export: no
-- article_id: The article.
-- sentence_no: Number of the sentence in the article, from 0.
-- start_char: Start of the sentence in articles.body, in code points from 0, inclusive.
-- end_char: End of the sentence in articles.body, in code points, exclusive.
-- published_date: Day the article was published; null if unknown.
-- outlet: Outlet that published the article, by its lexicon name if it has one; null if unknown.
-- title: Headline of the article; null if it has none.
-- story_id: Its story: the cluster of (nearly) identical articles.
-- words: The sentence.
SELECT
    s.article_id, s.sentence_no, s.start_char, s.end_char, a.published_date, coalesce(o.name, a.outlet) AS outlet, a.title, a.story_id,
    substr(a.body, s.start_char + 1, s.end_char - s.start_char) AS words
FROM sentences AS s
ANTI JOIN paragraphs AS p ON p.article_id = s.article_id AND p.paragraph_no = s.paragraph_no AND p.kind = 'boilerplate'
JOIN articles AS a ON a.article_id = s.article_id
JOIN batches AS b ON b.batch_id = a.batch_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
