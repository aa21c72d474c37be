/** A piece of a comment: plain text, a person who is mentioned, or an address. */
export type CommentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly id: string; readonly name: string }
  | { readonly kind: 'link'; readonly href: string };

/** Somebody who may be named in a comment. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

const special = /@\[([\w-]{1,64})\]|https?:\/\/[^\s<>"“”]+/gu;

/** What ends a sentence rather than the address before it. */
const trailing = /[.,;:!?'’)\]]+$/u;

/**
 * The pieces of a comment. Of addresses only `http` and `https` are made links of, and nothing is ever taken for markup: a
 * comment is plain text.
 */
export function commentParts(body: string, people: readonly Named[]): CommentPart[] {
  const parts: CommentPart[] = [];
  let at = 0;
  const upTo = (end: number) => {
    if (end > at) parts.push({ kind: 'text', text: body.slice(at, end) });
  };
  for (const found of body.matchAll(special)) {
    upTo(found.index);
    const [whole, id] = found;
    if (id !== undefined) {
      parts.push({ kind: 'mention', id, name: nameOf(people, id) });
      at = found.index + whole.length;
    } else {
      const href = whole.replace(trailing, '');
      parts.push(URL.canParse(href) ? { kind: 'link', href } : { kind: 'text', text: href });
      at = found.index + href.length;
    }
  }
  upTo(body.length);
  return parts;
}

/** What somebody is called; somebody who is not known any more has no name. */
export function nameOf(people: readonly Named[], id: string): string {
  return people.find((each) => each.id === id)?.name ?? 'somebody';
}

/** A comment as it is sent: people by their ids, as their names may change. */
export function toBody(text: string, mentioned: readonly Named[]): string {
  let body = text;
  // A name may begin with another one.
  for (const { id, name } of mentioned.toSorted((one, other) => other.name.length - one.name.length))
    body = body.replaceAll(`@${name}`, `@[${id}]`);
  return body;
}

/** A comment as it is written: people by their names. */
export function fromBody(body: string, people: readonly Named[]): { text: string; mentioned: Named[] } {
  const mentioned = new Map<string, Named>();
  const text = body.replace(special, (whole, id: string | undefined) => {
    if (id === undefined) return whole;
    const name = nameOf(people, id);
    mentioned.set(id, { id, name });
    return `@${name}`;
  });
  return { text, mentioned: [...mentioned.values()] };
}
