-- The letters of a volume are counted by stage out of this index alone: it says which of the files is the volume's own.
CREATE INDEX "letter_editionId_stage_errorCount_warningCount_kind_id_idx" ON "letter"("editionId", "stage", "errorCount", "warningCount", "kind", "id");
DROP INDEX "letter_editionId_stage_errorCount_warningCount_id_idx";
