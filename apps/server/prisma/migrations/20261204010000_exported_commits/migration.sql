-- The history of editions as git is given it: a commit that was given once is given again just so.

CREATE TABLE "exported_commit" (
    "editionId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "people" JSONB NOT NULL,
    "message" TEXT NOT NULL,
    "files" JSONB NOT NULL,

    CONSTRAINT "exported_commit_pkey" PRIMARY KEY ("editionId","place")
);

ALTER TABLE "exported_commit" ADD CONSTRAINT "exported_commit_editionId_fkey"
    FOREIGN KEY ("editionId") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
