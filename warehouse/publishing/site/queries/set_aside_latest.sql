-- One entry of the quarantine that is still open.
-- question: Which files and articles are in quarantine?
SELECT seen_at, stage, reason, path, member, detail
FROM quarantine
WHERE is_open
ORDER BY seen_at DESC, quarantine_id
LIMIT 100
