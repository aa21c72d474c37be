export { type EnteredLeaf, enterRecognized, type RecognizedLeaf } from './enter-recognized.js';
export { onPicture } from './on-picture.js';
export type { RecognizedBlock, RecognizedLine, RecognizedPage, RecognizedWord } from './recognized-page.js';
