-- The place of a note’s file in the volume, so that a page of the queue is read straight off an index.
ALTER TABLE "note_review" ADD COLUMN "line" INTEGER NOT NULL DEFAULT -1;

UPDATE "note_review" AS review SET "line" = line."place"
FROM "calendar_line" AS line WHERE line."letterId" = review."letterId";

DROP INDEX "note_review_editionId_state_letterId_place_idx";
CREATE INDEX "note_review_queue_idx" ON "note_review"("editionId", "state", "line", "letterId", "place", "series", "authorId");
