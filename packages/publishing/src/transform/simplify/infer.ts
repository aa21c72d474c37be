import { type Expression, isCall, operand } from './expression.js';
import {
  areNodes,
  either,
  isAtMostOne,
  itemsOfCode,
  joined,
  type Known,
  knownOfType,
  nothing,
  one,
  unknown,
} from './what-is-known.js';

/** What is known of that which an expression refers to. */
export interface Scope {
  /** Of local variables, by their slots. */
  readonly local: ReadonlyMap<string, Known>;
  /** Of the item that the expression is evaluated for. */
  readonly focus: Known;
  /** Of a global variable or of the result of a function. */
  readonly global: (expression: Expression) => Known;
  /** What was found before, of what stands within the expression that is looked at. */
  readonly found: WeakMap<Expression, Known>;
}

/** Functions that give one string (XPath Functions 3.1, 5). */
const strings = new Set(
  'concat string string-join substring substring-before substring-after normalize-space upper-case lower-case translate replace local-name name generate-id format-integer'.split(
    ' ',
  ),
);
/** Functions that give one truth value or number. */
const values = new Set(
  'exists empty not boolean contains starts-with ends-with matches true false count position last string-length'.split(
    ' ',
  ),
);

/** What is known of the value of an expression. What is not understood is not known. */
export function infer(expression: Expression | undefined, scope: Scope): Known {
  if (expression === undefined) return unknown;
  const known = scope.found.get(expression) ?? rules.get(expression.N)?.(expression, scope) ?? unknown;
  scope.found.set(expression, known);
  return known;
}

const first = (expression: Expression, scope: Scope) => infer(operand(expression), scope);

const ruleOf: Readonly<Record<string, (expression: Expression, scope: Scope) => Known>> = {
  str: () => one('string'),
  int: () => one('atomic'),
  dbl: () => one('atomic'),
  true: () => one('atomic'),
  false: () => one('atomic'),
  empty: () => nothing,
  dot: (_, { focus }) => focus,
  varRef: ({ slot }, { local }) => local.get(slot ?? '') ?? unknown,
  gVarRef: (expression, { global }) => global(expression),
  ufCall: (expression, { global }) => global(expression),
  axis: ({ name, nodeTest }) => axis(name ?? '', nodeTest ?? ''),
  attVal: () => ({ ...one('untyped'), least: 0 }),
  data: (expression, scope) => {
    const { least, most, items } = first(expression, scope);
    if (items === 'any') return { ...unknown, items: 'atomic' };
    const of = areNodes({ ...unknown, items }) ? 'untyped' : items;
    return { ...unknown, least, most, items: of };
  },
  atomSing: (expression, scope) => {
    const known = first(expression, scope);
    return { ...one(areNodes(known) ? 'untyped' : 'atomic'), least: known.least };
  },
  check: (expression, scope) => {
    const known = first(expression, scope);
    const { card = '*' } = expression;
    const least = card === '1' || card === '+' ? 1 : known.least;
    const most = (card === '1' || card === '?') && known.most === 'many' ? 1 : known.most;
    const single = most !== 'many';
    return { ...known, least, most, ordered: single || known.ordered, apart: single || known.apart };
  },
  treat: (expression, scope) => ({
    ...first(expression, scope),
    items: knownOfType(expression.as ?? '*').items,
  }),
  cvUntyped: (expression, scope) => {
    const known = first(expression, scope);
    const isToString = itemsOfCode(expression.to ?? '') === 'string';
    const isText = known.items === 'untyped' || known.items === 'string';
    return { ...known, items: isToString && isText ? 'string' : 'atomic' };
  },
  convert: (expression, scope) => ({ ...first(expression, scope), items: itemsOfCode(expression.to ?? '') }),
  mergeAdj: (expression, scope) => ({ ...first(expression, scope), least: 0 }),
  fn: (expression, scope) => {
    const { name = '' } = expression;
    if (strings.has(name)) return one('string');
    if (values.has(name)) return one('atomic');
    const of = operand(expression);
    if (name !== 'reverse' || of?.N !== 'axis') return unknown;
    return { ...infer(of, scope), ordered: of.name === 'ancestor' || of.name === 'ancestor-or-self' };
  },
  first: (expression, scope) => single(first(expression, scope)),
  lastOf: (expression, scope) => single(first(expression, scope)),
  filter: (expression, scope) => ({ ...first(expression, scope), least: 0 }),
  docOrder: (expression, scope) => {
    const known = first(expression, scope);
    return { ...known, ordered: true, items: areNodes(known) ? known.items : 'any' };
  },
  slash: (expression, scope) => {
    const from = first(expression, scope);
    const to = infer(operand(expression, 1), { ...scope, focus: one(from.items) });
    const fromOne = isAtMostOne(from);
    return {
      least: from.least === 1 && to.least === 1 ? 1 : 0,
      most: fromOne && isAtMostOne(to) ? 1 : 'many',
      items: to.items,
      ordered: areNodes(to) && to.ordered && (fromOne || (from.ordered && from.apart && to.within)),
      apart: to.apart && (fromOne || (from.apart && to.within)),
      within: from.within && to.within,
    };
  },
  union: (expression, scope) => {
    const [a, b] = [first(expression, scope), infer(operand(expression, 1), scope)];
    const ordered = a.ordered && b.ordered;
    return { ...unknown, items: joined(a, b), ordered, within: a.within && b.within };
  },
  sequence: ({ C = [] }, scope) => {
    const each = C.map((member) => infer(member, scope));
    const [only = nothing, ...others] = each;
    if (others.length === 0) return only;
    const { items } = each.reduce((all, other) => ({ ...either(all, other), items: joined(all, other) }));
    return { ...unknown, items, least: each.some(({ least }) => least === 1) ? 1 : 0 };
  },
  choose: ({ C = [] }, scope) => {
    const chosen = C.filter((_, at) => at % 2 === 1).map((each) => infer(each, scope));
    const isTotal = C.at(-2)?.N === 'true';
    return (isTotal ? chosen : [...chosen, nothing]).reduce(either);
  },
  let: (expression, scope) => infer(operand(expression, 1), withLocal(scope, expression)),
  forEach: (expression, scope) => {
    const from = first(expression, scope);
    const to = infer(operand(expression, 1), { ...scope, focus: one(from.items) });
    return { ...unknown, items: to.items, most: isAtMostOne(from) && isAtMostOne(to) ? 1 : 'many' };
  },
};

const rules = new Map(Object.entries(ruleOf));

/** The scope of what stands within a `let`. */
export function withLocal(scope: Scope, { slot = '', C }: Expression): Scope {
  return { ...scope, local: new Map([...scope.local, [slot, infer(C?.[0], scope)]]) };
}

function single(known: Known): Known {
  return { ...known, most: known.most === 0 ? 0 : 1, least: known.least, ordered: true, apart: true };
}

/** The nodes of an axis (XPath 3.1, 3.3.2.1). An element has one attribute of a name. */
function axis(name: string, nodeTest: string): Known {
  const [, code = ''] = /^[?*+1]?([A-Z]*)/.exec(nodeTest) ?? [];
  const found: Known = {
    ...unknown,
    items: name === 'attribute' ? 'attribute' : code === 'NE' ? 'element' : 'node',
  };
  switch (name) {
    case 'attribute':
      return {
        ...found,
        ...{ ordered: true, apart: true, within: true },
        most: /^\S+ nQ\{[^}]*\}[^*\s]+$/.test(nodeTest) ? 1 : 'many',
      };
    case 'child':
      return { ...found, ordered: true, apart: true, within: true };
    case 'self':
      return { ...found, most: 1, ordered: true, apart: true, within: true };
    case 'parent':
      return { ...found, most: 1, ordered: true, apart: true };
    case 'descendant':
    case 'descendant-or-self':
      return { ...found, ordered: true, within: true };
    case 'following-sibling':
      return { ...found, ordered: true, apart: true };
    default:
      return found;
  }
}

/** Whether what it gives is true of it as a whole: of nodes, that there are any. */
export function asksWhether(expression: Expression, at: number): boolean {
  const { N } = expression;
  if (N === 'or' || N === 'and') return true;
  if (N === 'choose') return at % 2 === 0;
  if (N === 'filter') return at === 1 && !(expression.flags ?? '').includes('p');
  return ['exists', 'empty', 'not', 'boolean'].some((name) => isCall(expression, name));
}
