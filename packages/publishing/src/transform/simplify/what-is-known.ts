/** What is known of the value of an expression before it is evaluated. */
export interface Known {
  /** At least so many items. */
  readonly least: 0 | 1;
  /** At most so many. */
  readonly most: 0 | 1 | 'many';
  /** What each of them is. */
  readonly items: Items;
  /** Nodes in the order of their document, each once. */
  readonly ordered: boolean;
  /** Nodes of which none is within another. */
  readonly apart: boolean;
  /** Nodes of which each is within the node that the expression is evaluated for, or is it. */
  readonly within: boolean;
}

/** `node` is any node, `atomic` any atomic value, `any` also what is neither; `untyped` is what a node without a schema holds. */
export type Items = 'string' | 'untyped' | 'atomic' | 'element' | 'attribute' | 'node' | 'any';

const nodes: ReadonlySet<Items> = new Set(['element', 'attribute', 'node']);
const atoms: ReadonlySet<Items> = new Set(['string', 'untyped', 'atomic']);

export const areNodes = ({ items, most }: Known): boolean => most === 0 || nodes.has(items);
export const areAtomic = ({ items, most }: Known): boolean => most === 0 || atoms.has(items);
export const isAtMostOne = ({ most }: Known): boolean => most !== 'many';
export const isOne = ({ least, most }: Known): boolean => least === 1 && most === 1;

export const unknown: Known = {
  least: 0,
  most: 'many',
  items: 'any',
  ordered: false,
  apart: false,
  within: false,
};
export const nothing: Known = {
  least: 0,
  most: 0,
  items: 'any',
  ordered: true,
  apart: true,
  within: true,
};

/** One item; as a node it is in order and apart. */
export const one = (items: Items): Known => ({
  ...{ least: 1, most: 1, items },
  ...{ ordered: true, apart: true, within: false },
});

/**
 * What a sequence type says, as SEF writes it: `AS` and `1AS` a string, `?NE` an element or none, `*N` nodes. Of global
 * variables it stands as in the stylesheet, of which a string is understood.
 */
export function knownOfType(type: string): Known {
  if (type === 'xs:string') return one('string');
  const [form, times = '', code = ''] = /^([?*+1]?)([A-Z]*)(?: .*)?$/.exec(type) ?? [];
  if (form === undefined) return unknown;
  const many = times === '*' || times === '+';
  return {
    least: times === '?' || times === '*' ? 0 : 1,
    most: many ? 'many' : 1,
    items: itemsOfCode(code),
    ordered: !many,
    apart: !many,
    within: false,
  };
}

/** What a code says of items: the letter of their kind, then that of their type. */
export function itemsOfCode(code: string): Items {
  if (code.startsWith('AS')) return 'string';
  if (code === 'AZ') return 'untyped';
  if (code.startsWith('A')) return 'atomic';
  if (code === 'NE') return 'element';
  if (code === 'NA') return 'attribute';
  return code.startsWith('N') ? 'node' : 'any';
}

/** Whether items are all that `others` may be. */
export function areAll(items: Items, others: Items): boolean {
  if (items === others || others === 'any') return true;
  if (others === 'node') return nodes.has(items);
  return others === 'atomic' && atoms.has(items);
}

/** What is known where it is either. */
export function either(a: Known, b: Known): Known {
  const items = joined(a, b);
  return {
    least: a.least === 1 && b.least === 1 ? 1 : 0,
    most: a.most === 'many' || b.most === 'many' ? 'many' : a.most === 1 || b.most === 1 ? 1 : 0,
    items,
    ordered: a.ordered && b.ordered,
    apart: a.apart && b.apart,
    within: a.within && b.within,
  };
}

/** What items are that are of the one or of the other. */
export function joined(a: Known, b: Known): Items {
  if (a.most === 0) return b.items;
  if (b.most === 0 || a.items === b.items) return a.items;
  if (areNodes(a) && areNodes(b)) return 'node';
  return areAtomic(a) && areAtomic(b) ? 'atomic' : 'any';
}
