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

/**
 * A start tag with other attributes: values change between their quotes, the rest stays as it is written. A new
 * attribute stands after the one that it follows in `attrs`.
 */
export function patchTag(raw: string, attrs: Attributes, habits: Habits): string {
  const tag = readTag(raw, { start: 0, end: raw.length });
  let out = raw.slice(0, tag.nameEnd);
  const written = new Set(tag.attributes.map(({ name }) => name));
  const added = newAttributes(attrs, written, habits);
  out += added.get('') ?? '';
  let at = tag.nameEnd;
  for (const attribute of tag.attributes) {
    const value = attrs[attribute.name];
    if (value === attribute.value) {
      out += raw.slice(at, attribute.end);
    } else if (value !== undefined) {
      out += raw.slice(at, attribute.valueStart);
      out += escapeAttribute(value, attribute.quote, habits.writable) + attribute.quote;
    }
    out += added.get(attribute.name) ?? '';
    at = attribute.end;
  }
  return out + raw.slice(at);
}

/** The attributes that are not written yet, by the written one that they follow; the empty name for those before all. */
function newAttributes(
  attrs: Attributes,
  written: ReadonlySet<string>,
  { quote, writable }: Habits,
): ReadonlyMap<string, string> {
  const added = new Map<string, string>();
  let after = '';
  for (const [name, value] of Object.entries(attrs)) {
    if (written.has(name)) {
      after = name;
    } else {
      const text = ` ${name}=${quote}${escapeAttribute(value, quote, writable)}${quote}`;
      added.set(after, (added.get(after) ?? '') + text);
    }
  }
  return added;
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
