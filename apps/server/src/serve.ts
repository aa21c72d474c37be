import { join } from 'node:path';
import { PostgresFailed } from './database/embedded/cluster.js';
import { NoPostgresBinaries } from './database/embedded/postgres-binaries.js';
import { MigrationMismatch } from './database/migrate.js';
import { DatabaseUnusable } from './database/open-database.js';
import { SampleUnreadable } from './editions/load-sample.js';
import { type Bucket, NoBucket, readBucket } from './images/bucket.js';
import { HostsWrong, type ImageHosts, readImageHosts } from './images/elsewhere/image-hosts.js';
import { StoreFailed } from './images/store-failed.js';
import type { MailSettings } from './mail/mailer.js';
import { type Proxies, ProxiesWrong, readProxies } from './sign-in/client-of.js';
import type { OidcSettings } from './sign-in/oidc.js';
import { PortTaken, type RunningServer, startServer } from './start-server.js';

/** What can be told in one sentence; anything else is a bug and is told with its stack. */
const plain = [
  PortTaken,
  DatabaseUnusable,
  PostgresFailed,
  NoPostgresBinaries,
  MigrationMismatch,
  SampleUnreadable,
  StoreFailed,
];

/** A setting in the environment is not as it should be. */
class SettingWrong extends Error {
  override readonly name = 'SettingWrong';
}

const defaultPort = 4242;

const addressOf = (name: string, value: string, example: string, schemes: readonly string[]) => {
  if (URL.canParse(value) && schemes.includes(new URL(value).protocol)) return value;
  // The value may hold a password.
  throw new SettingWrong(`${name} is no address. It has to be one such as ${example}`);
};

/** The OpenID provider, which takes three settings together. */
function oidcFrom(given: (name: string) => string | undefined): OidcSettings | undefined {
  const names = ['CHANCERY_OIDC_ISSUER', 'CHANCERY_OIDC_CLIENT_ID', 'CHANCERY_OIDC_CLIENT_SECRET'] as const;
  const [issuer, clientId, clientSecret] = names.map(given);
  if (!issuer && !clientId && !clientSecret) return undefined;
  if (!issuer || !clientId || !clientSecret)
    throw new SettingWrong(`${names.join(', ')} belong together: set all of them, or none.`);
  addressOf(names[0], issuer, 'https://login.example.org', ['https:', 'http:']);
  return { issuer, clientId, clientSecret, name: given('CHANCERY_OIDC_NAME') ?? new URL(issuer).hostname };
}

/** The server of the mail. */
function mailFrom(
  given: (name: string) => string | undefined,
  publicUrl: string | undefined,
): MailSettings | undefined {
  const url = given('CHANCERY_SMTP_URL');
  if (url === undefined) return undefined;
  addressOf('CHANCERY_SMTP_URL', url, 'smtp://name:password@mail.example.org:587', ['smtp:', 'smtps:']);
  const host = publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname;
  return { url, from: given('CHANCERY_MAIL_FROM') ?? `Chancery <chancery@${host}>` };
}

function proxiesFrom(list: string | undefined): Proxies {
  try {
    return readProxies(list);
  } catch (error) {
    throw error instanceof ProxiesWrong ? new SettingWrong(`CHANCERY_PROXIES: ${error.message}`) : error;
  }
}

function imageHostsFrom(list: string | undefined): ImageHosts {
  try {
    return readImageHosts(list);
  } catch (error) {
    throw error instanceof HostsWrong ? new SettingWrong(`CHANCERY_IIIF_HOSTS: ${error.message}`) : error;
  }
}

/** Where images are kept that are not in the data folder. */
function bucketFrom(setting: string | undefined): Bucket | undefined {
  try {
    return setting === undefined ? undefined : readBucket(setting);
  } catch (error) {
    throw error instanceof NoBucket ? new SettingWrong(`CHANCERY_IMAGES: ${error.message}`) : error;
  }
}

/** The settings as the README's table has them. */
function settingsFrom(env: NodeJS.ProcessEnv, root: string) {
  const given = (name: string) => env[name]?.trim() || undefined;
  const port = Number(given('PORT') ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SettingWrong(`PORT is “${env.PORT}”. It has to be a number from 1 to 65535.`);
  }
  const publicUrl = given('CHANCERY_URL');
  if (publicUrl !== undefined && !/^https?:\/\/[^/]+\/?$/.test(publicUrl)) {
    throw new SettingWrong(
      `CHANCERY_URL is “${publicUrl}”. It has to be an address such as https://edition.example.org`,
    );
  }
  return {
    port,
    host: given('HOST'),
    dataDir: given('CHANCERY_DATA') ?? join(root, '.chancery'),
    databaseUrl: given('DATABASE_URL'),
    publicUrl,
    secret: given('CHANCERY_SECRET'),
    oidc: oidcFrom(given),
    mail: mailFrom(given, publicUrl),
    bucket: bucketFrom(given('CHANCERY_IMAGES')),
    imageHosts: imageHostsFrom(given('CHANCERY_IIIF_HOSTS')),
    proxies: proxiesFrom(given('CHANCERY_PROXIES')),
  };
}

/** Ctrl-C, or whoever runs us, asks us to end. At the second time the process ends without waiting. */
function stopAsked(): Promise<NodeJS.Signals> {
  return new Promise((asked) => {
    let times = 0;
    const stop = (signal: NodeJS.Signals) => {
      times += 1;
      if (times > 1) process.exit(1);
      asked(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}

/**
 * Serves Chancery until it is told to stop, by the settings in the environment that the README lists. Answers the exit
 * status.
 *
 * @param options.root the folder of the checkout, where data is kept unless the environment says otherwise
 * @param options.write takes what is for the person at the terminal
 */
export async function serve(options: {
  readonly root: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly write: (text: string) => void;
}): Promise<number> {
  const say = (line: string) => options.write(`${line}\n`);
  // Asked while it starts, it ends when it has started: what was begun can then be ended in good order.
  const asked = stopAsked();
  let server: RunningServer;
  try {
    server = await startServer({
      ...settingsFrom(options.env ?? process.env, options.root),
      progress: (step) => say(`${step} …`),
    });
  } catch (error) {
    const known = [...plain, SettingWrong].some((kind) => error instanceof kind);
    console.error(known && error instanceof Error ? error.message : error);
    return 1;
  }
  say('');
  say('Chancery is ready.');
  say('');
  say(`  Desk     ${server.signInLink}`);
  say(`           signs in once, as ${server.firstPerson}; every start prints a new link`);
  say(`  Edition  ${server.address}/edition/`);
  say('');
  if (!server.hasDesk)
    say('The desk has not been built: only the API and the edition are served. Run “npm run build”.\n');
  say('Ctrl-C stops it.');
  if ((await asked) === 'SIGINT') say('\nStopping.');
  try {
    await server.close();
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
