-- Where the letters depart from their copies, as their TEI says now.

CREATE TABLE "letter_emendation" (
    "letterId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "editionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "copy" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "reason" TEXT,
    "resp" TEXT,
    "cert" TEXT,

    CONSTRAINT "letter_emendation_pkey" PRIMARY KEY ("letterId", "place")
);

CREATE INDEX "letter_emendation_editionId_kind_idx" ON "letter_emendation"("editionId", "kind");

ALTER TABLE "letter_emendation" ADD CONSTRAINT "letter_emendation_letterId_fkey"
    FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
