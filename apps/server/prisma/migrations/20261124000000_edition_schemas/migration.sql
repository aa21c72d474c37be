-- AlterTable
ALTER TABLE "edition" ADD COLUMN     "rng" TEXT,
ADD COLUMN     "sch" TEXT;
