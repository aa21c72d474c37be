export type { ImportedRow, ImportFinding, ImportReport } from './import-report.js';
export type { FileToMend, ImportedEdition, ImportedFile, InputFile } from './imported-file.js';
export { type Refused, readSource } from './read-source.js';
export { isRefused, longestToMend, readTeiFile } from './read-tei-file.js';
export { type ImportResult, type ReadOptions, readTeiFiles } from './read-tei-files.js';
