import type { Reference } from './reference.js';

/** What has to be known of an edition to say where a reference leads. */
export interface KnownPlaces {
  /** Whether there is such a file: by its path, or else by its stem. */
  file(path: string, name: string): boolean;
  /** The element of an `xml:id` in a file; undefined without one. */
  place(path: string, name: string, id: string): string | undefined;
}

/** Why a reference leads nowhere, or to something else than it says, in words; undefined where all is well. */
export function referenceFault(
  reference: Pick<Reference, 'kind' | 'path' | 'name' | 'fragment' | 'cRef' | 'written'>,
  known: KnownPlaces,
): string | undefined {
  const { kind, path, name, fragment, cRef, written } = reference;
  if (path === undefined || name === undefined)
    return cRef !== undefined && /^\S+\/\S+$/.test(cRef)
      ? undefined
      : `A reference to another volume names it and the number there, as in volume-one/493; this one says “${written}”.`;
  if (!known.file(path, name)) return `The reference leads to “${written}”, which the edition does not have.`;
  if (fragment === undefined)
    return kind === 'letter'
      ? undefined
      : `The reference is to a ${kind}, and leads to a whole document: “${written}”.`;
  const place = known.place(path, name, fragment);
  if (place === undefined) return `The reference leads to “${written}”, and there is no such place.`;
  const wanted = { note: 'note', page: 'pb' }[kind as string];
  return wanted === undefined || place === wanted
    ? undefined
    : `The reference is to a ${kind}, and “${written}” is none.`;
}
