import { pointerTo } from '@chancery/tei';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LetterPagesAnswer } from '../contract/letter-pages.js';
import { editionId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { madeLeaf, sendImage } from '../testing/test-images.js';
import { LetterPress, NotInTurn } from './letter-press.js';

let there: TestHouse;
let reader: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  reader = await there.signIn('editor');
});
afterAll(() => there.close());

const pages = (letterId: string) => there.ask(`/api/letters/${letterId}/typesetting`, { as: reader });

test('whoever may read a letter sees its pages as it is saved', async () => {
  const response = await pages('ada-1843-07-11');
  expect(response.status).toBe(200);
  const set = (await response.json()) as LetterPagesAnswer;
  const { version } = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: 'ada-1843-07-11' } });
  expect(set.version).toBe(version);
  expect(set.pages).toBeGreaterThan(0);
  expect(set.drawing).toMatch(/^<svg /);
  expect(set.warnings).toEqual([]);
  expect(set.lines.map(({ text }) => text).join(' ')).toContain('Bernoulli’s Numbers');
});

test('there are none of a letter that is not there, and the volume’s own file says why', async () => {
  expect((await pages('none')).status).toBe(404);
  const volume = await pages(editionId);
  expect(volume.status).toBe(400);
  expect(await volume.text()).toContain('the volume’s own file');
});

test('pictures in its text are set for who may see them, and otherwise said to be there', async () => {
  const { prisma } = there.house;
  expect((await sendImage(there, reader, { name: 'seal.jpg', content: await madeLeaf({}) })).ok).toBe(true);
  const where = { id: 'ada-1843-07-11' };
  const { path, source } = await prisma.letter.findUniqueOrThrow({ where });
  const figure = `<figure><graphic url="${pointerTo(path, 'images/seal.jpg')}"/></figure>`;
  await prisma.letter.update({
    where,
    data: { source: source.replace(/<body>.*?<\/p>/s, (start) => start + figure) },
  });
  const drawnFor = async (as: SignedIn) => {
    const response = await there.ask(`/api/letters/${where.id}/typesetting`, { as });
    const { drawing, lines } = (await response.json()) as LetterPagesAnswer;
    return [drawing.includes('<image'), lines.some(({ text }) => text.includes('[image]'))];
  };
  expect(await drawnFor(reader)).toEqual([true, false]);
  const proofreader = await there.signIn('proofreader');
  await there.assign(proofreader, 'first-proof', where.id);
  expect(await drawnFor(proofreader)).toEqual([false, true]);
  await prisma.letter.update({ where, data: { source } });
});

test('a request that waits is overtaken by the next of the same person for the same letter, and can be given up', async () => {
  const press = new LetterPress();
  const read = async () => {
    const [letter, volume] = await Promise.all(
      ['ada-1843-07-11', editionId].map((id) =>
        there.house.prisma.letter.findUniqueOrThrow({ where: { id }, select: { path: true, source: true } }),
      ),
    );
    if (!letter || !volume) throw new Error('the test house has no letters');
    return { letter, volume };
  };
  const now = press.set('one', read);
  const overtaken = press.set('two', read).catch((error: unknown) => error);
  const next = press.set('two', read);
  const leaving = new AbortController();
  const left = press.set('three', read, leaving.signal).catch((error: unknown) => error);
  leaving.abort();
  expect(await overtaken).toBeInstanceOf(NotInTurn);
  expect(await left).toBeInstanceOf(NotInTurn);
  expect((await now).pages).toBe((await next).pages);
  press.stop();
});
