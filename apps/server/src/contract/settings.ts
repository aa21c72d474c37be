import { usualVerification } from '@chancery/workflow';
import { z } from '@hono/zod-openapi';

/** How a silent correction finds what it corrects. */
export const correctionWays = ['exact', 'regex'] as const;

const silentCorrection = z.object({
  statement: z
    .string()
    .trim()
    .min(1, 'Say in a sentence what is corrected: it stands in the statement of method.')
    .max(500),
  find: z.string().min(1, 'Say what is found.').max(500),
  how: z.enum(correctionWays),
  by: z.string().max(1_000),
});

/** What an edition demands of its letters and how it works. What is not set is as usual. */
export const editionSettings = z
  .object({
    verification: z
      .object({
        people: z.number().int().min(0).max(9),
        inTandem: z.number().int().min(0).max(9),
      })
      .default(usualVerification)
      .openapi({ description: 'the readings that a letter needs before it is ready' }),
    silentCorrections: z.array(silentCorrection).max(50).default([]).openapi({
      description: 'what is corrected without a mark in the text, each as a policy that can be applied',
    }),
  })
  .openapi('EditionSettings');

export type EditionSettings = z.infer<typeof editionSettings>;

/** Settings as they come from the database; a part that an earlier release wrote otherwise is as usual. */
export function storedSettings(json: unknown): EditionSettings {
  const parsed = editionSettings.safeParse(json);
  return parsed.success ? parsed.data : editionSettings.parse({});
}
