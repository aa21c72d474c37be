import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, sep } from 'node:path';
import { type EditionSource, publishEdition } from '@chancery/publishing';

export interface ServedEdition {
  /** Where its front page is, ended by a slash. */
  readonly address: string;
  stop(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** The web edition of each of the sources, published one after the other into one folder, as any static host serves it. */
export async function serveEdition(...releases: readonly EditionSource[]): Promise<ServedEdition> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-served-'));
  const out = join(folder, 'edition');
  for (const release of releases) await publishEdition(release, { out, only: ['web'] });
  const server = createServer((request, response) => {
    void answer(new URL(request.url ?? '/', 'http://host').pathname);

    async function answer(path: string): Promise<void> {
      const asked = join(out, decodeURIComponent(path), path.endsWith('/') ? 'index.html' : '');
      const isThere = asked.startsWith(out + sep) && (await stat(asked).catch(() => undefined))?.isFile();
      const file = isThere ? asked : join(out, '404.html');
      response.writeHead(isThere ? 200 : 404, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
      });
      createReadStream(file).pipe(response);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
