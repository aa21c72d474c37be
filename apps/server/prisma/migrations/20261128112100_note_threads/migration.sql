-- What people say of a note is a thread like any other: what was said so far becomes one of each note.
WITH said AS (
  SELECT *, first_value("id") OVER (PARTITION BY "letterId", "noteId" ORDER BY "createdAt", "id") AS "threadId"
  FROM "note_event" WHERE "kind" = 'comment'
), thread AS (
  INSERT INTO "comment_thread" ("id", "letterId", "subject", "subjectId", "version", "words", "createdById", "createdAt")
  SELECT "id", "letterId", 'note', "noteId", 0, '', "userId", "createdAt" FROM said WHERE "id" = "threadId"
  RETURNING "id"
)
INSERT INTO "comment" ("id", "threadId", "authorId", "body", "createdAt")
SELECT said."id", said."threadId", said."userId", said."comment", said."createdAt"
FROM said JOIN thread ON thread."id" = said."threadId";

DELETE FROM "note_event" WHERE "kind" = 'comment';
