-- Pages that bear no identifier yet may be referred to: they are given one then.
ALTER TABLE "letter_anchor" ADD COLUMN "named" BOOLEAN NOT NULL DEFAULT true;
