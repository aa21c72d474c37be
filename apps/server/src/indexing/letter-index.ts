import type { XmlElement } from '@chancery/xml';
import type { PoolClient } from 'pg';

/** A letter, or the volume's own file, as an index reads it. */
export interface IndexedLetter {
  readonly id: string;
  readonly editionId: string;
  /** The TEI root's xml:id, or the file's name without its ending. */
  readonly name: string;
  /** The file's path inside the edition's folder, with forward slashes. */
  readonly path: string;
  /** `front` for the volume's own file. */
  readonly kind: string;
  readonly version: number;
  readonly source: string;
  /** The root of the tree of {@link source}. */
  readonly tei: XmlElement;
}

/** Something of the letters' TEI that is kept in tables, so that it can be asked of many letters at once. */
export interface LetterIndex {
  readonly name: string;
  /** Raised when it is to be written anew for every letter. */
  readonly revision: number;
  /** Puts what the letter says now in the place of what it said before. Called within a transaction. */
  write(client: PoolClient, letter: IndexedLetter): Promise<void>;
}
