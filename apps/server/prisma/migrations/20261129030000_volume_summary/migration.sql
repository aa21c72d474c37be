-- The page of a volume is read without its file, which names each of its documents, and shows them a part at a time.
ALTER TABLE "volume_place" ADD COLUMN "fixed" TEXT, ADD COLUMN "steps" TEXT[];
CREATE INDEX "volume_place_editionId_place_idx" ON "volume_place"("editionId", "place");

CREATE TABLE "volume_summary" (
    "editionId" TEXT NOT NULL,
    "said" JSONB NOT NULL,
    "documents" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "volume_summary_pkey" PRIMARY KEY ("editionId")
);
ALTER TABLE "volume_summary" ADD CONSTRAINT "volume_summary_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
