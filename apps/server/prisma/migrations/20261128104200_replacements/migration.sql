-- Words that are replaced over a volume: what is looked for, what stands in its place, and how far the work is.
CREATE TABLE "replacement" (
    "id" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "search" JSONB NOT NULL,
    "words" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "leftOut" JSONB NOT NULL,
    "task" TEXT NOT NULL DEFAULT 'suggest',
    "taskById" TEXT NOT NULL,
    "taskReason" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'queued',
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beatAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "replacement_pkey" PRIMARY KEY ("id")
);

-- A letter that a replacement concerns, and what became of its task there.
CREATE TABLE "replacement_letter" (
    "replacementId" TEXT NOT NULL,
    "letterId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "waits" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "replacement_letter_pkey" PRIMARY KEY ("replacementId","letterId")
);

-- A suggestion that a replacement has made, or is about to make.
CREATE TABLE "replacement_hit" (
    "suggestionId" TEXT NOT NULL,
    "replacementId" TEXT NOT NULL,
    "letterId" TEXT NOT NULL,

    CONSTRAINT "replacement_hit_pkey" PRIMARY KEY ("suggestionId")
);

CREATE INDEX "replacement_editionId_createdAt_idx" ON "replacement"("editionId", "createdAt");
CREATE INDEX "replacement_authorId_idx" ON "replacement"("authorId");
CREATE INDEX "replacement_taskById_idx" ON "replacement"("taskById");
CREATE INDEX "replacement_letter_letterId_idx" ON "replacement_letter"("letterId");
CREATE INDEX "replacement_hit_replacementId_letterId_idx" ON "replacement_hit"("replacementId", "letterId");

ALTER TABLE "replacement" ADD CONSTRAINT "replacement_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "replacement" ADD CONSTRAINT "replacement_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "replacement" ADD CONSTRAINT "replacement_taskById_fkey" FOREIGN KEY ("taskById") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "replacement_letter" ADD CONSTRAINT "replacement_letter_replacementId_fkey" FOREIGN KEY ("replacementId") REFERENCES "replacement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "replacement_letter" ADD CONSTRAINT "replacement_letter_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "replacement_hit" ADD CONSTRAINT "replacement_hit_replacementId_fkey" FOREIGN KEY ("replacementId") REFERENCES "replacement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
