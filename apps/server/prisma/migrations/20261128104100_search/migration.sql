-- What can be searched in the letters: their passages, and the words of these as the copy has them and as the edition reads them.
CREATE TABLE "search_part" (
    "letterId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "editionId" TEXT NOT NULL,
    "passages" JSONB NOT NULL,
    "written" tsvector NOT NULL,
    "emended" tsvector NOT NULL,

    CONSTRAINT "search_part_pkey" PRIMARY KEY ("letterId","part")
);

-- Every word that stands, or has stood, in an edition.
CREATE TABLE "search_word" (
    "editionId" TEXT NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("editionId","word")
);

CREATE INDEX "search_part_written_idx" ON "search_part" USING GIN ("written");
CREATE INDEX "search_part_emended_idx" ON "search_part" USING GIN ("emended");

ALTER TABLE "search_part" ADD CONSTRAINT "search_part_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "search_word" ADD CONSTRAINT "search_word_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
