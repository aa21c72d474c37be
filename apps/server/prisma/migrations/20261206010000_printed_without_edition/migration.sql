-- The text of a printed volume may be sent where there is no edition yet.

ALTER TABLE "printed_import" ALTER COLUMN "editionId" DROP NOT NULL;
