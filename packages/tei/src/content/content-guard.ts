import { elements } from '../elements/index.js';
import { rowOf } from '../row-of.js';
import { classMembers } from './class-members.js';
import { ContentModel, type ReadChildren, textChild } from './content-model.js';

const members = classMembers(elements);
const none: ReadonlySet<string> = new Set();
const models = new Map<string, ContentModel>();
const namesWithin = new Map<string, ReadonlySet<string>>();

function modelOf(parent: string): ContentModel | undefined {
  const known = models.get(parent);
  if (known !== undefined) return known;
  const row = rowOf(parent);
  if (row === undefined) return undefined;
  const model = new ContentModel(
    row.content,
    (name) => members.get(name) ?? (rowOf(name) === undefined ? none : new Set([name])),
  );
  models.set(parent, model);
  return model;
}

/**
 * Whether an element may have exactly these children, in this order. Children are names of TEI elements, or
 * `#text` for a run of text that is not white space alone; comments and processing instructions do not count.
 * A parent that the table does not know allows nothing.
 */
export function contentAllows(parent: string, children: readonly string[]): boolean {
  return modelOf(parent)?.accepts(children) ?? false;
}

/** Whether `child` (an element, or `#text`) may stand somewhere in `parent`; where exactly, {@link contentAllows} says. */
export function mayContain(parent: string, child: string): boolean {
  let names = namesWithin.get(parent);
  if (names === undefined) {
    names = modelOf(parent)?.names ?? none;
    namesWithin.set(parent, names);
  }
  return names.has(child);
}

/** What may come next in an element, and whether it may end there. */
export interface Expected {
  /** Names of elements, and `#text`, in the order of the table. */
  readonly names: readonly string[];
  readonly mayEnd: boolean;
}

/**
 * What may follow these children of `parent`; `undefined` when they are wrong already or the table does not know
 * the parent.
 */
export function expectedAfter(parent: string, children: readonly string[]): Expected | undefined {
  const model = modelOf(parent);
  return model?.mayBegin(children) ? expected(model.next(children)) : undefined;
}

/** Children of which some may stand wrong, and what may follow them. */
export interface JudgedChildren extends Pick<ReadChildren, 'misplaced'> {
  readonly expected: Expected;
}

/**
 * Judges children as the schema's check does: one that may come only after others that are lacking counts as if they
 * had come, any other that stands wrong is passed over. `undefined` when the table does not know the parent.
 */
export function judgeChildren(parent: string, children: readonly string[]): JudgedChildren | undefined {
  const read = modelOf(parent)?.readAll(children);
  return read && { misplaced: read.misplaced, expected: expected(read) };
}

function expected({ names, mayEnd }: { names: ReadonlySet<string>; mayEnd: boolean }): Expected {
  const inOrder = elements.map((row) => row.name).filter((name) => names.has(name));
  return { names: names.has(textChild) ? [...inOrder, textChild] : inOrder, mayEnd };
}
