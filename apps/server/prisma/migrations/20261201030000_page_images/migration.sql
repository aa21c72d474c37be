-- The pictures of the leaves of the copy, and which letters they belong to.

CREATE TABLE "page_image" (
    "id" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "alt" TEXT NOT NULL DEFAULT '',
    "sha256" TEXT NOT NULL,
    "page" INTEGER NOT NULL DEFAULT 0,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "levels" INTEGER NOT NULL,
    "rotation" INTEGER NOT NULL DEFAULT 0,
    "crop" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "userId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "page_image_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "page_image_editionId_path_key" ON "page_image"("editionId", "path");
CREATE INDEX "page_image_editionId_place_idx" ON "page_image"("editionId", "place");
CREATE INDEX "page_image_sha256_idx" ON "page_image"("sha256");
CREATE INDEX "page_image_userId_idx" ON "page_image"("userId");

CREATE TABLE "letter_image" (
    "letterId" TEXT NOT NULL,
    "imageId" TEXT NOT NULL,

    CONSTRAINT "letter_image_pkey" PRIMARY KEY ("letterId", "imageId")
);

CREATE INDEX "letter_image_imageId_idx" ON "letter_image"("imageId");

ALTER TABLE "page_image" ADD CONSTRAINT "page_image_editionId_fkey"
    FOREIGN KEY ("editionId") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "page_image" ADD CONSTRAINT "page_image_userId_fkey"
    FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "letter_image" ADD CONSTRAINT "letter_image_letterId_fkey"
    FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "letter_image" ADD CONSTRAINT "letter_image_imageId_fkey"
    FOREIGN KEY ("imageId") REFERENCES "page_image"("id") ON DELETE CASCADE ON UPDATE CASCADE;
