-- One sentence with its number among all of the site: in the order of the articles and within them of the text.
-- question: What does each sentence say?
SELECT
    row_number() OVER (ORDER BY p.published_date NULLS FIRST, p.article_id, p.sentence_no) - 1 AS passage_no, p.article_id, p.sentence_no,
    p.start_char, p.end_char, p.words
FROM passages AS p
JOIN articles AS a ON a.article_id = p.article_id
WHERE a.is_analysed
