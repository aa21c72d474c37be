-- What the queue of notes is put in order by, in narrow rows; a note that is in its file no more has no place.
ALTER TABLE "note_review" ADD COLUMN "editionId" TEXT;
ALTER TABLE "note_review" ADD COLUMN "series" TEXT;
ALTER TABLE "note_review" ADD COLUMN "place" INTEGER;

UPDATE "note_review" AS review SET "editionId" = note."editionId", "series" = note."series", "place" = note."place"
FROM "letter_note" AS note WHERE note."letterId" = review."letterId" AND note."noteId" = review."noteId";

CREATE INDEX "note_review_editionId_state_letterId_place_idx" ON "note_review"("editionId", "state", "letterId", "place");
