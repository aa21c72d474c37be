import { printedNumber, type ReferenceKind, referenceFault } from '@chancery/tei';
import type { Role } from '@chancery/workflow';
import type { Pool } from 'pg';
import type { LetterReferences } from '../contract/reference.js';
import { endnotesCalledAround } from '../notes/endnote-calls.js';
import { endnotesInWords } from '../notes/endnotes-in-words.js';
import { notesCountedBefore } from '../notes/notes-through-volume.js';
import { referenceWords } from './reference-words.js';

/** A reference as its table has it, with what it leads to. */
interface StoredReference {
  readonly letterId: string;
  readonly place: number;
  readonly editionId: string;
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
  SELECT reference."letterId", reference.place, reference."editionId", reference.kind, reference.path, reference.name, reference.fragment, reference."cRef",
    reference.written, COALESCE(by_path.id, by_name.id) AS target, anchor.element
  FROM letter_reference AS reference
  LEFT JOIN letter AS by_path ON by_path."editionId" = reference."editionId" AND by_path.path = reference.path
  LEFT JOIN letter AS by_name ON by_name."editionId" = reference."editionId" AND by_name.name = reference.name
  LEFT JOIN letter_anchor AS anchor
    ON anchor."letterId" = COALESCE(by_path.id, by_name.id) AND anchor.id = reference.fragment AND anchor.named`;

/** Those that may be at fault: what leads to a whole letter that is there never is. */
const doubtful = `(COALESCE(by_path.id, by_name.id) IS NULL OR reference.fragment IS NOT NULL OR reference.kind <> 'letter')`;

/** Callouts of notes that the file that they name has not, and of notes that are called where they stand, in another file. */
const deadCallouts = `
  SELECT callout."letterId", callout.place, callout.before FROM letter_callout AS callout
  LEFT JOIN letter AS file ON file."editionId" = callout."editionId" AND file.path = callout.path
  LEFT JOIN letter_note AS note ON note."letterId" = file.id AND note."noteId" = callout."noteId"
  WHERE callout."editionId" = $1 AND ($2::text[] IS NULL OR callout."letterId" = ANY ($2))
    AND (note."noteId" IS NULL OR note.series <> 'endnote' AND note."letterId" <> callout."letterId")
  ORDER BY callout."letterId", callout.place`;

/** A reference or callout that leads nowhere: which of its letter it is, from 0, and why. */
interface DeadReference {
  readonly words: string;
  readonly at: { readonly kind: 'reference' | 'callout'; readonly id: string };
}

/** How many references and callouts of each letter of an edition, or of some of its letters, lead nowhere; a letter without any is not in it. */
export async function countDeadReferences(
  pool: Pool,
  editionId: string,
  letterIds?: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const dead = await deadReferences(pool, editionId, letterIds);
  return new Map([...dead].map(([letterId, { length }]) => [letterId, length]));
}

/** The references and callouts of each letter of an edition, or of some of its letters, that lead nowhere; a letter without any is not in it. */
export async function deadReferences(
  pool: Pool,
  editionId: string,
  letterIds?: readonly string[],
): Promise<ReadonlyMap<string, readonly DeadReference[]>> {
  const { rows } = await pool.query<StoredReference>(
    `${leading} WHERE reference."editionId" = $1 AND ($2::text[] IS NULL OR reference."letterId" = ANY ($2))
     AND ${doubtful} ORDER BY reference."letterId", reference.place`,
    [editionId, letterIds ?? null],
  );
  const dead = new Map<string, DeadReference[]>();
  const add = (letterId: string, each: DeadReference) => {
    const there = dead.get(letterId);
    if (there) there.push(each);
    else dead.set(letterId, [each]);
  };
  for (const row of rows) {
    const words = faultOf(row);
    if (words !== undefined) add(row.letterId, { words, at: { kind: 'reference', id: String(row.place) } });
  }
  const callouts = await pool.query<{ letterId: string; place: number; before: string }>(deadCallouts, [
    editionId,
    letterIds ?? null,
  ]);
  for (const { letterId, place, before } of callouts.rows) {
    const words = `A note is called that is not there${before.trim() === '' ? '' : `, behind “${before.trim().slice(-40)}”`}.`;
    add(letterId, { words, at: { kind: 'callout', id: String(place) } });
  }
  return dead;
}

/** What is at fault with a letter's references, and which letters refer to it; endnotes as somebody of a role may read them. */
export async function letterReferences(
  pool: Pool,
  letterId: string,
  role: Role | undefined,
): Promise<LetterReferences> {
  const own = await pool.query<StoredReference>(
    `${leading} WHERE reference."letterId" = $1 ORDER BY reference.place`,
    [letterId],
  );
  const faults = own.rows.flatMap((row) => {
    const message = faultOf(row);
    return message === undefined ? [] : [{ written: row.written, message }];
  });
  const toPlaces = own.rows.filter(({ kind }) => kind === 'note' || kind === 'page').map(pointingOf);
  const [here] = own.rows;
  const worded = here ? await referenceWords(pool, here.editionId, toPlaces) : [];
  const from = await pool.query<{
    id: string;
    number: string | null;
    numberSupplied: boolean | null;
    title: string;
    context: string;
  }>(
    `SELECT letter.id, line.number, line."numberSupplied", reference.context,
       COALESCE(line.title, letter.metadata->'volume'->>'volume', letter.metadata->'volume'->>'title', letter.name) AS title
     FROM letter AS here
     JOIN letter_reference AS reference
       ON reference."editionId" = here."editionId" AND (reference.path = here.path OR reference.name = here.name)
     JOIN letter ON letter.id = reference."letterId"
     LEFT JOIN calendar_line AS line ON line."letterId" = letter.id
     WHERE here.id = $1 AND letter.id <> here.id
     ORDER BY line.place NULLS FIRST, letter.id, reference.place LIMIT 500`,
    [letterId],
  );
  const inPlace = await pool.query<{ noteId: string }>(
    `SELECT DISTINCT note."noteId" FROM letter_callout AS callout
     JOIN letter AS file ON file."editionId" = callout."editionId" AND file.path = callout.path
     JOIN letter_note AS note ON note."letterId" = file.id AND note."noteId" = callout."noteId"
     WHERE callout."letterId" = $1 AND note.series <> 'endnote'`,
    [letterId],
  );
  return {
    faults,
    words: toPlaces.map(({ written }, index) => ({ written, words: worded[index] ?? written })),
    notesInPlace: inPlace.rows.map(({ noteId }) => noteId),
    endnotes: await endnotesCalledAround(pool, letterId),
    endnoteWords: await endnotesInWords(pool, letterId, role),
    counted: await notesCountedBefore(pool, letterId),
    from: from.rows.map(({ id, number, numberSupplied, title, context }) => ({
      letterId: id,
      number: number === null ? null : printedNumber({ text: number, supplied: numberSupplied === true }),
      title,
      context,
    })),
  };
}

function pointingOf({ kind, written, path, name, fragment, cRef }: StoredReference) {
  return {
    kind,
    written,
    path: path ?? undefined,
    name: name ?? undefined,
    fragment: fragment ?? undefined,
    cRef: cRef ?? undefined,
  };
}

function faultOf(stored: StoredReference): string | undefined {
  const { target, element } = stored;
  return referenceFault(pointingOf(stored), {
    file: () => target !== null,
    place: () => element ?? undefined,
  });
}
