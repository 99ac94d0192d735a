-- One measure of the whole warehouse.
-- question: How complete and how sure is what stands here?
SELECT measure, found_count, total_count, found_share FROM quality
