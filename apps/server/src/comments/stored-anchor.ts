import type { Anchor } from '@chancery/prosemirror-tei';
import { anchor } from '../contract/comment.js';

/** An anchor as the database has it; undefined for what stands beside the text. */
export function storedAnchor(json: unknown): Anchor | undefined {
  return json === null ? undefined : anchor.parse(json);
}
