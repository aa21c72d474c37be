import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { readingText } from '../header/reading-text.js';
import type { RegisterRecord } from './register.js';
import { type RegisterRow, registerRows } from './register-rows.js';

/** The entries of a volume's registers that have an `xml:id`, in the order of the file. */
export function readRegisters(tei: XmlElement): RegisterRecord[] {
  return registerEntries(tei).map(({ id, row, element }) => {
    const name = row.name;
    const names = name === undefined ? [wordsOfBibl(element)] : at(element, name).map(readingText);
    const [note] = descriptionsOf(element);
    const dates = datesOf(element);
    return {
      kind: row.kind,
      id,
      names,
      ...(dates ? { dates } : {}),
      ...(note ? { description: readingText(note) } : {}),
      authorityIds: authorityElements(element).map((idno) => ({
        authority: attribute(idno, 'type') ?? '',
        id: readingText(idno),
      })),
    };
  });
}

/** The elements that the entries stand in. */
export function registerEntries(
  tei: XmlElement,
): { readonly id: string; readonly row: RegisterRow; readonly element: XmlElement }[] {
  const parts = [...at(tei, 'teiHeader'), ...at(tei, 'standOff')];
  return parts
    .flatMap((part) => [...within(part)])
    .flatMap((element) => {
      const row = registerRows.find(({ entry }) => entry === element.localName);
      const id = attribute(element, 'xml:id');
      return row && id !== undefined && element.parent?.localName === row.list ? [{ id, row, element }] : [];
    });
}

/** The descriptions of an entry, the one that prints first. */
export function descriptionsOf(entry: XmlElement): XmlElement[] {
  return at(entry, 'note');
}

export function authorityElements(entry: XmlElement): XmlElement[] {
  return at(entry, 'idno').filter((idno) => attribute(idno, 'type') !== undefined);
}

/** The element that holds the dates in words. */
export function datesElement(entry: XmlElement): XmlElement | undefined {
  return at(entry, 'floruit')[0];
}

function datesOf(entry: XmlElement): string | undefined {
  const floruit = datesElement(entry);
  if (floruit) return readingText(floruit);
  const of = (name: string) =>
    at(entry, name).map((event) => readingText(event) || yearOf(attribute(event, 'when') ?? ''))[0];
  const [born, died] = [of('birth'), of('death')];
  return born || died ? `${born ?? ''}–${died ?? ''}` : undefined;
}

/** Of a date of TEI its year, as people of the past are told by; what is none, as it is. */
function yearOf(when: string): string {
  return /^-?\d{4,}(?=-|$)/.exec(when)?.[0] ?? when;
}

function wordsOfBibl(entry: XmlElement): string {
  let words = readingText(entry);
  for (const idno of authorityElements(entry)) words = words.replace(readingText(idno), '').trim();
  return words;
}
