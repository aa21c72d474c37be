import { stat } from 'node:fs/promises';
import { readTeiFolder } from '@chancery/importing/node';
import { commandLine } from '../../audit/audit.js';
import { openDatabase } from '../../database/open-database.js';
import { LetterDesk } from '../../live/letter-desk.js';
import { firstPersonOf } from '../../sign-in/first-person.js';
import { editionNamed } from '../edition-named.js';
import type { DatabaseOptions } from '../import-paths.js';
import { bringBack, type UpdateOutcome } from './bring-back.js';
import { exportedFrom, NotExported } from './exported-from.js';

/**
 * Brings back a folder that was exported and changed outside, as {@link bringBack} says. Works beside a running server.
 *
 * @param options.seriesAsHere series are to hold the documents that they hold in the folder: a letter that is not in it any more leaves its
 * series and stands in a file of its own, and one that had left comes back
 * @param options.by the e-mail address of whoever the changes are by, where the folder does not say
 * @throws {NotExported} when it cannot be told what the folder was exported from
 * @throws {EditionUnknown}
 */
export async function updateEdition(
  folder: string,
  options: DatabaseOptions & {
    readonly editionId?: string | undefined;
    readonly by?: string | undefined;
    readonly seriesAsHere?: boolean | undefined;
  },
): Promise<UpdateOutcome> {
  if (!(await stat(folder)).isDirectory()) {
    throw new NotExported(`${folder} is a file. Name the folder that was exported.`);
  }
  const database = await openDatabase(options);
  try {
    const { prisma, pool } = database;
    const exported = await exportedFrom(prisma, folder);
    const editionId = await editionNamed(prisma, options.editionId ?? exported.editionId, 'update');
    if (editionId !== exported.editionId) {
      throw new NotExported(`${folder} was exported from “${exported.editionId}”, not from “${editionId}”.`);
    }
    return await bringBack(
      { prisma, pool, desk: new LetterDesk(prisma, pool) },
      {
        read: await readTeiFolder([folder], { asTheyAre: true, toMend: true }),
        exported,
        by: await personBy(prisma, options.by),
        actor: commandLine,
        seriesAsHere: options.seriesAsHere ?? false,
      },
    );
  } finally {
    await database.close();
  }
}

async function personBy(prisma: Parameters<typeof firstPersonOf>[0], email: string | undefined) {
  if (email === undefined) return firstPersonOf(prisma);
  const person = await prisma.user.findUnique({ where: { email: email.toLowerCase() } });
  if (!person)
    throw new NotExported(
      `Nobody has the address ${email} at this desk. Name somebody who has an account (--by).`,
    );
  return person;
}
