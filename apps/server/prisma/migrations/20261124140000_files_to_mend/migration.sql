-- CreateTable
CREATE TABLE "file_to_mend" (
    "id" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "bom" BOOLEAN NOT NULL DEFAULT false,
    "baseSource" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "line" INTEGER,
    "message" TEXT,
    "letterId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_to_mend_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "file_to_mend_editionId_path_key" ON "file_to_mend"("editionId", "path");

-- AddForeignKey
ALTER TABLE "file_to_mend" ADD CONSTRAINT "file_to_mend_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
