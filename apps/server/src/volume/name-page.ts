import { randomUUID } from 'node:crypto';
import { EditRefused, sourceStep } from '@chancery/prosemirror-tei';
import { NoSuchPlace, pageNamePatches, patched } from '@chancery/tei';
import { HttpProblem } from '../errors/http-problem.js';
import { pageClient } from '../history/server-clients.js';
import type { House } from '../house.js';

/**
 * Gives a page of a letter the identifier that it was offered under, so that references can lead to it. One that has it by now
 * keeps it.
 *
 * @throws {HttpProblem} `conflict` when the page has gone
 */
export async function namePage(
  house: House,
  letterId: string,
  pageId: string,
  userId: string,
): Promise<void> {
  try {
    await house.desk.amend(letterId, {
      userId,
      clientId: pageClient,
      batch: randomUUID(),
      make: (letter) => {
        const step = sourceStep(letter, patched(letter.source, pageNamePatches(letter.source, pageId)));
        return step ? [step] : [];
      },
    });
  } catch (error) {
    if (error instanceof NoSuchPlace || error instanceof EditRefused)
      throw new HttpProblem('conflict', error.message);
    throw error;
  }
}
