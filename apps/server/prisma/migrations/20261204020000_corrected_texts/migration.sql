-- A corrected text of a printed volume, after letters were made of the former one.

ALTER TABLE "printed_import" ADD COLUMN "corrected" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "printed_import" ADD COLUMN "brought" JSONB NOT NULL DEFAULT '{}';
