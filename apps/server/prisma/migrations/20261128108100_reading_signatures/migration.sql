-- Of two who read together each signs for themself. What was entered before was signed for both.
ALTER TABLE "reading" ADD COLUMN "partnerSignedAt" TIMESTAMPTZ(3);

UPDATE "reading" SET "partnerSignedAt" = "createdAt" WHERE "partnerId" IS NOT NULL;
