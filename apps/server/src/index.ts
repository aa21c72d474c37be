export { MigrationMismatch } from './database/migrate.js';
export { DatabaseUnusable } from './database/open-database.js';
export { EditionUnknown } from './editions/edition-named.js';
export { type ExportOutcome, exportEdition } from './editions/export-edition.js';
export { exportToGit } from './editions/git/export-to-git.js';
export { type DatabaseOptions, type ImportOutcome, importPaths } from './editions/import-paths.js';
export { LettersDiffer, type StoredEdition } from './editions/store-edition.js';
export { serve } from './serve.js';
export { PortTaken, type RunningServer, type ServerOptions, startServer } from './start-server.js';
