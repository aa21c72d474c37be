import { SaxesParser } from 'saxes';
import { checkStructure, type Fault } from './check-structure.js';
import { declaredEntities, endOfDoctype, namesExternalSubset } from './doctype.js';
import { lineAndColumn } from './line-and-column.js';
import type { WellFormednessCode, WellFormednessError } from './well-formedness-error.js';
import { defaultLimits, type XmlLimits } from './xml-limits.js';

/**
 * Whether a source is well-formed XML 1.0 with well-formed namespaces and within the limits: the first fault, or
 * undefined when there is none. Declared entities are allowed and never expanded; nothing is ever fetched.
 *
 * @example
 * checkWellFormed('<p>a</q>')?.message; // '</q> stands where </p> is expected: …'
 */
export function checkWellFormed(
  source: string,
  limits: Partial<XmlLimits> = {},
): WellFormednessError | undefined {
  const bounds = { ...defaultLimits, ...limits };
  const fault =
    checkSize(source, bounds) ??
    checkSurrogates(source) ??
    checkBeginning(source) ??
    checkStructure(source, bounds) ??
    parse(source);
  return fault && { ...fault, ...lineAndColumn(source, fault.offset) };
}

function checkSize(source: string, limits: XmlLimits): Fault | undefined {
  if (source.trim() === '') {
    return {
      code: 'empty-file',
      message: 'The file is empty.',
      offset: 0,
      advice: 'Check that it was saved and copied whole.',
    };
  }
  if (source.length <= limits.bytes) return undefined;
  return {
    code: 'file-too-large',
    message: `The file has ${source.length} characters; at most ${limits.bytes} are read.`,
    offset: 0,
    advice: 'Divide it into one file a letter.',
  };
}

function checkSurrogates(source: string): Fault | undefined {
  const offset = loneSurrogate(source);
  if (offset < 0) return undefined;
  const advice = 'Remove it. The program that wrote the file has cut a character in two.';
  return { code: 'illegal-character', message: 'Half of a character stands here.', offset, advice };
}

/** What begins with words is no XML at all; said before a parser trips over the end of it. */
function checkBeginning(source: string): Fault | undefined {
  const offset = source.search(/[^\s\uFEFF]/u);
  if (source[offset] === '<') return undefined;
  return {
    code: 'not-well-formed',
    message: 'The file does not begin as XML does, with a tag.',
    offset,
    advice: 'It may be plain text or another kind of file; if not, remove what stands before the first tag.',
  };
}

function loneSurrogate(source: string): number {
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code < 0xd800 || code > 0xdfff) continue;
    const next = source.charCodeAt(at + 1);
    if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return at;
    at += 1;
  }
  return -1;
}

/** Beginnings of the parser's messages, with ours. */
const PLAIN: readonly (readonly [RegExp, WellFormednessCode, string, string])[] = [
  [
    /^disallowed character in (?:tag|closing)/,
    'not-well-formed',
    'This is no element name.',
    'Write &lt; where the character < is meant.',
  ],
  [
    /^disallowed character in attribute/,
    'not-well-formed',
    'This is no attribute name.',
    'Check the quotes of the attribute before it.',
  ],
  [
    /^disallowed character in entity/,
    'not-well-formed',
    'This & begins no reference.',
    'Write &amp; where the character & is meant.',
  ],
  [
    /^disallowed character/,
    'illegal-character',
    'This character may not stand here in XML.',
    'Remove it. Inside a value, write &lt; for < and &amp; for &.',
  ],
  [
    /^undefined entity/,
    'undeclared-entity',
    'This entity is not declared.',
    'Write the character itself, or &amp; where & is meant.',
  ],
  [
    /^empty entity/,
    'not-well-formed',
    'This & begins no reference.',
    'Write &amp; where the character & is meant.',
  ],
  [
    /^malformed character entity/,
    'not-well-formed',
    'This reference is to no character that XML has.',
    'Write the number of the character that is meant, or &amp; where & is meant.',
  ],
  [
    /^unbound namespace prefix: "(.*)"/,
    'undeclared-prefix',
    'The prefix “$1” is not declared.',
    'Declare it with xmlns:$1="…", or remove it.',
  ],
  [
    /^duplicate attribute: (.*)\./,
    'doubled-attribute',
    'The attribute “$1” stands twice.',
    'Remove one of the two.',
  ],
  [
    /^no whitespace between attributes/,
    'not-well-formed',
    'A space is missing between two attributes.',
    'Put a space before the second.',
  ],
  [
    /^unquoted attribute value/,
    'not-well-formed',
    'An attribute’s value has no quotes.',
    'Put it between quotes.',
  ],
  [/^attribute without value/, 'not-well-formed', 'An attribute has no value.', 'Write name="value".'],
  [/^the string "\]\]>"/, 'not-well-formed', ']]> may not stand in text.', 'Write ]]&gt;.'],
  [
    /^text data outside/,
    'not-well-formed',
    'There is text outside of the root element.',
    'Move it inside, or remove it.',
  ],
  [
    /^documents may contain only one root/,
    'not-well-formed',
    'There is a second root element.',
    'A file holds one root element.',
  ],
  [
    /^document must contain a root/,
    'not-well-formed',
    'There is no root element.',
    'This may not be an XML file.',
  ],
  [
    /XML declaration/,
    'not-well-formed',
    'The XML declaration is not right or not at the very start.',
    'Let the file begin with <?xml version="1.0" encoding="UTF-8"?>.',
  ],
  [
    /^malformed comment/,
    'not-well-formed',
    'A comment may not hold two hyphens in a row.',
    'Write one hyphen, or a space between them.',
  ],
];

function parse(source: string): Fault | undefined {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let fault: Fault | undefined;
  const entities = entityNames(source);
  parser.ENTITIES = new Proxy(parser.ENTITIES, {
    get: (known, name) =>
      Reflect.get(known, name) ?? (typeof name === 'string' && entities(name) ? '' : undefined),
  });
  parser.on('error', (error) => {
    fault ??= translate(error.message, Math.max(0, parser.position - 1));
  });
  try {
    parser.write(source).close();
  } catch (error) {
    fault ??= translate(
      error instanceof Error ? error.message : String(error),
      Math.max(0, parser.position - 1),
    );
  }
  return fault;
}

/** Where the document type points to a file we never fetch, an entity may be declared there (XML 1.0, WFC: Entity Declared). */
function entityNames(source: string): (name: string) => boolean {
  const start = source.indexOf('<!DOCTYPE');
  if (start < 0) return () => false;
  const doctype = source.slice(start, Math.max(start, endOfDoctype(source, start)));
  const names = new Set(declaredEntities(doctype).map((entity) => entity.name));
  const anything = namesExternalSubset(doctype);
  return (name) => anything || names.has(name);
}

function translate(message: string, offset: number): Fault {
  const plain = message.replace(/^(?:[^:]*:)?\d+:\d+: /, '');
  for (const [pattern, code, ours, advice] of PLAIN) {
    const match = pattern.exec(plain);
    if (match) {
      const fill = (text: string) => text.replaceAll('$1', match[1] ?? '');
      return { code, message: fill(ours), offset, advice: fill(advice) };
    }
  }
  return {
    code: 'not-well-formed',
    message: `The file is not well-formed: ${plain}`,
    offset,
    advice: 'Correct the markup at this place.',
  };
}
