import type { Anchor } from '@chancery/prosemirror-tei';
import { anchor } from '../contract/comment.js';
import type { Prisma } from '../generated/client.js';

/** An anchor as the database has it; undefined for what stands beside the text. */
export function storedAnchor(json: unknown): Anchor | undefined {
  return json === null ? undefined : anchor.parse(json);
}

/** An anchor as it is put into the database. */
export function anchorToStore({ gone, ...rest }: Anchor): Prisma.InputJsonObject {
  return gone ? { ...rest, gone: { ...gone } } : rest;
}
