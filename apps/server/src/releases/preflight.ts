import { createHash } from 'node:crypto';
import { isStage, stageLabel } from '@chancery/workflow';
import type { PreflightAnswer, PreflightCheck } from '../contract/release.js';
import type { House } from '../house.js';
import { deadReferences } from '../volume/letter-references.js';
import { type LetterToCheck, lettersToCheck, placesOf } from './letters-to-check.js';
import { type OpenWork, readOpenWork } from './open-work.js';
import { checked, countWords } from './preflight-check.js';
import { checkPress } from './press-checks.js';

/**
 * Looks an edition through before it goes out: what stands against that, what has to be acknowledged, and where. No text is read for
 * it: what validation, the indexes and the press have found is.
 */
export async function readPreflight(
  { prisma, pool, indexer }: Pick<House, 'prisma' | 'pool' | 'indexer'>,
  editionId: string,
): Promise<PreflightAnswer> {
  await indexer.flush();
  await indexer.settledIn(editionId);
  const letters = await lettersToCheck(pool, editionId);
  const [press, dead, open, toMend] = await Promise.all([
    checkPress(prisma, editionId, letters),
    deadReferences(pool, editionId),
    readOpenWork(pool, editionId),
    prisma.fileToMend.findMany({
      where: { editionId, letterId: null },
      orderBy: { path: 'asc' },
      select: { id: true, path: true },
    }),
  ]);
  const checks = [
    ...press,
    validation(letters),
    checked({
      code: 'references',
      name: 'References and links',
      weight: 'error',
      found: placesOf(letters, ({ id }) => dead.get(id)),
      passed: 'All references and callouts lead to what they name.',
      failed: 'References and callouts of these letters lead nowhere.',
    }),
    checked({
      code: 'files',
      name: 'Files to mend',
      weight: 'warning',
      found: toMend.map(({ id, path }) => ({
        letterId: null,
        name: path,
        words: 'not well-formed',
        at: { kind: 'file-to-mend' as const, id },
      })),
      passed: 'All files of the edition are letters.',
      failed: 'These files are no letters yet, and stay out of the edition.',
    }),
    ...openWork(letters, open),
  ];
  return { checks, digest: createHash('sha256').update(JSON.stringify(checks)).digest('hex') };
}

function validation(letters: readonly LetterToCheck[]): PreflightCheck {
  const found = placesOf(letters, ({ errors, warnings }) => {
    if (errors === null) return 'is still being checked';
    const at = { kind: 'finding' as const, id: '' };
    if (errors > 0) return { words: countWords(errors, 'error', 'errors'), at };
    return (warnings ?? 0) > 0 ? { words: countWords(warnings ?? 0, 'warning', 'warnings'), at } : undefined;
  });
  const isWrong = letters.some(({ errors }) => errors !== 0);
  return checked({
    code: 'validation',
    name: 'Validation',
    weight: isWrong ? 'error' : 'warning',
    found,
    passed: 'No findings.',
    failed: isWrong ? 'Errors are to be mended first.' : 'There are warnings, and no errors.',
  });
}

/** What people have not yet done beside the texts. */
function openWork(letters: readonly LetterToCheck[], open: OpenWork): PreflightCheck[] {
  const documents = letters.filter(({ kind }) => kind !== 'front');
  return [
    checked({
      code: 'stages',
      name: 'Stages',
      weight: 'warning',
      found: placesOf(documents, ({ stage, touched }) => {
        if (touched > 0)
          return countWords(touched, 'passage is to be read again', 'passages are to be read again');
        if (stage === 'ready' || stage === 'published') return undefined;
        return isStage(stage) ? stageLabel(stage) : stage;
      }),
      passed: 'All letters are ready.',
      failed: 'These letters are not ready. They go out as they stand, and keep their stage.',
    }),
    checked({
      code: 'notes',
      name: 'Notes',
      weight: 'warning',
      found: placesOf(letters, ({ id }) => open.notes.get(id)),
      passed: 'All notes are approved.',
      failed:
        'A note that was approved before prints in the wording that was; one that never was prints as it stands.',
    }),
    checked({
      code: 'suggestions',
      name: 'Suggestions',
      weight: 'warning',
      found: placesOf(letters, ({ id }) => open.suggestions.get(id)),
      passed: 'No suggestion is open.',
      failed: 'The edition goes out without what is only suggested.',
    }),
    checked({
      code: 'comments',
      name: 'Comments',
      weight: 'warning',
      found: placesOf(letters, ({ id }) => open.threads.get(id)),
      passed: 'All comments are resolved.',
      failed: 'There are comments that nobody has resolved.',
    }),
  ];
}
