import { type OpenLetter, schema } from '@chancery/prosemirror-tei';
import { Node } from 'prosemirror-model';
import { Step, Transform } from 'prosemirror-transform';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuthorshipAnswer, LetterHistory, NamedVersion } from '../contract/history.js';
import { LiveClient } from '../testing/live-client.js';
import { letterSource, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

let there: TestHouse;
let ada: SignedIn;
let bob: SignedIn;
let reader: SignedIn;
beforeAll(async () => {
  there = await openTestHouse();
  ada = await there.signIn('transcriber');
  bob = await there.signIn('editor');
  reader = await there.signIn('reader');
  await there.house.prisma.user.update({ where: { id: ada.id }, data: { name: 'Ada One' } });
  await there.house.prisma.user.update({ where: { id: bob.id }, data: { name: 'Bob Two' } });
});
afterAll(() => there.close());

let letter: string;
beforeEach(async () => {
  letter = await there.copyLetter({ stage: 'transcription' });
  await there.assign(ada, 'transcription', letter);
});

let batches = 0;

/** Somebody changes the letter; answers the version that it has then. */
function edit(as: SignedIn, change: (transform: Transform, letter: OpenLetter) => unknown): Promise<number> {
  batches += 1;
  return there.house.desk.amend(letter, {
    userId: as.id,
    clientId: `window of ${as.id}`,
    batch: `batch ${batches}`,
    make: (open) => {
      const transform = new Transform(open.doc);
      change(transform, open);
      return transform.steps;
    },
  });
}

/** Where some words begin. */
function at({ doc }: Transform, words: string): number {
  let found = -1;
  doc.descendants((node, pos) => {
    const place = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (place >= 0) found = pos + place;
  });
  if (found < 0) throw new Error(`There is no “${words}”.`);
  return found;
}

const type = (as: SignedIn, before: string, text: string) =>
  edit(as, (transform) => transform.insert(at(transform, before), schema.text(text)));
const remove = (as: SignedIn, words: string) =>
  edit(as, (transform) => transform.delete(at(transform, words), at(transform, words) + words.length));

/** The last step was taken so many minutes ago, and those before it earlier still. */
const pause = (minutes: number) =>
  there.house.prisma.$executeRaw`
    UPDATE step SET "createdAt" = "createdAt" - make_interval(mins => ${minutes}::int) WHERE "letterId" = ${letter}`;

const ask = (path: string, as = bob, init: RequestInit = {}) =>
  there.ask(`/api/letters/${letter}${path}`, { as, ...init });
const send = (method: string, path: string, json: unknown, as = bob) =>
  ask(path, as, { method, body: JSON.stringify(json), headers: { 'content-type': 'application/json' } });
const history = async (query = '') => (await (await ask(`/revisions${query}`)).json()) as LetterHistory;
const tei = async (version?: number) =>
  (await ask(version === undefined ? '/tei' : `/versions/${version}/tei`)).text();
const name = async (label: string, version?: number, as = bob) =>
  (await (await send('POST', '/revisions', { label, version }, as)).json()) as NamedVersion;
const today = new Date().toISOString().slice(0, 10);

describe('the history of a letter', () => {
  test('is told in stretches that end with a pause, with who worked and what was done', async () => {
    await type(ada, 'Babbage', 'Mr ');
    await type(bob, 'hard', 'very very ');
    await pause(10);
    await remove(bob, 'hard ');
    const { version, entries, earlier, imported } = await history();
    expect({ version, earlier, points: imported.points }).toEqual({ version: 3, earlier: null, points: [] });
    expect(entries).toMatchObject([
      { from: 2, to: 3, people: [{ name: 'Bob Two' }], did: ['Deleted “hard” in paragraph 2'] },
      {
        from: 0,
        to: 2,
        people: expect.arrayContaining([
          { id: ada.id, name: 'Ada One' },
          { id: bob.id, name: 'Bob Two' },
        ]),
        did: ['Typed 3 words in paragraph 1 and paragraph 2'],
      },
    ]);
  });

  test('is told in parts', async () => {
    for (const word of ['one ', 'two ', 'three ']) {
      await type(ada, 'Babbage', word);
      await pause(10);
    }
    const first = await history('?limit=2');
    expect(first.entries.map(({ to }) => to)).toEqual([3, 2]);
    expect(first.earlier).toBe(1);
    const second = await history('?limit=2&before=1');
    expect(second.entries).toMatchObject([{ from: 0, to: 1, did: ['Typed “one” in paragraph 1'] }]);
    expect(second.earlier).toBeNull();
  });

  test('a change that was taken back leaves nothing, and white space is the source’s', async () => {
    await type(ada, 'Babbage', 'Mr ');
    await remove(ada, 'Mr ');
    expect((await history()).entries[0]?.did).toEqual(['Nothing that is left']);
  });

  test('is not for readers of the edition', async () => {
    expect((await ask('/revisions', reader)).status).toBe(403);
    expect((await ask('/versions/0/tei', reader)).status).toBe(403);
  });
});

describe('a version that is named', () => {
  test('ends its stretch, and the header tells of it and of who worked', async () => {
    const before = await there.house.checker.addsErrors(letter, letterSource, letterSource);
    expect(before).toBe(false);
    await type(ada, 'Babbage', 'Mr ');
    const { point, notInTei } = await name('First transcription');
    expect({ ...point, notInTei }).toMatchObject({
      version: 2,
      label: 'First transcription',
      by: { name: 'Bob Two' },
      renamed: null,
      notInTei: null,
    });
    const source = await tei();
    expect(source).toContain(`<change when="${today}" who="#ada-one">First transcription</change>`);
    expect(source).toContain(
      '<respStmt><resp>transcription</resp><persName xml:id="ada-one">Ada One</persName></respStmt>',
    );
    expect(await there.house.checker.addsErrors(letter, letterSource, source)).toBe(false);
    await type(ada, 'Babbage', 'dearest ');
    const { entries } = await history();
    expect(entries.map(({ from, to, points }) => [from, to, points.map(({ label }) => label)])).toEqual([
      [2, 3, []],
      [0, 2, ['First transcription']],
    ]);
    // Nothing else of the file has changed, and people are named once.
    expect(
      source.replace(/ *<revisionDesc>.*<\/revisionDesc>\n/s, '').replace(/<respStmt>.*<\/respStmt>/, ''),
    ).toBe(letterSource.replace('Babbage</p>', 'Mr Babbage</p>'));
    await name('Second look');
    expect((await tei()).match(/<respStmt>/g)).toHaveLength(1);
    expect((await tei()).match(/<change /g)).toHaveLength(2);
  });

  test('may be called otherwise, here and in the header', async () => {
    await type(ada, 'Babbage', 'Mr ');
    const { point } = await name('First');
    const again = await name('First');
    expect(again.point.id).toBe(point.id);
    expect(await tei()).toBe(await tei(2));
    const renamed = (await (
      await send('PATCH', `/revisions/${point.id}`, { label: 'First & only' }, ada)
    ).json()) as NamedVersion;
    expect(renamed.point).toMatchObject({ label: 'First & only', renamed: { by: { name: 'Ada One' } } });
    expect(await tei()).toContain('>First &amp; only</change>');
    expect((await send('PATCH', '/revisions/none', { label: 'x' })).status).toBe(404);
    for (const label of [' ', 'a\u0001b', 'a\nb', '\uD800', 'x'.repeat(201)])
      expect((await send('POST', '/revisions', { label })).status).toBe(400);
  });

  test('may lie in the past, and then the header tells of its day', async () => {
    await type(ada, 'Babbage', 'Mr ');
    await pause(3 * 24 * 60);
    await type(bob, 'Babbage', 'good ');
    const { point } = await name('As it was', 1);
    expect(point.version).toBe(1);
    const day = new Date(Date.now() - 3 * 24 * 3_600_000).toISOString().slice(0, 10);
    expect(await tei()).toContain(`<change when="${day}" who="#ada-one">As it was</change>`);
    expect((await send('POST', '/revisions', { label: 'x', version: 99 })).status).toBe(404);
  });

  test('is written in the encoding of the file', async () => {
    const { prisma } = there.house;
    const latin = letterSource.replace('UTF-8', 'ISO-8859-1');
    const source = { source: latin, baseSource: latin, encoding: 'iso-8859-1' };
    await prisma.letter.update({ where: { id: letter }, data: source });
    await type(ada, 'Babbage', 'Mr ');
    const { point, notInTei } = await name('Первая – é');
    expect(notInTei).toBeNull();
    const bytes = Buffer.from(await (await ask('/tei')).arrayBuffer());
    expect(bytes.toString('latin1')).toContain(
      '>&#x41F;&#x435;&#x440;&#x432;&#x430;&#x44F; &#x2013; é</change>',
    );
    await send('PATCH', `/revisions/${point.id}`, { label: 'Zweite Fassung' });
    expect(await tei()).toContain('>Zweite Fassung</change>');
  });

  test('has its name also where the header has no place for it', async () => {
    const { prisma } = there.house;
    const bare = letterSource.replace(/ *<teiHeader>.*<\/teiHeader>\n/s, '');
    await prisma.letter.update({ where: { id: letter }, data: { source: bare, baseSource: bare } });
    const { point, notInTei } = await name('Bare');
    expect(point).toMatchObject({ version: 0, label: 'Bare' });
    expect(notInTei).toContain('no header');
    expect((await history()).imported.points).toMatchObject([{ label: 'Bare' }]);
  });

  test('is the end of a stage too: the header tells of moves, and no more when they are taken back', async () => {
    await type(ada, 'Babbage', 'Mr ');
    await there.house.prisma.letter.update({ where: { id: letter }, data: { errorCount: 0 } });
    const before = await tei();
    const moved = await send('POST', '/moves', { from: 'transcription', to: 'first-proof' });
    expect(await moved.json()).toMatchObject({ stage: 'first-proof' });
    expect(await tei()).toContain(
      `<change when="${today}" who="#bob-two #ada-one">Passed from transcription to first proof</change>`,
    );
    const { entries } = await history();
    expect(entries).toMatchObject([
      { from: 0, to: 2, points: [{ kind: 'stage', label: 'Passed from transcription to first proof' }] },
    ]);
    // What the server writes there is no work on the letter that somebody would have to read.
    const standing = (await (await ask('/standing')).json()) as { touched: unknown[] };
    expect(standing.touched).toEqual([]);
    const { id } = await there.house.prisma.stageMove.findFirstOrThrow({ where: { letterId: letter } });
    expect((await ask(`/moves/${id}`, bob, { method: 'DELETE' })).status).toBe(200);
    expect(await tei()).not.toContain('revisionDesc');
    expect((await tei()).replace(/<respStmt>.*<\/respStmt>/, '')).toBe(before);
  });
});

describe('every version', () => {
  test('has its TEI, as it was stored, which never changes', async () => {
    const sources = [await tei()];
    await type(ada, 'Babbage', 'Mr ');
    sources.push(await tei());
    await remove(bob, 'very');
    sources.push(await tei());
    for (const [version, source] of sources.entries()) expect(await tei(version)).toBe(source);
    const response = await ask('/versions/1/tei');
    expect(response.headers.get('etag')).toBe('"1"');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toBe('application/tei+xml');
    expect((await ask('/versions/3/tei')).status).toBe(404);
    expect((await ask('/versions/x/tei')).status).toBe(400);
  });

  test('has its document, and the steps between lead from one to the next', async () => {
    await type(ada, 'Babbage', 'Mr ');
    await type(bob, 'Babbage', 'good ');
    const at = async (version: number) =>
      (await (await ask(`/versions/${version}`)).json()) as { doc: object };
    const { steps, people } = (await (await ask('/steps?after=0&upTo=2')).json()) as {
      people: { name: string }[];
      steps: { step: object; by: number }[];
    };
    expect(steps.map(({ by }) => people[by]?.name)).toEqual(['Ada One', 'Bob Two']);
    let doc = Node.fromJSON(schema, (await at(0)).doc);
    for (const { step } of steps) doc = Step.fromJSON(schema, step).apply(doc).doc ?? doc;
    expect(doc.eq(Node.fromJSON(schema, (await at(2)).doc))).toBe(true);
    expect(await at(2)).toMatchObject({ version: 2, by: { name: 'Bob Two' } });
  });
});

describe('restoring', () => {
  test('leads back to the byte, for everybody, and restoring again undoes it', async () => {
    await type(ada, 'Babbage', 'Mr ');
    await name('First');
    const first = await tei();
    await remove(bob, 'hard for ');
    await edit(bob, (transform) => {
      const $closer = transform.doc.resolve(at(transform, 'A. A. L.'));
      transform.split($closer.pos + 2);
    }).catch(() => undefined);
    const later = await tei();
    const version = (await history()).version;
    const client = await LiveClient.open(await there.listen(), { letter, as: ada, version });
    await client.next();
    const answer = await (await send('POST', '/restorations', { version: 2 }, ada)).json();
    expect(await tei()).toBe(first);
    expect(await client.next()).toMatchObject({ type: 'steps', version });
    expect(await client.next()).toEqual({ type: 'changed', topic: 'revisions' });
    client.close();
    const { entries } = await history();
    expect(entries[0]).toMatchObject({
      to: (answer as { version: number }).version,
      did: ['Restored version 2'],
      people: [{ name: 'Ada One' }],
    });
    await send('POST', '/restorations', { version }, bob);
    expect(await tei()).toBe(later);
    expect((await send('POST', '/restorations', { version: 99 })).status).toBe(404);
    // A letter that is that already stays as it is.
    const now = (await history()).version;
    expect(await (await send('POST', '/restorations', { version: now })).json()).toMatchObject({
      version: now,
    });
    await there.house.prisma.letter.update({ where: { id: letter }, data: { stage: 'ready' } });
    expect((await send('POST', '/restorations', { version: 0 }, ada)).status).toBe(403);
  });
});

describe('who wrote this', () => {
  const spans = async (version: number, query = '') => {
    const answer = (await (await ask(`/authorship?version=${version}${query}`)).json()) as AuthorshipAnswer;
    return answer.spans.map(({ by, text, version: made }) => `${by?.name ?? 'imported'} ${made}: ${text}`);
  };

  test('is told span by span, with the revision that it came with', async () => {
    await type(ada, 'Babbage', 'Mr Charles ');
    await name('First');
    const version = await type(bob, 'Charles', 'good old ');
    let range = '';
    await edit(bob, (transform) => {
      range = `&from=${at(transform, 'My dear')}&to=${at(transform, 'Babbage') + 7}`;
    });
    expect(await spans(version, range)).toEqual([
      'imported 0: My dear',
      'Ada One 1: Mr',
      'Bob Two 3: good old',
      'Ada One 1: Charles',
      'imported 0: Babbage',
    ]);
    const answer = (await (await ask(`/authorship?version=${version}${range}`)).json()) as AuthorshipAnswer;
    expect(answer.spans.map(({ revision }) => revision)).toEqual([null, 'First', null, 'First', null]);
    expect(await spans(1, range)).not.toContain('Bob Two 3: good old');
    expect((await ask('/authorship?version=99')).status).toBe(404);
  });

  test('stays true when an earlier version is restored, word for word', async () => {
    const typed = await type(ada, 'Babbage', 'Mr ');
    await remove(bob, 'Mr Babbage');
    await type(bob, 'dear', 'Mr ');
    await send('POST', '/restorations', { version: typed });
    const now = (await history()).version;
    expect(await spans(now)).toEqual(await spans(typed));
    expect(await spans(now)).toContain('Ada One 1: Mr');
  });

  test('tells of an accepted suggestion its author, its reason and who accepted it', async () => {
    const { prisma } = there.house;
    const suggestion = {
      id: `suggested.${letter}`,
      letterId: letter,
      authorId: ada.id,
      write: 'w',
      version: 0,
    };
    await prisma.suggestion.create({
      data: {
        ...suggestion,
        steps: [],
        words: {},
        reason: 'The copy has it.',
        state: 'accepted',
        deciderId: bob.id,
      },
    });
    const version = await there.house.desk.amend(letter, {
      userId: ada.id,
      clientId: `suggestion:${suggestion.id}`,
      batch: 'accepted',
      make: ({ doc }) => {
        const transform = new Transform(doc);
        return transform.insert(at(transform, 'Babbage'), schema.text('Mr ')).steps;
      },
    });
    const answer = (await (await ask(`/authorship?version=${version}`)).json()) as AuthorshipAnswer;
    expect(answer.spans.find(({ text }) => text === 'Mr')).toMatchObject({
      by: { name: 'Ada One' },
      suggestion: { reason: 'The copy has it.', acceptedBy: { name: 'Bob Two' } },
    });
  });

  test('also tells who marked a word', async () => {
    const version = await edit(bob, (transform) => {
      const from = at(transform, 'Babbage');
      const mark = schema.mark('element', { id: 'x.1', name: 'persName', attrs: {} });
      transform.addMark(from, from + 7, mark);
    });
    const answer = (await (await ask(`/authorship?version=${version}`)).json()) as AuthorshipAnswer;
    expect(answer.elements).toContainEqual(
      expect.objectContaining({
        label: 'Person',
        text: 'Babbage',
        made: expect.objectContaining({ version }),
      }),
    );
    expect(answer.elements).toContainEqual(
      expect.objectContaining({ text: 'A. A. L.', made: expect.objectContaining({ version: 0, by: null }) }),
    );
  });
});
