import { PublishError } from '@chancery/publishing';
import type { Stopped } from './press-messages.js';

/** Why and where an edition was not printed, where that is a place in one of its files. */
export function whereStopped(error: unknown): Stopped | undefined {
  if (!(error instanceof PublishError) || error.file === undefined) return undefined;
  const { reason, file, line, column } = error;
  return { reason, file, line, column };
}
