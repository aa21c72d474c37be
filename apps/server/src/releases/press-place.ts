import { z } from '@hono/zod-openapi';
import type { FoundPlace } from '../contract/found-place.js';
import type { LetterToCheck } from './letters-to-check.js';

/** Where in the files of an edition something is; lines and columns count from 1. */
export const placeInFile = z.object({
  file: z.string().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
});

type PlaceInFile = z.infer<typeof placeInFile>;

/** What is kept of a run that a place in the texts has stopped. */
const failure = z.object({ stopped: placeInFile.extend({ reason: z.string() }) });

/** Where a place in the texts has stopped a run of the press, and why; undefined where it was something else. */
export function whereRunStopped(report: unknown): (PlaceInFile & { readonly reason: string }) | undefined {
  return failure.safeParse(report).data?.stopped;
}

/** What the press told of a place in a file, with the way there; where the file is no letter there is none. */
export function pressPlace(
  words: string,
  { file, line, column = 1 }: PlaceInFile,
  letter: Pick<LetterToCheck, 'id' | 'name'> | undefined,
): FoundPlace {
  const name = letter?.name ?? file ?? 'The edition';
  return {
    letterId: letter?.id ?? null,
    name: line === undefined ? name : `${name}, line ${line}`,
    words,
    at: letter && line !== undefined ? { kind: 'source', id: `${line}:${column}` } : null,
  };
}
