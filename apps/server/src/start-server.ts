import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.js';
import { openDatabase } from './database/open-database.js';
import { firstPerson, loadSample } from './editions/load-sample.js';
import { problemResponse } from './errors/problem-response.js';
import { attachLive } from './live/live-socket.js';
import { openHouse } from './open-house.js';
import { secretFile } from './secret-file.js';

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
  /** Whether the desk has been built and is served. */
  readonly hasDesk: boolean;
  /** Ends everything that was started, the embedded database included, in good order. */
  close(): Promise<void>;
}

/** The port is another program's; `message` says what to do. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
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
    let answer: (request: Request) => Response | Promise<Response> = (request) =>
      new URL(request.url).pathname === '/healthz'
        ? Response.json({ status: 'ok' })
        : problemResponse('not-ready', 'Chancery is starting. Try again in a moment.');
    const server = createServer(getRequestListener((request) => answer(request)));
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
    });
    ends.push(() => opened.close());
    const { house } = opened;
    const live = attachLive(server, house);
    ends.push(() => live.close());
    const app = createApp(house);
    answer = (request) => app.fetch(request);
    const token = await house.auth.issueLinkToken(firstPerson.email);
    return {
      address,
      port,
      signInLink: `${address}/sign-in?token=${token}`,
      hasDesk: house.webDir !== undefined,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
