import type { Pool } from 'pg';
import type { LetterChecker } from './checking/letter-checker.js';
import type { PrismaClient } from './generated/client.js';
import type { ImageHosts } from './images/elsewhere/image-hosts.js';
import type { Images } from './images/images.js';
import type { LetterIndexer } from './indexing/letter-indexer.js';
import type { LetterDesk } from './live/letter-desk.js';
import type { Presence } from './live/presence.js';
import type { Mailer } from './mail/mailer.js';
import type { PrintedReader } from './printed/printed-reader.js';
import type { LetterPress } from './publishing/letter-press.js';
import type { Press } from './publishing/press.js';
import type { Recognizer } from './recognizing/recognizer.js';
import type { Replacer } from './replacing/replacer.js';
import type { Finder } from './searching/finder.js';
import type { Auth } from './sign-in/auth.js';
import type { Proxies } from './sign-in/client-of.js';

/** What the routes stand on: one of each for a running server. */
export interface House {
  readonly prisma: PrismaClient;
  /** The same connections that Prisma uses, for the statements that Prisma cannot say. */
  readonly pool: Pool;
  readonly auth: Auth;
  readonly desk: LetterDesk;
  readonly presence: Presence;
  readonly checker: LetterChecker;
  readonly indexer: LetterIndexer;
  readonly finder: Finder;
  readonly replacer: Replacer;
  readonly press: Press;
  readonly letterPress: LetterPress;
  /** The pictures of the leaves of the copy. */
  readonly images: Images;
  /** The houses elsewhere whose pictures may be shown. */
  readonly imageHosts: ImageHosts;
  /** Reads the text off the pictures of leaves. */
  readonly recognizer: Recognizer;
  /** Reads the texts of printed volumes, and archives of letters. */
  readonly printed: PrintedReader;
  /** Sends mail; undefined where none can be sent. */
  readonly mailer: Mailer | undefined;
  /** Where people reach the house: `http://localhost:4242`. */
  readonly address: string;
  /** The proxies that are believed when they say who asks. */
  readonly proxies: Proxies;
  readonly dataDir: string;
  /** The edition that stands at /edition/. */
  mainEdition(): Promise<string | undefined>;
  /** The folder of the desk's built files; undefined when the desk has not been built. */
  readonly webDir: string | undefined;
  /** Origins that may change things, such as `http://localhost:4242`. */
  readonly origins: readonly string[];
}
