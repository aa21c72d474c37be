import type { Pool } from 'pg';
import type { FoundPlace } from '../contract/found-place.js';

/** A letter, or the volume's own file, as far as its release is concerned. */
export interface LetterToCheck {
  readonly id: string;
  readonly path: string;
  /** What people call it: “No. 2”. */
  readonly name: string;
  readonly kind: string;
  readonly stage: string;
  readonly errors: number | null;
  readonly warnings: number | null;
  readonly touched: number;
  /** How many of its page images have no alternative text. */
  readonly imagesUnsaid: number;
}

const statement = `
  SELECT letter.id, letter.path, letter.kind, letter.stage, letter.touched,
    letter."errorCount" AS errors, letter."warningCount" AS warnings,
    CASE WHEN letter.kind = 'front' THEN 'The volume’s own file'
      WHEN line."numberSupplied" AND line.number IS NOT NULL THEN 'No. [' || line.number || ']'
      WHEN line.number IS NOT NULL THEN 'No. ' || line.number ELSE COALESCE(line.title, letter.name) END AS name,
    (SELECT count(*)::int FROM letter_image AS leaf JOIN page_image AS image ON image.id = leaf."imageId"
      WHERE leaf."letterId" = letter.id AND image.alt = '') AS "imagesUnsaid"
  FROM letter LEFT JOIN calendar_line AS line ON line."letterId" = letter.id
  WHERE letter."editionId" = $1 AND ($2::text IS NULL OR letter.path = $2) ORDER BY line.place NULLS FIRST, letter.id`;

/** The files of an edition, the volume's own first; or the one at a path. */
export async function lettersToCheck(
  pool: Pool,
  editionId: string,
  path?: string,
): Promise<readonly LetterToCheck[]> {
  return (await pool.query<LetterToCheck>(statement, [editionId, path ?? null])).rows;
}

/** What is said of a letter, and where in it that is; words alone are of the whole letter. */
type Said = string | Pick<FoundPlace, 'words' | 'at'>;

/** The letters of which there is something to say, and what that is: one thing, or several. */
export function placesOf(
  letters: readonly LetterToCheck[],
  say: (letter: LetterToCheck) => Said | readonly Said[] | undefined,
): FoundPlace[] {
  return letters.flatMap((letter) =>
    [say(letter) ?? []].flat().map((said) => ({
      letterId: letter.id,
      name: letter.name,
      ...(typeof said === 'string' ? { words: said, at: null } : said),
    })),
  );
}
