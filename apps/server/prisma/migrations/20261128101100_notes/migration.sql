-- The notes of the letters and of the volume, and where they are called; read out of the TEI.
CREATE TABLE "letter_note" (
    "letterId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "figure" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "label" TEXT,
    "text" TEXT NOT NULL,

    CONSTRAINT "letter_note_pkey" PRIMARY KEY ("letterId","noteId")
);

CREATE TABLE "letter_callout" (
    "letterId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "editionId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "where" TEXT NOT NULL,

    CONSTRAINT "letter_callout_pkey" PRIMARY KEY ("letterId","place")
);

-- Every wording that a note has had, as far as the house has seen it.
CREATE TABLE "note_wording" (
    "letterId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_wording_pkey" PRIMARY KEY ("letterId","noteId","version")
);

-- Where a note stands in its review. It outlives the note, which may come back by undo.
CREATE TABLE "note_review" (
    "letterId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL,
    "approvedVersion" INTEGER,
    "authorId" TEXT,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_review_pkey" PRIMARY KEY ("letterId","noteId")
);

-- What was said and decided of a note.
CREATE TABLE "note_event" (
    "id" TEXT NOT NULL,
    "letterId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "approvedBefore" INTEGER,
    "comment" TEXT NOT NULL DEFAULT '',
    "unread" INTEGER NOT NULL DEFAULT 0,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "note_event_pkey" PRIMARY KEY ("id")
);

-- Callouts that somebody has read in context, with the wording that the note had then.
CREATE TABLE "note_reading" (
    "letterId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "callout" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_reading_pkey" PRIMARY KEY ("letterId","noteId","userId","callout")
);

CREATE INDEX "letter_note_editionId_idx" ON "letter_note"("editionId");
CREATE INDEX "letter_callout_editionId_path_noteId_idx" ON "letter_callout"("editionId", "path", "noteId");
CREATE INDEX "note_event_letterId_noteId_createdAt_idx" ON "note_event"("letterId", "noteId", "createdAt");
CREATE INDEX "note_event_userId_idx" ON "note_event"("userId");
CREATE INDEX "note_wording_authorId_idx" ON "note_wording"("authorId");
CREATE INDEX "note_review_authorId_idx" ON "note_review"("authorId");
CREATE INDEX "note_reading_userId_idx" ON "note_reading"("userId");

ALTER TABLE "letter_note" ADD CONSTRAINT "letter_note_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "letter_callout" ADD CONSTRAINT "letter_callout_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "note_wording" ADD CONSTRAINT "note_wording_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "note_wording" ADD CONSTRAINT "note_wording_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "note_review" ADD CONSTRAINT "note_review_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "note_review" ADD CONSTRAINT "note_review_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "note_event" ADD CONSTRAINT "note_event_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "note_event" ADD CONSTRAINT "note_event_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "note_reading" ADD CONSTRAINT "note_reading_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "note_reading" ADD CONSTRAINT "note_reading_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
