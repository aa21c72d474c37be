import { createHash } from 'node:crypto';
import { KeptByContent } from '../kept-by-content.js';
import { type Transformed, transform } from '../transform/transform.js';

/** At most so many characters: the letters of several volumes. */
const kept = new KeptByContent<Transformed>(16_000_000, ({ result }) => result.length);

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
  return kept.of(key, () => transform(stylesheet, source, parameters));
}
