import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LinkedImages, ManifestLeaves } from '../../contract/manifest.js';
import type { LetterImages } from '../../contract/page-image.js';
import type { Problem } from '../../contract/problem.js';
import { type IiifHouse, openIiifHouse } from '../../testing/iiif-house.js';
import {
  editionId,
  letterId,
  openTestHouse,
  type SignedIn,
  type TestHouse,
} from '../../testing/test-house.js';

let there: IiifHouse;
let house: TestHouse;
let editor: SignedIn;

beforeAll(async () => {
  there = await openIiifHouse();
  house = await openTestHouse({ imageHosts: there.allowed });
  editor = await house.signIn('editor');
}, 120_000);
afterAll(async () => {
  await house.close();
  await there.close();
});

async function send<T>(path: string, body: object, method = 'POST'): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const response = await house.ask(path, { as: editor, method, headers, body: JSON.stringify(body) });
  return (await response.json()) as T;
}

const images = `/api/editions/${editionId}/images`;

it('links leaves of a manifest by their addresses, in the database and in TEI, and takes them away again', async () => {
  const at = `http://${there.host}`;
  const leaf = (name: string) => ({
    label: { none: [name] },
    items: [
      {
        items: [
          {
            body: {
              id: `${at}/${name}?a=1&b=2.jpg`,
              width: 600,
              height: 800,
              service: [{ id: `${at}/${name}`, type: 'ImageService3' }],
            },
          },
        ],
      },
    ],
  });
  there.at.set('/manifest', JSON.stringify({ type: 'Manifest', items: [leaf('1r'), leaf('1v')] }));
  const { leaves } = await send<ManifestLeaves>(`${images}/manifest`, { address: `${at}/manifest` });
  expect(leaves.map(({ label, refused }) => [label, refused])).toEqual([
    ['1r', null],
    ['1v', null],
  ]);
  const pictures = leaves.map(({ label, picture, width, height }) => ({ label, picture, width, height }));
  const linked = await send<LinkedImages>(`${images}/linked`, { pictures, letterId });
  expect(linked.images).toMatchObject([
    {
      label: '1r',
      width: 600,
      service: `${at}/1r`,
      file: `${at}/1r/full/max/0/default.jpg`,
      elsewhere: { host: there.host, version: 3 },
      letters: [{ id: letterId }],
    },
    { label: '1v' },
  ]);
  // What is linked already is not linked a second time.
  const again = await send<LinkedImages>(`${images}/linked`, { pictures, letterId: null });
  expect(again.images.map(({ id }) => id)).toEqual(linked.images.map(({ id }) => id));

  const ids = linked.images.map(({ id }) => id);
  const { facs } = await send<{ facs: string[] }>(
    `/api/letters/${letterId}/facsimile`,
    { imageIds: ids },
    'PUT',
  );
  expect(facs).toEqual(['#leaf-1', '#leaf-2']);
  const teiNow = async () => (await house.ask(`/api/letters/${letterId}/tei`, { as: editor })).text();
  expect(await teiNow()).toContain(
    `<surface xml:id="leaf-1" n="1r" ulx="0" uly="0" lrx="600" lry="800">\n      <graphic url="${at}/1r/full/max/0/default.jpg" width="600px" height="800px"/>`,
  );
  const own = await house.ask(`/api/letters/${letterId}/images`, { as: editor });
  const told = (await own.json()) as LetterImages;
  expect(told.images.map(({ pointers }) => pointers[0])).toEqual(['#leaf-1', '#leaf-2']);

  // Nothing of them is here.
  const [first] = ids;
  expect((await house.ask(`/api/iiif/${first}/info.json`, { as: editor })).status).toBe(404);
  const read = await send<Problem>(`/api/letters/${letterId}/images/${first}/recognitions`, {});
  expect(read.detail).toContain('kept elsewhere');
  for (const id of ids)
    expect((await house.ask(`/api/images/${id}`, { as: editor, method: 'DELETE' })).status).toBe(204);
  expect(await teiNow()).not.toContain('facsimile');
});

it('takes no picture of a host that is not allowed, and says in which setting that stands', async () => {
  const pictures = [{ picture: 'http://x.example.net/a.jpg', label: '', width: 1, height: 1 }];
  const refused = await send<Problem>(`${images}/linked`, { pictures, letterId: null });
  expect(refused).toMatchObject({
    status: 422,
    detail: expect.stringContaining('x.example.net may not be shown'),
  });
  const manifest = await send<Problem>(`${images}/manifest`, { address: 'http://x.example.net/m' });
  expect(manifest.detail).toContain('CHANCERY_IIIF_HOSTS=');
});

it('lets the browser load images from exactly those hosts', async () => {
  const policy = (await house.ask('/api/session')).headers.get('content-security-policy');
  const from = `'self' data: blob: http://${there.host};`;
  expect(policy).toContain(`img-src ${from}`);
  expect(policy).toContain(`connect-src 'self' http://${there.host};`);
});
