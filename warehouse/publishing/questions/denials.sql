-- One quotation with a denying cue.
-- question: Who denies what?
SELECT published_date, outlet, speaker_name, cue, content, article_id
FROM quoted_words
WHERE cue_class = 'denying' AND speaker_id IS NOT NULL
ORDER BY published_date, quote_id
