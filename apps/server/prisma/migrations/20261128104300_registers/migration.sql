-- The entries of the registers and the names in the letters, as their TEI says now; and merges, so that they can be taken back.

CREATE TABLE "register_entry" (
    "letterId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sort" TEXT COLLATE "C" NOT NULL,
    "words" TEXT NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "register_entry_pkey" PRIMARY KEY ("letterId", "id")
);

CREATE INDEX "register_entry_editionId_kind_sort_id_idx" ON "register_entry"("editionId", "kind", "sort", "id");

ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_letterId_fkey"
    FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "name_use" (
    "letterId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "editionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "path" TEXT,
    "target" TEXT,
    "written" TEXT,
    "words" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "isInHeader" BOOLEAN NOT NULL,

    CONSTRAINT "name_use_pkey" PRIMARY KEY ("letterId", "place")
);

CREATE INDEX "name_use_editionId_path_target_letterId_idx" ON "name_use"("editionId", "path", "target", "letterId");
CREATE INDEX "name_use_editionId_kind_words_idx" ON "name_use"("editionId", "kind", "words");

ALTER TABLE "name_use" ADD CONSTRAINT "name_use_letterId_fkey"
    FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "register_merge" (
    "id" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "from" JSONB NOT NULL,
    "into" JSONB NOT NULL,
    "letters" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "register_merge_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "register_merge_editionId_createdAt_idx" ON "register_merge"("editionId", "createdAt");
CREATE INDEX "register_merge_userId_idx" ON "register_merge"("userId");

ALTER TABLE "register_merge" ADD CONSTRAINT "register_merge_editionId_fkey"
    FOREIGN KEY ("editionId") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "register_merge" ADD CONSTRAINT "register_merge_userId_fkey"
    FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
