import type { XmlElement } from '@chancery/xml';
import { attribute, within } from '../header/element-tree.js';
import { pathFrom } from '../references/path-from.js';

/** The attributes that may point to an entry of a register. */
const pointing = ['ref', 'target', 'corresp', 'resp', 'who', 'sameAs', 'source', 'ana'] as const;

/** An attribute that points to one of some entries. */
export interface EntryPointer {
  readonly element: XmlElement;
  readonly attribute: string;
  readonly value: string;
  /** The entries that it points to, of those that were looked for. */
  readonly ids: readonly string[];
}

/** Where a pointer leads: the file inside the edition's folder, and the place in it. */
export function whereItLeads(
  pointer: string,
  file: string,
): { readonly path: string; readonly id: string } | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(pointer)) return undefined;
  const [path = '', id] = pointer.split('#');
  return id ? { path: path === '' ? file : pathFrom(file, path), id } : undefined;
}

/**
 * All that points to some entries of a volume's registers, in the order of the file, header and text alike.
 *
 * @param file the path of the file inside the edition's folder, and `volume` that of the volume's own
 */
export function pointersTo(
  tei: XmlElement,
  file: string,
  volume: string,
  ids: readonly string[],
): EntryPointer[] {
  return [...within(tei)].flatMap((element) =>
    pointing.flatMap((name): EntryPointer[] => {
      const value = attribute(element, name);
      const found = (value?.split(' ') ?? []).flatMap((pointer) => {
        const to = whereItLeads(pointer, file);
        return to && to.path === volume && ids.includes(to.id) ? [to.id] : [];
      });
      return value === undefined || found.length === 0
        ? []
        : [{ element, attribute: name, value, ids: found }];
    }),
  );
}
