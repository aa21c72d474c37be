import type { SeriesFrame } from '@chancery/importing';
import { z } from 'zod';
import type { Prisma } from '../generated/client.js';

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

const withFormer = frame.extend({ former: z.array(frame).optional() });

/** The frame of a series as it comes from the database. */
export function storedFrame(json: unknown): SeriesFrame {
  return frame.parse(json);
}

/** The frames that a series has had since it was imported, the present one last: its history is told by them. */
export function storedFrames(json: unknown): SeriesFrame[] {
  const { former = [], ...present } = withFormer.parse(json);
  return [...former, present];
}

/** @param former the frames that the series has had before */
export function frameToStore(present: SeriesFrame, former: readonly SeriesFrame[]): Prisma.InputJsonObject {
  return { ...present, former } as unknown as Prisma.InputJsonObject;
}
