/** An entity that the internal subset declares (XML 1.0, production 71). */
export interface EntityDeclaration {
  readonly name: string;
  /** The literal value of an internal entity as written; undefined for an external one, which is never fetched. */
  readonly value: string | undefined;
}

/** The offset after the `>` that ends the document type declaration beginning at `start`, or -1. */
export function endOfDoctype(source: string, start: number): number {
  let depth = 0;
  for (let at = start + 9; at < source.length; at += 1) {
    const character = source[at];
    if (character === '"' || character === "'") {
      at = source.indexOf(character, at + 1);
      if (at < 0) return -1;
    } else if (source.startsWith('<!--', at)) {
      at = source.indexOf('-->', at + 4);
      if (at < 0) return -1;
      at += 2;
    } else if (source.startsWith('<?', at)) {
      at = source.indexOf('?>', at + 2);
      if (at < 0) return -1;
      at += 1;
    } else if (character === '[') {
      depth += 1;
    } else if (character === ']') {
      depth -= 1;
    } else if (character === '>' && depth <= 0) {
      return at + 1;
    }
  }
  return -1;
}

const DECLARATION = /<!ENTITY\s+([^\s%'"<>]+)\s+(?:"([^"]*)"|'([^']*)'|(?:SYSTEM|PUBLIC)\b)/y;

/** The general entities declared in a document type declaration, in order. Parameter entities are not read. */
export function declaredEntities(doctype: string): EntityDeclaration[] {
  const found: EntityDeclaration[] = [];
  for (let at = 0; at < doctype.length; ) {
    const next = doctype.indexOf('<', at);
    if (next < 0) break;
    const passed = endOfPassage(doctype, next);
    if (passed !== undefined) {
      at = passed;
      continue;
    }
    DECLARATION.lastIndex = next;
    const match = DECLARATION.exec(doctype);
    if (match?.[1] !== undefined) found.push({ name: match[1], value: match[2] ?? match[3] });
    at = match ? next + match[0].length : next + 1;
  }
  return found;
}

/** The end of a comment or processing instruction that begins at `start`; of one that never ends, the end of all. */
function endOfPassage(doctype: string, start: number): number | undefined {
  const close = doctype.startsWith('<!--', start)
    ? '-->'
    : doctype.startsWith('<?', start)
      ? '?>'
      : undefined;
  if (close === undefined) return undefined;
  const end = doctype.indexOf(close, start + 2);
  return end < 0 ? doctype.length : end + close.length;
}

/** Whether the declaration points outside the file: then entities may be declared where we do not look. */
export function namesExternalSubset(doctype: string): boolean {
  return /^<!DOCTYPE\s+[^\s[>]+\s+(?:SYSTEM|PUBLIC)\b/.test(doctype) || /<!ENTITY\s+%/.test(doctype);
}

/**
 * The length that each internal entity would have if it were expanded, worked out from the lengths and never by
 * expanding. `Infinity` where an entity contains itself (XML 1.0, WFC: No Recursion).
 */
export function expandedLengths(entities: readonly EntityDeclaration[]): ReadonlyMap<string, number> {
  const values = new Map<string, string>();
  for (const { name, value } of entities) {
    if (value !== undefined && !values.has(name)) values.set(name, value);
  }
  const known = new Map<string, number>();
  for (const name of values.keys()) lengthOf(name, values, known);
  return known;
}

/** Works with a list of what is still to be measured, not with calls: a chain of entities may be as long as the file. */
function lengthOf(first: string, values: ReadonlyMap<string, string>, known: Map<string, number>): void {
  const waiting = [first];
  const begun = new Set<string>();
  for (let name = waiting.at(-1); name !== undefined; name = waiting.at(-1)) {
    const references = referencesIn(values.get(name) ?? '').filter((each) => values.has(each));
    const unknown = references.filter((each) => !known.has(each));
    if (known.has(name)) {
      waiting.pop();
    } else if (begun.has(name) || unknown.length === 0) {
      // What is still unknown when all that it holds was measured holds itself.
      const inner = references.map((each) => known.get(each) ?? Number.POSITIVE_INFINITY);
      known.set(
        name,
        inner.reduce((sum, each) => sum + each, values.get(name)?.length ?? 0),
      );
      waiting.pop();
    } else {
      begun.add(name);
      waiting.push(...new Set(unknown));
    }
  }
}

/** The names of the general entities that a text refers to, each as often as it does. */
export function referencesIn(value: string): string[] {
  return Array.from(value.matchAll(/&([^#;\s][^;\s]*);/g), ([, name]) => name ?? '');
}
