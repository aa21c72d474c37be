import { escapeAttribute, readTag, type Writable } from '@chancery/xml';
import type { Origin } from '../origin.js';
import { type Attributes, sameAttributes } from '../schema/attributes.js';

/** How new markup of a letter is written. */
export interface Habits {
  /** The prefix of TEI elements with its colon, or empty. */
  readonly prefix: string;
  readonly quote: '"' | "'";
  readonly writable: Writable;
  /** What one more level of nesting is indented by; empty where the file does not indent. */
  readonly indent: string;
}

/** The start tag of an element as the habits have it, without its `>`. */
function newTag(name: string, attrs: Attributes, { prefix, quote, writable }: Habits): string {
  let tag = `<${prefix}${name}`;
  for (const [attribute, value] of Object.entries(attrs)) {
    tag += ` ${attribute}=${quote}${escapeAttribute(value, quote, writable)}${quote}`;
  }
  return tag;
}

/** How an element is written that may have an origin; attributes are patched where they stand. */
export function writtenAs(
  name: string,
  attrs: Attributes,
  origin: Origin | undefined,
  habits: Habits,
): Origin {
  if (!origin || origin.name !== name) {
    const open = `${newTag(name, attrs, habits)}>`;
    const close = `</${habits.prefix}${name}>`;
    return { name, attrs, open, close, before: '', lead: '', tail: '', ...layoutOf(origin) };
  }
  if (sameAttributes(origin.attrs, attrs)) return origin;
  return { ...origin, attrs, open: patchTag(origin.open, attrs, habits) };
}

function layoutOf(origin: Origin | undefined): Partial<Origin> {
  return origin ? { before: origin.before, lead: origin.lead, tail: origin.tail } : {};
}

/** A start tag with other attributes: values change between their quotes, the rest stays as it is written. */
export function patchTag(raw: string, attrs: Attributes, habits: Habits): string {
  const tag = readTag(raw, { start: 0, end: raw.length });
  let out = raw;
  let lastEnd = tag.nameEnd;
  const written = new Set(tag.attributes.map(({ name }) => name));
  for (const attribute of tag.attributes) lastEnd = Math.max(lastEnd, attribute.end);
  let added = '';
  for (const [name, value] of Object.entries(attrs)) {
    if (written.has(name)) continue;
    added += ` ${name}=${habits.quote}${escapeAttribute(value, habits.quote, habits.writable)}${habits.quote}`;
  }
  out = out.slice(0, lastEnd) + added + out.slice(lastEnd);
  for (const attribute of [...tag.attributes].reverse()) {
    const value = attrs[attribute.name];
    if (value === attribute.value) continue;
    if (value === undefined) {
      let start = attribute.start;
      while (/[ \t\r\n]/.test(out.charAt(start - 1))) start -= 1;
      out = out.slice(0, start) + out.slice(attribute.end);
    } else {
      const escaped = escapeAttribute(value, attribute.quote, habits.writable);
      out = out.slice(0, attribute.valueStart) + escaped + out.slice(attribute.valueEnd);
    }
  }
  return out;
}

/** A start tag for an element that has content. */
export function openTag(open: string): string {
  return open.endsWith('/>') ? `${open.slice(0, -2).trimEnd()}>` : open;
}

/** The tag of an element that has none. */
export function emptyTag(open: string): string {
  return open.endsWith('/>') ? open : `${open.slice(0, -1)}/>`;
}

/** The end tag of an element, for one that was written as an empty-element tag made from its name. */
export function closeTag(origin: Origin): string {
  if (origin.close !== '') return origin.close;
  return `</${readTag(origin.open, { start: 0, end: origin.open.length }).name}>`;
}
