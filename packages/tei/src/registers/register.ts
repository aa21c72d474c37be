/** The registers of a volume, as its header holds them. */
export const registerKinds = ['persons', 'places', 'organisations', 'bibliography'] as const;

export type RegisterKind = (typeof registerKinds)[number];

/** Who vouches for an entry's identity. */
export const authorities = ['GND', 'VIAF', 'Wikidata', 'GeoNames'] as const;

/** By what an authority file knows an entry: an `idno` of the entry. */
export interface AuthorityId {
  /** `idno/@type` as it is written. */
  readonly authority: string;
  readonly id: string;
}

/** What a register says of one of its entries, as people fill it in. */
export interface EntryFacts {
  /** The forms of the name, the one that prints first; of a bibliography, the reference as it prints. */
  readonly names: readonly string[];
  /** The dates in words: “1879–1964”. */
  readonly dates?: string | undefined;
  /** What prints beside the name in the index. */
  readonly description?: string | undefined;
  readonly authorityIds: readonly AuthorityId[];
}

/** An entry of a register. */
export interface RegisterRecord extends EntryFacts {
  readonly kind: RegisterKind;
  readonly id: string;
}

/** A name in a letter that stands for an entry, or might, or a pointer that may lead to one: in the order of the file. */
export interface NameUse {
  /** The register that names of this kind belong to; `pointer` for what is no name. */
  readonly kind: RegisterKind | 'pointer';
  /** Where it points, as it is written; undefined where nobody has said who or what it is. */
  readonly written?: string | undefined;
  /** The file that it points into, from the edition's folder. */
  readonly path?: string | undefined;
  /** The entry's id in that file. */
  readonly target?: string | undefined;
  readonly words: string;
  /** The words around it: its sentence. */
  readonly context: string;
  readonly isInHeader: boolean;
  /** The `xml:id` of the name. */
  readonly id?: string | undefined;
}

/** One change of a volume's registers. */
export type RegisterEdit =
  | {
      readonly change: 'add';
      readonly kind: RegisterKind;
      readonly id: string;
      readonly facts: EntryFacts;
    }
  | { readonly change: 'set'; readonly id: string; readonly facts: EntryFacts }
  | { readonly change: 'remove'; readonly id: string };
