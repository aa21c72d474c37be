import { parseTree } from '@chancery/xml';
import { attributePatch } from '../header/write/attribute-patch.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { pointersTo, whereItLeads } from './name-pointers.js';
import { nameElements } from './read-name-uses.js';

/** What is to point elsewhere. */
export interface Redirection {
  /** The path of the file inside the edition's folder. */
  readonly file: string;
  /** The path of the volume's own file, which holds the registers. */
  readonly volume: string;
  readonly from: string;
  readonly into: string;
  /** Only names at these places of {@link readNameUses}; all that points to the entry, unless given. */
  readonly places?: readonly number[] | undefined;
  /** Only these of all that points to either entry, as {@link pointersAt} gives them. */
  readonly pointers?: readonly number[] | undefined;
}

/** Which of all that points to either of two entries points to the first, in the order of the file; and how much there is. */
export function pointersAt(
  source: string,
  { file, volume, from, into }: Omit<Redirection, 'places' | 'pointers'>,
): { readonly pointers: readonly number[]; readonly of: number } {
  const all = pointersTo(parseTree(source), file, volume, [from, into]);
  return { pointers: all.flatMap(({ ids }, index) => (ids.includes(from) ? [index] : [])), of: all.length };
}

/** The patches that make what points to an entry of a register point to another one. Nothing else of the file changes. */
export function redirectPatches(source: string, redirection: Redirection): SourcePatch[] {
  const { file, volume, from, into, places, pointers } = redirection;
  const tei = parseTree(source);
  const names = nameElements(tei);
  const chosen = places && new Set(places.map((place) => names[place]?.element));
  return pointersTo(tei, file, volume, [from, into])
    .filter(({ ids, element }, index) => {
      if (!ids.includes(from)) return false;
      return (chosen?.has(element) ?? true) && (pointers?.includes(index) ?? true);
    })
    .flatMap(({ element, attribute, value }) => {
      const written = value.split(' ').map((pointer) => {
        const to = whereItLeads(pointer, file);
        return to?.path === volume && to.id === from
          ? `${pointer.slice(0, pointer.indexOf('#'))}#${into}`
          : pointer;
      });
      return attributePatch(source, element, attribute, [...new Set(written)].join(' '));
    });
}
