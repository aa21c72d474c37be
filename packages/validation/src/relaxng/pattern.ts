import type { NameClass } from './name-class.js';

/**
 * A RELAX NG pattern in simplified form (RELAX NG §4). Patterns are interned by {@link PatternBuilder}: two that are
 * built alike are the same object, so that derivatives can be remembered by identity.
 */
export type Pattern =
  | { readonly kind: 'empty'; readonly id: number }
  | { readonly kind: 'notAllowed'; readonly id: number }
  | { readonly kind: 'text'; readonly id: number }
  | {
      readonly kind: 'choice' | 'group' | 'interleave';
      readonly id: number;
      readonly left: Pattern;
      readonly right: Pattern;
    }
  | { readonly kind: 'oneOrMore'; readonly id: number; readonly body: Pattern }
  | { readonly kind: 'list'; readonly id: number; readonly body: Pattern }
  | DataPattern
  | ValuePattern
  | AttributePattern
  | ElementPattern;

/** `data`: any string of a datatype, within the parameters and outside the exception. */
export interface DataPattern {
  readonly kind: 'data';
  readonly id: number;
  readonly library: string;
  readonly type: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly except: Pattern | undefined;
}

/** `value`: one string. */
export interface ValuePattern {
  readonly kind: 'value';
  readonly id: number;
  readonly type: string;
  readonly value: string;
}

export interface AttributePattern {
  readonly kind: 'attribute';
  readonly id: number;
  readonly nameClass: NameClass;
  readonly value: Pattern;
}

/** An element; its content is looked up when first needed, because definitions refer to each other in circles. */
export interface ElementPattern {
  readonly kind: 'element';
  readonly id: number;
  readonly nameClass: NameClass;
  readonly content: () => Pattern;
}

/** Makes patterns, simplifying as it goes (RELAX NG §4.20 and §4.21: what `notAllowed` and `empty` do to their neighbours). */
export class PatternBuilder {
  #next = 0;
  readonly #interned = new Map<string, Pattern>();
  readonly empty: Pattern = { kind: 'empty', id: this.#next++ };
  readonly notAllowed: Pattern = { kind: 'notAllowed', id: this.#next++ };
  readonly text: Pattern = { kind: 'text', id: this.#next++ };

  #intern(key: string, make: (id: number) => Pattern): Pattern {
    const known = this.#interned.get(key);
    if (known !== undefined) return known;
    const made = make(this.#next++);
    this.#interned.set(key, made);
    return made;
  }

  choice(left: Pattern, right: Pattern): Pattern {
    if (left === right || right.kind === 'notAllowed') return left;
    if (left.kind === 'notAllowed') return right;
    // A choice leans to the right, and an option that it already holds is not added: otherwise the state of a
    // repeated choice would grow with every child.
    if (left.kind === 'choice') return this.choice(left.left, this.choice(left.right, right));
    for (let rest: Pattern = right; ; rest = rest.right) {
      if (rest === left) return right;
      if (rest.kind !== 'choice') break;
      if (rest.left === left) return right;
    }
    return this.#intern(`c${left.id},${right.id}`, (id) => ({ kind: 'choice', id, left, right }));
  }

  group(left: Pattern, right: Pattern): Pattern {
    if (left.kind === 'notAllowed' || right.kind === 'empty') return left;
    if (right.kind === 'notAllowed' || left.kind === 'empty') return right;
    return this.#intern(`g${left.id},${right.id}`, (id) => ({ kind: 'group', id, left, right }));
  }

  interleave(left: Pattern, right: Pattern): Pattern {
    if (left.kind === 'notAllowed' || right.kind === 'empty') return left;
    if (right.kind === 'notAllowed' || left.kind === 'empty') return right;
    return this.#intern(`i${left.id},${right.id}`, (id) => ({ kind: 'interleave', id, left, right }));
  }

  oneOrMore(body: Pattern): Pattern {
    if (body.kind === 'notAllowed' || body.kind === 'empty' || body.kind === 'text') return body;
    return this.#intern(`m${body.id}`, (id) => ({ kind: 'oneOrMore', id, body }));
  }

  list(body: Pattern): Pattern {
    return this.#intern(`l${body.id}`, (id) => ({ kind: 'list', id, body }));
  }

  data(
    library: string,
    type: string,
    parameters: DataPattern['parameters'],
    except: Pattern | undefined,
  ): Pattern {
    const key = JSON.stringify(['d', library, type, parameters, except?.id]);
    return this.#intern(key, (id) => ({ kind: 'data', id, library, type, parameters, except }));
  }

  value(type: string, value: string): Pattern {
    return this.#intern(JSON.stringify(['v', type, value]), (id) => ({ kind: 'value', id, type, value }));
  }

  attribute(nameClass: NameClass, value: Pattern): Pattern {
    return this.#intern(JSON.stringify(['a', nameClass, value.id]), (id) => ({
      kind: 'attribute',
      id,
      nameClass,
      value,
    }));
  }

  element(nameClass: NameClass, content: () => Pattern): ElementPattern {
    return { kind: 'element', id: this.#next++, nameClass, content };
  }
}
