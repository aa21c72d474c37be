import { Client } from 'pg';
import type { LetterDesk } from './letter-desk.js';
import { type Presence, presenceChannel } from './presence.js';
import { type NodeNotice, noticeChannel, readNotice } from './store-steps.js';

/** What the connection is called among those of the database (`pg_stat_activity`). */
export const listenerName = 'chancery listens';

/** Pauses between attempts to connect, in milliseconds. */
const shortestPause = 250;
const longestPause = 10_000;
/** How often the connection is asked whether it still hears, and how long it may take to answer, in milliseconds. */
const listening = 10_000;
const patience = 5_000;

/** Hears what other nodes store. */
export interface NodeListener {
  stop(): Promise<void>;
}

/**
 * Listens to other nodes on one database (`LISTEN`), and has the desk fetch what they stored. A lost connection is
 * made again, and what may have been missed is looked for.
 */
export async function listenToNodes(
  url: string,
  hearers: {
    readonly desk: LetterDesk;
    readonly presence: Presence;
    /** Told when letters were added to an edition, by this node as well. */
    readonly onImport: () => void;
  },
): Promise<NodeListener> {
  const { desk, presence, onImport } = hearers;
  let stopped = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  function hear(told: NodeNotice): Promise<void> {
    if ('people' in told) return desk.concerns(told.people);
    if ('imported' in told) return Promise.resolve(onImport());
    if ('userId' in told) return desk.recheck(told.userId);
    const { letterId, topic } = told;
    return topic === undefined ? desk.refresh(letterId) : desk.changed(letterId, topic);
  }

  async function connect(pause: number): Promise<void> {
    const next = new Client({
      connectionString: url,
      application_name: listenerName,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
    });
    let lost = false;
    let beat: NodeJS.Timeout | undefined;
    const again = (wait: number) => {
      if (lost) return;
      lost = true;
      clearInterval(beat);
      void next.end().catch(() => undefined);
      if (!stopped) timer = setTimeout(() => void connect(Math.min(wait * 2, longestPause)), wait);
    };
    const fresh = () => again(shortestPause);
    next.on('error', fresh);
    next.on('end', fresh);
    next.on('notification', ({ channel, payload = '' }) => {
      if (channel === presenceChannel) {
        presence.hear(payload);
        return;
      }
      const told = readNotice(payload);
      if (!told || told.node === desk.node) return;
      hear(told).catch(() => undefined);
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${noticeChannel}`);
      await next.query(`LISTEN ${presenceChannel}`);
    } catch {
      again(pause);
      return;
    }
    client = next;
    if (stopped) {
      await next.end();
      return;
    }
    // A connection can be dead without a word: behind a firewall that forgot it, or to a machine that lost its power.
    beat = setInterval(() => {
      next.query('SELECT 1').catch(fresh);
      desk.refreshBehind().catch(() => undefined);
    }, listening);
    beat.unref();
    await desk.refreshAll().catch(() => undefined);
    await presence.listening();
  }

  await connect(shortestPause);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
