import { type CharacterEncoding, decode } from '@chancery/xml';
import { ask } from '../api/ask.js';

/** A letter's source as the server has it, at a version. */
export interface FetchedSource {
  readonly source: string;
  readonly encoding: CharacterEncoding;
  readonly version: number;
}

/**
 * Asks the server for a letter's source, byte for byte as it would be exported.
 *
 * @throws RequestFailed when the server is out of reach or answers with a problem.
 */
export async function fetchSource(letterId: string): Promise<FetchedSource> {
  const response = await ask(`/api/letters/${encodeURIComponent(letterId)}/tei`, { cache: 'no-store' });
  const version = Number(/\d+/.exec(response.headers.get('etag') ?? '')?.[0]);
  const { text, encoding } = decode(new Uint8Array(await response.arrayBuffer()));
  return { source: text, encoding, version };
}
