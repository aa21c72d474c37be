-- The names that stand for nobody yet are counted whenever a register is opened; most names stand for somebody.
CREATE INDEX "name_use_of_nobody_idx" ON "name_use"("editionId", "kind", "words") INCLUDE ("letterId") WHERE "written" IS NULL;
