import type { Sharp } from 'sharp';

/** A file that leaves are taken from, opened to read them one behind the other. */
export interface LeafSource {
  /** The pages of the file that are leaves, from 0. */
  readonly pages: readonly number[];
  /**
   * The picture of a page, upright as the file says.
   *
   * @throws {Unreadable}
   */
  read(page: number): Promise<Sharp>;
}
