-- CreateTable
CREATE TABLE "suggestion" (
    "id" TEXT NOT NULL,
    "letterId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "write" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "steps" JSONB NOT NULL,
    "fit" TEXT NOT NULL DEFAULT 'whole',
    "words" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'open',
    "deciderId" TEXT,
    "decision" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "suggestion_letterId_state_idx" ON "suggestion"("letterId", "state");

-- CreateIndex
CREATE INDEX "suggestion_authorId_idx" ON "suggestion"("authorId");

-- CreateIndex
CREATE INDEX "suggestion_deciderId_idx" ON "suggestion"("deciderId");

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
