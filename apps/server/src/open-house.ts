import { LetterChecker } from './checking/letter-checker.js';
import type { Database } from './database/open-database.js';
import type { House } from './house.js';
import type { Bucket } from './images/bucket.js';
import { type ImageHosts, readImageHosts } from './images/elsewhere/image-hosts.js';
import { openImages } from './images/images.js';
import { letterIndexes } from './indexing/indexes.js';
import { LetterIndexer } from './indexing/letter-indexer.js';
import { JobQueue } from './jobs/job-queue.js';
import { LetterDesk } from './live/letter-desk.js';
import { listenToNodes } from './live/listen-to-nodes.js';
import { Presence } from './live/presence.js';
import { type MailSettings, openMailer } from './mail/mailer.js';
import { PrintedReader } from './printed/printed-reader.js';
import { LetterPress } from './publishing/letter-press.js';
import { Press } from './publishing/press.js';
import { ocrLanguages } from './recognizing/ocr-languages.js';
import { Recognizer } from './recognizing/recognizer.js';
import { moveReleased } from './releases/move-released.js';
import { Replacer } from './replacing/replacer.js';
import { Finder } from './searching/finder.js';
import { findDesk } from './serve/find-desk.js';
import { createAuth } from './sign-in/auth.js';
import { type Proxies, readProxies } from './sign-in/client-of.js';
import type { OidcSettings } from './sign-in/oidc.js';

/** A house whose work is under way. */
export interface OpenHouse {
  readonly house: House;
  /** Ends its work in good order. The database stays open: it was there before. */
  close(): Promise<void>;
}

function mainEditionOf(database: Database): House['mainEdition'] {
  let known: string | undefined;
  return async () => {
    if (known !== undefined) return known;
    const first = await database.prisma.edition.findFirst({
      orderBy: { createdAt: 'asc' },
      select: { id: true },
    });
    known = first?.id;
    return known;
  };
}

/**
 * Sets up everything that the routes stand on, over an open database.
 *
 * @throws whatever the database or the job queue throws; what had been started is ended again
 */
export async function openHouse(options: {
  readonly database: Database;
  readonly dataDir: string;
  /** Where people reach it: `http://localhost:4242`. */
  readonly address: string;
  readonly origins: readonly string[];
  readonly secret: string;
  readonly oidc?: OidcSettings | undefined;
  readonly mail?: MailSettings | undefined;
  /** Where images are kept, instead of the data folder. */
  readonly bucket?: Bucket | undefined;
  /** The houses elsewhere whose pictures may be shown; none where nothing is said. */
  readonly imageHosts?: ImageHosts | undefined;
  readonly proxies?: Proxies | undefined;
}): Promise<OpenHouse> {
  const { database, dataDir, address, origins, mail, oidc, proxies = readProxies() } = options;
  const { prisma, pool, url } = database;
  const ends: (() => unknown)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const checker = new LetterChecker(prisma);
    const indexer = new LetterIndexer(pool, letterIndexes);
    ends.push(
      () => indexer.stop(),
      () => checker.stop(),
    );
    const desk = new LetterDesk(prisma, pool, (letterId) => {
      checker.changed(letterId);
      indexer.changed(letterId);
    });
    const presence = new Presence(pool);
    ends.push(() => presence.stop());
    const readNewLetters = () => {
      void checker.checkUnchecked();
      void indexer.catchUp();
    };
    const listener = await listenToNodes(url, { desk, presence, onImport: readNewLetters });
    ends.push(() => listener.stop());
    const finder = new Finder();
    ends.push(() => finder.stop());
    const replacer = new Replacer({ prisma, pool, desk, finder, indexer });
    ends.push(() => replacer.stop());
    const jobs = new JobQueue({ pool, databaseUrl: url });
    ends.push(() => jobs.stop());
    const images = await openImages(dataDir, options.bucket);
    ends.push(() => images.stop());
    const press = new Press({
      prisma,
      jobs,
      dataDir,
      images,
      onReleased: (releaseId) => moveReleased({ prisma, desk, checker }, releaseId),
    });
    ends.push(() => press.stop());
    const letterPress = new LetterPress();
    const recognizer = new Recognizer({
      prisma,
      pyramids: images.pyramids,
      languages: ocrLanguages(),
      jobs,
    });
    const printed = new PrintedReader();
    const mailer = mail && openMailer(mail);
    ends.push(
      () => mailer?.close(),
      () => recognizer.stop(),
      () => printed.stop(),
      () => letterPress.stop(),
    );
    await press.start();
    await recognizer.start();
    readNewLetters();
    void replacer.takeUpInterrupted();
    return {
      house: {
        prisma,
        pool,
        auth: createAuth({ prisma, secret: options.secret, baseUrl: address, origins, oidc }),
        desk,
        presence,
        checker,
        indexer,
        finder,
        replacer,
        press,
        letterPress,
        images,
        imageHosts: options.imageHosts ?? readImageHosts(),
        recognizer,
        printed,
        mailer,
        address,
        proxies,
        dataDir,
        mainEdition: mainEditionOf(database),
        webDir: findDesk(),
        origins,
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
