import { parseTree, type XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { readingText } from '../header/reading-text.js';
import { CannotWrite } from '../header/write/cannot-write.js';
import { insertion, lineOf, type NewElement, removal } from '../header/write/element-patch.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { textPatch } from '../header/write/text-patch.js';
import { plainWord } from '../plain-word.js';
import { NoSuchPlace } from '../volume/no-such-place.js';
import { authorityFault } from './authority-fault.js';
import {
  authorityElements,
  datesElement,
  descriptionsOf,
  readRegisters,
  registerEntries,
} from './read-registers.js';
import type { EntryFacts, RegisterEdit, RegisterKind } from './register.js';
import { registerRows } from './register-rows.js';

/**
 * The patches of a volume's own file that change its registers. All else of it stays as it is.
 *
 * @throws {NoSuchPlace} for an entry that is not there (any more)
 * @throws {CannotWrite} for facts that cannot stand: no name, an authority id of a wrong form
 */
export function registerPatches(source: string, edit: RegisterEdit): SourcePatch[] {
  const tei = parseTree(source);
  if (edit.change !== 'remove') refuseFaults(edit.facts);
  if (edit.change === 'add') return [added(source, tei, edit.kind, edit.id, edit.facts)];
  const entry = registerEntries(tei).find(({ id }) => id === edit.id);
  if (!entry) throw new NoSuchPlace('The entry is in the register no more. Look at it again.');
  if (edit.change === 'remove') return [removal(source, entry.element)];
  return changed(source, tei, edit.id, entry.element, edit.facts);
}

/** An entry as it is written in the file, with what {@link readRegisters} does not read of it; undefined where it is not there. */
export function writtenEntry(source: string, id: string): string | undefined {
  const entry = registerEntries(parseTree(source)).find((each) => each.id === id);
  return entry && source.slice(entry.element.start, entry.element.end);
}

/**
 * The patch that puts an entry, as it was written, behind another one.
 *
 * @throws {NoSuchPlace} where the other one is not there (any more)
 */
export function writtenEntryPatch(source: string, behind: string, written: string): SourcePatch {
  const entry = registerEntries(parseTree(source)).find((each) => each.id === behind);
  if (!entry) throw new NoSuchPlace('The entry is in the register no more. Look at it again.');
  const { end } = entry.element;
  return { start: end, end, text: (lineOf(source, entry.element) ?? '') + written };
}

/** An identifier for a new entry that nothing in the file has: the last word of its name, in small letters. */
export function freshEntryId(tei: XmlElement, name: string): string {
  const stem = plainWord(name) ?? 'entry';
  const ids = new Set([...within(tei)].map((element) => attribute(element, 'xml:id')));
  let id = stem;
  for (let count = 2; ids.has(id); count += 1) id = `${stem}-${count}`;
  return id;
}

function refuseFaults({ names, authorityIds }: EntryFacts): void {
  if (!names[0]?.trim()) throw new CannotWrite('Say the name: an entry cannot stand without one.');
  for (const each of authorityIds) {
    const fault = authorityFault(each);
    if (fault !== undefined) throw new CannotWrite(fault);
  }
}

function added(
  source: string,
  tei: XmlElement,
  kind: RegisterKind,
  id: string,
  facts: EntryFacts,
): SourcePatch {
  const row = registerRows.find((each) => each.kind === kind);
  const [header] = at(tei, 'teiHeader');
  if (!row || !header)
    throw new CannotWrite('The file of the volume has no header that could hold the register.');
  const nameOf = (text: string): NewElement => ({ name: row.name ?? 'title', content: text });
  const entry: NewElement = {
    name: row.entry,
    attributes: { 'xml:id': id },
    content: [...facts.names.slice(0, row.name ? undefined : 1).map(nameOf), ...partsOf(kind, facts)],
  };
  const list = [...within(header)].find(
    (element) =>
      element.localName === row.list && registerEntries(tei).some((each) => each.element.parent === element),
  );
  if (list) return insertion(source, list, entry);
  const anew: NewElement = { name: row.list, content: [entry] };
  const [outer, inner] = row.home;
  const [home] = at(header, outer, inner);
  if (home) return insertion(source, home, anew);
  const [part] = at(header, outer);
  if (part) return insertion(source, part, { name: inner, content: [anew] });
  const profile: NewElement = { name: outer, content: [{ name: inner, content: [anew] }] };
  return insertion(source, header, profile, ({ localName }) => localName !== 'revisionDesc');
}

function partsOf(kind: RegisterKind, { dates, description, authorityIds }: EntryFacts): NewElement[] {
  return [
    ...(dates && kind === 'persons' ? [{ name: 'floruit', content: dates }] : []),
    ...(description ? [{ name: 'note', content: description }] : []),
    ...authorityIds.map(({ authority, id }) => ({
      name: 'idno',
      attributes: { type: authority },
      content: id,
    })),
  ];
}

function changed(
  source: string,
  tei: XmlElement,
  id: string,
  entry: XmlElement,
  facts: EntryFacts,
): SourcePatch[] {
  const now = readRegisters(tei).find((each) => each.id === id);
  const row = registerRows.find((each) => each.entry === entry.localName);
  const patches: SourcePatch[] = [];
  if (row?.name !== undefined) {
    const { name } = row;
    patches.push(...listPatches(source, entry, at(entry, name), facts.names, name));
  } else if (now && facts.names[0] !== now.names[0]) {
    const only = at(entry, 'title')[0] ?? entry;
    patches.push(...textPatch(source, only, facts.names[0] ?? ''));
  }
  const floruit = datesElement(entry);
  if (row?.kind === 'persons' && (facts.dates ?? '') !== (now?.dates ?? ''))
    patches.push(
      ...listPatches(source, entry, floruit ? [floruit] : [], facts.dates ? [facts.dates] : [], 'floruit'),
    );
  const notes = descriptionsOf(entry).slice(0, 1);
  patches.push(...listPatches(source, entry, notes, facts.description ? [facts.description] : [], 'note'));
  const isSame = JSON.stringify(facts.authorityIds) === JSON.stringify(now?.authorityIds);
  if (!isSame) {
    const wanted = facts.authorityIds.map(
      ({ authority, id: number }): NewElement => ({
        name: 'idno',
        attributes: { type: authority },
        content: number,
      }),
    );
    patches.push(
      ...authorityElements(entry).map((idno) => removal(source, idno)),
      ...wanted.map((idno) => insertion(source, entry, idno)),
    );
  }
  return patches;
}

/** Those that are there are changed one by one; what is too many goes, what is new comes behind the last of its name. */
function listPatches(
  source: string,
  entry: XmlElement,
  there: readonly XmlElement[],
  wanted: readonly string[],
  name: string,
): SourcePatch[] {
  return [
    ...there.flatMap((element, index) => {
      const text = wanted[index];
      if (text === undefined) return [removal(source, element)];
      return readingText(element) === text ? [] : textPatch(source, element, text);
    }),
    ...wanted
      .slice(there.length)
      .map((text) =>
        insertion(source, entry, { name, content: text }, ({ localName }) => isBefore(localName, name)),
      ),
  ];
}

const order = ['persName', 'placeName', 'orgName', 'birth', 'death', 'floruit', 'note', 'idno'];

function isBefore(child: string, name: string): boolean {
  return order.indexOf(child) <= order.indexOf(name);
}
