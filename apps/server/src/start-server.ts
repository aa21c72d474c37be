import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.js';
import { openDatabase } from './database/open-database.js';
import { loadSample } from './editions/load-sample.js';
import { problemResponse } from './errors/problem-response.js';
import type { Bucket } from './images/bucket.js';
import type { ImageHosts } from './images/elsewhere/image-hosts.js';
import type { ImageStore } from './images/image-store.js';
import { StoreFailed } from './images/store-failed.js';
import { attachLive } from './live/live-socket.js';
import type { MailSettings } from './mail/mailer.js';
import { openHouse } from './open-house.js';
import type { RequestContext } from './request-context.js';
import { secretFile } from './secret-file.js';
import type { Proxies } from './sign-in/client-of.js';
import { firstPersonOf } from './sign-in/first-person.js';
import type { OidcSettings } from './sign-in/oidc.js';
import { issueLinkToken } from './sign-in/one-time-link.js';

type Bindings = RequestContext['Bindings'];

/** How a server is started. */
export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Default 127.0.0.1: this computer only. */
  readonly host?: string | undefined;
  /** The folder for the embedded database, the secret and the published editions; made when it is not there. */
  readonly dataDir: string;
  /** A PostgreSQL 15 or later, instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** The address under which people reach the server, where it is not `http://localhost:PORT`: behind a proxy, say. */
  readonly publicUrl?: string | undefined;
  /** Signs sessions. Several servers on one database need the same one; by default it is made and kept in `dataDir`. */
  readonly secret?: string | undefined;
  /** An OpenID provider that people may sign in with. */
  readonly oidc?: OidcSettings | undefined;
  /** By which server invitations and sign-in links are sent; without one they are shown to be copied. */
  readonly mail?: MailSettings | undefined;
  /** Where images are kept, instead of `dataDir`. */
  readonly bucket?: Bucket | undefined;
  /** The houses elsewhere whose pictures may be shown; by default none. */
  readonly imageHosts?: ImageHosts | undefined;
  /** The proxies that are believed when they say who asks; by default those on this computer. */
  readonly proxies?: Proxies | undefined;
  /** Told, in a plain sentence, of every step that takes a moment. */
  readonly progress?: ((step: string) => void) | undefined;
}

/** A server that runs. */
export interface RunningServer {
  /** Without a slash at the end: `http://localhost:4242`. */
  readonly address: string;
  readonly port: number;
  /** Signs the first person in, once, within twelve hours. */
  readonly signInLink: string;
  /** Whom it signs in. */
  readonly firstPerson: string;
  /** Whether the desk has been built and is served. */
  readonly hasDesk: boolean;
  /** Ends everything that was started, the embedded database included, in good order. */
  close(): Promise<void>;
}

/** The port is another program's; `message` says what to do. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** A store that is out of reach may be back in a moment; what else is wrong with it has to be set right first. */
async function checkBucket(store: ImageStore, progress: (step: string) => void): Promise<void> {
  try {
    await store.check();
  } catch (error) {
    if (!(error instanceof StoreFailed && error.isOutOfReach)) throw error;
    progress(error.message);
  }
}

/** Takes the port, before anything else is begun. */
function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        fail(
          new PortTaken(
            `Port ${port} is taken by another program, perhaps by a Chancery that is already running. End that one, or choose another port: PORT=${port + 1} npm start`,
          ),
        );
      } else if (error.code === 'EACCES') {
        fail(
          new PortTaken(
            `Port ${port} may not be used by an ordinary user. Choose one above 1023: PORT=4242 npm start`,
          ),
        );
      } else {
        fail(error);
      }
    });
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * Starts Chancery: database, migrations, sample volume, desk, API and edition on one port.
 *
 * @throws {PortTaken}, and what `openDatabase` throws; what had been started is ended again
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { progress = () => undefined } = options;
  const dataDir = resolve(options.dataDir);
  const ends: (() => Promise<unknown> | unknown)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    let answer: (request: Request, env: Bindings) => Response | Promise<Response> = (request) =>
      new URL(request.url).pathname === '/healthz'
        ? Response.json({ status: 'ok' })
        : problemResponse('not-ready', 'Chancery is starting. Try again in a moment.');
    const server = createServer(getRequestListener((request, env) => answer(request, env as Bindings)));
    const port = await listen(server, options.port, options.host ?? '127.0.0.1');
    ends.push(
      () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    );
    const address = (options.publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, '');
    const origins = [new URL(address).origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`];

    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    const database = await openDatabase({ dataDir, databaseUrl: options.databaseUrl, progress });
    ends.push(() => database.close());
    await loadSample(database.prisma, progress);

    const opened = await openHouse({
      database,
      dataDir,
      address,
      origins,
      secret: options.secret ?? secretFile(join(dataDir, 'session.secret')),
      oidc: options.oidc,
      mail: options.mail,
      imageHosts: options.imageHosts,
      proxies: options.proxies,
      bucket: options.bucket,
    });
    ends.push(() => opened.close());
    const { house } = opened;
    if (options.bucket) await checkBucket(house.images.store, progress);
    const live = attachLive(server, house);
    ends.push(() => live.close());
    const app = createApp(house);
    answer = (request, env) => app.fetch(request, env);
    const first = await firstPersonOf(database.prisma);
    const token = await database.prisma.$transaction((tx) => issueLinkToken(tx, first.id));
    return {
      address,
      port,
      signInLink: `${address}/sign-in?token=${token}`,
      firstPerson: first.name,
      hasDesk: house.webDir !== undefined,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
