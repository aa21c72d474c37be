-- What two transcribers key is kept in an edition that nobody is a member of, so that it is in no calendar and no publication.
ALTER TABLE "edition" ADD COLUMN "keyingsOfId" TEXT;
CREATE UNIQUE INDEX "edition_keyingsOfId_key" ON "edition"("keyingsOfId");
ALTER TABLE "edition" ADD CONSTRAINT "edition_keyingsOfId_fkey" FOREIGN KEY ("keyingsOfId") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One of the two keyings of a letter: a letter of its own, that its transcriber alone sees until both are handed in.
CREATE TABLE "keying" (
    "letterId" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "keyedId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "handedInAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "keying_pkey" PRIMARY KEY ("letterId","slot")
);

-- A place in which two keyings differ, and what is decided of it.
CREATE TABLE "discrepancy" (
    "letterId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "difference" JSONB NOT NULL,
    "choice" TEXT,
    "text" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "discrepancy_pkey" PRIMARY KEY ("letterId","place")
);

-- When the letter was made of its two keyings.
ALTER TABLE "letter" ADD COLUMN "collatedAt" TIMESTAMPTZ(3);

CREATE UNIQUE INDEX "keying_keyedId_key" ON "keying"("keyedId");
CREATE INDEX "keying_userId_idx" ON "keying"("userId");
CREATE INDEX "discrepancy_decidedById_idx" ON "discrepancy"("decidedById");

ALTER TABLE "keying" ADD CONSTRAINT "keying_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "keying" ADD CONSTRAINT "keying_keyedId_fkey" FOREIGN KEY ("keyedId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "keying" ADD CONSTRAINT "keying_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
