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

const DECLARATION =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!ENTITY\s+([^\s%'"<>]+)\s+(?:"([^"]*)"|'([^']*)'|(?:SYSTEM|PUBLIC)\b)/g;

/** The general entities declared in a document type declaration, in order. Parameter entities are not read. */
export function declaredEntities(doctype: string): EntityDeclaration[] {
  const found: EntityDeclaration[] = [];
  for (const match of doctype.matchAll(DECLARATION)) {
    if (match[1] !== undefined) found.push({ name: match[1], value: match[2] ?? match[3] });
  }
  return found;
}

/** Whether the declaration points outside the file: then entities may be declared where we do not look. */
export function namesExternalSubset(doctype: string): boolean {
  return /^<!DOCTYPE\s+[^\s[>]+\s+(?:SYSTEM|PUBLIC)\b/.test(doctype) || /<!ENTITY\s+%/.test(doctype);
}

/**
 * The length that the most voluminous declared entity would have if it were expanded, worked out from the lengths
 * and never by expanding. `Infinity` where an entity contains itself (XML 1.0, WFC: No Recursion).
 */
export function expandedLength(entities: readonly EntityDeclaration[]): number {
  const values = new Map<string, string>();
  for (const { name, value } of entities) {
    if (value !== undefined && !values.has(name)) values.set(name, value);
  }
  const known = new Map<string, number>();
  const measure = (name: string, above: number): number => {
    const value = values.get(name);
    if (value === undefined) return 0;
    const before = known.get(name);
    if (before !== undefined) return before;
    if (above > values.size) return Number.POSITIVE_INFINITY;
    known.set(name, Number.POSITIVE_INFINITY);
    let total = value.length;
    for (const reference of value.matchAll(/&([^#;\s][^;\s]*);/g))
      total += measure(reference[1] ?? '', above + 1);
    known.set(name, total);
    return total;
  };
  let largest = 0;
  for (const name of values.keys()) largest = Math.max(largest, measure(name, 0));
  return largest;
}
