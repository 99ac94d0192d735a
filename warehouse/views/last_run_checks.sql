-- One expectation over all batches of the last run.
-- question: Which checks did the last run pass or fail?
-- table_name: The table checked.
-- check_name: The expectation.
-- severity: What a failure does: stop, quarantine or note.
-- is_passed: Whether every row of every batch meets it.
-- batch_count: Batches checked.
-- row_count: Rows checked.
-- unexpected_count: Rows that fail.
-- detail: Examples from one batch; null if passed.
SELECT
    table_name, check_name, severity, bool_and(is_passed) AS is_passed, count(*) AS batch_count,
    CAST(sum(row_count) AS BIGINT) AS row_count, CAST(sum(unexpected_count) AS BIGINT) AS unexpected_count, min(detail) AS detail
FROM checks
WHERE run_id = (SELECT run_id FROM runs ORDER BY started_at DESC, run_id LIMIT 1)
GROUP BY table_name, check_name, severity
ORDER BY is_passed, severity, table_name, check_name
