-- One thing to look for, with the numbers of the sentences that hold it, in any order, some more than once: a word, an actor, a speaker, two actors in a relation.
-- question: Which sentences hold which words, name whom, quote whom, and have whom do what to whom?
WITH words AS (
    SELECT passage_no, unnest(regexp_extract_all(strip_accents(lower(words)), '[\p{L}\p{N}]+')) AS term FROM site_passages
),
things AS (
    SELECT passage_no, term FROM words WHERE length(term) > 1
    UNION ALL
    SELECT p.passage_no, 'actor ' || a.actor_id
    FROM mentions AS m
    JOIN searched_actors AS a ON a.actor_id = m.actor_id
    JOIN site_passages AS p ON p.article_id = m.article_id AND p.sentence_no = m.sentence_no
    UNION ALL
    SELECT p.passage_no, 'speaker ' || a.actor_id
    FROM quotes AS q
    JOIN searched_actors AS a ON a.actor_id = q.speaker_actor_id
    JOIN site_passages AS p ON p.article_id = q.article_id AND p.start_char < q.end_char AND p.end_char > q.start_char
    UNION ALL
    SELECT p.passage_no, 'pair SPEAK ' || a.actor_id || ' ' || o.actor_id
    FROM sure_quotes AS q
    JOIN mentions AS m ON m.article_id = q.article_id AND m.start_char >= q.start_char AND m.end_char <= q.end_char
    JOIN searched_actors AS a ON a.actor_id = q.speaker_id
    JOIN searched_actors AS o ON o.actor_id = m.actor_id
    JOIN site_passages AS p ON p.article_id = m.article_id AND p.sentence_no = m.sentence_no
    WHERE m.actor_id <> q.speaker_id AND m.is_topic IS DISTINCT FROM FALSE AND m.kind NOT IN ('place', 'outlet') AND m.reading IS DISTINCT FROM 'place'
    UNION ALL
    SELECT p.passage_no, 'pair ' || d.event || ' ' || a.actor_id || ' ' || o.actor_id
    FROM sure_acts AS d
    JOIN searched_actors AS a ON a.actor_id = d.source_actor_id
    JOIN searched_actors AS o ON o.actor_id = d.target_actor_id
    JOIN site_passages AS p ON p.article_id = d.article_id AND p.sentence_no = d.sentence_no
    WHERE NOT d.is_negated AND d.source_actor_id <> d.target_actor_id
)
SELECT term, list(passage_no) AS passage_nos
FROM things
GROUP BY term
ORDER BY term
