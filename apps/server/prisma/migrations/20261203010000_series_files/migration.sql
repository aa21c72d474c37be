-- Files with many documents: the frame that their documents, each of them a letter, stand in.

CREATE TABLE "series_file" (
    "id" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "bom" BOOLEAN NOT NULL DEFAULT false,
    "frame" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "series_file_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "series_file_editionId_path_key" ON "series_file"("editionId", "path");

ALTER TABLE "series_file" ADD CONSTRAINT "series_file_editionId_fkey"
    FOREIGN KEY ("editionId") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
