export type { EditionImage, EditionSource, TeiFile } from './edition-source.js';
export type { PartName } from './parts/part-name.js';
export type { PrintTemplate, ProofMarks, ProofQuery } from './print/index.js';
export { type PublishOptions, publishEdition } from './publish-edition.js';
export { PublishError, type PublishErrorCode, type PublishPlace } from './publish-error.js';
export type { PublishedPart, PublishProgress, PublishReport, PublishWarning } from './publish-report.js';
export { type LetterInVolume, type LetterPages, setLetter } from './set-letter.js';
export { StylesheetError } from './transform/compile-stylesheet.js';
export { SourceError } from './transform/gate.js';
export { EscapeAttempt } from './transform/lock-down.js';
export { Source } from './transform/source.js';
export { Stylesheet } from './transform/stylesheet.js';
export {
  type ParameterValue,
  type StylesheetMessage,
  TransformError,
  type Transformed,
  transform,
} from './transform/transform.js';
export { volumeOfLetters } from './volume-of-letters.js';
