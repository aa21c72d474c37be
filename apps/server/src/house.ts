import type { Pool } from 'pg';
import type { LetterChecker } from './checking/letter-checker.js';
import type { PrismaClient } from './generated/client.js';
import type { LetterDesk } from './live/letter-desk.js';
import type { Press } from './publishing/press.js';
import type { Auth } from './sign-in/auth.js';

/** What the routes stand on: one of each for a running server. */
export interface House {
  readonly prisma: PrismaClient;
  /** The same connections that Prisma uses, for the statements that Prisma cannot say. */
  readonly pool: Pool;
  readonly auth: Auth;
  readonly desk: LetterDesk;
  readonly checker: LetterChecker;
  readonly press: Press;
  readonly dataDir: string;
  /** The edition that stands at /edition/. */
  mainEdition(): Promise<string | undefined>;
  /** The folder of the desk's built files; undefined when the desk has not been built. */
  readonly webDir: string | undefined;
  /** Origins that may change things, such as `http://localhost:4242`. */
  readonly origins: readonly string[];
}
