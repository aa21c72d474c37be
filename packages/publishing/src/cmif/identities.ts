import {
  authorityAddress,
  isWebAddress,
  type RegisterKind,
  readRegisters,
  whereItLeads,
} from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';

/** Whom or what a pointer of a letter names. */
export interface Identity {
  readonly kind?: RegisterKind;
  /** By which the register has it. */
  readonly id?: string;
  /** The name under which a register has it. */
  readonly name?: string | undefined;
  /** By which an authority file names it. */
  readonly address?: string | undefined;
}

/** @param file the path of the letter that the pointer stands in */
export type Identify = (file: string, pointer: string | undefined) => Identity | undefined;

/** Which authority files are asked first, for persons and bodies and for places. */
const preferred: Readonly<Record<RegisterKind, readonly string[]>> = {
  persons: ['GND', 'VIAF', 'Wikidata'],
  organisations: ['GND', 'VIAF', 'Wikidata'],
  places: ['GeoNames', 'GND', 'Wikidata'],
  bibliography: [],
};

/** Who is who, by the registers of a volume; a pointer that is an address of the web is one already. */
export function identities(volume: TeiFile): Identify {
  const entries = new Map(readRegisters(parseTree(volume.source)).map((record) => [record.id, record]));
  return (file, pointer) => {
    const [first = ''] = pointer?.trim().split(/\s+/) ?? [];
    if (isWebAddress(first)) return { address: first };
    const to = whereItLeads(first, file);
    const record = to?.path === volume.path ? entries.get(to.id) : undefined;
    if (!record) return undefined;
    const { id, kind, names, authorityIds } = record;
    const rank = ({ authority }: { authority: string }) => {
      const place = preferred[kind].findIndex((name) => name.toLowerCase() === authority.toLowerCase());
      return place === -1 ? preferred[kind].length : place;
    };
    const address = authorityIds
      .toSorted((one, other) => rank(one) - rank(other))
      .flatMap((each) => authorityAddress(each) ?? [])[0];
    return { kind, id, name: names[0], address };
  };
}
