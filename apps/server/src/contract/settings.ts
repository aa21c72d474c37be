import { usualVerification } from '@chancery/workflow';
import { z } from '@hono/zod-openapi';

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
  })
  .openapi('EditionSettings');

export type EditionSettings = z.infer<typeof editionSettings>;

/** Settings as they come from the database; a part that an earlier release wrote otherwise is as usual. */
export function storedSettings(json: unknown): EditionSettings {
  const parsed = editionSettings.safeParse(json);
  return parsed.success ? parsed.data : editionSettings.parse({});
}
