import type { Present } from '@chancery/server/api';
import { type Hue, hueOf, hues } from './hue-of.js';

/** How a window at a letter is told from the others there. */
export interface ToldApart {
  readonly hue: Hue;
  /** Which of the windows of one person it is, counted from 1; undefined for the only one. */
  readonly window: number | undefined;
}

/**
 * Tells apart who is at a letter, by their clients: no two people have one look as long as there are looks, and the windows of
 * one person are numbered. What a client is called does not depend on the order in which they came.
 */
export function toldApart(present: readonly Pick<Present, 'clientId' | 'person'>[]): Map<string, ToldApart> {
  const clients = new Map<string, string[]>();
  for (const { clientId, person } of present)
    clients.set(person.id, [...(clients.get(person.id) ?? []), clientId]);
  const taken = new Set<Hue>();
  const told = new Map<string, ToldApart>();
  for (const [personId, windows] of [...clients].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const own = hueOf(personId);
    const from = hues.indexOf(own);
    const hue = [...hues.slice(from), ...hues].find((each) => !taken.has(each)) ?? own;
    taken.add(hue);
    for (const [index, clientId] of windows.toSorted().entries())
      told.set(clientId, { hue, window: windows.length > 1 ? index + 1 : undefined });
  }
  return told;
}

/** A name with the number of the window, where there are several: “Editor Two, window 2”. */
export function windowWords(name: string, window: number | undefined): string {
  return window === undefined ? name : `${name}, window ${window}`;
}
