-- Text and lines that are recognized on the pictures of leaves, for the letters that they are put into.

CREATE TABLE "recognition" (
    "id" TEXT NOT NULL,
    "letterId" TEXT NOT NULL,
    "imageId" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "name" TEXT,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "percent" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "page" JSONB,
    "settled" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beatAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "recognition_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "recognition_letterId_imageId_idx" ON "recognition"("letterId", "imageId");
CREATE INDEX "recognition_imageId_idx" ON "recognition"("imageId");
CREATE INDEX "recognition_state_beatAt_idx" ON "recognition"("state", "beatAt");

ALTER TABLE "recognition" ADD CONSTRAINT "recognition_letterId_fkey"
    FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "recognition" ADD CONSTRAINT "recognition_imageId_fkey"
    FOREIGN KEY ("imageId") REFERENCES "page_image"("id") ON DELETE CASCADE ON UPDATE CASCADE;
