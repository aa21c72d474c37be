import { mayContain, rowOf } from '@chancery/tei';

/** Something that the element table does not allow. */
export interface Fault {
  /** The same for the same fault wherever it stands: a short line for tests and logs. */
  readonly line: string;
  /** A sentence for editors. */
  readonly words: string;
}

/** What editors call an element, in the midst of a sentence; `#text` is words. */
export function labelOf(name: string): string {
  if (name === '#text') return 'words';
  const known = rowOf(name)?.label ?? name;
  return /^\p{Lu}\p{Ll}/u.test(known) ? known.charAt(0).toLowerCase() + known.slice(1) : known;
}

/** The same with its article: “a page break”, “an item”. */
export function aLabel(name: string): string {
  const words = labelOf(name);
  if (name === '#text') return words;
  return `${/^[aeio]/i.test(words) ? 'an' : 'a'} ${words}`;
}

/** The same at the beginning of a sentence. */
export function beginning(name: string): string {
  const words = aLabel(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A child that the table does not allow there, `after` the one before it that counts. */
export function misplaced(parent: string, child: string, after?: string): Fault {
  const line = child === '#text' ? `text in <${parent}>` : `<${child}> misplaced`;
  if (after === undefined || !mayContain(parent, child))
    return { line, words: `${beginning(child)} cannot stand in ${aLabel(parent)} here.` };
  return { line, words: `${beginning(child)} cannot follow ${aLabel(after)} in ${aLabel(parent)}.` };
}

/** An element that wants more than it holds: one of the names. */
export function incomplete(name: string, names: readonly string[]): Fault {
  const wanted = names.filter((each) => !aside.has(each));
  const some = preferred.find((each) => wanted.includes(each)) ?? wanted[0];
  const lacking = some === undefined ? 'something' : aLabel(some);
  return {
    line: `<${name}> incomplete`,
    words: `${beginning(name)} would lack ${lacking}${wanted.length > 1 ? ' or the like' : ''}.`,
  };
}

/** What a person would name first of all that may come. */
const preferred = ['p', 'item', 'row', 'cell', 'l', 'addrLine', '#text'];
/** What may stand nearly everywhere, and mends nothing. */
const aside = new Set(['pb', 'lb', 'cb', 'gap', 'anchor', 'note', 'milestone', 'app']);
