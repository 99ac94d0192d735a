-- The confidence from which on `sure_acts`, `sure_quotes` and `sure_mentions` rely on a row, by what was measured on judged rows (docs/method.md, Sureness).
-- question: How sure must an act, a quotation or a mention be to be counted?
-- export: no
-- part: act, quotation or mention.
-- least: The confidence from which on rows are relied on.
-- share_right: Share of judged rows from there on that are right, each judged by a model that saw nothing of its document.
-- share_kept: Share of all right rows that are from there on.
-- judged_count: Rows that were judged.
SELECT part, CAST(least AS DOUBLE) AS least, CAST(share_right AS DOUBLE) AS share_right, CAST(share_kept AS DOUBLE) AS share_kept, CAST(judged_count AS BIGINT) AS judged_count
FROM (
    VALUES
    ('act', 0.75, 0.84, 0.40, 2654),
    ('quotation', 0.85, 0.94, 0.62, 5316),
    ('mention', 0.75, 0.93, 0.90, 5720)
) AS measured (part, least, share_right, share_kept, judged_count)
