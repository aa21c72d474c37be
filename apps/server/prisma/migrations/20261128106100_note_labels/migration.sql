-- The label that a note bears in the volume; endnotes are counted by their first callouts, which stand in all letters.
ALTER TABLE "letter_note" DROP COLUMN "figure";
ALTER TABLE "letter_note" ADD COLUMN "shown" TEXT NOT NULL DEFAULT '';
ALTER TABLE "letter_callout" ADD COLUMN "inBack" BOOLEAN NOT NULL DEFAULT false;

-- Editions whose endnotes have to be counted anew before anybody is shown them.
CREATE TABLE "endnote_count" (
    "editionId" TEXT NOT NULL,
    "stale" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "endnote_count_pkey" PRIMARY KEY ("editionId")
);

ALTER TABLE "endnote_count" ADD CONSTRAINT "endnote_count_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
