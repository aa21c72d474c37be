import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { may } from '@chancery/workflow';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { authorize } from '../authorize.js';
import { clientMessage, type HereMessage, hereMessage, liveLimits, liveQuery } from '../contract/live.js';
import type { Person } from '../contract/session.js';
import { HttpProblem, problemStatus } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { policies } from '../policies.js';
import { isOwnOrigin } from '../serve/origin-check.js';
import { Rate } from './rate.js';
import { type Seat, tell } from './seat.js';

const address = /^\/api\/letters\/([^/]+)\/live$/;

/**
 * How long a person's right to edit is taken as it was last looked up, in milliseconds. A change of it is told at once; this is for
 * the case that the telling is lost with the node that it came from.
 */
const trusted = 30_000;
/** A connection that does not answer within this time is taken for lost, in milliseconds. */
const heartbeat = 30_000;
/** Bytes that may wait for a slow client before it is let go; it connects again and catches up. */
const waitingBytes = 8_000_000;

const closing = { goingAway: 1001, policy: 1008, tooSlow: 1013 } as const;

/** Live connections of a server. */
export interface LiveConnections {
  /** Ends them all; clients connect again elsewhere or later, and send what was not acknowledged. */
  close(): void;
}

interface Asked {
  readonly letterId: string;
  readonly version: number;
  readonly clientId: string;
  readonly person: Person;
  readonly headers: Headers;
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** Who asks for which letter; everything that a route would check is checked here, before the upgrade. */
async function readRequest(house: House, request: IncomingMessage): Promise<Asked> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const letterId = address.exec(url.pathname)?.[1];
  if (letterId === undefined) throw new HttpProblem('not-found');
  const headers = headersOf(request);
  if (!isOwnOrigin(headers, house.origins)) throw new HttpProblem('foreign-origin');
  const query = liveQuery.safeParse(Object.fromEntries(url.searchParams));
  if (!query.success) throw new HttpProblem('bad-request', 'The address needs `version` and `client`.');
  const person = await house.auth.personOf(headers);
  const named = decodeURIComponent(letterId);
  await authorize(house.prisma, policies['GET /api/letters/:letterId/live'], person, { letterId: named });
  if (!person) throw new HttpProblem('not-signed-in');
  return { letterId: named, version: query.data.version, clientId: query.data.client, person, headers };
}

/** Answers an upgrade that is refused. A browser shows pages only that it failed; the desk then asks over HTTP why. */
function refuse(socket: Duplex, error: unknown): void {
  const kind =
    error instanceof HttpProblem ? error.kind : error instanceof URIError ? 'bad-request' : 'internal';
  if (kind === 'internal') console.error(error);
  const [status, title] = problemStatus[kind];
  const body = JSON.stringify({ type: `urn:chancery:problem:${kind}`, title, status });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** Looks up the person's rights at most every few seconds, or when they are known to have changed, and says what is new. */
function rightsOf(
  house: House,
  asked: Asked,
  told: { readonly changed: (canEdit: boolean) => void; readonly lost: () => void },
): Pick<Seat, 'mayEdit' | 'recheck'> {
  let known: { canEdit: boolean; at: number } | undefined;
  let renewing: Promise<boolean> | undefined;
  // Not the same for all: many who came at once would be looked up at once again and again, and keep each other waiting.
  let renewedAt = 0;
  async function look(): Promise<boolean> {
    const { canRead, canEdit } = await lookUp();
    if (known && known.canEdit !== canEdit) told.changed(canEdit);
    known = { canEdit, at: performance.now() };
    renewedAt = known.at + trusted * (0.3 + 0.6 * Math.random());
    if (!canRead) told.lost();
    return canEdit;
  }
  return {
    async mayEdit() {
      const now = performance.now();
      // Whoever types on is looked up in time, so that no key waits for it.
      if (now > renewedAt)
        renewing ??= look().finally(() => {
          renewing = undefined;
        });
      if (known && now - known.at < trusted) {
        renewing?.catch(() => undefined);
        return known.canEdit;
      }
      return renewing ?? look();
    },
    recheck: async () => void (await look()),
  };

  async function lookUp(): Promise<{ canRead: boolean; canEdit: boolean }> {
    // Signing out ends every right in every window, also in those that stay open.
    const person = await house.auth.personOf(asked.headers);
    try {
      const { role, stage, tie } = await authorize(house.prisma, { letter: 'read-letter' }, person, asked);
      return {
        canRead: true,
        canEdit: stage !== undefined && tie !== undefined && may(role, 'edit-letter', stage, tie),
      };
    } catch (error) {
      if (error instanceof HttpProblem) return { canRead: false, canEdit: false };
      throw error;
    }
  }
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}

/** The client's name of a batch in a message that is not parsed because of its size, where it can be seen. */
function batchNameIn(bytes: Buffer): string | null {
  const edges = bytes.subarray(0, 500).toString('latin1') + bytes.subarray(-500).toString('latin1');
  return /"batch":"([\w-]{1,64})"/.exec(edges)?.[1] ?? null;
}

/** Whether a message is about presence, by how it begins: it is not parsed for this. */
function isAboutPresence(bytes: Buffer): boolean {
  return (
    bytes.length <= liveLimits.hereBytes && bytes.subarray(0, 14).toString('latin1') === '{"type":"here"'
  );
}

function hereIn(bytes: Buffer): HereMessage | undefined {
  try {
    return hereMessage.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined;
  }
}

function seatClient(house: House, socket: WebSocket, asked: Asked): void {
  const seat: Seat = {
    letterId: asked.letterId,
    clientId: asked.clientId,
    person: asked.person,
    ...rightsOf(house, asked, {
      changed: (canEdit) => tell(seat, { type: 'permission', canEdit }),
      lost: () => {
        tell(seat, { type: 'shut-out' });
        seat.close('You may not read this letter any more.');
      },
    }),
    send(text) {
      if (socket.bufferedAmount > waitingBytes) socket.close(closing.tooSlow, 'Too much is waiting.');
      else if (socket.readyState === socket.OPEN) socket.send(text);
    },
    close: (reason) => socket.close(closing.policy, reason),
  };
  const rate = new Rate(liveLimits.batchesPerSecond, liveLimits.batchBurst);
  const hereRate = new Rate(liveLimits.herePerSecond, 2 * liveLimits.herePerSecond);
  let alive = true;
  const pulse = setInterval(() => {
    if (!alive) socket.terminate();
    alive = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, heartbeat);
  socket.on('pong', () => {
    alive = true;
  });

  const refused = (code: 'malformed' | 'too-large' | 'too-many', batch: string | null, reason: string) =>
    tell(seat, { type: 'refused', batch, code, reason, version: asked.version });

  const joined = house.desk
    .join(seat, asked.version)
    .then(() => {
      if (socket.readyState === socket.OPEN) house.presence.join(seat);
    })
    .catch((error: unknown) => {
      console.error(
        // Only the kind of error: its message may hold words of the letter.
        `Letter ${asked.letterId} could not be opened: ${error instanceof Error ? error.name : 'error'}`,
      );
      socket.close(1011, 'The letter could not be opened.');
    });

  // Of what comes too fast the last is told when it is its time: where somebody has come to rest is what others are to see.
  let latestHere: Buffer | undefined;
  let hereLater: NodeJS.Timeout | undefined;
  function tellHere(): void {
    if (latestHere === undefined || hereLater !== undefined) return;
    if (!hereRate.take()) {
      hereLater = setTimeout(() => {
        hereLater = undefined;
        tellHere();
      }, 1_000 / liveLimits.herePerSecond);
      return;
    }
    const here = hereIn(latestHere);
    latestHere = undefined;
    if (here) house.presence.here(seat, here);
  }

  socket.on('message', async (data, isBinary) => {
    alive = true;
    const bytes = bytesOf(data);
    // Where carets are must not keep anybody’s changes waiting: it has a measure of its own, and what is too much is passed over.
    if (isAboutPresence(bytes)) {
      if (isBinary) return;
      latestHere = bytes;
      await joined;
      tellHere();
      return;
    }
    if (!rate.take()) {
      return refused(
        'too-many',
        batchNameIn(bytes),
        'Too many changes at once. Wait a moment; what you typed is kept.',
      );
    }
    if (bytes.length > liveLimits.messageBytes) {
      const megabytes = liveLimits.messageBytes / 1_000_000;
      return refused(
        'too-large',
        batchNameIn(bytes),
        `This change is larger than ${megabytes} MB. Paste it in smaller parts; it is still on your screen.`,
      );
    }
    let json: unknown;
    try {
      json = isBinary ? undefined : JSON.parse(bytes.toString('utf8'));
    } catch {
      json = undefined;
    }
    const message = clientMessage.safeParse(json);
    if (!message.success || message.data.type !== 'steps') {
      return refused(
        'malformed',
        batchNameIn(bytes),
        'The server could not read this change. Reload the page; what you typed is kept.',
      );
    }
    await joined;
    await house.desk.submit(seat, message.data);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    clearInterval(pulse);
    clearTimeout(hereLater);
    void joined.then(() => house.desk.leave(seat));
    void joined.then(() => house.presence.leave(seat));
  });
}

/** Takes the live connections of a server: `/api/letters/:letterId/live?version=N&client=ID`. */
export function attachLive(server: Server, house: House): LiveConnections {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: liveLimits.frameBytes });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => undefined);
    readRequest(house, request).then(
      (asked) => sockets.handleUpgrade(request, socket, head, (client) => seatClient(house, client, asked)),
      (error: unknown) => refuse(socket, error),
    );
  });
  return {
    close() {
      for (const client of sockets.clients) client.close(closing.goingAway, 'The server ends.');
      sockets.close();
    },
  };
}
