import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { openLetter, schema } from '@chancery/prosemirror-tei';
import { Node, Slice } from 'prosemirror-model';
import { ReplaceStep, Step, Transform } from 'prosemirror-transform';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LetterDetail } from '../contract/letter.js';
import type { SuggestionList } from '../contract/suggestion.js';
import { LiveClient } from '../testing/live-client.js';
import { letterSource, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { typing } from '../testing/typing.js';
import { loadLetter, openAt, sourceAt } from './load-letter.js';

let there: TestHouse;
let editor: SignedIn;
beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
});
afterAll(() => there.close());

let letter: string;
beforeEach(async () => {
  letter = await there.copyLetter();
});

/** Types a letter at the end of a word as often as asked, in batches of `size`; answers the source after each batch. */
async function type(times: number, size: number): Promise<Map<number, string>> {
  const sources = new Map<number, string>();
  for (let typed = 0; typed < times; typed += size) {
    const version = await there.house.desk.amend(letter, {
      userId: editor.id,
      clientId: 'typist',
      batch: `${letter} ${typed}`,
      make: ({ doc }) => {
        const transform = new Transform(doc);
        for (let each = 0; each < size; each += 1) {
          let at = 0;
          transform.doc.descendants((node, pos) => {
            if (node.isText && node.text?.startsWith('My dear')) at = pos + 'My dear'.length;
          });
          transform.insert(at, schema.text(each % 2 === 0 ? 'r' : '𐌰'));
        }
        return transform.steps;
      },
    });
    sources.set(version, await source());
  }
  return sources;
}

const stored = () => there.house.prisma.letter.findUniqueOrThrow({ where: { id: letter } });
const source = async () => (await stored()).source;
const detail = async (since?: number) => {
  const query = since === undefined ? '' : `?since=${since}`;
  return (await (await there.ask(`/api/letters/${letter}${query}`, { as: editor })).json()) as LetterDetail;
};
const docOf = ({ base, steps }: LetterDetail) => {
  let { doc } = openLetter(base.source, base.doc === null ? {} : { adopt: Node.fromJSON(schema, base.doc) });
  for (const { step } of steps) doc = Step.fromJSON(schema, step).apply(doc).doc ?? doc;
  return doc;
};

describe('a letter of many steps', () => {
  test('is opened from a checkpoint, with the ids that everybody has, and its source of every version is as it was stored', async () => {
    const sources = await type(1_200, 40);
    await vi.waitUntil(async () => (await there.house.prisma.checkpoint.count()) >= 4, { timeout: 20_000 });
    const { prisma } = there.house;
    for (const [version, was] of sources) expect(await sourceAt(prisma, letter, version)).toBe(was);
    // A version within a batch was never stored by itself: it has the source of its batch.
    expect(await sourceAt(prisma, letter, 41)).toBe(sources.get(80));
    expect(await sourceAt(prisma, letter, 1_201)).toBeUndefined();
    const loaded = await loadLetter(prisma, letter);
    const whole = docOf(await detail(0));
    expect(loaded?.letter.doc.eq(whole)).toBe(true);
    const near = await detail();
    expect(near.base.version).toBeGreaterThan(0);
    expect(near.steps.length).toBeLessThan(1_000);
    expect(docOf(near).eq(whole)).toBe(true);
    const at = await openAt(prisma, letter, 600);
    expect(at).toMatchObject({ version: 600, letter: { source: sources.get(600) } });
    expect((await detail(320)).base.version).toBeLessThanOrEqual(320);
  });

  test('brings elements back as they were written when it was imported, across a checkpoint', async () => {
    const { desk } = there.house;
    const author = { userId: editor.id, clientId: 'typist' };
    let removed: Step | undefined;
    await desk.amend(letter, {
      ...author,
      batch: 'remove',
      make: ({ doc }) => {
        let at: { from: number; to: number } | undefined;
        doc.descendants((node, pos) => {
          if (node.isText && node.marks.length > 0 && node.text === 'very') at = { from: pos, to: pos + 4 };
        });
        if (!at) throw new Error('There is nothing to remove.');
        const step = new ReplaceStep(at.from, at.to, Slice.empty);
        removed = step.invert(doc);
        return [step];
      },
    });
    expect(await source()).not.toContain('very');
    // As much is typed as is taken away, so that the removed word comes back in its own place.
    for (const text of ['a', '']) {
      await desk.amend(letter, {
        ...author,
        batch: `many ${text}`,
        make: ({ doc }) => {
          const transform = new Transform(doc);
          let at = 0;
          doc.descendants((node, pos) => {
            if (node.isText && node.text?.includes('My dear')) at = pos;
          });
          for (let each = 0; each < 250; each += 1) {
            if (text) transform.insert(at, schema.text(text));
            else transform.delete(at, at + 1);
          }
          return transform.steps;
        },
      });
    }
    await vi.waitUntil(
      async () => (await there.house.prisma.checkpoint.count({ where: { letterId: letter } })) >= 2,
      { timeout: 20_000 },
    );
    const node = await there.anotherNode();
    await node.house.desk.amend(letter, { ...author, batch: 'undo', make: () => (removed ? [removed] : []) });
    expect(await source()).toBe(letterSource);
  });
});

/** A letter as a release has stored it. What such a file holds is never written anew: it is what there is. */
interface Stored {
  readonly base: string;
  readonly source: string;
  readonly steps: readonly { readonly step: { stepType: string }; readonly batch: string }[];
}

async function storedIn<T extends Stored>(file: string): Promise<T> {
  return JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8')) as T;
}

interface StoredMore extends Stored {
  readonly checkpoint: { readonly version: number; readonly source: string; readonly doc: object };
  readonly suggestion: {
    readonly version: number;
    readonly steps: { stepType: string }[];
    readonly words: object;
  };
}

const allSteps = './stored-by-0.1.0.json';
const more = './more-stored-by-0.1.0.json';

/** Puts into the database what a release has stored. */
async function storeAs({ base, source, steps }: Stored): Promise<void> {
  const { prisma } = there.house;
  const data = { baseSource: base, source, version: steps.length };
  await prisma.letter.update({ where: { id: letter }, data });
  await prisma.step.createMany({
    data: steps.map(({ step, batch }, index) => ({
      letterId: letter,
      version: index + 1,
      step,
      batch,
      clientId: 'earlier',
      userId: editor.id,
    })),
  });
}

describe('what an earlier release has stored', () => {
  test.each([allSteps, more])('is opened, step by step, as it was stored: %s', async (file) => {
    const fixture = await storedIn<Stored>(file);
    await storeAs(fixture);
    const { prisma } = there.house;
    const loaded = await loadLetter(prisma, letter);
    expect(loaded).toMatchObject({ version: fixture.steps.length, anewAt: 0 });
    expect(loaded?.letter.source).toBe(fixture.source);
    // That release did not keep what a batch did to the source: it is worked out.
    expect(await sourceAt(prisma, letter, fixture.steps.length)).toBe(fixture.source);
    expect(await sourceAt(prisma, letter, 0)).toBe(fixture.base);
  });

  test('has every kind of node and of step, so that none of them goes without a test that fails', async () => {
    const kinds = new Set(['doc']);
    const kindsOfSteps = new Set<string>();
    for (const { base, steps } of [await storedIn(allSteps), await storedIn(more)]) {
      const see = (doc: Node) => doc.descendants((node) => void kinds.add(node.type.name));
      let { doc } = openLetter(base);
      see(doc);
      for (const { step } of steps) {
        kindsOfSteps.add(step.stepType);
        doc = Step.fromJSON(schema, step).apply(doc).doc ?? doc;
        see(doc);
      }
    }
    expect([...kinds].toSorted()).toEqual(Object.keys(schema.nodes).toSorted());
    expect([...kindsOfSteps].toSorted()).toEqual([
      'replace',
      'replaceAround',
      'replaceParts',
      'setAttributes',
      'source',
      'unwrapElement',
      'wrapElement',
    ]);
  });

  test('is opened from its checkpoint, without the steps before', async () => {
    const fixture = await storedIn<StoredMore>(more);
    await storeAs(fixture);
    const { prisma } = there.house;
    const { version } = fixture.checkpoint;
    const whole = await loadLetter(prisma, letter);
    await prisma.checkpoint.create({ data: { letterId: letter, ...fixture.checkpoint } });
    await prisma.step.deleteMany({ where: { letterId: letter, version: { lte: version } } });
    const loaded = await loadLetter(prisma, letter);
    expect(loaded).toMatchObject({ version: fixture.steps.length, anewAt: 0 });
    expect(loaded?.letter.source).toBe(fixture.source);
    expect(whole && loaded?.letter.doc.eq(whole.letter.doc)).toBe(true);
  });

  test('is suggested as it was, and accepted', async () => {
    const fixture = await storedIn<StoredMore>(more);
    await storeAs(fixture);
    const { version, steps, words } = fixture.suggestion;
    const id = randomUUID();
    await there.house.prisma.suggestion.create({
      data: { id, letterId: letter, authorId: editor.id, write: 'earlier', version, steps, words },
    });
    const path = `/api/letters/${letter}/suggestions`;
    const list = (await (await there.ask(path, { as: editor })).json()) as SuggestionList;
    expect(list.suggestions).toMatchObject([{ id, state: 'open', fit: 'whole', words }]);
    const decision = { decision: 'accept', suggestions: [{ id, revision: 1, fit: 'whole' }] };
    const accepted = await there.ask(`${path}/decisions`, {
      as: editor,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(decision),
    });
    expect(accepted.status, await accepted.clone().text()).toBe(200);
    const now = await source();
    for (const said of ['<hi rend="italic">hard</hi> for you; the Deuce<note', '<salute>Ever yours</salute>'])
      expect(now).toContain(said);
  });

  test.each([
    ['a step of a kind that is no more', { stepType: 'gone' }],
    ['a step that no longer applies', { stepType: 'replace', from: 9_000, to: 9_001 }],
    ['a step that leads elsewhere', { stepType: 'replace', from: 3, to: 5 }],
  ])('is opened from its source after %s, and edited from there', async (_what, step) => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { prisma } = there.house;
    const now = letterSource.replace('dear Babbage', 'dear Mr Babbage');
    await prisma.letter.update({ where: { id: letter }, data: { source: now, version: 1 } });
    await prisma.step.create({
      data: { letterId: letter, version: 1, step, batch: 'b', clientId: 'earlier', userId: editor.id },
    });
    const host = await there.listen();
    const client = await LiveClient.open(host, { letter, as: editor, version: 1 });
    expect(await client.next()).toMatchObject({ type: 'hello', version: 1, anewAt: 1 });
    expect(await detail(0)).toMatchObject({ base: { version: 1, source: now, doc: null }, steps: [] });
    client.send({ type: 'steps', version: 1, steps: [typing(now, 'Mr Babbage', 'good ')], batch: 'next' });
    expect(await client.next()).toMatchObject({ type: 'steps', version: 1 });
    expect(await source()).toBe(letterSource.replace('dear Babbage', 'dear good Mr Babbage'));
    expect(told).toHaveBeenCalledWith(expect.stringContaining('opened from its source'));
    expect(told.mock.calls.join()).not.toContain('Babbage');
    client.close();
    told.mockRestore();
  });
});

test('a version that was never stored has no source', async () => {
  expect(await sourceAt(there.house.prisma, letter, 1)).toBeUndefined();
  expect(await sourceAt(there.house.prisma, 'no such letter', 0)).toBeUndefined();
});
