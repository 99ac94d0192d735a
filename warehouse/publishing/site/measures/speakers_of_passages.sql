-- One sentence that holds quoted words, with the first of their speakers (null: not known).
-- question: In whose words does each sentence speak?
SELECT p.passage_no, min_by(q.speaker_actor_id, q.start_char) AS speaker_id
FROM quotes AS q
JOIN site_passages AS p ON p.article_id = q.article_id AND p.start_char < q.end_char AND p.end_char > q.start_char
GROUP BY p.passage_no
ORDER BY p.passage_no
