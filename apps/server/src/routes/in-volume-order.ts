import { type DateType, type LetterNumber, numbersInVolume } from '@chancery/tei';
import { storedMetadata } from '../editions/stored-metadata.js';

interface Placed {
  readonly name: string;
  readonly kind: string;
  readonly position: number;
  readonly metadata: unknown;
}

/** What a volume says of one of its documents. */
export interface InVolume {
  /** The number that it bears there. */
  readonly number: LetterNumber | undefined;
  /** The name of the letter that it is an enclosure of. */
  readonly enclosedIn: string | null;
  /** Which of its dates stands for it, by the rule of the volume. */
  readonly dateOrder: readonly DateType[];
}

/**
 * Stored letters in the order that the volume's list of documents has now, each with its place in it and its number. Letters
 * that the list does not name follow in the order in which they came; the volume's own file stands at -1.
 */
export function inVolumeOrder<Row extends Placed>(rows: readonly Row[]): (Row & { inVolume: InVolume })[] {
  const file = rows.find((row) => row.kind === 'front');
  const volume = file && storedMetadata(file.metadata).volume;
  const listed = volume?.letters ?? [];
  const own = new Map(rows.map(({ name, metadata }) => [name, storedMetadata(metadata).letter.number]));
  const numbers = numbersInVolume({ letters: listed, numbering: volume?.numbering ?? 'as-written' }, (name) =>
    own.get(name),
  );
  const entries = new Map(listed.map((entry) => [entry.id, entry]));
  const dateOrder = (volume?.dateRule ?? []).map(({ type }) => type);
  const inVolume = ({ name }: Row): InVolume => {
    const entry = entries.get(name);
    return entry
      ? { number: numbers.get(name), enclosedIn: entry.enclosedIn ?? null, dateOrder }
      : { number: own.get(name), enclosedIn: null, dateOrder };
  };
  const places = new Map(listed.map(({ id }, index) => [id, index]));
  const placeOf = (row: Row): number =>
    row.kind === 'front' ? -1 : (places.get(row.name) ?? listed.length + row.position);
  return rows
    .map((row) => ({ row, place: placeOf(row) }))
    .sort((left, right) => left.place - right.place)
    .map(({ row }, index) => ({
      ...row,
      position: file ? index - 1 : index,
      inVolume: inVolume(row),
    }));
}
