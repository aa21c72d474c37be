import { readResponsible } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import { useEffect, useMemo } from 'react';
import { useSession } from '../api/use-session.js';
import type { LetterSession } from '../desk/letter-session.js';
import { useStore } from '../store/use-store.js';

/** Stands for whoever is at the desk among those who answer for something, before the header knows them. */
const oneself = ' ';

/** Who may be said to answer for what is marked in a letter. */
export interface Responsibles {
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** Whoever is at the desk, among the choices; empty where they cannot be chosen. */
  readonly self: string;
  /** The identifier in the header of who was chosen, who is entered there if need be. */
  readonly identify: (choice: string) => string;
}

/**
 * The people whom the letter's header names, and whoever is at the desk.
 *
 * @param mayEnter whether the header may be written, so that it can name another person
 */
export function useResponsible(session: LetterSession, mayEnter: boolean): Responsibles {
  const { letter } = useStore(session.source.state);
  const name = useSession().data?.name;
  useEffect(() => void session.source.open(), [session]);
  const source = letter?.source;
  const known = useMemo(() => (source === undefined ? [] : readResponsible(parseTree(source))), [source]);
  const own = known.find((each) => each.name === name)?.id;
  const entered = own === undefined && mayEnter && name !== undefined ? [{ id: oneself, name }] : [];
  return {
    choices: [...entered, ...known],
    self: own ?? entered[0]?.id ?? '',
    identify: (choice) => (choice === oneself ? enter(session, name) : choice),
  };
}

function enter(session: LetterSession, name: string | undefined): string {
  if (name === undefined) return '';
  session.source.edit({ field: 'responsible', value: name });
  const source = session.source.now()?.source;
  const people = source === undefined ? [] : readResponsible(parseTree(source));
  return people.find((each) => each.name === name)?.id ?? '';
}
