/** What the process that reads pictures is asked: to make something of the leaves of a file, by their pages from 0, in a folder. */
export interface ReadOrder {
  readonly file: string;
  readonly folder: string;
  /** What it is: the pyramids that leaves are shown from, or what is published of them. */
  readonly makes: 'pyramids' | 'web';
  /** Of which pages; undefined for all that are leaves. */
  readonly only?: readonly number[] | undefined;
  readonly limits: { readonly pixels: number; readonly leaves: number; readonly memory: number };
}

/** A leaf of a file that was read. */
export interface ReadLeaf {
  /** Its page in the file, from 0. */
  readonly page: number;
  /** In pixels, upright as the file says. */
  readonly width: number;
  readonly height: number;
  /** How many sizes its pyramid has. */
  readonly levels: number;
}

/** Which leaf of how many is being read, from 1. */
export interface ReadSoFar {
  readonly leaf: number;
  readonly of: number;
}

/** What it answers: how far it is, and at the end the leaves, or why there are none, as words that follow the name of the file. */
export type ReadReply = ReadSoFar | { readonly leaves: readonly ReadLeaf[] } | { readonly failed: string };
