import { readVolume, teiNamespace } from '@chancery/tei';
import {
  checkWellFormed,
  childElements,
  type DecodedXml,
  parseTree,
  type WellFormednessCode,
  type XmlAttribute,
  type XmlElement,
} from '@chancery/xml';
import type { ImportFinding } from './import-report.js';
import type { ImportedFile, InputFile } from './imported-file.js';
import { inFile } from './in-file.js';
import { type Refused, readSource, refuse } from './read-source.js';
import type { ImportedSeries } from './series/series-file.js';
import { splitSeries } from './series/split-series.js';

/** A file that is TEI, with what is asked of it afterwards. */
export interface ReadFile {
  readonly file: ImportedFile;
  readonly root: XmlElement;
  /** Where its identifier stands, or its root element. */
  readonly idOffset: number;
  /** Every `xml:id` in it. */
  readonly identifiers: readonly string[];
  /** Its references into other files that name a place there. */
  readonly references: readonly { readonly target: string; readonly offset: number }[];
  readonly warnings: readonly ImportFinding[];
  /** It is a document of a series. */
  readonly isOfSeries?: true;
}

/** Whether the file could not be taken. */
export function isRefused(result: ReadFile | ReadDocuments | Refused): result is Refused {
  return 'refused' in result;
}

/** Faults that a person can mend in the text. The others are of size, or of bytes that no text can hold. */
const mendable: ReadonlySet<WellFormednessCode> = new Set([
  'mismatched-tag',
  'unclosed-element',
  'unended-markup',
  'undeclared-prefix',
  'undeclared-entity',
  'doubled-attribute',
  'not-well-formed',
]);

/** The longest text that is taken to be mended, in UTF-16 units. */
export const longestToMend = 4_000_000;

/** Reads one file that is one letter: from bytes to a tree, or to the one reason why not. */
export function readTeiFile(input: InputFile): ReadFile | Refused {
  const parsed = parse(input);
  if ('refused' in parsed) return parsed;
  return refusedAsTei(input.path, parsed) ?? describe(input.path, parsed.decoded, parsed.root);
}

/** What a file holds: one letter, or the documents of a series, with the frame that they stand in. */
export interface ReadDocuments {
  readonly files: readonly ReadFile[];
  readonly series?: ImportedSeries;
}

/** Reads one file that may hold many documents. */
export function readTeiDocuments(input: InputFile): ReadDocuments | Refused {
  const parsed = parse(input);
  if ('refused' in parsed) return parsed;
  const { path } = input;
  const { decoded, root } = parsed;
  const isVolume = root.localName === 'TEI' && readVolume(root).letters.length > 0;
  const split = isVolume || !isTei(root) ? undefined : splitSeries(path, decoded, root);
  if (!split) return refusedAsTei(path, parsed) ?? { files: [describe(path, decoded, root)] };
  const files = split.letters.map((letter) => {
    const { source: text, encoding, bom } = letter;
    const read = describe(letter.path, { text, encoding, bom }, parseTree(text));
    return { ...read, file: letter, isOfSeries: true as const };
  });
  return { files, series: split.series };
}

interface ParsedFile {
  readonly decoded: DecodedXml;
  readonly root: XmlElement;
}

function parse(input: InputFile): ParsedFile | Refused {
  const decoded = readSource(input);
  if ('refused' in decoded) return decoded;
  const { path } = input;
  const fault = checkWellFormed(decoded.text);
  if (fault !== undefined) {
    const { code, message, advice, line, column, offset } = fault;
    const refused = refuse(path, code, message, advice, { line, column, offset }, 'xml');
    const { text, encoding, bom } = decoded;
    return mendable.has(code) && text.length <= longestToMend
      ? { ...refused, toMend: { path, source: text, encoding, bom, fault } }
      : refused;
  }
  return { decoded, root: parseTree(decoded.text) };
}

function refusedAsTei(path: string, { decoded, root }: ParsedFile): Refused | undefined {
  const wrong = notTei(root);
  if (wrong === undefined) return undefined;
  const refused = inFile({ file: { ...nameless, path, source: decoded.text } }, root.start, {
    code: 'not-tei',
    severity: 'error',
    ...wrong,
    found: root.name,
  });
  return { refused };
}

/** A letter, or a corpus of them. */
function isTei({ localName, namespace }: XmlElement): boolean {
  return (
    (localName === 'TEI' || localName === 'teiCorpus') && (namespace === teiNamespace || namespace === '')
  );
}

const nameless = { id: '', kind: 'letter', encoding: 'utf-8', bom: false } as const;

function describe(path: string, decoded: DecodedXml, root: XmlElement): ReadFile {
  const identifier = root.attributes.find((attribute) => attribute.name === 'xml:id');
  const file: ImportedFile = {
    path,
    id: identifier?.value || stem(path),
    kind: readVolume(root).letters.length > 0 ? 'volume' : 'letter',
    source: decoded.text,
    encoding: decoded.encoding,
    bom: decoded.bom,
  };
  const warnings: ImportFinding[] = [];
  if (root.namespace === '') {
    warnings.push(
      inFile({ file }, root.start, {
        code: 'no-namespace',
        severity: 'warning',
        message: 'The file’s elements are in no namespace, so the schema knows none of them.',
        advice: `Add xmlns="${teiNamespace}" to the TEI element.`,
      }),
    );
  }
  return { file, root, idOffset: identifier?.start ?? root.start, ...pointers(root), warnings };
}

/** Attributes whose values are pointers (TEI Guidelines, 1.4.2, `teidata.pointer`). */
const pointing = new Set([
  'target',
  'ref',
  'resp',
  'corresp',
  'who',
  'hand',
  'source',
  'sameAs',
  'facs',
  'next',
  'prev',
]);

function pointers(root: XmlElement): Pick<ReadFile, 'identifiers' | 'references'> {
  const identifiers: string[] = [];
  const references: { target: string; offset: number }[] = [];
  const visit = (attribute: XmlAttribute): void => {
    if (attribute.name === 'xml:id') identifiers.push(attribute.value);
    if (!pointing.has(attribute.name)) return;
    for (const target of attribute.value.split(/\s+/)) {
      if (/^[^#:]+#[^#]+$/.test(target)) references.push({ target, offset: attribute.start });
    }
  };
  const pending = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    element.attributes.forEach(visit);
    pending.push(...childElements(element).reverse());
  }
  return { identifiers, references };
}

function notTei(root: XmlElement): { message: string; advice: string } | undefined {
  const home = root.namespace === teiNamespace || root.namespace === '';
  if (root.localName === 'TEI' && home) return undefined;
  if (root.localName === 'TEI') {
    return {
      message: `The root element TEI is in the namespace ${root.namespace}, which is not TEI’s.`,
      advice: `Write xmlns="${teiNamespace}".`,
    };
  }
  if (root.localName === 'teiCorpus' && home) {
    return {
      message: 'This file holds a whole corpus (teiCorpus), and no TEI element is in it.',
      advice: 'Import it when it holds documents, each in a TEI element of its own.',
    };
  }
  if (root.localName === 'TEI.2') {
    return {
      message: 'This is TEI P4 (TEI.2), which came before P5.',
      advice: 'Convert it to TEI P5 first.',
    };
  }
  return {
    message: `This is XML but not TEI: its root element is ${root.name}.`,
    advice: 'A TEI file begins with a TEI element. Leave this file out, or convert it to TEI first.',
  };
}

function stem(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.(?:tei\.)?xml$/i, '');
}
