import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributeAllows } from '../attribute-allows.js';
import { contentAllows, expectedAfter, mayContain } from '../content/content-guard.js';
import { elements } from '../elements/index.js';
import { teiNamespace } from '../tei-namespace.js';
import { hasJing, jingErrors, readText } from '../testing/jing.js';
import { leastElement, randomDocument, randomNumbers } from '../testing/random-document.js';
import { inRepository, teiAllPath } from '../testing/repository.js';
import { verdictOf } from '../testing/verdict.js';
import { withStart } from '../testing/with-start.js';
import { toRelaxNg } from './to-relax-ng.js';

/** jing starts a Java machine, which takes its time on a busy one. */
const jingTimeout = 180_000;

const names = elements.map((row) => row.name);
const schema = toRelaxNg(elements);
const ofDocument = verdictOf(schema);
const ofAnyElement = verdictOf(withStart(schema, names));

function randomDocuments(count: number, seed: number): string[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, index) =>
    randomDocument(names[index % names.length] ?? 'TEI', random),
  );
}

describe('letters.rng', () => {
  it('accepts whatever the table makes', () => {
    for (const document of randomDocuments(names.length, 1957)) {
      expect(ofAnyElement(document), document).toBeUndefined();
    }
  });

  it(
    'is never wider than TEI: tei_all accepts whatever the table makes',
    (context) => {
      if (!hasJing || !existsSync(teiAllPath)) context.skip('jing or ../shared/tei/tei_all.rng is not here');
      const errors = jingErrors(
        withStart(readText(teiAllPath), names),
        randomDocuments(2 * names.length, 1941),
      );
      expect([...errors.values()]).toEqual([]);
    },
    jingTimeout,
  );

  it(
    'means the same to jing as to libxml2',
    (context) => {
      if (!hasJing) context.skip('jing is not here');
      const random = randomNumbers(7);
      const documents = randomDocuments(names.length, 7).map((document) => damaged(document, random));
      const errors = jingErrors(withStart(schema, names), documents);
      for (const [index, document] of documents.entries()) {
        expect(ofAnyElement(document) === undefined, document).toBe(!errors.has(index));
      }
    },
    jingTimeout,
  );

  it('loses an element, and nothing else, with its row', () => {
    const withoutGap = elements.filter((row) => row.name !== 'gap');
    const verdict = verdictOf(
      withStart(
        toRelaxNg(withoutGap),
        withoutGap.map((row) => row.name),
      ),
    );
    const paragraph = (inner: string) => `<p xmlns="${teiNamespace}">Dear ${inner}</p>`;
    expect(verdict(paragraph('<persName>Ada</persName>'))).toBeUndefined();
    expect(verdict(paragraph('<gap/>'))).toBeDefined();
    expect(ofAnyElement(paragraph('<gap/>'))).toBeUndefined();
  });

  it('takes one of two attributes that exclude each other', () => {
    const relation = (attributes: string) => `<relation xmlns="${teiNamespace}" name="ally" ${attributes}/>`;
    expect(ofAnyElement(relation('active="#stalin" passive="#churchill"'))).toBeUndefined();
    expect(ofAnyElement(relation('mutual="#stalin #churchill"'))).toBeUndefined();
    expect(ofAnyElement(relation('active="#stalin" mutual="#churchill"'))).toBeDefined();
  });

  it('takes only a TEI document as a whole', () => {
    expect(ofDocument(`<p xmlns="${teiNamespace}"/>`)).toBeDefined();
    expect(ofDocument(randomDocument('TEI', randomNumbers(3)))).toBeUndefined();
  });

  const corpus = [
    'corpus/volume.xml',
    ...readdirSync(inRepository('corpus/letters')).map((file) => `corpus/letters/${file}`),
  ];

  it.each(corpus)('accepts %s', (path) => {
    expect(ofDocument(readText(inRepository(path)))).toBeUndefined();
  });

  it(
    'agrees with TEI on the sample volume: tei_all accepts it',
    (context) => {
      if (!hasJing || !existsSync(teiAllPath)) context.skip('jing or ../shared/tei/tei_all.rng is not here');
      const errors = jingErrors(
        readText(teiAllPath),
        corpus.map((path) => readText(inRepository(path))),
      );
      expect([...errors.values()]).toEqual([]);
    },
    jingTimeout,
  );
});

describe('the content guard', () => {
  it('says of changed children what the schema says', () => {
    const random = randomNumbers(20);
    let refused = 0;
    for (const parent of names) {
      for (let round = 0; round < 6; round += 1) {
        const children = changedChildren(parent, random);
        const inner = children
          .map((child) => (child === '#text' ? 'text' : leastElement(child, random)))
          .join('');
        const whole = leastElement(parent, random).replace(
          /^<(\w+)([^>]*)>.*$/s,
          `<$1$2 xmlns="${teiNamespace}">${inner}</$1>`,
        );
        const allowed = contentAllows(parent, children);
        if (!allowed) refused += 1;
        expect(ofAnyElement(whole) === undefined, whole).toBe(allowed);
      }
    }
    expect(refused).toBeGreaterThan(50);
  });

  it('knows what may stand in an element', () => {
    expect(mayContain('p', 'persName')).toBe(true);
    expect(mayContain('p', '#text')).toBe(true);
    expect(mayContain('list', '#text')).toBe(false);
    expect(mayContain('p', 'div')).toBe(false);
    expect(mayContain('pb', 'p')).toBe(false);
    expect(mayContain('unheardOf', 'p')).toBe(false);
  });
});

describe('the guard of attribute values', () => {
  const attributes = new Map(
    elements.flatMap((row) =>
      row.attributes.map((attribute) => [`${row.name}/@${attribute.name}`, { row, attribute }] as const),
    ),
  );

  it('is not empty', () => {
    expect(attributes.size).toBeGreaterThan(20);
  });

  const values = [
    '',
    'word',
    'two words',
    'high',
    'sent',
    '12',
    '-3',
    '0.5',
    '1/2',
    '#here',
    'a\u00a0b',
    '—',
    'true',
    'I',
  ];

  it.each([...attributes])('judges %s as the schema does', (_, { row, attribute }) => {
    for (const value of values) {
      const bare = leastElement(row.name, randomNumbers(1)).replace(
        new RegExp(` ${attribute.name}="[^"]*"`),
        '',
      );
      const document = bare.replace(/^<(\w+)/, `<$1 xmlns="${teiNamespace}" ${attribute.name}="${value}"`);
      expect(attributeAllows(attribute, value), document).toBe(ofAnyElement(document) === undefined);
    }
  });
});

/** Children that the parent may have, with one taken away, doubled, or put in from elsewhere. */
function changedChildren(parent: string, random: () => number): string[] {
  const children: string[] = [];
  while (children.length < 4) {
    const expected = expectedAfter(parent, children);
    const next = expected?.names[Math.floor(random() * expected.names.length)];
    if (next === undefined || (expected?.mayEnd && random() < 0.2)) break;
    children.push(next);
  }
  const at = Math.floor(random() * (children.length + 1));
  const stranger = names[Math.floor(random() * names.length)] ?? 'p';
  if (random() < 0.5) children.splice(at, 1);
  else children.splice(at, 0, random() < 0.3 ? '#text' : stranger);
  return children.filter((child, index) => child !== '#text' || children[index - 1] !== '#text');
}

/** The document with one of its elements renamed. */
function damaged(document: string, random: () => number): string {
  const used = [...document.matchAll(/<(\w+)/g)].map((match) => match[1] ?? '').slice(1);
  const from = used[Math.floor(random() * used.length)];
  const to = names[Math.floor(random() * names.length)] ?? 'p';
  return from === undefined
    ? document
    : document.replaceAll(new RegExp(`(</?)${from}(?=[ />])`, 'g'), `$1${to}`);
}
