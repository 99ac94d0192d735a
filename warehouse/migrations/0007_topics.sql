-- A mention in somebody's words says whether they are about its actor; of articles analysed before, nobody knows.
ALTER TABLE mentions ADD COLUMN IF NOT EXISTS is_topic BOOLEAN;
