import { isRefused, readTeiFile } from '@chancery/importing';
import { encode } from '@chancery/xml';
import { type Actor, audit } from '../audit/audit.js';
import type { PrismaClient } from '../generated/client.js';
import { LettersDiffer, storeEditionIn } from './store-edition.js';

/** A file cannot become a letter yet; `message` says why, and what to do. */
export class NotMended extends Error {
  override readonly name = 'NotMended';
}

/** The letter that a file has become; or that the file is another by now. */
export type Mending = { readonly letterId: string } | 'stale';

/**
 * Makes a mended file a letter of its edition, or its volume's file, as importing it would have done. The text that
 * was imported stays with the file.
 *
 * @param version of the file, as its reader knows it
 * @param by who mended it, for the log
 * @throws {NotMended} when it is not well-formed, not TEI, or claims the name of a letter that is there
 */
export async function takeMended(
  prisma: PrismaClient,
  fileId: string,
  version: number,
  by: Actor,
): Promise<Mending> {
  return prisma.$transaction(async (tx) => {
    // The row is held, so that of two who do this at a time one finds it done.
    const { count } = await tx.fileToMend.updateMany({
      where: { id: fileId, version, letterId: null },
      data: { version: version + 1 },
    });
    const file = await tx.fileToMend.findUnique({ where: { id: fileId } });
    if (count === 0 || !file) return 'stale';
    const { editionId, path, source, encoding, bom } = file;
    const read = readTeiFile({ path, bytes: encode(source, { encoding, bom }) });
    if (isRefused(read)) {
      const { line, message, advice } = read.refused;
      throw new NotMended(`Line ${line}: ${message} ${advice}`);
    }
    const isVolume = read.file.kind === 'volume';
    const letters = await tx.letter.findMany({ where: { editionId }, select: { name: true, kind: true } });
    if (letters.some(({ name }) => name === read.file.id)) {
      throw new NotMended(
        `The identifier “${read.file.id}” already belongs to a letter of this edition. Give this one another xml:id on its TEI element.`,
      );
    }
    if (isVolume && letters.some(({ kind }) => kind === 'front')) {
      throw new NotMended(
        'This file lists the documents of a volume, and the edition has such a file already.',
      );
    }
    try {
      await storeEditionIn(
        tx,
        { volume: isVolume ? read.file : undefined, letters: isVolume ? [] : [read.file] },
        { editionId },
      );
    } catch (error) {
      throw error instanceof LettersDiffer ? new NotMended(error.message) : error;
    }
    const letter = await tx.letter.findUniqueOrThrow({
      where: { editionId_name: { editionId, name: read.file.id } },
      select: { id: true },
    });
    await tx.fileToMend.update({ where: { id: fileId }, data: { letterId: letter.id } });
    await audit(tx, {
      editionId,
      actor: by,
      action: 'file-mended',
      subject: { kind: 'letter', id: letter.id, name: path },
      letterId: letter.id,
    });
    return { letterId: letter.id };
  });
}
