import { Client } from 'pg';
import type { LetterDesk } from './letter-desk.js';
import { type NodeNotice, noticeChannel, readNotice } from './store-steps.js';

const longestPause = 10_000;

/** Hears what other nodes store. */
export interface NodeListener {
  stop(): Promise<void>;
}

/**
 * Listens to other nodes on one database (`LISTEN`), and has the desk fetch what they stored. A lost connection is
 * made again, and what may have been missed is looked for.
 */
export async function listenToNodes(url: string, desk: LetterDesk): Promise<NodeListener> {
  let stopped = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  function hear(told: NodeNotice): Promise<void> {
    if ('people' in told) return desk.concerns(told.people);
    if ('userId' in told) return desk.recheck(told.userId);
    const { letterId, topic } = told;
    return topic === undefined ? desk.refresh(letterId) : desk.changed(letterId, topic);
  }

  async function connect(pause: number): Promise<void> {
    const next = new Client({ connectionString: url, application_name: 'chancery' });
    let lost = false;
    const again = () => {
      if (lost || stopped) return;
      lost = true;
      timer = setTimeout(() => void connect(Math.min(pause * 2, longestPause)), pause);
    };
    next.on('error', again);
    next.on('end', again);
    next.on('notification', ({ payload = '' }) => {
      const told = readNotice(payload);
      if (!told || told.node === desk.node) return;
      hear(told).catch(() => undefined);
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${noticeChannel}`);
      client = next;
      await desk.refreshAll();
    } catch {
      again();
    }
  }

  await connect(250);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
