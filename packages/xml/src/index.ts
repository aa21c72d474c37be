export { canonical } from './canonical.js';
export { type ChangedStretch, changedStretch } from './changed-stretch.js';
export { type CharacterEncoding, writableIn } from './character-encoding.js';
export { checkWellFormed } from './check-well-formed.js';
export { type DecodedXml, decode } from './decode.js';
export { attributeValue, childElements } from './element.js';
export { encode } from './encode.js';
export { EncodingError, type EncodingErrorCode } from './encoding-error.js';
export { escapeAttribute, escapeText, type Writable } from './escape.js';
export { lex } from './lex.js';
export { lineAndColumn, offsetOfPlace, type Place } from './line-and-column.js';
export { asOneLine, oneLine } from './one-line.js';
export {
  NoRootElement,
  parseTree,
  type XmlAttribute,
  type XmlElement,
  type XmlLeaf,
  type XmlNode,
} from './parse-tree.js';
export { type AttributeSpan, readTag, type Tag } from './read-tag.js';
export { decodeReference, decodeReferences } from './references.js';
export type { Token, TokenKind } from './token.js';
export type { WellFormednessCode, WellFormednessError } from './well-formedness-error.js';
export { defaultLimits, type XmlLimits } from './xml-limits.js';
