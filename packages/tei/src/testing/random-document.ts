import type { AttributeType } from '../attribute-type.js';
import { attributesOf } from '../attributes-of.js';
import { expectedAfter } from '../content/content-guard.js';
import type { AttributeRow } from '../element-row.js';
import { elements } from '../elements/index.js';
import { rowOf } from '../row-of.js';
import { teiNamespace } from '../tei-namespace.js';

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The smallest valid content of each element, and how deep it goes. */
const least = leastContents();

/** The smallest valid instance of an element, without attributes that it can do without. */
export function leastElement(name: string, random: () => number): string {
  return elementOf(name, least.get(name)?.children.map((child) => childOf(child, random)) ?? [], random, 0);
}

/** A document valid by the table's own words, as varied as `random` makes it. */
export function randomDocument(root: string, random: () => number): string {
  return randomElement(root, random, 5, { left: 12 }).replace(/^<(\w+)/, `<$1 xmlns="${teiNamespace}"`);
}

interface Budget {
  /** How many more elements the document may have where it has the choice. */
  left: number;
}

function randomElement(name: string, random: () => number, depth: number, budget: Budget): string {
  budget.left -= 1;
  const children: string[] = [];
  const sources: string[] = [];
  for (;;) {
    const expected = expectedAfter(name, children);
    if (expected === undefined)
      throw new Error(`The table contradicts itself in <${name}>${children.join(' ')}`);
    if (expected.mayEnd && (depth <= 0 || budget.left <= 0 || random() < 0.2)) break;
    const affordable = expected.names.filter((child) => (least.get(child)?.depth ?? 0) < depth);
    const child = budget.left > 0 ? pick(affordable, random) : undefined;
    if (child === undefined) {
      if (expected.mayEnd) break;
      const rest = completion(name, children, least)?.slice(children.length) ?? [];
      sources.push(...rest.map((one) => childOf(one, random)));
      break;
    }
    children.push(child);
    sources.push(child === '#text' ? 'ä word ' : randomElement(child, random, depth - 1, budget));
  }
  return elementOf(name, sources, random, 0.15);
}

function elementOf(name: string, children: readonly string[], random: () => number, chance: number): string {
  const row = rowOf(name);
  if (row === undefined) throw new Error(`<${name}> is not in the table`);
  // libxml2 keeps a state for every subset of an element's optional attributes, so no more than a few at a time.
  const attributes = attributesOf(row)
    .filter((attribute) => attribute.required || random() < chance)
    .filter((attribute, _, chosen) => chosen.every((other) => other.name !== attribute.insteadOf))
    .sort((one, other) => Number(other.required ?? 0) - Number(one.required ?? 0))
    .slice(0, 6)
    .map((attribute) => ` ${attribute.name}="${attributeValue(attribute, random)}"`);
  return `<${name}${attributes.join('')}>${children.join('')}</${name}>`;
}

function childOf(name: string, random: () => number): string {
  return name === '#text' ? 'text' : leastElement(name, random);
}

const samples: Readonly<Record<AttributeType, readonly string[]>> = {
  ID: [],
  languageTag: ['ru', 'de-Latn'],
  points: ['0,0 10,0 5.5,-3', '1,1 2,2 3,3 4,4'],
  token: ['-+|-+', ''],
  'teidata.certainty': ['high', '0.5', 'unknown'],
  'teidata.count': ['0', '12'],
  'teidata.duration.iso': ['P2Y', 'PT0.5H'],
  'teidata.duration.w3c': ['P2D', 'PT3H20M'],
  'teidata.enumerated': ['house-word', 'ö'],
  'teidata.language': ['', 'en', 'de-Latn-x-house'],
  'teidata.name': ['quote', 'ns:a-1'],
  'teidata.numeric': ['3', '-1/2', '1.5e3', '-INF'],
  'teidata.outputMeasurement': ['12mm', '50%'],
  'teidata.pointer': ['#here', '../volume.xml#stalin', 'https://example.org/?a=b'],
  'teidata.prefix': ['psn', 'a+b'],
  'teidata.probability': ['0', '0.25', '1'],
  'teidata.temporal.iso': ['1941-08-04', '1941-08-04/1941-08-05', '19410804'],
  'teidata.temporal.w3c': [
    '1941',
    '1941-08',
    '1941-08-04',
    '--08-04',
    '---04',
    '12:30:00',
    '1941-08-04T12:30:00Z',
  ],
  'teidata.text': ['', 'two words'],
  'teidata.truthValue': ['true', '0'],
  'teidata.version': ['5', '4.12.0'],
  'teidata.versionNumber': ['1.0', '2b3.4'],
  'teidata.word': ['word', '№', '-'],
  'teidata.xTruthValue': ['unknown', 'false'],
  'teidata.xmlName': ['entity'],
};

let identifiers = 0;

function attributeValue(attribute: AttributeRow, random: () => number): string {
  if (attribute.type === 'ID') {
    identifiers += 1;
    return `id-${identifiers}`;
  }
  const known = Object.keys(attribute.values ?? {});
  const choices = attribute.closed ? known : [...known, ...samples[attribute.type]];
  const one = () => pick(choices, random) ?? '';
  return attribute.many && random() < 0.4 ? `${one()} ${one()}` : one();
}

function pick<T>(choices: readonly T[], random: () => number): T | undefined {
  return choices[Math.floor(random() * choices.length)];
}

interface LeastContent {
  readonly children: readonly string[];
  readonly depth: number;
}

/** Found from the leaves upward: an element is done as soon as elements already done can fill it. */
function leastContents(): ReadonlyMap<string, LeastContent> {
  const done = new Map<string, LeastContent>();
  for (let depth = 1; done.size < elements.length; depth += 1) {
    const found = elements.flatMap((row) => {
      if (done.has(row.name)) return [];
      const children = completion(row.name, [], done);
      return children === undefined ? [] : [[row.name, { children, depth }] as const];
    });
    if (found.length === 0) break;
    for (const [name, content] of found) done.set(name, content);
  }
  return done;
}

/** The fewest children that make `begun` whole, of elements that are `done`. */
function completion(
  name: string,
  begun: readonly string[],
  done: ReadonlyMap<string, LeastContent>,
): readonly string[] | undefined {
  let open: readonly (readonly string[])[] = [begun];
  for (let length = 0; length < 5; length += 1) {
    const longer: (readonly string[])[] = [];
    for (const children of open) {
      const expected = expectedAfter(name, children);
      if (expected?.mayEnd) return children;
      const next = expected?.names.filter((child) => child !== '#text' && done.has(child)) ?? [];
      longer.push(...next.map((child) => [...children, child]));
    }
    open = longer.slice(0, 200);
  }
  return undefined;
}
