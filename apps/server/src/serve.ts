import { join } from 'node:path';
import { PostgresFailed } from './database/embedded/embedded-postgres.js';
import { NoPostgresBinaries } from './database/embedded/postgres-binaries.js';
import { MigrationMismatch } from './database/migrate.js';
import { DatabaseUnusable } from './database/open-database.js';
import { firstPerson, SampleUnreadable } from './editions/load-sample.js';
import { PortTaken, type RunningServer, startServer } from './start-server.js';

/** What can be told in one sentence; anything else is a bug and is told with its stack. */
const plain = [
  PortTaken,
  DatabaseUnusable,
  PostgresFailed,
  NoPostgresBinaries,
  MigrationMismatch,
  SampleUnreadable,
];

/** A setting in the environment is not as it should be. */
class SettingWrong extends Error {
  override readonly name = 'SettingWrong';
}

const defaultPort = 4242;

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
 * Serves Chancery until it is told to stop, by the settings in the environment: `PORT`, `HOST`, `CHANCERY_DATA`,
 * `DATABASE_URL`, `CHANCERY_URL`, `CHANCERY_SECRET`. Answers the exit status.
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
  say(`           signs in once, as ${firstPerson.name}; every start prints a new link`);
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
