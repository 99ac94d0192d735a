-- One measure of the whole warehouse.
-- question: How complete and how reliable are these numbers?
SELECT measure, found_count, total_count, found_share FROM quality
