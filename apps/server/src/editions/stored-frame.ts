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

/** When documents of a series left it, or came back, and by whose decision. */
const since = z.object({ at: z.iso.datetime(), by: z.object({ name: z.string(), email: z.string() }) });

const dated = frame.extend({ since: since.optional() });

const withFormer = dated.extend({ former: z.array(dated).optional() });

/** A frame that a series has had. */
export type DatedFrame = SeriesFrame & { readonly since?: z.infer<typeof since> | undefined };

/** The frame of a series as it comes from the database. */
export function storedFrame(json: unknown): SeriesFrame {
  return frame.parse(json);
}

/**
 * The frames that a series has had since it was imported, the present one last: its history is told by them. One that has other documents
 * than those before it, and not only more, says since when.
 */
export function storedFrames(json: unknown): DatedFrame[] {
  const { former = [], ...present } = withFormer.parse(json);
  return [...former, present];
}

/** Documents that a series has had, and has no more. */
export function leftSeries(frames: readonly SeriesFrame[]): ReadonlySet<string> {
  const present = new Set(frames.at(-1)?.documents.map(({ id }) => id));
  return new Set(
    frames.flatMap(({ documents }) => documents.map(({ id }) => id)).filter((id) => !present.has(id)),
  );
}

/** @param former the frames that the series has had before */
export function frameToStore(present: DatedFrame, former: readonly DatedFrame[]): Prisma.InputJsonObject {
  return { ...present, former } as unknown as Prisma.InputJsonObject;
}
