import { childElements, type XmlElement } from '@chancery/xml';
import type { EmendationKind } from '../element-row.js';
import { at, attribute, within } from '../header/element-tree.js';
import { readResponsible } from '../header/read-responsible.js';
import type { Responsible } from '../header/volume-metadata.js';
import type { ReadingKind } from '../passages/passage.js';
import { passageLabel } from '../passages/passage-label.js';
import { readsAs } from '../passages/reads-as.js';
import { rowOf } from '../row-of.js';
import type { Emendation } from './emendation.js';
import { reasonAttributes } from './reason-attributes.js';

/** How many characters of the words around an emendation are told. */
const around = 60;

/**
 * The emendations of a text, its notes included, in its order: every `choice`, with whatever readings it offers as one, and
 * every correction, regularization, expansion, supplied, superfluous or unclear passage and gap that stands by itself. What
 * only keeps or names a reading of the copy (`sic`, `orig`, `abbr` without another reading) departs from nothing.
 *
 * @param responsible those whom the volume names, beside those of the file's own header
 */
export function readEmendations(tei: XmlElement, responsible: readonly Responsible[] = []): Emendation[] {
  const blocks = new Map<XmlElement, BlockWords>();
  const names = new Map([...responsible, ...readResponsible(tei)].map(({ id, name }) => [id, name]));
  return emendationsOf(tei).map((element) => {
    const block = blockOf(element);
    let words = blocks.get(block);
    if (!words) {
      words = wordsIn(block);
      blocks.set(block, words);
    }
    const [from, to] = words.spans.get(element) ?? [0, 0];
    const { given, cert, resp } = detailsOf(element);
    return {
      kind: kindOf(element),
      label: passageLabel(block),
      copy: wordsOf(element, 'written'),
      edition: wordsOf(element, 'emended'),
      before: cutBefore(words.text.slice(0, from)),
      after: cutAfter(words.text.slice(to)),
      reason: given,
      resp: resp
        ?.map((pointer) => pointer.slice(pointer.indexOf('#') + 1))
        .map((id) => names.get(id) ?? id)
        .join(', '),
      cert,
      start: element.start,
      end: element.end,
    };
  });
}

/** The elements that {@link readEmendations} reads, in its order. */
function emendationsOf(tei: XmlElement): XmlElement[] {
  return at(tei, 'text')
    .flatMap((text) => [...within(text)])
    .filter(({ localName, parent }) => {
      const row = rowOf(localName);
      return row?.emendation !== undefined && row.reads !== 'copy' && parent?.localName !== 'choice';
    });
}

function kindOf(element: XmlElement): EmendationKind {
  const kinds = (element.localName === 'choice' ? childElements(element) : []).flatMap(
    ({ localName }) => rowOf(localName)?.emendation ?? [],
  );
  return kinds[0] ?? rowOf(element.localName)?.emendation ?? 'correction';
}

/** What is said of it where the edition's reading stands, or else at the element itself. */
function detailsOf(element: XmlElement) {
  const readings = childElements(element).filter(({ localName }) => rowOf(localName)?.reads !== 'copy');
  const said = element.localName === 'choice' ? [...readings, element] : [element];
  const one = (name: string) => said.map((each) => attribute(each, name)).find(Boolean);
  return { given: said.map(reasonOf).find(Boolean), cert: one('cert'), resp: one('resp')?.split(' ') };
}

function reasonOf(element: XmlElement): string | undefined {
  const row = rowOf(element.localName);
  const told = row && reasonAttributes(row).find(({ name }) => attribute(element, name));
  return (
    told &&
    attribute(element, told.name)
      ?.split(' ')
      .map((token) => told.values?.[token] ?? token)
      .join(', ')
  );
}

/** The element whose words are the context of what stands in it. */
function blockOf(element: XmlElement): XmlElement {
  let block = element;
  for (let up = element.parent; up; up = up.parent) {
    block = up;
    const shape = rowOf(up.localName)?.shape;
    if (up.localName === 'note' || (shape !== 'phrase' && shape !== 'inline' && shape !== 'leaf')) break;
  }
  return block;
}

interface BlockWords {
  readonly text: string;
  readonly spans: ReadonlyMap<XmlElement, readonly [number, number]>;
}

/** All words of a block as the edition reads them, and where each element's are. */
function wordsIn(block: XmlElement): BlockWords {
  const spans = new Map<XmlElement, readonly [number, number]>();
  const parts: string[] = [];
  let length = 0;
  const push = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  function gather(parent: XmlElement): void {
    for (const child of parent.children) {
      if (child.type === 'text' || child.type === 'cdata') push(child.value);
      if (child.type !== 'element') continue;
      const from = length;
      const reads = readsAs(child, 'emended');
      if (reads === 'words') gather(child);
      else if (reads === 'space') push(' ');
      spans.set(child, [from, length]);
    }
  }
  gather(block);
  return { text: parts.join(''), spans };
}

/** The words of an element in one of its readings, its own included. */
function wordsOf(element: XmlElement, kind: ReadingKind): string {
  function gather(one: XmlElement): string {
    const reads = readsAs(one, kind);
    if (reads !== 'words') return reads === 'space' ? ' ' : '';
    return one.children
      .map((child) =>
        child.type === 'text' || child.type === 'cdata'
          ? child.value
          : child.type === 'element'
            ? gather(child)
            : '',
      )
      .join('');
  }
  return normalized(gather(element)).trim();
}

const normalized = (text: string) => text.replace(/[ \t\r\n]+/g, ' ');

/** The last words of a text, whole. */
function cutBefore(text: string): string {
  const words = normalized(text).trimStart();
  return words.length <= around ? words : `… ${words.slice(-around).replace(/^\S*\s/, '')}`;
}

/** The first words of a text, whole. */
function cutAfter(text: string): string {
  const words = normalized(text).trimEnd();
  return words.length <= around ? words : `${words.slice(0, around).replace(/\s\S*$/, '')} …`;
}
