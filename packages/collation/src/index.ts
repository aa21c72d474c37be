export { align, type Stretch } from './align.js';
export { alignWords } from './align-words.js';
export { compareBlocks } from './compare-blocks.js';
export { compareLines, type TextPiece } from './compare-lines.js';
export {
  type Discrepancy,
  type DiscrepancyKind,
  discrepancies,
  discrepancyKinds,
} from './discrepancies.js';
export type { KeyedWord, Place } from './keyed-word.js';
export type { Markup, ReadingBlock, Run } from './reading-block.js';
export { type Piece, type Row, readingOf } from './row.js';
export { type Word, wordsOf } from './words.js';
