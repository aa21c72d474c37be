import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import type { Correspondent } from '../header/letter-metadata.js';
import { readingText } from '../header/reading-text.js';
import type { NonExtantMessage } from '../header/volume-metadata.js';
import { attributePatch } from '../header/write/attribute-patch.js';
import { CannotWrite } from '../header/write/cannot-write.js';
import { attributesOfDate, dateAttributes } from '../header/write/date-attributes.js';
import { insertion, type NewElement, removal } from '../header/write/element-patch.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { textPatch } from '../header/write/text-patch.js';
import { NoSuchPlace } from './no-such-place.js';
import { nonExtantLists } from './read-non-extant.js';

type Message = Omit<NonExtantMessage, 'id'>;

/**
 * The patches that enter a message in the register of those that were not found, change its entry, or take it out. The
 * first one begins the register, behind all else of the back matter.
 *
 * @throws {CannotWrite} without any evidence for the message
 */
export function nonExtantPatches(
  source: string,
  tei: XmlElement,
  index: number | undefined,
  message: Message | null,
): SourcePatch[] {
  const lists = nonExtantLists(tei);
  const items = lists.flatMap((list) => at(list, 'item'));
  if (message?.evidence.trim() === '')
    throw new CannotWrite('Say where the message is told of: without evidence nobody knows of it.');
  if (index !== undefined) {
    const item = items[index];
    if (!item) throw new NoSuchPlace('The register has been changed meanwhile. Look at it again.');
    if (message) return changed(source, item, message);
    const list = item.parent;
    const section = list?.parent;
    const isLast = items.length === 1 && attribute(section, 'type') === 'non-extant';
    return [removal(source, isLast && section ? section : item)];
  }
  if (!message) return [];
  const item = itemOf(tei, message);
  const list = lists.at(-1);
  if (list) return [insertion(source, list, item)];
  const section: NewElement = {
    name: 'div',
    attributes: { type: 'non-extant', 'xml:id': freshId(tei, 'messages-not-found') },
    content: [
      { name: 'head', content: 'MESSAGES NOT FOUND' },
      { name: 'list', attributes: { type: 'non-extant' }, content: [item] },
    ],
  };
  const [text] = at(tei, 'text');
  const [back] = at(text, 'back');
  if (back) return [insertion(source, back, section)];
  if (!text) throw new CannotWrite('The file has no text.');
  return [insertion(source, text, { name: 'back', content: [section] })];
}

function itemOf(tei: XmlElement, message: Message): NewElement {
  return {
    name: 'item',
    attributes: { 'xml:id': freshId(tei, 'not-found') },
    content: contentOf(message),
  };
}

/** “F. Roosevelt to J. V. Stalin, April 23, 1942. Mentioned in …” */
function contentOf({ senders, addressees, date, evidence }: Message): (NewElement | string)[] {
  const names = (people: readonly Correspondent[], role: string) =>
    people.flatMap(({ name, ref }, index) => [
      ...(index === 0 ? [] : [index === people.length - 1 ? ' and ' : ', ']),
      { name: 'persName', attributes: { role, ref }, content: name },
    ]);
  const { printed, ...value } = date ?? { printed: '' };
  return [
    ...names(senders, 'sender'),
    ...(addressees.length > 0 ? [' to '] : []),
    ...names(addressees, 'addressee'),
    ...(date ? [', ', { name: 'date', attributes: attributesOfDate(value), content: printed }] : []),
    '. ',
    { name: 'bibl', content: evidence },
  ];
}

/** Where the parts are as many as before each is patched by itself; else the entry is written anew. */
function changed(source: string, item: XmlElement, message: Message): SourcePatch[] {
  const parts = [...within(item, ({ localName }) => localName !== 'bibl')];
  const ofRole = (role: string) => parts.filter((part) => attribute(part, 'role') === role);
  const dates = parts.filter(({ localName }) => localName === 'date');
  const evidence = parts.find(({ localName }) => localName === 'bibl');
  const people = [
    { there: ofRole('sender'), wanted: message.senders },
    { there: ofRole('addressee'), wanted: message.addressees },
  ];
  const isSame =
    people.every(({ there, wanted }) => there.length === wanted.length) &&
    dates.length === (message.date ? 1 : 0) &&
    evidence !== undefined;
  if (!isSame) {
    const anew = insertion(source, item, { name: 'item', content: contentOf(message) });
    return [{ start: item.contentStart, end: item.contentEnd, text: contentWithin(anew.text) }];
  }
  return [
    ...people.flatMap(({ there, wanted }) =>
      there.flatMap((element, index) => [
        ...attributePatch(source, element, 'ref', wanted[index]?.ref),
        ...textPatch(source, element, wanted[index]?.name ?? ''),
      ]),
    ),
    ...dates.flatMap((date) => {
      const { printed, ...value }: NonNullable<Message['date']> = message.date ?? { printed: '' };
      return [
        ...dateAttributes(source, date, { isSpan: false, ...value }),
        ...(readingText(date) === printed ? [] : textPatch(source, date, printed)),
      ];
    }),
    ...textPatch(source, evidence, message.evidence),
  ];
}

/** What a written element holds. */
function contentWithin(text: string): string {
  return text.slice(text.indexOf('>') + 1, text.lastIndexOf('</'));
}

/** An identifier that nothing in the file has: the stem with the next number. */
function freshId(tei: XmlElement, stem: string): string {
  const ids = new Set([...within(tei)].map((element) => attribute(element, 'xml:id')));
  let count = 1;
  while (ids.has(`${stem}-${count}`)) count += 1;
  return `${stem}-${count}`;
}
