import { type Expression, isCall, operand } from './expression.js';
import { asksWhether, infer, type Scope, withLocal } from './infer.js';
import {
  areAll,
  areAtomic,
  areNodes,
  isAtMostOne,
  isOne,
  itemsOfCode,
  type Known,
  knownOfType,
  one,
  unknown,
} from './what-is-known.js';

/**
 * Leaves out of a compiled stylesheet what has no part in its results: checks of what is known, sorting of what is in order.
 *
 * Of the compilers for SaxonJS the one that is not sold does no optimizing: it writes a conversion at each use of a parameter
 * whose type is declared, a sort behind each step of a path, four functions round each value of an attribute. SaxonJS goes
 * through them all, at a few microseconds each. What is left out here cannot change a value by the rules of XPath 3.1 (3.3.1.1
 * order of nodes, 2.5.4 types) and XSLT 3.0 (5.7.2 joining of text nodes, 9.6 types of parameters).
 *
 * @param packaged the stylesheet as SaxonJS has made it ready by a first run
 */
export function simplify(packaged: Expression): void {
  const components = new Map<string, Component>();
  for (const component of packaged.C ?? []) {
    if (component.N === 'overridden' && component.C?.length) return;
    const actor = operand(component);
    const { id = '', binds = '' } = component as { id?: string; binds?: string };
    if (component.N === 'co' && actor) components.set(id, { actor, binds: binds.split(' ') });
  }
  const referred = new Set<string>();
  walk(packaged, ({ N, name }) => {
    if (N === 'ufRef' || N === 'fnRef') referred.add(name ?? '');
  });
  for (const { actor, binds } of components.values()) {
    const global = ({ bSlot, coId }: Expression): Known => {
      const of = components.get((bSlot === undefined ? coId : binds[Number(bSlot)]) ?? '')?.actor;
      return of?.as === undefined ? unknown : knownOfType(of.as);
    };
    // What a function is given that is called by reference is converted elsewhere.
    const local = referred.size > 0 && actor.N === 'function' ? new Map() : parametersOf(actor);
    const scope = { local, focus: one('any'), global, found: new WeakMap() };
    if (actor.N === 'mode') for (const rule of actor.C ?? []) simplifyRule(rule, scope);
    else if (simplified.has(actor.N)) within(actor, scope);
  }
}

interface Component {
  readonly actor: Expression;
  /** The ids of the components that it refers to, by its own numbers. */
  readonly binds: readonly string[];
}

const simplified = new Set(['function', 'template', 'globalVariable', 'globalParam']);

/** Patterns are left as they are. */
function simplifyRule(rule: Expression, scope: Scope): void {
  const local = parametersOf(rule);
  for (const [at, child] of (rule.C ?? []).entries())
    if (child.role === 'action') put(rule, at, simpler(child, { ...scope, local }));
}

function walk(expression: Expression, visit: (expression: Expression) => void): void {
  visit(expression);
  for (let at = 0; at < (expression.C?.length ?? 0); at += 1) {
    const child = operand(expression, at);
    if (child) walk(child, visit);
  }
}

/** The parameters of a function or template, whose values have been converted when it begins. */
function parametersOf(actor: Expression): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>();
  walk(actor, ({ N, slot = '', as }) => {
    if (N === 'arg' || N === 'param') found.set(slot, knownOfType(as ?? '*'));
  });
  return found;
}

/** What stands for an expression; SaxonJS prepares it anew. */
function simpler(expression: Expression, scope: Scope): Expression {
  // A function of its own has variables of its own.
  if (expression.N === 'inlineFn') return expression;
  within(expression, scope);
  let made = expression;
  for (let next = rules.get(made.N)?.(made, scope); next; next = rules.get(made.N)?.(made, scope))
    made = next;
  return made;
}

function within(expression: Expression, scope: Scope): void {
  // Not deleted, which would slow down every look at the expression.
  expression.ELAB = undefined;
  expression.PUSH = undefined;
  for (let at = 0; at < (expression.C?.length ?? 0); at += 1) {
    const child = operand(expression, at);
    if (child === undefined) continue;
    let made = simpler(child, scopeAt(expression, at, scope));
    if (asksWhether(expression, at)) {
      // Whether there are any nodes does not depend on their order.
      for (let inner = operand(made); made.N === 'docOrder' && inner; inner = operand(made)) made = inner;
    }
    put(expression, at, made);
  }
}

function put(parent: Expression, at: number, child: Expression): void {
  const before = operand(parent, at);
  if (before === child || parent.C === undefined || before === undefined) return;
  child.role = before.role;
  child.parentNode = parent;
  parent.C[at] = child;
}

const keepFocus = new Set(
  `and att atomSing callT check choose compareToInt compareToString compElem compAtt convert cvUntyped data docOrder elem
  first fn gc globalVariable lastOf let lookup mergeAdj or sequence template treat ufCall union valueOf vc withParam`.split(
    /\s+/,
  ),
);

function scopeAt(expression: Expression, at: number, scope: Scope): Scope {
  const { N } = expression;
  if (N === 'let' && at === 1) return withLocal(scope, expression);
  if ((N === 'slash' || N === 'filter' || N === 'forEach') && at === 1)
    return { ...scope, focus: one(infer(operand(expression), scope).items) };
  if (keepFocus.has(N) || at === 0) return scope;
  return { ...scope, focus: one('any') };
}

const literal = (expression: Expression | undefined, value: string) =>
  expression?.N === 'str' && expression.val === value;

type Rule = (expression: Expression, scope: Scope) => Expression | undefined;

/** For each kind of expression the one that stands for it; undefined where it stands for itself. */
const rules = new Map(
  Object.entries<Rule>({
    check: leftOut((known, { card }) =>
      card === '1' ? isOne(known) : card === '?' ? isAtMostOne(known) : card === '+' && known.least === 1,
    ),
    treat: leftOut(
      ({ items }, { as = '' }) => /^(?:AS|AA|N|NE|NA)$/.test(as) && areAll(items, itemsOfCode(as)),
    ),
    cvUntyped: leftOut(({ items }, { to = '' }) => itemsOfCode(to) === 'string' && items === 'string'),
    convert: (expression, scope) => {
      const inner = operand(expression);
      if (inner === undefined) return undefined;
      if (inner.N === 'int' && expression.to === 'AO') return { ...inner, N: 'dbl' };
      return itemsOfCode(expression.to ?? '') === 'string' && infer(inner, scope).items === 'string'
        ? inner
        : undefined;
    },
    data: (expression, scope) => {
      const inner = operand(expression);
      if (inner === undefined) return undefined;
      const known = infer(inner, scope);
      if (areAtomic(known)) return inner;
      // An empty text node is left out of many, but as a value it is as good as none.
      if (inner.N === 'mergeAdj' && isAtMostOne(infer(operand(inner), scope)))
        put(expression, 0, operand(inner) ?? inner);
      return undefined;
    },
    mergeAdj: leftOut(
      (known) => areAtomic(known) || known.items === 'element' || known.items === 'attribute',
    ),
    docOrder: leftOut(
      (known, expression) => expression.C?.[0]?.N === 'docOrder' || (areNodes(known) && known.ordered),
    ),
    or: (expression) => {
      const [a, b] = [operand(expression), operand(expression, 1)];
      const [one, other] = [selfTest(a), selfTest(b)];
      if (a === undefined || one === undefined || other === undefined) return undefined;
      return { ...a, nodeTest: `*NE u[${one},${other}]` };
    },
    fn: (expression, scope) => {
      if (isCall(expression, 'concat')) return concatenation(expression, scope);
      return isCall(expression, 'string-join') ? join(expression, scope) : undefined;
    },
  }),
);

/** Of a test of the name of the item itself, the names. */
function selfTest(expression: Expression | undefined): string | undefined {
  if (expression?.N !== 'axis' || expression.name !== 'self') return undefined;
  return /^\*(NE (?:nQ\{[^}]*\}\w+|u\[.*\]))$/.exec(expression.nodeTest ?? '')?.[1];
}

/** What stands in the expression, where what is known of it makes the expression needless. */
function leftOut(isNeedless: (known: Known, expression: Expression) => boolean): Rule {
  return (expression, scope) => {
    const inner = operand(expression);
    return inner && isNeedless(infer(inner, scope), expression) ? inner : undefined;
  };
}

function concatenation(expression: Expression, scope: Scope): Expression | undefined {
  const worded = expression.C?.filter((each) => !literal(each, '')) ?? [];
  const [only] = worded;
  if (only && worded.length === 1) {
    const known = infer(only, scope);
    return isOne(known) && known.items === 'string' ? only : undefined;
  }
  if (worded.length > 1) expression.C = worded;
  return undefined;
}

/** Strings as `string-join` takes them: it makes strings of values itself. */
function join(expression: Expression, scope: Scope): Expression | undefined {
  for (let values = operand(expression); values; ) {
    const inner = operand(values);
    const made: boolean =
      values.N === 'convert'
        ? itemsOfCode(values.to ?? '') === 'string'
        : values.N === 'forEach' && isString(operand(values, 1));
    const { items } = infer(inner, scope);
    if (!made || inner === undefined || (items !== 'untyped' && items !== 'string')) break;
    put(expression, 0, inner);
    values = inner;
  }
  const joined = operand(expression);
  const known = infer(joined, scope);
  if (joined === undefined || !isAtMostOne(known)) return undefined;
  if (isOne(known) && known.items === 'string') return joined;
  if (known.items !== 'untyped' && known.items !== 'string') return undefined;
  const value = joined.N === 'data' ? operand(joined) : joined;
  if (value === undefined || infer(value, scope).items === 'any') return undefined;
  const string: Expression = { ...expression, name: 'string', C: [value] };
  value.role = undefined;
  value.parentNode = string;
  return string;
}

/** Whether it is `string(.)`. */
function isString(expression: Expression | undefined): boolean {
  return expression !== undefined && isCall(expression, 'string') && operand(expression)?.N === 'dot';
}
