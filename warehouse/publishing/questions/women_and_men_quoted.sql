-- One outlet, after a first row for all outlets: the most quotations of persons of known gender first.
-- question: What share of the quotations of each outlet comes from women?
SELECT
    CASE WHEN grouping(q.outlet) = 1 THEN 'all outlets' ELSE coalesce(q.outlet, 'outlet not known') END AS outlet,
    count(*) FILTER (a.gender = 'f') / CAST(count(*) AS DOUBLE) AS women_share, count(*) FILTER (a.gender = 'f') AS women_count,
    count(*) FILTER (a.gender = 'm') AS men_count, count(DISTINCT q.article_id) AS article_count
FROM quoted_words AS q
JOIN actors AS a ON a.actor_id = q.speaker_id AND a.kind = 'person' AND a.gender IS NOT NULL
GROUP BY ROLLUP (q.outlet)
ORDER BY grouping(q.outlet) DESC, women_count + men_count DESC, q.outlet
