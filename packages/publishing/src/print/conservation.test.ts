import { readFileSync } from 'node:fs';
import { parseTree, type XmlElement, type XmlNode } from '@chancery/xml';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asPrintedEdition } from '../as-printed-edition.js';
import { orderEdition } from '../order-edition.js';
import { printVolume, stopTypesetter } from './index.js';

const corpus = new URL('../../../../corpus/', import.meta.url);
const volume = { path: 'volume.xml', source: readFileSync(new URL('volume.xml', corpus), 'utf8') };
const letters = [...volume.source.matchAll(/target="(letters\/[^"]+)"/g)].map(([, path = '']) => ({
  path,
  source: readFileSync(new URL(path, corpus), 'utf8'),
}));

/** What the PDF says, read from its own streams: the text of the pages, and that of the notes at their feet. */
interface Said {
  readonly body: string;
  readonly notes: readonly string[];
}

let said: Said;

beforeAll(async () => {
  const { pdf } = await printVolume({ volume, letters });
  said = await readPdf(pdf);
}, 240_000);
afterAll(stopTypesetter);

describe('the printed volume against its TEI', () => {
  it('has every document, paragraph and callout once and in order', () => {
    const expected = letters.map(({ source }) => expectedDocument(parseTree(source))).join('');
    const documents = said.body.slice(said.body.lastIndexOf('DOCUMENTS') + 'DOCUMENTS'.length);
    expect(documents.slice(0, documents.lastIndexOf('NOTES1'))).toBe(expected);
  });

  it('has the front matter once and in order', () => {
    const root = parseTree(volume.source);
    for (const type of ['foreword', 'publishers-note']) {
      const part = all(root, 'div').find((div) => attribute(div, 'type') === type);
      if (!part) throw new Error(`the volume has no ${type}`);
      // The figures of page notes begin again on each page, so that only the page knows them.
      const text = fold(textOf(part, '§').replaceAll('§', '\u0001'));
      const pattern = new RegExp(
        [...text].map((c) => (c === '\u0001' ? '\\d' : c.replace(/\W/, '\\$&'))).join(''),
        'g',
      );
      expect([...said.body.matchAll(pattern)]).toHaveLength(1);
    }
  });

  it('has every page note once, in order, and numbered anew on each page', () => {
    const notes = all(parseTree(volume.source), 'note').filter(
      (note) => attribute(note, 'type') === 'footnote',
    );
    const pattern = notes.map((note) => `(\\d)${fold(textOf(note, '')).replace(/\W/g, '\\$&')}`).join('');
    const figures = new RegExp(`^${pattern}$`).exec(said.notes.join(''))?.slice(1).map(Number);
    const anew = figures?.filter((figure, i) => figure !== (figures[i - 1] ?? 0) + 1);
    expect(anew).toEqual(said.notes.slice(1).map(() => 1));
  });

  it('says of every end note where it is called', () => {
    const notes = said.body.slice(said.body.lastIndexOf('NOTES1'));
    const wanting = fold('[The text of this note is wanting in the source.]');
    expect(notes.split(wanting)).toHaveLength(5);
    expect(notes).toContain(
      fold('2 [The text of this note is wanting in the source.] Called at No. 2, p. 11; No. 3, p. 13.'),
    );
  });
});

it('the printed index has every name with its pages, what the register says, and the messages', async () => {
  const { volume: whole, documents } = asPrintedEdition(orderEdition({ volume, letters }));
  const { pdf } = await printVolume({ volume: whole, letters: documents.flatMap(({ file }) => file ?? []) });
  // It is set in the size of the page notes.
  const index = (await readPdf(pdf)).notes.at(-1) ?? '';
  const terms = all(parseTree(whole.source), 'term').map((term) => textOf(term, ''));
  expect(terms).toHaveLength(26);
  expect(terms.filter((term) => !index.includes(fold(term)))).toEqual([]);
  expect(index).toContain(
    fold(
      'Stalin, J. V. (Chairman of the Council of Ministers of the U.S.S.R.), 7, 8, 13–16; messages from, Nos. 1, 4, [6]; messages to, Nos. 2, 3, [5], [7]',
    ),
  );
  expect(index).toContain(fold('Hull, Cordell (Author of The Memoirs of Cordell Hull), 7, 7 n.'));
});

/** Letters, figures and signs, without what printing may change: spaces, division, capitals, kinds of quotes and dashes. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u00AD\u200B\u2060]/g, '')
    .replace(/[‘’“”'"]/g, '')
    .replace(/[-‐‑–—]/g, '');
}

function expectedDocument(tei: XmlElement): string {
  const figure = (ptr: XmlElement) => /endnote-(\d+)$/.exec(attribute(ptr, 'target') ?? '')?.[1] ?? '';
  const body = all(tei, 'body').map((element) => textOf(element, '', figure));
  return fold(body.join(''));
}

function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((one) => one.name === name)?.value;
}

function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    child.type === 'element' ? [...(child.localName === name ? [child] : []), ...all(child, name)] : [],
  );
}

/** The text as it should print, `call` where a page note is called. */
function textOf(node: XmlNode, call: string, figure: (ptr: XmlElement) => string = () => ''): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  if (node.type !== 'element') return '';
  const inside = node.children
    .map((child) => {
      if (child.type !== 'element') return textOf(child, call, figure);
      if (child.localName === 'note') return call;
      if (child.localName === 'ptr') return figure(child);
      if (child.localName === 'milestone') return '***';
      const text = textOf(child, call, figure);
      if (child.localName !== 'supplied') return text;
      return node.localName === 'head' && attribute(node, 'type') === 'title' ? `${text}*` : `[${text}]`;
    })
    .join('');
  return inside;
}

// ---- Reading a PDF (ISO 32000-1 §9: text; §14.6: marked content) ---------------------------------------------

async function readPdf(bytes: Uint8Array): Promise<Said> {
  const document = await PDFDocument.load(bytes);
  let body = '';
  const notes: string[] = [];
  for (const page of document.getPages()) {
    const lookup = (object: PDFObject | undefined) => document.context.lookup(object as PDFRef | undefined);
    const fonts = new Map<string, Map<number, string>>();
    const resources = lookup(page.node.Resources()?.get(PDFName.of('Font')));
    if (resources instanceof PDFDict) {
      for (const [name, reference] of resources.entries()) {
        const font = lookup(reference);
        if (!(font instanceof PDFDict)) continue;
        const map = lookup(font.get(PDFName.of('ToUnicode')));
        if (map instanceof PDFRawStream) fonts.set(name.asString(), readCharacterMap(text(map)));
      }
    }
    const contents = lookup(page.node.get(PDFName.of('Contents')));
    const streams = contents instanceof PDFArray ? contents.asArray().map(lookup) : [contents];
    const content = streams.map((stream) => (stream instanceof PDFRawStream ? text(stream) : '')).join('\n');
    const read = readContent(content, fonts);
    body += fold(read.body);
    if (read.notes !== '') notes.push(fold(read.notes));
  }
  return { body, notes };
}

function text(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

function readCharacterMap(map: string): Map<number, string> {
  const characters = new Map<number, string>();
  const utf16 = (hex: string) =>
    (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, from = '', to = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g)) {
      characters.set(Number.parseInt(from, 16), utf16(to));
    }
  }
  return characters;
}

/** Notes at the foot are told by their size, and what repeats on every page by being an artifact. */
function readContent(
  content: string,
  fonts: Map<string, Map<number, string>>,
): { body: string; notes: string } {
  const out = { body: '', notes: '' };
  let font = new Map<number, string>();
  let size = 0;
  const marked: { artifact: boolean; instead: string | undefined }[] = [];
  const say = (words: string) => {
    if (marked.some(({ artifact, instead }) => artifact || instead !== undefined)) return;
    out[size === 9.5 ? 'notes' : 'body'] += words;
  };
  // Parentheses that balance stand in a string as they are (§7.3.4.2), here three deep at most.
  const string = [1, 2, 3].reduce((inner) => `\\((?:[^\\\\()]|\\\\[^]|${inner})*\\)`, '\\(\\)');
  const tokens = new RegExp(
    `/[^\\s/<>[\\]()]+|<<|>>|<[0-9a-fA-F\\s]*>|${string}|[[\\]]|[^\\s/<>[\\]()]+`,
    'g',
  );
  let operands: string[] = [];
  for (const [token] of content.matchAll(tokens)) {
    switch (token) {
      case 'Tf':
        font = fonts.get(operands.at(-2) ?? '') ?? new Map();
        size = Number(operands.at(-1));
        break;
      case 'Tj':
      case 'TJ':
        for (const shown of operands.filter((one) => /^[<(]/.test(one))) {
          say(
            glyphs(shown)
              .map((glyph) => font.get(glyph) ?? '')
              .join(''),
          );
        }
        break;
      case 'BMC':
      case 'BDC': {
        const at = operands.indexOf('/ActualText');
        const instead = at < 0 ? undefined : actualText(operands[at + 1] ?? '');
        if (instead !== undefined) say(instead);
        marked.push({ artifact: operands[0] === '/Artifact', instead });
        break;
      }
      case 'EMC':
        marked.pop();
        break;
      default:
        if (/^[A-Za-z'"*]/.test(token)) break;
        operands.push(token);
        continue;
    }
    operands = [];
  }
  return out;
}

function bytesOf(token: string): number[] {
  if (token.startsWith('<')) {
    return (token.slice(1, -1).replace(/\s/g, '').match(/../g) ?? []).map((pair) =>
      Number.parseInt(pair, 16),
    );
  }
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const plain = token
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
    );
  return [...plain].map((character) => character.charCodeAt(0));
}

function glyphs(token: string): number[] {
  const bytes = bytesOf(token);
  return Array.from(
    { length: bytes.length / 2 },
    (_, i) => (bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0),
  );
}

function actualText(token: string): string {
  const bytes = bytesOf(token);
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return String.fromCharCode(...bytes);
  return glyphs(token)
    .slice(1)
    .map((unit) => String.fromCharCode(unit))
    .join('');
}
