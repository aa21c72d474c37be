export { KeptReading } from './kept-reading.js';
export type {
  Correspondent,
  DateType,
  EndnoteCallout,
  LetterDate,
  LetterMetadata,
  LetterNumber,
  LetterPlace,
  LetterTitle,
  TextBasis,
} from './letter-metadata.js';
export { printedNumber } from './printed-number.js';
export { readMetadata } from './read-metadata.js';
export { readVolume } from './read-volume.js';
export type {
  Endnote,
  ExcludedText,
  FrontPiece,
  LetterTarget,
  RegisterEntry,
  TitlePagePart,
  VolumeMetadata,
} from './volume-metadata.js';
