import { type Decisions, type RuleSettings, readDecisions, readRuleSettings } from '@chancery/importing';
import { z } from 'zod';
import { type LeftOutOfText, leftOut } from '../contract/printed-import.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';

/** A text as it is stored, with what it is read by. */
export interface StoredImport {
  readonly id: string;
  /** Null where whoever sent it had none yet. */
  readonly editionId: string | null;
  readonly name: string;
  readonly source: string;
  /** What of a document of a word processor is not in `source`. */
  readonly left: readonly LeftOutOfText[];
  readonly rules: RuleSettings;
  readonly decisions: Decisions;
  readonly version: number;
  readonly madeId: string | null;
  /** A corrected text has been sent after the letters were made, and is not brought in yet. */
  readonly corrected: boolean;
  /** By the name of each letter that was made, the version that says what was brought in last. */
  readonly brought: Readonly<Record<string, number>>;
  readonly createdAt: Date;
  readonly userId: string | null;
  readonly user: { readonly name: string } | null;
}

/** @throws {HttpProblem} `not-found` */
export async function storedImport(
  prisma: Pick<PrismaClient, 'printedImport'>,
  importId: string,
): Promise<StoredImport> {
  const row = await prisma.printedImport.findUnique({
    where: { id: importId },
    include: { user: { select: { name: true } } },
  });
  if (!row)
    throw new HttpProblem('not-found', 'This import is not there any more. Somebody may have cancelled it.');
  return {
    ...row,
    brought: z.record(z.string(), z.number().int()).parse(row.brought),
    left: leftOut.array().parse(row.left),
    rules: readRuleSettings(JSON.stringify(row.rules)),
    decisions: readDecisions(JSON.stringify(row.decisions)),
  };
}

/** @throws {HttpProblem} `conflict` once an edition was made of it, and no corrected text waits */
export function requireOpen({ madeId, corrected }: Pick<StoredImport, 'madeId' | 'corrected'>): void {
  if (madeId !== null && !corrected)
    throw new HttpProblem('conflict', 'This text has been brought in. Its letters are edited at the desk.');
}
