-- What is known of an item's next call better than by the sizes of what it reads.

ALTER TABLE work_items ADD COLUMN IF NOT EXISTS counted_input bigint;
COMMENT ON COLUMN work_items.counted_input IS 'Tokens of its next call''s input, as counted; null: estimated.';
