import {
  type LetterNumber,
  numbersInVolume,
  printedNumber,
  type ReferenceKind,
  referenceFault,
} from '@chancery/tei';
import type { Pool } from 'pg';
import type { LetterReferences } from '../contract/reference.js';
import { storedMetadata } from '../editions/stored-metadata.js';
import { endnotesCalledAround } from '../notes/endnote-calls.js';

/** A reference as its table has it, with what it leads to. */
interface StoredReference {
  readonly letterId: string;
  readonly kind: ReferenceKind;
  readonly path: string | null;
  readonly name: string | null;
  readonly fragment: string | null;
  readonly cRef: string | null;
  readonly written: string;
  readonly target: string | null;
  readonly element: string | null;
}

/** References with the letter and the place that each leads to: by its path, or else by its file's stem. */
const leading = `
  SELECT reference."letterId", reference.kind, reference.path, reference.name, reference.fragment, reference."cRef",
    reference.written, COALESCE(by_path.id, by_name.id) AS target, anchor.element
  FROM letter_reference AS reference
  LEFT JOIN letter AS by_path ON by_path."editionId" = reference."editionId" AND by_path.path = reference.path
  LEFT JOIN letter AS by_name ON by_name."editionId" = reference."editionId" AND by_name.name = reference.name
  LEFT JOIN letter_anchor AS anchor
    ON anchor."letterId" = COALESCE(by_path.id, by_name.id) AND anchor.id = reference.fragment`;

/** Those that may be at fault: what leads to a whole letter that is there never is. */
const doubtful = `(COALESCE(by_path.id, by_name.id) IS NULL OR reference.fragment IS NOT NULL OR reference.kind <> 'letter')`;

/** Callouts of notes that the file that they name has not, and of notes that are called where they stand, in another file. */
const deadCallouts = `
  SELECT callout."letterId", count(*)::int AS dead FROM letter_callout AS callout
  LEFT JOIN letter AS file ON file."editionId" = callout."editionId" AND file.path = callout.path
  LEFT JOIN letter_note AS note ON note."letterId" = file.id AND note."noteId" = callout."noteId"
  WHERE callout."editionId" = $1 AND ($2::text[] IS NULL OR callout."letterId" = ANY ($2))
    AND (note."noteId" IS NULL OR note.series <> 'endnote' AND note."letterId" <> callout."letterId")
  GROUP BY callout."letterId"`;

/** How many references and callouts of each letter of an edition, or of some of its letters, lead nowhere; a letter without any is not in it. */
export async function countDeadReferences(
  pool: Pool,
  editionId: string,
  letterIds?: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<StoredReference>(
    `${leading} WHERE reference."editionId" = $1 AND ($2::text[] IS NULL OR reference."letterId" = ANY ($2))
     AND ${doubtful}`,
    [editionId, letterIds ?? null],
  );
  const counts = new Map<string, number>();
  for (const row of rows)
    if (faultOf(row) !== undefined) counts.set(row.letterId, (counts.get(row.letterId) ?? 0) + 1);
  const callouts = await pool.query<{ letterId: string; dead: number }>(deadCallouts, [
    editionId,
    letterIds ?? null,
  ]);
  for (const { letterId, dead } of callouts.rows) counts.set(letterId, (counts.get(letterId) ?? 0) + dead);
  return counts;
}

/** What is at fault with a letter's references, and which letters refer to it. */
export async function letterReferences(pool: Pool, letterId: string): Promise<LetterReferences> {
  const own = await pool.query<StoredReference>(
    `${leading} WHERE reference."letterId" = $1 ORDER BY reference.place`,
    [letterId],
  );
  const faults = own.rows.flatMap((row) => {
    const message = faultOf(row);
    return message === undefined ? [] : [{ written: row.written, message }];
  });
  const from = await pool.query<{
    id: string;
    name: string;
    kind: string;
    metadata: unknown;
    context: string;
  }>(
    `SELECT letter.id, letter.name, letter.kind, letter.metadata, reference.context
     FROM letter AS here
     JOIN letter_reference AS reference
       ON reference."editionId" = here."editionId" AND (reference.path = here.path OR reference.name = here.name)
     JOIN letter ON letter.id = reference."letterId"
     WHERE here.id = $1 AND letter.id <> here.id
     ORDER BY letter.position, letter.id, reference.place LIMIT 500`,
    [letterId],
  );
  const numbers = await numbersOf(pool, letterId, from.rows);
  const places = await pool.query<LetterReferences['places'][number]>(
    `SELECT CASE anchor.element WHEN 'pb' THEN 'page' ELSE 'note' END AS kind, letter.path, anchor.id, anchor.n
     FROM letter AS here
     JOIN letter ON letter."editionId" = here."editionId"
     JOIN letter_anchor AS anchor ON anchor."letterId" = letter.id AND anchor.element IN ('note', 'pb')
     WHERE here.id = $1 ORDER BY letter.position, letter.id, anchor.id LIMIT 5000`,
    [letterId],
  );
  return {
    faults,
    places: places.rows,
    endnotes: await endnotesCalledAround(pool, letterId),
    from: from.rows.map(({ id, name, kind, metadata, context }) => {
      const { letter, volume } = storedMetadata(metadata);
      const number = numbers.get(name);
      return {
        letterId: id,
        number: number ? printedNumber(number) : null,
        title:
          kind === 'front'
            ? (volume?.volume ?? volume?.title ?? name)
            : (letter.title?.text ?? letter.headerTitle ?? name),
        context,
      };
    }),
  };
}

/** The numbers that letters bear in the volume of one of them. */
async function numbersOf(
  pool: Pool,
  letterId: string,
  rows: readonly { readonly name: string; readonly metadata: unknown }[],
): Promise<ReadonlyMap<string, LetterNumber>> {
  if (rows.length === 0) return new Map();
  const { rows: files } = await pool.query<{ metadata: unknown }>(
    `SELECT file.metadata FROM letter AS here JOIN letter AS file ON file."editionId" = here."editionId"
     WHERE here.id = $1 AND file.kind = 'front'`,
    [letterId],
  );
  const own = new Map(rows.map(({ name, metadata }) => [name, storedMetadata(metadata).letter.number]));
  const volume = files[0] && storedMetadata(files[0].metadata).volume;
  const numbered = numbersInVolume(
    { letters: volume?.letters ?? [], numbering: volume?.numbering ?? 'as-written' },
    (name) => own.get(name),
  );
  const listed = new Set(volume?.letters.map(({ id }) => id));
  const unlisted = [...own].flatMap(([name, number]) =>
    number && !listed.has(name) ? ([[name, number]] as const) : [],
  );
  return new Map([...unlisted, ...numbered]);
}

function faultOf({ target, element, ...row }: StoredReference): string | undefined {
  const { kind, written } = row;
  const reference = {
    kind,
    written,
    path: row.path ?? undefined,
    name: row.name ?? undefined,
    fragment: row.fragment ?? undefined,
    cRef: row.cRef ?? undefined,
  };
  return referenceFault(reference, {
    file: () => target !== null,
    place: () => element ?? undefined,
  });
}
