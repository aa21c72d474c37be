import { childElements, type XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../element-tree.js';
import type { Manuscript, Witness } from '../letter-metadata.js';
import { actionsOf } from '../read-correspondence.js';
import { manuscriptParts, manuscriptsOf, routeOf, textLangOf, witnessesOf } from '../read-description.js';
import { headOfType, numberLabel } from '../read-headings.js';
import { attributePatch, quoteOf } from './attribute-patch.js';
import { CannotWrite } from './cannot-write.js';
import { insertion, type NewElement, removal } from './element-patch.js';
import { putBeside, putInto } from './header-part.js';
import type { MetadataEdit } from './metadata-edit.js';
import { patched, type SourcePatch } from './source-patch.js';
import { textPatch } from './text-patch.js';

type DescriptionEdit = Extract<
  MetadataEdit,
  { field: 'originalLanguage' | 'route' | 'supplied' | 'manuscripts' | 'witnesses' }
>;

/**
 * The patches that make a letter say something else of its copies, its original, its way, and of what the editors supplied.
 *
 * @throws {CannotWrite} where the file has no place for it that can be written without touching more
 */
export function descriptionPatches(source: string, tei: XmlElement, edit: DescriptionEdit): SourcePatch[] {
  switch (edit.field) {
    case 'originalLanguage':
      return writeOriginalLanguage(source, tei, edit.value);
    case 'route':
      return writeRoute(source, tei, edit.value);
    case 'supplied':
      return writeSupplied(source, tei, edit.of, edit.value);
    case 'manuscripts':
      return writeManuscript(source, tei, edit.index, edit.value);
    default:
      return writeWitness(source, tei, edit.index, edit.value);
  }
}

function writeOriginalLanguage(source: string, tei: XmlElement, language: string): SourcePatch[] {
  const there = textLangOf(tei);
  if (there && language === '') {
    return there.children.length === 0
      ? [removal(source, there)]
      : attributePatch(source, there, 'mainLang', undefined);
  }
  if (there) return attributePatch(source, there, 'mainLang', language);
  if (language === '') return [];
  const [bibl] = at(tei, 'teiHeader', 'fileDesc', 'sourceDesc', 'bibl');
  if (!bibl) throw new CannotWrite('Name a source of the letter first: the language is told of it.');
  const textLang = { name: 'textLang', attributes: { mainLang: language } };
  // Behind the words of the source, so that none of them is parted.
  return [insertion(source, bibl, textLang)];
}

function writeRoute(source: string, tei: XmlElement, words: string): SourcePatch[] {
  const there = routeOf(tei);
  if (there && words === '') {
    const action = there.parent;
    const isAlone = action && childElements(action).length === 1;
    return [removal(source, isAlone ? action : there)];
  }
  if (there) return textPatch(source, there, words);
  if (words === '') return [];
  const note: NewElement = { name: 'note', content: words };
  const action = actionsOf(tei).find((each) => attribute(each, 'type') === 'transmitted');
  if (action) return [putBeside(source, action, note)];
  const whole = { name: 'correspAction', attributes: { type: 'transmitted' }, content: [note] };
  const [context] = at(tei, 'teiHeader', 'profileDesc', 'correspDesc', 'correspContext');
  const [correspondence] = at(tei, 'teiHeader', 'profileDesc', 'correspDesc');
  if (!correspondence) return [putInto(source, tei, ['profileDesc', 'correspDesc'], whole)];
  return [putBeside(source, correspondence, whole, (child) => !context || child.start < context.start)];
}

/** The figure alone is supplied, without its label; of a title all of it. */
function writeSupplied(
  source: string,
  tei: XmlElement,
  of: 'number' | 'title',
  isSupplied: boolean,
): SourcePatch[] {
  const head = headOfType(tei, of);
  if (!head) throw new CannotWrite(`The letter has no head for its ${of}. Put one over it in the text.`);
  const supplied = [...within(head)].filter(({ localName }) => localName === 'supplied');
  if (supplied.length > 0 === isSupplied) return [];
  const words = source.slice(head.contentStart, head.contentEnd);
  if (!isSupplied) {
    const { contentStart: at, contentEnd: end } = head;
    const tags = supplied.flatMap((each) => [
      { start: each.start - at, end: each.contentStart - at, text: '' },
      { start: each.contentEnd - at, end: each.end - at, text: '' },
    ]);
    return [{ start: at, end, text: patched(words, tags) }];
  }
  if (head.contentEnd === head.end) throw new CannotWrite(`The ${of} has no words yet. Write them first.`);
  const label = of === 'number' ? (numberLabel.exec(words)?.[0] ?? '') : '';
  const prefix = head.name.slice(0, head.name.length - head.localName.length);
  const quote = quoteOf(source, head);
  const reason = of === 'number' ? 'lost' : 'no-title';
  const start = head.contentStart + label.length;
  const tag = `<${prefix}supplied reason=${quote}${reason}${quote}>`;
  return [{ start, end: head.contentEnd, text: `${tag}${words.slice(label.length)}</${prefix}supplied>` }];
}

function writeManuscript(
  source: string,
  tei: XmlElement,
  index: number | undefined,
  value: Manuscript | null,
): SourcePatch[] {
  const there = index === undefined ? undefined : manuscriptsOf(tei)[index];
  if (!there) return value ? [putInto(source, tei, ['fileDesc', 'sourceDesc'], manuscript(value))] : [];
  if (!value) return removed(source, there);
  const [identifier] = at(there, 'msIdentifier');
  if (!identifier)
    throw new CannotWrite('The copy is described in words only. Change them in the source view.');
  return (['settlement', 'repository', 'shelfmark'] as const).flatMap((part) => {
    const name = manuscriptParts[part];
    const [element] = at(identifier, name);
    const words = value[part] ?? '';
    if (element) return words === '' ? [removal(source, element)] : textPatch(source, element, words);
    if (words === '') return [];
    const before = orderOfIdentifier.slice(0, orderOfIdentifier.indexOf(name));
    return [
      insertion(source, identifier, { name, content: words }, ({ localName }) => before.includes(localName)),
    ];
  });
}

/** The order in which an identifier names what a copy is kept in. */
const orderOfIdentifier = [
  'placeName',
  'bloc',
  'country',
  'region',
  'settlement',
  'district',
  'geogName',
  'institution',
  'repository',
  'collection',
  'idno',
];

function manuscript({ settlement, repository, shelfmark }: Manuscript): NewElement {
  const parts = Object.entries({ settlement, repository, idno: shelfmark }).flatMap(([name, content]) =>
    content ? [{ name, content }] : [],
  );
  return { name: 'msDesc', content: [{ name: 'msIdentifier', content: parts }] };
}

function writeWitness(
  source: string,
  tei: XmlElement,
  index: number | undefined,
  value: Witness | null,
): SourcePatch[] {
  const there = index === undefined ? undefined : witnessesOf(tei)[index];
  if (there && !value) {
    const list = there.parent;
    return list && childElements(list).length === 1 ? removed(source, list) : [removal(source, there)];
  }
  if (!value) return [];
  const siglum = value.siglum || undefined;
  const isTaken = [...within(tei)].some(
    (element) => element !== there && siglum !== undefined && attribute(element, 'xml:id') === siglum,
  );
  if (isTaken) throw new CannotWrite(`The siglum “${siglum}” stands for something else in this file.`);
  if (siglum !== undefined && !/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(siglum))
    throw new CannotWrite(
      'A siglum begins with a letter, and has letters, figures, points and hyphens only.',
    );
  if (there)
    return [...attributePatch(source, there, 'xml:id', siglum), ...textPatch(source, there, value.text)];
  const witness = { name: 'witness', attributes: { 'xml:id': siglum }, content: value.text };
  return [putInto(source, tei, ['fileDesc', 'sourceDesc', 'listWit'], witness)];
}

/** What the description of the source may lose, as long as it names one at all. */
function removed(source: string, element: XmlElement): SourcePatch[] {
  if (element.parent && childElements(element.parent).length === 1)
    throw new CannotWrite('A file must name its source. Change the words instead.');
  return [removal(source, element)];
}
