import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A store that speaks as much of the S3 API as the tests need, and looks at no signature. */
export interface FakeS3 {
  readonly address: string;
  /** What it keeps, by its key. */
  readonly objects: Map<string, Buffer>;
  /** The code of the error that it answers everything with: `InvalidAccessKeyId`. */
  failing: string | undefined;
  stop(): Promise<void>;
}

const bucket = 'leaves';

export async function startFakeS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    answer(request, response, store).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const store: FakeS3 = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    failing: undefined,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return store;
}

async function answer(request: IncomingMessage, response: ServerResponse, store: FakeS3): Promise<void> {
  const { objects, failing } = store;
  const url = new URL(request.url ?? '/', store.address);
  const [, named = '', ...rest] = decodeURIComponent(url.pathname).split('/');
  const key = rest.join('/');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const xml = (status: number, content: string) =>
    response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${content}`);
  const fail = (status: number, code: string) => xml(status, `<Error><Code>${code}</Code></Error>`);
  if (failing !== undefined) return void fail(403, failing);
  if (named !== bucket) return void fail(404, 'NoSuchBucket');
  if (key === '' && request.method === 'GET') return void xml(200, listed(objects, url.searchParams));
  if (key === '' && request.method === 'POST') {
    for (const [, gone = ''] of body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)) objects.delete(gone);
    return void xml(200, '<DeleteResult/>');
  }
  const found = objects.get(key);
  switch (request.method) {
    case 'PUT': {
      const from = request.headers['x-amz-copy-source'];
      const content = typeof from === 'string' ? objects.get(from.replace(/^\/?[^/]+\//, '')) : body;
      if (!content) return void fail(404, 'NoSuchKey');
      objects.set(key, content);
      return void (from === undefined ? response.writeHead(200).end() : xml(200, '<CopyObjectResult/>'));
    }
    case 'DELETE':
      objects.delete(key);
      return void response.writeHead(204).end();
    case 'HEAD':
      return void response.writeHead(found ? 200 : 404, { 'content-length': found?.length ?? 0 }).end();
    default:
      return void (found ? response.writeHead(200).end(found) : fail(404, 'NoSuchKey'));
  }
}

/** Two keys at a time, so that there is always more to ask for. */
function listed(objects: ReadonlyMap<string, Buffer>, asked: URLSearchParams): string {
  const prefix = asked.get('prefix') ?? '';
  const after = asked.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).toSorted();
  const some = keys.slice(0, 2);
  const more = keys.length > some.length;
  const contents = some.map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`).join('');
  return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${contents}${more ? `<NextContinuationToken>${some.at(-1)}</NextContinuationToken>` : ''}</ListBucketResult>`;
}
