-- What a batch did to the TEI, so that the source of every version can be had as it was stored.
ALTER TABLE "step" ADD COLUMN "patch" JSONB;

-- States from which a letter can be opened without replaying all of its steps.
CREATE TABLE "checkpoint" (
    "letterId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "doc" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("letterId","version")
);

ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
