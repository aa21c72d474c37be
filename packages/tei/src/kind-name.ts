import { rowOf } from './row-of.js';

const names = rowOf('div')?.attributes.find(({ name }) => name === 'type')?.names ?? {};

/** What a document of a kind (`div/@type`) is called, in English: “Letter”, “Aide-mémoire”; a kind that has no name is called as it is spelled. */
export function kindName(kind: string): string {
  const spelled = kind.replaceAll(/[-_]+/g, ' ');
  return names[kind] ?? spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
