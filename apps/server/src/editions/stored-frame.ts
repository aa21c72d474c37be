import type { SeriesFrame } from '@chancery/importing';
import { z } from 'zod';

const frame = z.object({
  between: z.array(z.string()),
  documents: z.array(
    z.object({
      id: z.string(),
      element: z.enum(['TEI', 'div']),
      before: z.string(),
      behind: z.string(),
      declarations: z.string(),
    }),
  ),
});

/** The frame of a series as it comes from the database. */
export function storedFrame(json: unknown): SeriesFrame {
  return frame.parse(json);
}
