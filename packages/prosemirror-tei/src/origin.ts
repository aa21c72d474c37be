import { readTag } from '@chancery/xml';
import type { Instance } from './from-tei/instance.js';
import type { ReadTei } from './from-tei/read-tei.js';
import { attributesOfTag } from './from-tei/source-elements.js';
import type { Attributes } from './schema/attributes.js';

/** How an element is written in the source, kept by its instance so that it is written so again. */
export interface Origin {
  readonly name: string;
  readonly attrs: Attributes;
  /** The start tag as written, or the empty-element tag. */
  readonly open: string;
  /** The end tag as written; empty after an empty-element tag. */
  readonly close: string;
  /** White space before the start tag, if no running text stands before it. */
  readonly before: string;
  /** White space after the start tag, where the document hides it. */
  readonly lead: string;
  /** White space before the end tag, where the document hides it. */
  readonly tail: string;
}

/** Whether the element is written as one tag: `<salute/>`. */
export function isSelfClosing(origin: Origin): boolean {
  return origin.open.endsWith('/>');
}

/** The origin of an instance in a source as read. */
export function originOf(read: ReadTei, instance: Instance): Origin {
  const { source, map } = read;
  const open = source.slice(instance.openStart, instance.openEnd);
  const { pos } = instance;
  let before = '';
  let lead = '';
  let tail = '';
  if (pos >= 0) {
    before = pos > 0 ? space(source.slice(map.ends[pos - 1], instance.openStart), /[ \t\r\n]*$/) : '';
    lead = space(source.slice(instance.openEnd, map.starts[pos + 1]), /^[ \t\r\n]*/);
    tail = trailing(read, instance, lead);
  }
  return {
    name: instance.name,
    attrs: attributesOfTag(readTag(open, { start: 0, end: open.length })),
    open,
    close: source.slice(instance.closeStart, instance.closeEnd),
    before,
    lead,
    tail,
  };
}

/** The gap before the end tag; of an element that has only a gap, all of it counts as both. */
function trailing(read: ReadTei, instance: Instance, lead: string): string {
  const { source, map } = read;
  if (instance.openEnd + lead.length >= instance.closeStart) return lead;
  let low = instance.pos + 1;
  let high = map.starts.length - 1;
  // The last token that ends before the end tag begins.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map.ends[middle] ?? 0) <= instance.closeStart && (map.starts[middle] ?? 0) < instance.closeStart)
      low = middle;
    else high = middle - 1;
  }
  return space(source.slice(map.ends[low], instance.closeStart), /[ \t\r\n]*$/);
}

function space(gap: string, pattern: RegExp): string {
  return pattern.exec(gap)?.[0] ?? '';
}
