import { pointersAt } from '@chancery/tei';
import type { ClientBase, Pool } from 'pg';

/** The file that holds the registers of a volume. */
export interface VolumeFile {
  readonly id: string;
  readonly path: string;
  readonly source: string;
}

/** The files that point to an entry, as they are stored. */
export async function pointingTo(
  connection: Pool | ClientBase,
  editionId: string,
  file: Pick<VolumeFile, 'path'>,
  id: string,
): Promise<{ id: string; path: string }[]> {
  const { rows } = await connection.query<VolumeFile>(
    `SELECT id, path, source FROM letter WHERE "editionId" = $1 AND POSITION($2 IN source) > 0 ORDER BY position, id`,
    [editionId, `#${id}`],
  );
  return rows.filter(
    ({ path, source }) =>
      pointersAt(source, { file: path, volume: file.path, from: id, into: id }).pointers.length > 0,
  );
}

/** Files, the volume's own among them. */
export function withFile<F extends { readonly id: string; readonly path: string }>(
  files: readonly F[],
  file: Pick<VolumeFile, 'id' | 'path'>,
): { readonly id: string; readonly path: string }[] {
  return files.some(({ id }) => id === file.id) ? [...files] : [...files, file];
}
