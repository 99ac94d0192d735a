-- One check of the last run.
-- question: Which checks ran, and which failed?
SELECT table_name, check_name, severity, is_passed, row_count, unexpected_count, detail
FROM last_run_checks
ORDER BY is_passed, unexpected_count DESC, table_name, check_name
