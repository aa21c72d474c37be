import { declaredEntities, expandedLengths, referencesIn } from './doctype.js';
import { lex } from './lex.js';
import { lineAndColumn } from './line-and-column.js';
import { readTag } from './read-tag.js';
import type { WellFormednessCode } from './well-formedness-error.js';
import type { XmlLimits } from './xml-limits.js';

/** A fault before its line and column are worked out. */
export interface Fault {
  readonly code: WellFormednessCode;
  readonly message: string;
  readonly offset: number;
  readonly advice: string;
}

const UNENDED: readonly (readonly [string, string, string])[] = [
  ['<!--', 'This comment never ends.', 'End it with -->.'],
  ['<![CDATA[', 'This CDATA section never ends.', 'End it with ]]>.'],
  ['<!DOCTYPE', 'This document type declaration never ends.', 'End it with > or ]>.'],
  ['<?', 'This processing instruction never ends.', 'End it with ?>.'],
];

/**
 * What the tokens alone tell: limits, markup that never ends, tags that do not match. Done before the parser is
 * asked, because here the message can name both ends of a mismatch, and a bomb is refused before anything is built.
 */
export function checkStructure(source: string, limits: XmlLimits): Fault | undefined {
  const open: { name: string; start: number }[] = [];
  let lengths: ReadonlyMap<string, number> = new Map();
  let expanded = 0;
  for (const token of lex(source)) {
    if (lengths.size > 0 && (token.kind === 'text' || token.kind === 'open' || token.kind === 'empty')) {
      for (const name of referencesIn(source.slice(token.start, token.end)))
        expanded += lengths.get(name) ?? 0;
      if (expanded > limits.expansion)
        return tooLarge(
          `The entities used up to here would grow beyond ${limits.expansion} characters.`,
          token.start,
        );
    }
    switch (token.kind) {
      case 'malformed':
        return unended(source, token.start);
      case 'doctype': {
        const read = checkDeclarations(source, token, limits);
        if ('code' in read) return read;
        lengths = read;
        break;
      }
      case 'open':
      case 'empty': {
        const tag = readTag(source, token);
        if (tag.attributes.length > limits.attributes) {
          return {
            code: 'too-many-attributes',
            message: `<${tag.name}> has ${tag.attributes.length} attributes; at most ${limits.attributes} are read.`,
            offset: token.start,
            advice: 'Remove attributes that have no use.',
          };
        }
        const long = [tag, ...tag.attributes].find(({ name }) => name.length > limits.name);
        if (long) {
          return {
            code: 'name-too-long',
            message: `The name “${long.name.slice(0, 20)}…” has ${long.name.length} characters; at most ${limits.name} are read.`,
            offset: token.start,
            advice: 'Check the program that wrote the file.',
          };
        }
        if (open.length + 1 > limits.depth) {
          return {
            code: 'too-deep',
            message: `Elements are nested more than ${limits.depth} deep here.`,
            offset: token.start,
            advice: 'No letter needs this. Check the program that wrote the file.',
          };
        }
        if (token.kind === 'open') open.push({ name: tag.name, start: token.start });
        break;
      }
      case 'close': {
        const name = readTag(source, token).name;
        const last = open.pop();
        if (last?.name !== name) return mismatch(source, name, token.start, last);
        break;
      }
      default:
    }
  }
  const left = open.pop();
  if (!left) return undefined;
  return {
    code: 'unclosed-element',
    message: `<${left.name}> is opened here and never closed.`,
    offset: left.start,
    advice: `Write </${left.name}> where it should end. The file may also have been cut off.`,
  };
}

/** The lengths of the entities that are declared. */
function checkDeclarations(
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
  { doctype, entityLength }: XmlLimits,
): ReadonlyMap<string, number> | Fault {
  if (end - start > doctype)
    return tooLarge(
      `The document type declaration has ${end - start} characters; at most ${doctype} are read.`,
      start,
    );
  const lengths = expandedLengths(declaredEntities(source.slice(start, end)));
  for (const length of lengths.values()) {
    if (length > entityLength)
      return tooLarge(`An entity declared here would grow beyond ${entityLength} characters.`, start);
  }
  return lengths;
}

function tooLarge(message: string, offset: number): Fault {
  const advice = 'Files like this are made to exhaust the machine that reads them. Remove the declarations.';
  return { code: 'entity-too-large', message, offset, advice };
}

function mismatch(
  source: string,
  name: string,
  offset: number,
  last: { name: string; start: number } | undefined,
): Fault {
  if (!last) {
    return {
      code: 'mismatched-tag',
      message: `</${name}> closes nothing: no element is open here.`,
      offset,
      advice: `Remove it, or write <${name}> where the element begins.`,
    };
  }
  const at = lineAndColumn(source, last.start);
  return {
    code: 'mismatched-tag',
    message: `</${name}> stands where </${last.name}> is expected: <${last.name}> was opened in line ${at.line}, column ${at.column}.`,
    offset,
    advice: `Close <${last.name}> before </${name}>.`,
  };
}

function unended(source: string, offset: number): Fault {
  for (const [start, message, advice] of UNENDED) {
    if (source.startsWith(start, offset)) return { code: 'unended-markup', message, offset, advice };
  }
  return {
    code: 'unended-markup',
    message: 'A tag begins here with < and never ends.',
    offset,
    advice: 'End it with >, close its quotes, or write &lt; where the character < is meant.',
  };
}
