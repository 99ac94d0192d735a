-- One quotation with an accusing cue and an actor in it.
-- question: Who accuses whom, in which words?
SELECT published_date, outlet, speaker_name, cue, about_name, content, article_id
FROM who_says_what_about_whom
WHERE cue_class = 'accusing' AND speaker_id IS NOT NULL AND about_id IS NOT NULL
ORDER BY published_date, quote_id, about_id
