import type { Variable } from './schema.js';

/** Values of variables by name, as an expression is given them. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * The variables that an expression may use: those of its rule, its pattern and its schema. The value of each is worked
 * out when the first expression that names it is evaluated, and once; so what a rule computes for its message costs
 * nothing where the rule is kept.
 *
 * A variable sees those declared before it, and what it has the name of outside (ISO/IEC 19757-3 §5.4.5).
 */
export class Scope {
  readonly #outer: Scope | undefined;
  readonly #variables: readonly Variable[];
  readonly #evaluate: (value: string, variables: Variables) => unknown;
  readonly #values = new Map<number, unknown>();

  /** @param evaluate how a value's expression is evaluated where these variables are declared */
  constructor(
    variables: readonly Variable[],
    evaluate: (value: string, variables: Variables) => unknown,
    outer?: Scope,
  ) {
    this.#variables = variables;
    this.#evaluate = evaluate;
    this.#outer = outer;
  }

  /** The values of the variables that the expression names; an error of the first that cannot be evaluated. */
  valuesFor(expression: string): Variables {
    return this.#valuesFor(expression, this.#variables.length);
  }

  #valuesFor(expression: string, before: number): Variables {
    const names = variableNames(expression);
    if (names.length === 0) return none;
    const values: Record<string, unknown> = {};
    for (const name of names) {
      const found = this.#find(name, before);
      if (found !== undefined) values[name] = found.scope.#valueAt(found.index);
    }
    return values;
  }

  #find(name: string, before: number): { scope: Scope; index: number } | undefined {
    for (let index = before - 1; index >= 0; index--) {
      if (this.#variables[index]?.name === name) return { scope: this, index };
    }
    const outer = this.#outer;
    return outer === undefined ? undefined : outer.#find(name, outer.#variables.length);
  }

  #valueAt(index: number): unknown {
    const variable = this.#variables[index];
    if (variable === undefined || this.#values.has(index)) return this.#values.get(index);
    const value = this.#evaluate(variable.value, this.#valuesFor(variable.value, index));
    this.#values.set(index, value);
    return value;
  }
}

const none: Variables = {};
const known = new Map<string, readonly string[]>();

/** Names behind a `$`, also of variables that the expression binds itself, or that stand in its strings. */
export function variableNames(expression: string): readonly string[] {
  const found = known.get(expression);
  if (found !== undefined) return found;
  const names = Array.from(
    expression.matchAll(/\$\s*([\p{L}_][\p{L}\p{M}\p{N}_.:·-]*)/gu),
    ([, name]) => name ?? '',
  );
  const each = [...new Set(names)];
  known.set(expression, each);
  return each;
}
