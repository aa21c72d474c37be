import { dataAllows, valueEquals } from './datatypes.js';
import { nameClassContains } from './name-class.js';
import type { AttributePattern, ElementPattern, Pattern, PatternBuilder } from './pattern.js';

/**
 * What is left of a pattern after something was seen, and what may be seen next.
 *
 * After James Clark, “An algorithm for RELAX NG validation” (2002), with one departure: an element is consumed as a
 * whole, and its content is looked at apart from its parent's. A mistake inside a child then never hides one beside it.
 * Results are remembered for each pattern, so a second letter under the same grammar mostly looks things up.
 */
export class Derivatives {
  readonly #builder: PatternBuilder;
  readonly #nullable = new Map<Pattern, boolean>();
  readonly #elements = new Map<Pattern, readonly ElementPattern[]>();
  readonly #attributes = new Map<Pattern, readonly AttributePattern[]>();
  readonly #closed = new Map<Pattern, Pattern>();
  readonly #relaxed = new Map<Pattern, Pattern>();
  readonly #consumed = new Map<Pattern, Map<Pattern, Pattern>>();
  readonly #skipped = new Map<Pattern, Map<Pattern, Pattern>>();
  readonly #textAllowed = new Map<Pattern, boolean>();

  constructor(builder: PatternBuilder) {
    this.#builder = builder;
  }

  /** What is left when either of two readings may hold. */
  either(left: Pattern, right: Pattern): Pattern {
    return this.#builder.choice(left, right);
  }

  /** Whether nothing more need follow. */
  nullable(pattern: Pattern): boolean {
    return remember(this.#nullable, pattern, () => {
      switch (pattern.kind) {
        case 'empty':
        case 'text':
          return true;
        case 'choice':
          return this.nullable(pattern.left) || this.nullable(pattern.right);
        case 'group':
        case 'interleave':
          return this.nullable(pattern.left) && this.nullable(pattern.right);
        case 'oneOrMore':
          return this.nullable(pattern.body);
        default:
          return false;
      }
    });
  }

  /** The element patterns that may come next. */
  nextElements(pattern: Pattern): readonly ElementPattern[] {
    return remember(this.#elements, pattern, () => {
      switch (pattern.kind) {
        case 'element':
          return [pattern];
        case 'choice':
        case 'interleave':
          return union(this.nextElements(pattern.left), this.nextElements(pattern.right));
        case 'group':
          return this.nullable(pattern.left)
            ? union(this.nextElements(pattern.left), this.nextElements(pattern.right))
            : this.nextElements(pattern.left);
        case 'oneOrMore':
          return this.nextElements(pattern.body);
        default:
          return [];
      }
    });
  }

  /** Of the elements that may come next, those without which the content cannot end; where there is a choice, all of its ways. */
  neededElements(pattern: Pattern): readonly ElementPattern[] {
    if (this.nullable(pattern)) return [];
    switch (pattern.kind) {
      case 'element':
        return [pattern];
      case 'choice':
      case 'interleave':
        return union(this.neededElements(pattern.left), this.neededElements(pattern.right));
      case 'group':
        return this.neededElements(this.nullable(pattern.left) ? pattern.right : pattern.left);
      case 'oneOrMore':
        return this.neededElements(pattern.body);
      default:
        return [];
    }
  }

  /** Every element pattern in the content, whether or not something must come before it. */
  allElements(pattern: Pattern): readonly ElementPattern[] {
    switch (pattern.kind) {
      case 'element':
        return [pattern];
      case 'choice':
      case 'interleave':
      case 'group':
        return union(this.allElements(pattern.left), this.allElements(pattern.right));
      case 'oneOrMore':
        return this.allElements(pattern.body);
      default:
        return [];
    }
  }

  /** The attribute patterns that the rest of a start tag may still match. */
  attributes(pattern: Pattern): readonly AttributePattern[] {
    return remember(this.#attributes, pattern, () => {
      switch (pattern.kind) {
        case 'attribute':
          return [pattern];
        case 'choice':
        case 'interleave':
        case 'group':
          return union(this.attributes(pattern.left), this.attributes(pattern.right));
        case 'oneOrMore':
          return this.attributes(pattern.body);
        default:
          return [];
      }
    });
  }

  /** What is left after one of the element or attribute patterns; `notAllowed` when it may not come next. */
  consume(pattern: Pattern, piece: ElementPattern | AttributePattern): Pattern {
    return this.#derive(pattern, piece, false);
  }

  /** As {@link consume}, but whatever would have to come before may be missing. */
  consumeSkipping(pattern: Pattern, piece: ElementPattern): Pattern {
    return this.#derive(pattern, piece, true);
  }

  #derive(pattern: Pattern, piece: ElementPattern | AttributePattern, skipping: boolean): Pattern {
    const memory = skipping ? this.#skipped : this.#consumed;
    let known = memory.get(pattern);
    if (known === undefined) {
      known = new Map();
      memory.set(pattern, known);
    }
    return remember(known, piece, () => {
      const b = this.#builder;
      const derive = (inner: Pattern): Pattern => this.#derive(inner, piece, skipping);
      switch (pattern.kind) {
        case 'element':
        case 'attribute':
          return pattern === piece ? b.empty : b.notAllowed;
        case 'choice':
          return b.choice(derive(pattern.left), derive(pattern.right));
        case 'interleave':
          return b.choice(
            b.interleave(derive(pattern.left), pattern.right),
            b.interleave(pattern.left, derive(pattern.right)),
          );
        case 'group': {
          const first = b.group(derive(pattern.left), pattern.right);
          // Attributes come in any order: a group of them is an interleave.
          if (piece.kind === 'attribute')
            return b.choice(first, b.group(pattern.left, derive(pattern.right)));
          return skipping || this.nullable(pattern.left) ? b.choice(first, derive(pattern.right)) : first;
        }
        case 'oneOrMore':
          return b.group(derive(pattern.body), b.choice(pattern, b.empty));
        default:
          return b.notAllowed;
      }
    });
  }

  /** The content that is left when the start tag ends: an attribute that is still wanted makes it `notAllowed`. */
  closeStartTag(pattern: Pattern): Pattern {
    return remember(this.#closed, pattern, () =>
      this.#mapAttributes(pattern, this.#builder.notAllowed, (inner) => this.closeStartTag(inner)),
    );
  }

  /** As {@link closeStartTag}, forgiving attributes that are missing. */
  closeStartTagForgiving(pattern: Pattern): Pattern {
    return remember(this.#relaxed, pattern, () =>
      this.#mapAttributes(pattern, this.#builder.empty, (inner) => this.closeStartTagForgiving(inner)),
    );
  }

  #mapAttributes(pattern: Pattern, replacement: Pattern, map: (pattern: Pattern) => Pattern): Pattern {
    const b = this.#builder;
    switch (pattern.kind) {
      case 'attribute':
        return replacement;
      case 'choice':
        return b.choice(map(pattern.left), map(pattern.right));
      case 'group':
        return b.group(map(pattern.left), map(pattern.right));
      case 'interleave':
        return b.interleave(map(pattern.left), map(pattern.right));
      case 'oneOrMore':
        return b.oneOrMore(map(pattern.body));
      default:
        return pattern;
    }
  }

  /** Whether running text may come now, or later among elements that may come now. */
  textAllowed(pattern: Pattern): boolean {
    return remember(this.#textAllowed, pattern, () => {
      switch (pattern.kind) {
        case 'text':
          return true;
        case 'choice':
        case 'interleave':
          return this.textAllowed(pattern.left) || this.textAllowed(pattern.right);
        case 'group':
          return (
            this.textAllowed(pattern.left) || (this.nullable(pattern.left) && this.textAllowed(pattern.right))
          );
        case 'oneOrMore':
          return this.textAllowed(pattern.body);
        default:
          return false;
      }
    });
  }

  /** What is left after a string of text, which for `data` and `value` must be the whole of it. */
  consumeText(pattern: Pattern, text: string): Pattern {
    const b = this.#builder;
    switch (pattern.kind) {
      case 'text':
        return pattern;
      case 'choice':
        return b.choice(this.consumeText(pattern.left, text), this.consumeText(pattern.right, text));
      case 'interleave':
        return b.choice(
          b.interleave(this.consumeText(pattern.left, text), pattern.right),
          b.interleave(pattern.left, this.consumeText(pattern.right, text)),
        );
      case 'group': {
        const first = b.group(this.consumeText(pattern.left, text), pattern.right);
        return this.nullable(pattern.left) ? b.choice(first, this.consumeText(pattern.right, text)) : first;
      }
      case 'oneOrMore':
        return b.group(this.consumeText(pattern.body, text), b.choice(pattern, b.empty));
      case 'value':
        return valueEquals(pattern, text) ? b.empty : b.notAllowed;
      case 'data':
        return dataAllows(pattern, text) &&
          !(pattern.except !== undefined && this.matches(pattern.except, text))
          ? b.empty
          : b.notAllowed;
      case 'list': {
        const words = text.split(/[ \t\r\n]+/).filter((word) => word !== '');
        const rest = words.reduce<Pattern>((state, word) => this.consumeText(state, word), pattern.body);
        return this.nullable(rest) ? b.empty : b.notAllowed;
      }
      default:
        return b.notAllowed;
    }
  }

  /** Whether the string is a value of the pattern: the content of an attribute, or of an element without children. */
  matches(pattern: Pattern, text: string): boolean {
    return (
      (/^[ \t\r\n]*$/.test(text) && this.nullable(pattern)) || this.nullable(this.consumeText(pattern, text))
    );
  }
}

/** Those of the patterns whose name class holds the expanded name. */
export function named<P extends ElementPattern | AttributePattern>(
  patterns: readonly P[],
  namespace: string,
  name: string,
): readonly P[] {
  return patterns.filter((pattern) => nameClassContains(pattern.nameClass, namespace, name));
}

function union<T>(left: readonly T[], right: readonly T[]): readonly T[] {
  return left.length === 0 ? right : right.length === 0 ? left : [...new Set([...left, ...right])];
}

function remember<K, V>(memory: Map<K, V>, key: K, make: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}
