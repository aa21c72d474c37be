/**
 * A content expression, read. Names are as written: an element, a model class or a macro; {@link resolveContent}
 * replaces them by sets of element names.
 */
export type Content =
  | { readonly kind: 'empty' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'text' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Content[] }
  | { readonly kind: 'choice'; readonly parts: readonly Content[] }
  | { readonly kind: 'repeat'; readonly part: Content; readonly sign: RepeatSign };

export type RepeatSign = '?' | '*' | '+';

export const empty: Content = { kind: 'empty' };
export const notAllowed: Content = { kind: 'notAllowed' };

/** `parts` one after another, simplified: what is empty is left out, and nothing follows the impossible. */
export function sequence(parts: readonly Content[]): Content {
  const kept: Content[] = [];
  for (const part of parts) {
    if (part.kind === 'notAllowed') return notAllowed;
    if (part.kind === 'sequence') kept.push(...part.parts);
    else if (part.kind !== 'empty') kept.push(part);
  }
  const [first] = kept;
  if (first === undefined) return empty;
  return kept.length === 1 ? first : { kind: 'sequence', parts: kept };
}

/** One of `parts`, simplified: what is impossible is left out. */
export function choice(parts: readonly Content[]): Content {
  const kept: Content[] = [];
  for (const part of parts) {
    if (part.kind === 'choice') kept.push(...part.parts);
    else if (part.kind !== 'notAllowed') kept.push(part);
  }
  const [first] = kept;
  if (first === undefined) return notAllowed;
  return kept.length === 1 ? first : { kind: 'choice', parts: kept };
}

/** `part` repeated as `sign` says, simplified. */
export function repeat(part: Content, sign: RepeatSign): Content {
  if (part.kind === 'empty') return empty;
  if (part.kind === 'notAllowed') return sign === '+' ? notAllowed : empty;
  if (part.kind === 'repeat') return repeat(part.part, part.sign === sign ? sign : '*');
  return { kind: 'repeat', part, sign };
}
