import { storedMetadata } from '../editions/stored-metadata.js';

interface Placed {
  readonly name: string;
  readonly kind: string;
  readonly position: number;
  readonly metadata: unknown;
}

/**
 * Stored letters in the order that the volume's list of documents has now, each with its place in it. Letters that the
 * list does not name follow in the order in which they came; the volume's own file stands at -1.
 */
export function inVolumeOrder<Row extends Placed>(rows: readonly Row[]): Row[] {
  const volume = rows.find((row) => row.kind === 'front');
  const listed = volume ? (storedMetadata(volume.metadata).volume?.letters ?? []) : [];
  const places = new Map(listed.map(({ id }, index) => [id, index]));
  const placeOf = (row: Row): number =>
    row.kind === 'front' ? -1 : (places.get(row.name) ?? listed.length + row.position);
  return rows
    .map((row) => ({ row, place: placeOf(row) }))
    .sort((left, right) => left.place - right.place)
    .map(({ row }, index) => ({ ...row, position: volume ? index - 1 : index }));
}
