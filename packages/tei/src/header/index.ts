export { type HeaderField, headerFieldAt } from './header-field-at.js';
export { KeptReading } from './kept-reading.js';
export type {
  ContextReference,
  Correspondent,
  DateType,
  EndnoteCallout,
  HeaderNote,
  LetterDate,
  LetterDescription,
  LetterMetadata,
  LetterNumber,
  LetterPlace,
  LetterTitle,
  Manuscript,
  TextBasis,
  Witness,
} from './letter-metadata.js';
export { printedNumber } from './printed-number.js';
export { calendarDate } from './read-dates.js';
export { readDescription } from './read-description.js';
export { readMetadata } from './read-metadata.js';
export { type PublicationFacts, readPublication } from './read-publication.js';
export { readResponsible } from './read-responsible.js';
export { readVolume } from './read-volume.js';
export type {
  DatePlace,
  Endnote,
  ExcludedText,
  FrontPiece,
  GeneratedPart,
  LetterTarget,
  NonExtantMessage,
  Numbering,
  PrintedDate,
  RegisterEntry,
  Responsible,
  TitlePagePart,
  VolumeMetadata,
} from './volume-metadata.js';
export { attributePatch } from './write/attribute-patch.js';
export { CannotWrite } from './write/cannot-write.js';
export type { DateValue, MetadataEdit, NameValue } from './write/metadata-edit.js';
export { metadataPatches } from './write/metadata-patches.js';
export {
  type Contributor,
  type RevisionPoint,
  renamedRevisionPatches,
  revisionPatches,
} from './write/revision-patches.js';
export { patched, type SourcePatch } from './write/source-patch.js';
