import { usualParts } from '@chancery/publishing/parts';
import { z } from '@hono/zod-openapi';
import type { FoundPlace } from '../contract/found-place.js';
import type { PreflightCheck } from '../contract/release.js';
import type { PrismaClient } from '../generated/client.js';
import { type LetterToCheck, placesOf } from './letters-to-check.js';
import { checked, countWords } from './preflight-check.js';
import { placeInFile, pressPlace, whereRunStopped } from './press-place.js';

/** What a run of the press tells, as far as it matters here: see `PublishReport` of @chancery/publishing. */
const report = z.object({
  offered: z.array(z.string()),
  warnings: z.array(placeInFile.extend({ code: z.string(), message: z.string() })),
});

/**
 * Whether the press has made all outputs of the texts as they stand, with conservation proved, and what it told meanwhile: glyphs that no face
 * has, lines too full, elements that have no form, references that lead nowhere in print; and what keeps some readers from the edition.
 */
export async function checkPress(
  prisma: PrismaClient,
  editionId: string,
  letters: readonly LetterToCheck[],
): Promise<PreflightCheck[]> {
  const [latest, changed] = await Promise.all([
    prisma.publication.findFirst({
      where: { editionId, releaseId: null },
      orderBy: { createdAt: 'desc' },
      select: { state: true, error: true, report: true, startedAt: true },
    }),
    prisma.letter.aggregate({ where: { editionId }, _max: { updatedAt: true } }),
  ]);
  const made = latest?.state === 'done' ? report.safeParse(latest.report).data : undefined;
  const byPath = new Map(letters.map((letter) => [letter.path, letter]));
  const told = (wanted: (code: string) => boolean): FoundPlace[] =>
    (made?.warnings ?? []).flatMap(({ code, message, ...at }) =>
      wanted(code) ? pressPlace(message, at, byPath.get(at.file ?? '')) : [],
    );
  const stopped = latest?.state === 'failed' ? whereRunStopped(latest.report) : undefined;
  return [
    checked({
      code: 'outputs',
      name: 'Outputs and conservation',
      weight: 'error',
      found: stopped
        ? [pressPlace(stopped.reason, stopped, byPath.get(stopped.file ?? ''))]
        : whyNotMade(latest, made?.offered, changed._max.updatedAt),
      passed:
        'All outputs are made of the texts as they stand. Every document, paragraph, callout and note is in the PDF once and in order.',
      failed: stopped
        ? 'The press stopped here. Mend it, and press Publish again.'
        : 'A release is made of what the press has proved.',
    }),
    checked({
      code: 'print',
      name: 'What the press told',
      weight: 'warning',
      found: told((code) => code !== 'accessibility'),
      passed: made
        ? 'Every glyph, line and reference of the outputs is as it should be.'
        : 'Glyphs, lines and references are looked at when the outputs are made.',
      failed: 'Look at these places of the outputs.',
    }),
    checked({
      code: 'accessibility',
      name: 'Accessibility',
      weight: 'warning',
      found: [
        ...told((code) => code === 'accessibility'),
        ...placesOf(letters, ({ id, imagesUnsaid }) =>
          imagesUnsaid === 0
            ? undefined
            : {
                words: countWords(
                  imagesUnsaid,
                  'page image is not described',
                  'page images are not described',
                ),
                at: { kind: 'images', id },
              },
        ),
      ],
      passed: made
        ? 'Pictures are described, tables have headings, and languages are named.'
        : 'Page images are described. What stands in the texts is looked at when they are published.',
      failed: 'This keeps readers out who do not see the page, or hear it read to them.',
    }),
  ];
}

function whyNotMade(
  latest: { state: string; error: string | null; startedAt: Date | null } | null,
  offered: readonly string[] | undefined,
  changed: Date | null,
) {
  const why = (words: string) => [{ letterId: null, name: 'The edition', words, at: null }];
  if (latest?.state === 'failed') return why(latest.error ?? 'The press has failed. Publish again.');
  if (!latest || !offered) return why('Press Publish, and look at the outputs, before you release them.');
  if (usualParts.some((part) => !offered.includes(part)))
    return why('Not all usual outputs have been made. Choose them and press Publish.');
  if (!latest.startedAt || (changed && changed > latest.startedAt))
    return why('Texts have changed since the outputs were made. Press Publish again.');
  return [];
}
