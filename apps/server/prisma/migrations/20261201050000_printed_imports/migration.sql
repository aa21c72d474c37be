-- Texts of printed volumes that are being read into letters, with what is decided of their doubts.

CREATE TABLE "printed_import" (
    "id" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "left" JSONB NOT NULL DEFAULT '[]',
    "rules" JSONB NOT NULL DEFAULT '{}',
    "decisions" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 0,
    "madeId" TEXT,
    "userId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "printed_import_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "printed_import_editionId_createdAt_idx" ON "printed_import"("editionId", "createdAt");
CREATE INDEX "printed_import_madeId_idx" ON "printed_import"("madeId");
CREATE INDEX "printed_import_userId_idx" ON "printed_import"("userId");

ALTER TABLE "printed_import" ADD CONSTRAINT "printed_import_editionId_fkey"
    FOREIGN KEY ("editionId") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "printed_import" ADD CONSTRAINT "printed_import_madeId_fkey"
    FOREIGN KEY ("madeId") REFERENCES "edition"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "printed_import" ADD CONSTRAINT "printed_import_userId_fkey"
    FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
