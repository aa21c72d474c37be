export { buildLetter, type LetterDetails } from './build-letter.js';
export {
  type Builder,
  type BuiltAttributes,
  type BuiltContent,
  BuiltElement,
  builderOf,
  NotInTable,
} from './builder-of.js';
export { type BuiltDocument, doc, NoSuchTag } from './doc.js';
export { same } from './same.js';
