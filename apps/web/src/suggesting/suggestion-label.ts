import type { Transaction } from 'prosemirror-state';

const key = 'chancery.suggestion';

/** Says to which suggestion an own change belongs. */
export function labelled(transaction: Transaction, label: string): Transaction {
  return transaction.setMeta(key, label);
}

/** The suggestion that a change belongs to, or that which brought it about; undefined for one that enters the text. */
export function labelOf(transaction: { getMeta?(name: string): unknown }): string | undefined {
  const label = transaction.getMeta?.(key);
  if (typeof label === 'string') return label;
  const root = transaction.getMeta?.('appendedTransaction');
  return isTransaction(root) ? labelOf(root) : undefined;
}

function isTransaction(value: unknown): value is Transaction {
  return typeof value === 'object' && value !== null && 'getMeta' in value;
}
