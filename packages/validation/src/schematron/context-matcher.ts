/**
 * A rule context that can be matched by looking at a node and its ancestors: names joined by `/`, with predicates on
 * the last only, or one attribute. Everything else is evaluated as an expression over the whole document, which
 * costs far more.
 */
export interface ChainContext {
  /** Qualified names, outermost first; `*` stands for any local name, `@` begins an attribute's. */
  readonly names: readonly string[];
  /** The last step's predicates as one condition on the node, or nothing. */
  readonly condition: string | undefined;
}

const chain =
  /^(@(?:[\w-]+:)?[\w.-]+|(?:[\w-]+:)?(?:[\w.-]+|\*)(?:\/(?:[\w-]+:)?(?:[\w.-]+|\*))*)((?:\[.*\])?)$/su;

/** The chains that a context is the union of, or `undefined` when it is not made of chains alone. */
export function chainContexts(context: string): readonly ChainContext[] | undefined {
  const chains = splitUnion(context).map((alternative): ChainContext | undefined => {
    const parts = chain.exec(alternative.trim());
    if (parts === null) return undefined;
    const predicates = parts[2] ?? '';
    if (predicates !== '' && !isBracketed(predicates)) return undefined;
    const condition = predicates === '' ? undefined : `exists(.${predicates})`;
    return { names: (parts[1] ?? '').split('/'), condition };
  });
  return chains.every((each): each is ChainContext => each !== undefined) ? chains : undefined;
}

/** Parts of the expression between the `|` that stand outside brackets, parentheses and strings. */
function splitUnion(expression: string): string[] {
  const parts: string[] = [];
  let start = 0;
  scan(expression, (index, depth) => {
    if (expression[index] === '|' && depth === 0) {
      parts.push(expression.slice(start, index));
      start = index + 1;
    }
  });
  return [...parts, expression.slice(start)];
}

/** Whether the text is `[…]` once or several times over, and no position is asked for. */
function isBracketed(text: string): boolean {
  let outside = false;
  scan(text, (index, depth) => {
    if (depth === 0 && text[index] !== ']' && text[index] !== '[') outside = true;
  });
  // `.[2]` is not `x[2]`: positions are counted among siblings.
  return !outside && !/\[\s*\d|\bposition\(|\blast\(/.test(text);
}

/** Visits each character that stands in no string, with how many brackets and parentheses are open around it. */
export function scan(text: string, visit: (index: number, depth: number) => void): void {
  let depth = 0;
  let quote: string | undefined;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
      continue;
    }
    if (character === '"' || character === "'") quote = character;
    if (character === ']' || character === ')') depth--;
    visit(index, depth);
    if (character === '[' || character === '(') depth++;
  }
}
