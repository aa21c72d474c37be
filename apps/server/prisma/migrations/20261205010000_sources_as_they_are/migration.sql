-- A letter's source is written again with each edit that is stored, and compressing a long one takes longer than all else
-- that the database does for a key. Out of line and not compressed it takes some more of the disk.

ALTER TABLE "letter" ALTER COLUMN "source" SET STORAGE EXTERNAL;
