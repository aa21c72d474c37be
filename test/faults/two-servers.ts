import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { startEmbeddedPostgres } from '../../apps/server/src/database/embedded/embedded-postgres.js';
import type { Workplace } from './scenario.js';
import { ServerProcess } from './server-process.js';

/** Two servers on one PostgreSQL that belongs to neither. */
export class TwoServers {
  readonly servers: readonly [ServerProcess, ServerProcess];
  readonly databaseUrl: string;
  readonly #stopDatabase: () => Promise<void>;

  private constructor(
    servers: readonly [ServerProcess, ServerProcess],
    databaseUrl: string,
    stopDatabase: () => Promise<void>,
  ) {
    this.servers = servers;
    this.databaseUrl = databaseUrl;
    this.#stopDatabase = stopDatabase;
  }

  /** Starts both at one moment, on an empty database. */
  static async start(
    workplace: Workplace,
    how: { readonly publicUrl: (server: 0 | 1) => string; readonly ports?: readonly [number, number] },
  ): Promise<TwoServers> {
    const module = join(workplace.root, 'apps/server/dist/database/embedded/embedded-postgres.js');
    const embedded: { startEmbeddedPostgres: typeof startEmbeddedPostgres } = await import(
      pathToFileURL(module).href
    );
    const postgres = await embedded.startEmbeddedPostgres(await workplace.folder());
    const make = async (server: 0 | 1) =>
      new ServerProcess({
        root: workplace.root,
        dataDir: await workplace.folder(),
        databaseUrl: postgres.url,
        publicUrl: how.publicUrl(server),
        port: how.ports?.[server],
      });
    const two = new TwoServers([await make(0), await make(1)], postgres.url, () => postgres.stop());
    await Promise.all(two.servers.map((server) => server.start()));
    return two;
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    await this.#stopDatabase();
  }
}
