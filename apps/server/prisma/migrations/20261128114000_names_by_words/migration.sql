-- Whom a name stands for elsewhere, and where one stands that is nobody's yet, is read out of the indexes alone.
DROP INDEX "name_use_editionId_kind_words_idx";
CREATE INDEX "name_use_editionId_kind_words_path_target_idx" ON "name_use"("editionId", "kind", "words", "path", "target");
DROP INDEX "name_use_of_nobody_idx";
CREATE INDEX "name_use_of_nobody_idx" ON "name_use"("editionId", "kind", "words") INCLUDE ("letterId", "place") WHERE "written" IS NULL;
