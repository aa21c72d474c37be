import { Fragment, type Mark, type Node } from 'prosemirror-model';
import type { ReadTei } from '../from-tei/read-tei.js';
import { freshId } from '../schema/fresh-id.js';
import type { CommonEnds } from './common-ends.js';

interface Placed {
  readonly id: string;
  readonly start: number;
  /** The end of its start tag. */
  readonly end: number;
  readonly name: string;
  readonly looks: string;
}

/**
 * The document of a source, with the instance ids of the source it has come from where elements have stayed, and new
 * ids where they are new. An element has stayed when its start tag stands in what the two sources have in common; of
 * those between, the first and the last ones that look alike have, or else that have one name.
 */
export function keepInstances(before: ReadTei, after: ReadTei, common: CommonEnds): Node {
  const old = placed(before);
  const now = placed(after);
  const ids = new Map<string, string>();
  const pair = (one: Placed | undefined, other: Placed | undefined) => {
    if (one && other) ids.set(other.id, one.id);
  };
  const oldTail = before.source.length - common.end;
  const newTail = after.source.length - common.end;
  let first = 0;
  while (within(old[first], now[first], ({ end }) => end <= common.start)) {
    pair(old[first], now[first]);
    first += 1;
  }
  let oldEnd = old.length;
  let newEnd = now.length;
  const ends = Math.min(
    old.filter(({ start }) => start >= oldTail).length,
    now.filter(({ start }) => start >= newTail).length,
  );
  for (let count = 0; count < ends && oldEnd > first && newEnd > first; count += 1) {
    oldEnd -= 1;
    newEnd -= 1;
    pair(old[oldEnd], now[newEnd]);
  }
  for (const trait of ['looks', 'name'] as const) {
    while (oldEnd > first && newEnd > first && old[oldEnd - 1]?.[trait] === now[newEnd - 1]?.[trait]) {
      oldEnd -= 1;
      newEnd -= 1;
      pair(old[oldEnd], now[newEnd]);
    }
    while (first < oldEnd && first < newEnd && old[first]?.[trait] === now[first]?.[trait]) {
      pair(old[first], now[first]);
      first += 1;
    }
  }
  return renamed(after.doc, (id) => {
    const kept = ids.get(id) ?? freshId();
    ids.set(id, kept);
    return kept;
  });
}

function within(one: Placed | undefined, other: Placed | undefined, is: (each: Placed) => boolean): boolean {
  return one !== undefined && other !== undefined && is(one) && is(other);
}

/** All that has an instance id, by where it begins in the source. */
function placed({ source, doc, map, instances }: ReadTei): Placed[] {
  const all: Placed[] = [];
  for (const [id, { name, openStart, openEnd }] of instances) {
    all.push({ id, start: openStart, end: openEnd, name, looks: source.slice(openStart, openEnd) });
  }
  doc.descendants((node, pos) => {
    if (node.type.name !== 'opaqueBlock') return;
    const [start, end] = [map.starts[pos] ?? 0, map.ends[pos] ?? 0];
    all.push({
      id: String(node.attrs.id),
      start,
      end,
      name: String(node.attrs.kind),
      looks: String(node.attrs.source),
    });
  });
  return all.sort((a, b) => a.start - b.start);
}

function renamed(node: Node, rename: (id: string) => string): Node {
  const marks = node.marks.map((mark) => withId(mark, rename));
  if (node.isText) return node.mark(marks);
  const content: Node[] = [];
  node.forEach((child) => {
    content.push(renamed(child, rename));
  });
  const { id } = node.attrs;
  const attrs = typeof id === 'string' ? { ...node.attrs, id: rename(id) } : node.attrs;
  return node.type.create(attrs, Fragment.fromArray(content), marks);
}

function withId(mark: Mark, rename: (id: string) => string): Mark {
  return mark.type.create({ ...mark.attrs, id: rename(String(mark.attrs.id)) });
}
