export type { ImportedRow, ImportFinding, ImportReport } from './import-report.js';
export type { ImportedEdition, ImportedFile, InputFile } from './imported-file.js';
export { type Refused, readSource } from './read-source.js';
export { type ImportResult, readTeiFiles } from './read-tei-files.js';
