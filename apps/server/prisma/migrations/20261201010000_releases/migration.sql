-- Editions as they went out, with the texts that all their outputs are made of.

CREATE TABLE "release" (
    "id" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "rng" TEXT,
    "sch" TEXT,
    "userId" TEXT,
    "signedBy" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "acknowledged" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "releasedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" TEXT,
    "withdrawn" TEXT,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "release_editionId_number_key" ON "release"("editionId", "number");
CREATE INDEX "release_userId_idx" ON "release"("userId");
CREATE INDEX "release_withdrawnById_idx" ON "release"("withdrawnById");

CREATE TABLE "release_text" (
    "sha256" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "release_text_pkey" PRIMARY KEY ("sha256")
);

CREATE TABLE "release_file" (
    "releaseId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "letterId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "bom" BOOLEAN NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "release_file_pkey" PRIMARY KEY ("releaseId", "place")
);

CREATE INDEX "release_file_sha256_idx" ON "release_file"("sha256");

-- An edition that has been released is not deleted.
ALTER TABLE "release" ADD CONSTRAINT "release_editionId_fkey"
    FOREIGN KEY ("editionId") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "release" ADD CONSTRAINT "release_userId_fkey"
    FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "release" ADD CONSTRAINT "release_withdrawnById_fkey"
    FOREIGN KEY ("withdrawnById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "release_file" ADD CONSTRAINT "release_file_releaseId_fkey"
    FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "release_file" ADD CONSTRAINT "release_file_sha256_fkey"
    FOREIGN KEY ("sha256") REFERENCES "release_text"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "publication" ADD COLUMN "releaseId" TEXT;
CREATE INDEX "publication_releaseId_idx" ON "publication"("releaseId");
ALTER TABLE "publication" ADD CONSTRAINT "publication_releaseId_fkey"
    FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE FUNCTION release_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD."releasedAt" IS NOT NULL THEN
            RAISE EXCEPTION 'A release is withdrawn, never deleted.';
        END IF;
        RETURN OLD;
    END IF;
    IF (OLD."number", OLD."digest", OLD."signedBy", OLD."note", OLD."createdAt")
        IS DISTINCT FROM (NEW."number", NEW."digest", NEW."signedBy", NEW."note", NEW."createdAt") THEN
        RAISE EXCEPTION 'A release is never changed.';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER release_is_frozen BEFORE UPDATE OR DELETE ON "release"
    FOR EACH ROW EXECUTE FUNCTION release_is_frozen();

CREATE FUNCTION release_text_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The texts of a release are never changed.';
END $$;

CREATE TRIGGER release_file_is_frozen BEFORE UPDATE ON "release_file"
    FOR EACH ROW EXECUTE FUNCTION release_text_is_frozen();
CREATE TRIGGER release_text_is_frozen BEFORE UPDATE ON "release_text"
    FOR EACH ROW EXECUTE FUNCTION release_text_is_frozen();
