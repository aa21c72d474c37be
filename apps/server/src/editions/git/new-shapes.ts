import type { PrismaClient } from '../../generated/client.js';
import { type DatedFrame, storedFrames } from '../stored-frame.js';
import type { RecordedState } from './record-commits.js';
import type { RecordedCommit } from './recorded-commit.js';

/** The commits of what has left series, or come back, since an edition was last recorded. */
export async function newShapes(
  prisma: PrismaClient,
  editionId: string,
  state: RecordedState,
): Promise<RecordedCommit[]> {
  const rows = await prisma.seriesFile.findMany({ where: { editionId }, orderBy: { path: 'asc' } });
  return rows.flatMap(({ path, frame: json }) => {
    const frames = storedFrames(json);
    return frames.flatMap((frame, index): RecordedCommit[] => {
      const { since } = frame;
      if (since === undefined || index <= (state.frames.get(path) ?? 0)) return [];
      const message = [`${path}: other documents`, '', ...differences(frames[index - 1], frame)].join('\n');
      return [
        { at: new Date(since.at), people: [since.by], message, files: [{ series: path, frame: index }] },
      ];
    });
  });
}

function differences(former: DatedFrame | undefined, { documents }: DatedFrame): string[] {
  const before = new Set(former?.documents.map(({ id }) => id));
  const now = new Set(documents.map(({ id }) => id));
  return [
    ...[...before].filter((id) => !now.has(id)).map((id) => `${id} has left it`),
    ...[...now].filter((id) => !before.has(id)).map((id) => `${id} stands in it`),
  ];
}
