import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link, with what is kept of it: nobody who reads the database can follow the link. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

/**
 * What is kept of a token: its SHA-256. Looking it up takes as long for a wrong one as for a right one, as far as it tells
 * anybody anything: what is compared is not what was sent.
 */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
