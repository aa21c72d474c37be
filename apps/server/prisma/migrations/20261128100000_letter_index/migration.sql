-- Up to which version of a letter the tables say what its TEI says that lists, queues, registers and searches ask.
CREATE TABLE "letter_index" (
    "letterId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "stamp" TEXT NOT NULL,

    CONSTRAINT "letter_index_pkey" PRIMARY KEY ("letterId")
);
ALTER TABLE "letter_index" ADD CONSTRAINT "letter_index_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
