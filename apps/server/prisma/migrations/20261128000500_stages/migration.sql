-- What an edition demands and how it works: see `editionSettings`.
ALTER TABLE "edition" ADD COLUMN "settings" JSONB NOT NULL DEFAULT '{}';

-- How many passages have changed since a proof was signed and are to be read again.
ALTER TABLE "letter" ADD COLUMN "touched" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "assignment" (
    "letterId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "dueOn" DATE,
    "assignedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("letterId","stage")
);

CREATE TABLE "stage_move" (
    "id" TEXT NOT NULL,
    "letterId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "comment" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenBackAt" TIMESTAMPTZ(3),
    "takenBackById" TEXT,

    CONSTRAINT "stage_move_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reading" (
    "id" TEXT NOT NULL,
    "letterId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "copy" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changes" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "partnerId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reading_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "passage_read" (
    "id" TEXT NOT NULL,
    "letterId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "from" INTEGER NOT NULL,
    "to" INTEGER NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "passage_read_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "assignment_userId_idx" ON "assignment"("userId");
CREATE INDEX "assignment_assignedById_idx" ON "assignment"("assignedById");
CREATE INDEX "stage_move_letterId_createdAt_idx" ON "stage_move"("letterId", "createdAt");
CREATE INDEX "stage_move_userId_idx" ON "stage_move"("userId");
CREATE INDEX "stage_move_takenBackById_idx" ON "stage_move"("takenBackById");
CREATE INDEX "reading_letterId_createdAt_idx" ON "reading"("letterId", "createdAt");
CREATE INDEX "reading_userId_idx" ON "reading"("userId");
CREATE INDEX "reading_partnerId_idx" ON "reading"("partnerId");
CREATE INDEX "passage_read_letterId_version_idx" ON "passage_read"("letterId", "version");
CREATE INDEX "passage_read_userId_idx" ON "passage_read"("userId");

ALTER TABLE "assignment" ADD CONSTRAINT "assignment_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_assignedById_fkey" FOREIGN KEY ("assignedById") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stage_move" ADD CONSTRAINT "stage_move_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "stage_move" ADD CONSTRAINT "stage_move_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stage_move" ADD CONSTRAINT "stage_move_takenBackById_fkey" FOREIGN KEY ("takenBackById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "reading" ADD CONSTRAINT "reading_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "reading" ADD CONSTRAINT "reading_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reading" ADD CONSTRAINT "reading_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "passage_read" ADD CONSTRAINT "passage_read_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "passage_read" ADD CONSTRAINT "passage_read_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
