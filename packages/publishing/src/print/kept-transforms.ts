import { createHash } from 'node:crypto';
import { type Transformed, transform } from '../transform/transform.js';

/** How many characters are kept at most: the letters of several volumes. */
const most = 16_000_000;

const kept = new Map<string, Transformed>();
let characters = 0;

/**
 * {@link transform} by a stylesheet of ours, of which the result is kept for the next time that a source is set with the same
 * parameters: of a volume in which one letter was changed, that one is transformed. What was wanted longest ago is let go.
 *
 * @throws {SourceError}
 * @throws {TransformError}
 */
export function transformKept(
  stylesheet: string,
  source: string,
  parameters: Readonly<Record<string, string>>,
): Transformed {
  const key = createHash('sha256')
    .update(JSON.stringify([stylesheet, parameters]))
    .update(source)
    .digest('base64');
  const before = kept.get(key);
  const transformed = before ?? transform(stylesheet, source, parameters);
  if (before) kept.delete(key);
  else characters += transformed.result.length;
  kept.set(key, transformed);
  for (const [oldest, { result }] of kept) {
    if (characters <= most || oldest === key) break;
    kept.delete(oldest);
    characters -= result.length;
  }
  return transformed;
}
