import { printedNumber } from '@chancery/tei';
import type { Pool } from 'pg';
import { type OrderedDocument, orderedDocument } from '../contract/volume.js';

/** What the order says of a document, and the calendar of its letter: nothing of one that it has not read yet. */
interface Row {
  readonly name: string;
  readonly decides: boolean;
  readonly number: string | null;
  readonly enclosedIn: string | null;
  readonly fixed: string | null;
  readonly steps: string[];
  readonly id: string | null;
  readonly ownNumber: string | null;
  readonly numberSupplied: boolean | null;
  readonly title: string | null;
  readonly date: string | null;
}

const joins = `LEFT JOIN letter ON letter."editionId" = listed."editionId" AND letter.name = listed.name AND letter.kind <> 'front'
  LEFT JOIN calendar_line AS line ON line."letterId" = letter.id`;

const columns = `listed.name, listed.decides, listed.number, listed."enclosedIn", listed.fixed, listed.steps, letter.id,
  line."ownNumber", line."numberSupplied", line.title, COALESCE(NULLIF(line."datePrinted", ''), line."dateWhen") AS date`;

/** Documents in the order of the volume, from a place on. */
export async function readDocuments(
  pool: Pool,
  editionId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<OrderedDocument[]> {
  const { rows } = await pool.query<Row>(
    `SELECT ${columns} FROM (
       SELECT * FROM volume_place WHERE "editionId" = $1 ORDER BY place OFFSET $2 LIMIT $3
     ) AS listed ${joins} ORDER BY listed.place`,
    [editionId, offset, limit],
  );
  return rows.map((row, index) => documentOf(row, offset + index));
}

/** One document, by the name by which the volume lists it. */
export async function readDocument(
  pool: Pool,
  editionId: string,
  name: string,
): Promise<OrderedDocument | undefined> {
  const { rows } = await pool.query<Row & { before: number }>(
    `SELECT ${columns}, (SELECT count(*)::int FROM volume_place AS before
       WHERE before."editionId" = $1 AND before.place < listed.place) AS before
     FROM volume_place AS listed ${joins} WHERE listed."editionId" = $1 AND listed.name = $2`,
    [editionId, name],
  );
  return rows[0] && documentOf(rows[0], rows[0].before);
}

function documentOf(row: Row, place: number): OrderedDocument {
  const { name, decides, enclosedIn, fixed, steps, id } = row;
  const text = decides ? row.number : row.ownNumber;
  return {
    id: id ?? name,
    name,
    place,
    number: text === null ? null : printedNumber({ text, supplied: row.numberSupplied === true }),
    fixed,
    enclosedIn,
    title: row.title ?? name,
    date: row.date ?? '',
    there: id !== null,
    steps: orderedDocument.shape.steps.parse(steps),
  };
}
