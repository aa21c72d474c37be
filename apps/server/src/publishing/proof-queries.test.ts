import { randomUUID } from 'node:crypto';
import { anchorOn, openLetter } from '@chancery/prosemirror-tei';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editionId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { readEditionSource } from './edition-source.js';
import { proofQueries } from './proof-queries.js';

let there: TestHouse;
let editor: SignedIn;
const letterId = 'ada-1843-07-11';

beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
});
afterAll(() => there.close());

const send = async (method: string, path: string, body: object) => {
  const response = await there.ask(`/api/letters/${letterId}/${path}`, {
    as: editor,
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  expect(response.status).toBe(204);
};

async function ask(words: string, body: string): Promise<string> {
  const { source, version } = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: letterId } });
  const { doc } = openLetter(source);
  let place = 0;
  doc.descendants((node, pos) => {
    const at = node.text?.indexOf(words) ?? -1;
    if (at >= 0 && place === 0) place = pos + at;
  });
  expect(place).toBeGreaterThan(0);
  const id = randomUUID();
  await send('POST', 'threads', {
    id,
    subject: { kind: 'text', id: null },
    place: { anchor: anchorOn(doc, place, place + words.length), version },
    comment: { id: randomUUID(), body },
  });
  return id;
}

test('open comments stand in the margin of a proof, at their words and under the names of their authors', async () => {
  const source = async (queries?: Awaited<ReturnType<typeof proofQueries>>) => {
    const { letters } = await readEditionSource(there.house.prisma, editionId, queries);
    return letters.find(({ path }) => path.includes(letterId))?.source ?? '';
  };
  const plain = await source();
  const thread = await ask('Bernoulli', 'Is it so ?> really?');
  const queried = await source(await proofQueries(there.house, [letterId]));
  const [, said = ''] = /<\?chancery-query ([^?]*\? > really\?)\?>Bernoulli/.exec(queried) ?? [];
  expect(said).toMatch(/^.+: Is it so \? > really\?$/);
  expect(queried.replace(/<\?chancery-query .*?\?>/gs, '')).toBe(plain);
  // Nothing but a proof has them.
  expect(await source()).toBe(plain);
  const proof = await there.ask(`/api/editions/${editionId}/proof.pdf?letter=${letterId}`, { as: editor });
  expect(proof.status).toBe(200);
  await send('PUT', `threads/${thread}/resolution`, { resolved: true });
  expect((await proofQueries(there.house, [letterId])).size).toBe(0);
});
