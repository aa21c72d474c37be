import { HttpProblem } from '../errors/http-problem.js';
import { recordMove } from '../history/record-move.js';
import type { House } from '../house.js';
import { roleIn } from '../sign-in/role-in.js';
import { moveLetter } from '../stages/move-letter.js';

/**
 * Moves the letters of a release that are ready to the stage *published*, in the name of who signed it off. What has been changed
 * since, is at another stage or lacks something by now stays where it is: the release has gone out all the same.
 */
export async function moveReleased(
  house: Pick<House, 'prisma' | 'desk' | 'checker'>,
  releaseId: string,
): Promise<void> {
  const { prisma, desk } = house;
  const { editionId, number, userId, files } = await prisma.release.findUniqueOrThrow({
    where: { id: releaseId },
    select: {
      editionId: true,
      number: true,
      userId: true,
      files: { where: { kind: { not: 'front' } }, select: { letterId: true, version: true } },
    },
  });
  if (userId === null) return;
  const role = await roleIn(prisma, editionId, userId);
  const ready = await prisma.letter.findMany({
    where: { editionId, stage: 'ready' },
    select: { id: true, version: true },
  });
  const versions = new Map(ready.map(({ id, version }) => [id, version]));
  for (const { letterId, version } of files) {
    if (versions.get(letterId) !== version) continue;
    try {
      const move = { letterId, from: 'ready', to: 'published', comment: `Release ${number}` } as const;
      await moveLetter(prisma, move, { id: userId, role });
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
      continue;
    }
    await recordMove(house, letterId);
    await desk.tellChanged(letterId, 'standing');
  }
}
