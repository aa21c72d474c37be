import type { Transaction } from 'prosemirror-state';

const key = 'chancery.said';

/** Attaches to a transaction what is to be told to the person who made it. */
export function say(tr: Transaction, sentence: string): Transaction {
  return tr.setMeta(key, sentence);
}

/** What a transaction tells the person who made it. */
export function saidWith(tr: Transaction): string | undefined {
  const said: unknown = tr.getMeta(key);
  return typeof said === 'string' ? said : undefined;
}
