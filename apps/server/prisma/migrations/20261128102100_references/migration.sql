-- What letters refer to, and the places that may be referred to, as their TEI says now.

CREATE TABLE "letter_reference" (
    "letterId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "editionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "path" TEXT,
    "name" TEXT,
    "fragment" TEXT,
    "cRef" TEXT,
    "written" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "context" TEXT NOT NULL,

    CONSTRAINT "letter_reference_pkey" PRIMARY KEY ("letterId", "place")
);

CREATE INDEX "letter_reference_editionId_path_idx" ON "letter_reference"("editionId", "path");
CREATE INDEX "letter_reference_editionId_name_idx" ON "letter_reference"("editionId", "name");

ALTER TABLE "letter_reference" ADD CONSTRAINT "letter_reference_letterId_fkey"
    FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "letter_anchor" (
    "letterId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "element" TEXT NOT NULL,
    "n" TEXT,

    CONSTRAINT "letter_anchor_pkey" PRIMARY KEY ("letterId", "id")
);

ALTER TABLE "letter_anchor" ADD CONSTRAINT "letter_anchor_letterId_fkey"
    FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
