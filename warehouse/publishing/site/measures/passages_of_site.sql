-- One sentence with its number among those of its article.
-- question: What does each sentence say?
SELECT
    row_number() OVER (PARTITION BY p.article_id ORDER BY p.sentence_no) - 1 AS place, p.article_id, p.sentence_no, p.start_char, p.end_char,
    p.words
FROM passages AS p
JOIN articles AS a ON a.article_id = p.article_id
WHERE a.is_analysed
