-- The last completed run.
-- question: Which versions produced these numbers?
SELECT CAST(finished_at AS DATE) AS finished_date, flow, tier, tagger, code_version, lexicon_version
FROM runs
WHERE status = 'completed'
ORDER BY started_at DESC, run_id
LIMIT 1
