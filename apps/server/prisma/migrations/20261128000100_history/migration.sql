-- The source of every version can be had from the log; a revision only names one.
DROP INDEX "revision_letterId_version_idx";
ALTER TABLE "revision" DROP COLUMN "source",
  ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'named',
  ADD COLUMN "renamedAt" TIMESTAMPTZ(3),
  ADD COLUMN "renamedById" TEXT;
ALTER TABLE "revision" ALTER COLUMN "kind" DROP DEFAULT;

CREATE UNIQUE INDEX "revision_letterId_version_kind_key" ON "revision"("letterId", "version", "kind");
CREATE INDEX "revision_renamedById_idx" ON "revision"("renamedById");

ALTER TABLE "revision" ADD CONSTRAINT "revision_renamedById_fkey" FOREIGN KEY ("renamedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
