import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Transformed, transform } from '../transform/transform.js';

const kept = new LRUCache<string, Transformed>({
  // In characters: the letters of several volumes.
  maxSize: 16_000_000,
  sizeCalculation: ({ result }) => result.length + 1,
});

/**
 * {@link transform} by a stylesheet of ours, of which the result is kept for the next time that a source is set with the same
 * parameters: of a volume in which one letter was changed, that one is transformed.
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
  const known = kept.get(key);
  if (known) return known;
  const transformed = transform(stylesheet, source, parameters);
  kept.set(key, transformed);
  return transformed;
}
