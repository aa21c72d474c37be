import { placeWords, printedNumber, type Reference } from '@chancery/tei';
import type { Pool } from 'pg';
import { frontMatterTitle } from '../editions/front-matter.js';

type Pointing = Pick<Reference, 'kind' | 'path' | 'name' | 'fragment' | 'written'>;

interface Place {
  readonly asked: number;
  readonly number: string | null;
  readonly numberSupplied: boolean | null;
  readonly kind: string;
  readonly title: string;
  readonly element: string | null;
  readonly n: string | null;
  readonly series: string | null;
  readonly shown: string | null;
}

/**
 * How references are worded that have no words of their own, one for one: “No. 4”, “note 3”. What leads nowhere, or to
 * something without a name, is worded as its pointer is written.
 */
export async function referenceWords(
  pool: Pool,
  editionId: string,
  references: readonly Pointing[],
): Promise<string[]> {
  if (references.length === 0) return [];
  const { rows } = await pool.query<Place>(
    `SELECT DISTINCT ON (asked.place) asked.place::int - 1 AS asked, letter.kind, line.number, line."numberSupplied",
       COALESCE(line.title, CASE letter.kind WHEN 'front' THEN $5 ELSE letter.name END) AS title,
       anchor.element, anchor.n, note.series, note.shown
     FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS asked (path, name, fragment, place)
     JOIN letter ON letter."editionId" = $1 AND (letter.path = asked.path OR letter.name = asked.name)
     LEFT JOIN calendar_line AS line ON line."letterId" = letter.id
     LEFT JOIN letter_anchor AS anchor ON anchor."letterId" = letter.id AND anchor.id = asked.fragment
     LEFT JOIN letter_note AS note ON note."letterId" = letter.id AND note."noteId" = asked.fragment
     ORDER BY asked.place, letter.path <> asked.path`,
    [
      editionId,
      references.map(({ path }) => path ?? null),
      references.map(({ name }) => name ?? null),
      references.map(({ fragment }) => fragment ?? null),
      frontMatterTitle,
    ],
  );
  const places = new Map(rows.map((row) => [row.asked, row]));
  return references.map((reference, index) => {
    const place = places.get(index);
    return (place && wordsAt(reference, place)) ?? reference.written;
  });
}

function wordsAt(reference: Pointing, place: Place): string | undefined {
  const { number, numberSupplied, kind, title, element, n, series, shown } = place;
  const document =
    number === null ? title : `No. ${printedNumber({ text: number, supplied: numberSupplied === true })}`;
  if (reference.kind === 'letter') return document;
  const label = shown ?? undefined;
  return placeWords(reference, {
    document: kind === 'front' ? undefined : document,
    endnote: series === 'endnote' ? label : undefined,
    note: series === 'endnote' ? undefined : label,
    page: element === 'pb' ? (n ?? undefined) : undefined,
  });
}
