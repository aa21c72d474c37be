import { childElements, parseTree, type XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../element-tree.js';
import { isResponsibleName } from '../read-responsible.js';
import { readingText } from '../reading-text.js';
import { attributePatch } from './attribute-patch.js';
import { CannotWrite } from './cannot-write.js';
import { insertion, type NewElement, removal } from './element-patch.js';
import type { SourcePatch } from './source-patch.js';
import { textPatch } from './text-patch.js';

/** Somebody who has worked on a letter. People of one name are one to the file: it knows nothing else of them. */
export interface Contributor {
  readonly name: string;
  /** What they did: `transcription`, `proofreading`, `editing`. */
  readonly resp: string;
}

/** A point in the life of a file that its header tells of. */
export interface RevisionPoint {
  /** The day: `2026-11-28`. */
  readonly when: string;
  /** What the point is called, or what was done. */
  readonly label: string;
  readonly by: readonly Contributor[];
}

/**
 * The patches that write a point into the header: one `change` in `revisionDesc`, the newest first unless the file has them the
 * other way round, and for each person one `respStmt` that it points to. Who has one already is given no other, and a point
 * that stands there already is not written again. See TEI Guidelines, 2.6 The Revision Description.
 *
 * @throws {CannotWrite} where the header has no place for it.
 * @throws {NoRootElement} when the source holds no element.
 */
export function revisionPatches(source: string, point: RevisionPoint): SourcePatch[] {
  const tei = parseTree(source);
  const header = headerOf(tei);
  const ids = idsOf(tei);
  const people = contributorsOf(point.by).map((each) => responsibility(source, header, each, ids));
  const who = people.map(({ id }) => `#${id}`).join(' ');
  const change = changePatch(source, header, { ...point, who });
  return change ? [...people.flatMap(({ patches }) => patches), change] : [];
}

/**
 * The patches that name somebody in the header among those who have worked on the letter; none where it does so already.
 *
 * @throws {CannotWrite} where the header has no place for it.
 */
export function contributorPatches(source: string, { name, resp }: Contributor): SourcePatch[] {
  const tei = parseTree(source);
  return responsibility(source, headerOf(tei), { name, resps: [resp] }, idsOf(tei)).patches;
}

function idsOf(tei: XmlElement): Set<string | undefined> {
  return new Set([...within(tei), tei].map((element) => attribute(element, 'xml:id')).filter(Boolean));
}

/**
 * The patches that call a point by another name, or with `null` take it out; none where the header does not have it, or
 * not as it was written.
 */
export function renamedRevisionPatches(
  source: string,
  point: Pick<RevisionPoint, 'when' | 'label'>,
  label: string | null,
): SourcePatch[] {
  const header = at(parseTree(source), 'teiHeader')[0];
  const found = (header ? changesOf(header) : []).filter((change) => says(change, point));
  const [change] = found;
  if (!change || found.length > 1) return [];
  if (label !== null) return textPatch(source, change, label);
  const list = change.parent;
  const alone = list?.localName === 'revisionDesc' && childElements(list).length === 1;
  return [removal(source, alone ? list : change)];
}

function headerOf(tei: XmlElement): XmlElement {
  const header = at(tei, 'teiHeader')[0];
  if (!header) throw new CannotWrite('The file has no header. Make one in the source view.');
  return header;
}

/** One for each name, with all that they did. */
function contributorsOf(by: readonly Contributor[]): { name: string; resps: string[] }[] {
  const people = new Map<string, string[]>();
  for (const { name, resp } of by) people.set(name, [...new Set([...(people.get(name) ?? []), resp])]);
  return [...people].map(([name, resps]) => ({ name, resps }));
}

function responsibility(
  source: string,
  header: XmlElement,
  { name, resps }: { name: string; resps: readonly string[] },
  ids: Set<string | undefined>,
): { id: string; patches: SourcePatch[] } {
  const titleStmt = at(header, 'fileDesc', 'titleStmt')[0];
  if (!titleStmt) {
    throw new CannotWrite('The header has no title statement. Write one in the source view.');
  }
  for (const statement of at(titleStmt, 'respStmt')) {
    const named = childElements(statement).find(
      (child) => isResponsibleName(child) && readingText(child) === name,
    );
    if (!named) continue;
    const known = at(statement, 'resp').map(readingText);
    const added = resps.filter((resp) => !known.includes(resp));
    const isResp = (child: XmlElement) => child.localName === 'resp';
    const patches = added.map((content) => insertion(source, statement, { name: 'resp', content }, isResp));
    const id = attribute(named, 'xml:id') ?? attribute(statement, 'xml:id');
    if (id !== undefined) return { id, patches };
    const fresh = freshId(name, ids);
    return { id: fresh, patches: [...attributePatch(source, named, 'xml:id', fresh), ...patches] };
  }
  const id = freshId(name, ids);
  const content: NewElement[] = [
    ...resps.map((resp) => ({ name: 'resp', content: resp })),
    { name: 'persName', attributes: { 'xml:id': id }, content: name },
  ];
  return { id, patches: [insertion(source, titleStmt, { name: 'respStmt', content })] };
}

/** An identifier that reads like the name and that nothing in the file has. */
function freshId(name: string, ids: Set<string | undefined>): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^[-\p{N}]+|-+$/gu, '')
    .toLowerCase();
  const stem = plain === '' ? 'hand' : plain;
  let id = stem;
  for (let count = 2; ids.has(id); count += 1) id = `${stem}-${count}`;
  ids.add(id);
  return id;
}

/** The patch for the change itself; undefined where it stands there already. */
function changePatch(
  source: string,
  header: XmlElement,
  { when, label, who }: { when: string; label: string; who: string },
): SourcePatch | undefined {
  const attributes = { when, who: who === '' ? undefined : who };
  const change: NewElement = { name: 'change', attributes, content: label };
  const description = at(header, 'revisionDesc')[0];
  if (!description) return insertion(source, header, { name: 'revisionDesc', content: [change] });
  if (at(description, 'list').length > 0) {
    throw new CannotWrite('The revisions of the header are written as a list. Add to it in the source view.');
  }
  const stands = (each: XmlElement) => says(each, { when, label }) && (attribute(each, 'who') ?? '') === who;
  if (changesOf(header).some(stands)) return undefined;
  const list = at(description, 'listChange')[0] ?? description;
  const changes = at(list, 'change');
  const isNewestLast = (attribute(changes[0], 'when') ?? '') < (attribute(changes.at(-1), 'when') ?? '');
  const goesBefore = (child: XmlElement) => isNewestLast || child.localName === 'desc';
  return insertion(source, list, change, goesBefore);
}

function changesOf(header: XmlElement): XmlElement[] {
  const [description] = at(header, 'revisionDesc');
  return description ? [...within(description)].filter(({ localName }) => localName === 'change') : [];
}

function says(change: XmlElement, { when, label }: Pick<RevisionPoint, 'when' | 'label'>): boolean {
  return attribute(change, 'when') === when && readingText(change) === label;
}
