import type { TeiFile } from './edition-source.js';
import { placeAsGiven } from './place-as-given.js';
import { PrintError, TypesetError } from './print/index.js';
import { PublishError } from './publish-error.js';
import { StylesheetError } from './transform/compile-stylesheet.js';
import { SourceError } from './transform/gate.js';
import { EscapeAttempt } from './transform/lock-down.js';
import { TransformError } from './transform/transform.js';

/**
 * Why an edition was not made, as a {@link PublishError} where that is known.
 *
 * @param given the files as they were given, in which the places are
 */
export function inPlainWords(
  error: unknown,
  signal: AbortSignal | undefined,
  given: readonly TeiFile[],
): unknown {
  if (error instanceof PublishError) return error;
  if (signal?.aborted) {
    return new PublishError(
      'cancelled',
      'Publishing was stopped. The last edition stands as it was.',
      {},
      { cause: error },
    );
  }
  if (error instanceof PrintError) {
    const [first, ...more] = error.problems;
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    const place = first && placeAsGiven(given, first);
    return new PublishError('print', `${first?.message ?? error.message}${others}`, place, { cause: error });
  }
  if (error instanceof TypesetError) return new PublishError('print', error.message, {}, { cause: error });
  if (error instanceof TransformError || error instanceof StylesheetError || error instanceof EscapeAttempt)
    return new PublishError('stylesheet', error.message, {}, { cause: error });
  if (error instanceof SourceError)
    return new PublishError('unreadable', error.message, error, { cause: error });
  return error;
}
