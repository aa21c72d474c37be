import { escapeText, parseTree, type XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { readingText } from '../header/reading-text.js';
import type { GeneratedPart } from '../header/volume-metadata.js';
import { CannotWrite } from '../header/write/cannot-write.js';
import { insertion, type NewElement, removal } from '../header/write/element-patch.js';
import { putBeside } from '../header/write/header-part.js';
import { patched, type SourcePatch } from '../header/write/source-patch.js';
import { colophonOf, imprintOf } from './imprint.js';
import { type IndexEntry, indexList } from './index-part.js';
import { readPageSetting } from './read-page-setting.js';

const headings: Readonly<Record<GeneratedPart, string>> = {
  method: 'EDITORIAL METHOD',
  emendations: 'EMENDATIONS',
  index: 'INDEX',
  imprint: 'IMPRINT',
  colophon: 'COLOPHON',
};

const isPart = (type: string | undefined): type is GeneratedPart =>
  type !== undefined && Object.hasOwn(headings, type);

/** The places in which generated parts are to be printed: `divGen` of their types. */
function placesOf(tei: XmlElement): { readonly element: XmlElement; readonly part: GeneratedPart }[] {
  return at(tei, 'text')
    .flatMap((text) => [...within(text)])
    .flatMap((element) => {
      const type = element.localName === 'divGen' ? attribute(element, 'type') : undefined;
      return isPart(type) ? [{ element, part: type }] : [];
    });
}

/** Which of them the volume prints. */
export function readGeneratedParts(tei: XmlElement): GeneratedPart[] {
  return placesOf(tei).map(({ part }) => part);
}

/**
 * The patches that have these parts printed and no others. A new imprint stands behind the title page, other parts last in
 * the back matter.
 */
export function generatedPartPatches(
  source: string,
  tei: XmlElement,
  wanted: readonly GeneratedPart[],
): SourcePatch[] {
  const there = placesOf(tei);
  const patches = there
    .filter(({ part }) => !wanted.includes(part))
    .map(({ element }) => removal(source, element));
  const added = wanted.filter((part) => !there.some((each) => each.part === part));
  if (added.length === 0) return patches;
  const text = at(tei, 'text')[0];
  if (!text) throw new CannotWrite('The volume has no text. Write one in its source.');
  const place = (part: GeneratedPart): NewElement => ({
    name: 'divGen',
    attributes: { 'xml:id': part, type: part },
  });
  const front = at(text, 'front')[0];
  const isInFront = (part: GeneratedPart) => part === 'imprint' && front !== undefined;
  if (front && added.includes('imprint'))
    patches.push(insertion(source, front, place('imprint'), ({ localName }) => localName === 'titlePage'));
  const last = added.filter((part) => !isInFront(part)).map(place);
  if (last.length === 0) return patches;
  const back = at(text, 'back')[0];
  if (!back) return [...patches, putBeside(source, text, { name: 'back', content: last })];
  const texts = last.map((element) => insertion(source, back, element));
  const [first] = texts;
  return first ? [...patches, { ...first, text: texts.map((each) => each.text).join('') }] : patches;
}

/** What the volume's own file does not say of what is generated in it. */
interface GeneratedFrom {
  readonly emendations: readonly string[];
  readonly index: readonly IndexEntry[];
  readonly release?: string | undefined;
}

/**
 * The volume with its generated parts written out where they are to be printed: its statement of method, paragraph for
 * paragraph, its list of emendations, its index, its imprint and its colophon. Lines stay the lines that they were.
 *
 * @param made the emendations as the printed list has them, in the order of the volume, the entries of the index, and what the
 *   edition is called by its readers
 */
export function withGeneratedParts(source: string, { emendations, index, release }: GeneratedFrom): string {
  const tei = parseTree(source);
  const patches = placesOf(tei).map(({ element, part }): SourcePatch => {
    const prefix = element.name.slice(0, -element.localName.length);
    const wrap = (name: string, content: string, attributes = '') =>
      `<${prefix}${name}${attributes}>${content}</${prefix}${name}>`;
    const [head] = at(element, 'head');
    const id = attribute(element, 'xml:id') ?? part;
    const paragraphs = (all: readonly string[]) => all.map((each) => wrap('p', escapeText(each))).join('');
    const contents: Readonly<Record<GeneratedPart, () => string>> = {
      method: () => methodOf(source, tei),
      index: () => indexList(index, prefix),
      emendations: () =>
        emendations.length === 0
          ? paragraphs(['The edition does not depart from its copy.'])
          : wrap(
              'list',
              emendations.map((each) => wrap('item', escapeText(each))).join(''),
              ' type="emendations"',
            ),
      imprint: () => paragraphs(imprintOf(tei)),
      colophon: () => paragraphs(colophonOf(readPageSetting(tei), release)),
    };
    const heading = wrap('head', escapeText(head ? readingText(head) : headings[part]));
    const text = wrap('div', heading + contents[part](), ` xml:id="${id}" type="${part}"`);
    const lines = source.slice(element.start, element.end).match(/\r\n|\r|\n/g) ?? [];
    return {
      start: element.start,
      end: element.end,
      text: text.replaceAll(/\s*[\r\n]\s*/g, ' ') + lines.join(''),
    };
  });
  return patched(source, patches);
}

/** All that the header declares of the editorial method, as it is written there. */
function methodOf(source: string, tei: XmlElement): string {
  return at(tei, 'teiHeader', 'encodingDesc', 'editorialDecl')
    .flatMap((declaration) => [...within(declaration, ({ localName }) => localName !== 'p')])
    .filter(({ localName }) => localName === 'p')
    .map(({ start, end }) => source.slice(start, end))
    .join('');
}
