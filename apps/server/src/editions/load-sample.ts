import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTeiFolder } from '@chancery/importing/node';
import type { PrismaClient } from '../generated/client.js';
import { storeEditionIn } from './store-edition.js';

/** Who signs in with the first printed link. */
export const firstPerson = { name: 'Editor One', email: 'editor.one@chancery.localhost' } as const;

/** The sample volume could not be read: the checkout is not whole. */
export class SampleUnreadable extends Error {
  override readonly name = 'SampleUnreadable';
}

/** The folder of the sample volume, found upwards from this file. */
function sampleFolder(): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'corpus', 'volume.xml'))) return join(folder, 'corpus');
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * Makes the first person and gives them the sample volume, as chief editor: once in the life of a database, in one
 * transaction, and not again when somebody has since deleted it.
 */
export async function loadSample(prisma: PrismaClient, progress: (step: string) => void): Promise<void> {
  if ((await prisma.user.count()) > 0) return;
  progress('Loading the sample volume');
  const folder = sampleFolder();
  const imported = folder === undefined ? undefined : await readTeiFolder([folder]);
  const [fault] = imported?.report.findings.filter((finding) => finding.severity === 'error') ?? [];
  if (fault)
    throw new SampleUnreadable(
      `corpus/${fault.file}:${fault.line}:${fault.column}: ${fault.message} ${fault.advice}`,
    );
  await prisma.$transaction(
    async (tx) => {
      // Of two servers that start on one new database, one waits here and then finds the work done.
      await tx.$executeRaw`LOCK TABLE "user" IN SHARE ROW EXCLUSIVE MODE`;
      if ((await tx.user.count()) > 0) return;
      const person = await tx.user.create({
        data: { id: randomUUID(), ...firstPerson, emailVerified: true },
      });
      if (imported?.edition) await storeEditionIn(tx, imported.edition, { chiefEditorId: person.id });
    },
    { timeout: 120_000 },
  );
}
