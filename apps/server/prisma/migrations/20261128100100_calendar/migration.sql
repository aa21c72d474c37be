-- The calendar of a volume, as lists show, sort and filter it: read out of the TEI of the letters and of the volume's own file.
CREATE TABLE "volume_place" (
    "editionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "decides" BOOLEAN NOT NULL,
    "number" TEXT,
    "enclosedIn" TEXT,

    CONSTRAINT "volume_place_pkey" PRIMARY KEY ("editionId","name")
);
ALTER TABLE "volume_place" ADD CONSTRAINT "volume_place_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "calendar_line" (
    "letterId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "ownNumber" TEXT,
    "number" TEXT,
    "numberSupplied" BOOLEAN NOT NULL,
    "enclosedIn" TEXT,
    "title" TEXT NOT NULL,
    "titleSupplied" BOOLEAN NOT NULL,
    "titleSort" TEXT NOT NULL,
    "dateType" TEXT,
    "datePrinted" TEXT,
    "dateWhen" TEXT,
    "incipit" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "calendar_line_pkey" PRIMARY KEY ("letterId")
);
ALTER TABLE "calendar_line" ADD CONSTRAINT "calendar_line_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "calendar_line_editionId_place_letterId_idx" ON "calendar_line"("editionId", "place", "letterId");

-- The stages of an edition's letters are counted without reading the letters.
CREATE INDEX "letter_editionId_stage_errorCount_warningCount_id_idx" ON "letter"("editionId", "stage", "errorCount", "warningCount", "id");
