import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ImageHosts } from '../images/elsewhere/image-hosts.js';

/** What the house has at a path: a text, or what else it answers with. */
export type AtPath = string | { readonly status: number; readonly location?: string };

/** A house on this computer that has manifests, for tests. */
export interface IiifHouse {
  readonly host: string;
  readonly at: Map<string, AtPath>;
  /** As a server is allowed to ask it, which it is not outside of tests. */
  readonly allowed: ImageHosts;
  close(): Promise<void>;
}

export async function openIiifHouse(): Promise<IiifHouse> {
  const at = new Map<string, AtPath>();
  const server = createServer((request, response) => {
    const found = at.get(request.url ?? '');
    if (typeof found === 'string') response.writeHead(200, { 'content-type': 'application/json' }).end(found);
    else if (found)
      response
        .writeHead(found.status, found.location === undefined ? {} : { location: found.location })
        .end();
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    host,
    at,
    allowed: { names: [host], scheme: 'http:', mayReach: () => true },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
