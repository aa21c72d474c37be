import { randomUUID } from 'node:crypto';
import { sourceStep } from '@chancery/prosemirror-tei';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EntryAnswer, NamesAnswer, RegisterAnswer, RegisterChanged } from '../contract/register.js';
import { editionId, letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

const second = 'ada-1843-07-11';
const registers = `/api/editions/${editionId}/registers`;
let there: TestHouse;
let editor: SignedIn;
let volumeId: string;

const header = `<profileDesc><particDesc><listPerson>
      <person xml:id="ada"><persName>Ada Lovelace</persName><idno type="GND">118642499</idno></person>
      <person xml:id="aal" sex="2"><persName>A. A. L.</persName><occupation>Countess</occupation><note>The writer.</note></person>
      <person xml:id="babbage"><persName>Charles Babbage</persName></person>
    </listPerson></particDesc></profileDesc></teiHeader>`;
const bodies: Record<string, string> = {
  [letterId]:
    '<p>My dear <persName>Babbage</persName>, says <persName ref="../volume.xml#ada">Ada</persName> as <persName ref="../volume.xml#aal">A. A. L.</persName></p>',
  [second]:
    '<p>So <persName ref="../volume.xml#aal">she</persName> to <persName ref="other.xml#aal">me</persName> and <persName>Babbage</persName>.</p>',
};

async function write(id: string, make: (source: string) => string): Promise<void> {
  await there.house.desk.amend(id, {
    userId: editor.id,
    clientId: 'window',
    batch: randomUUID(),
    make: (letter) => {
      const step = sourceStep(letter, make(letter.source));
      return step ? [step] : [];
    },
  });
}

beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
  const file = await there.house.prisma.letter.findFirstOrThrow({ where: { editionId, kind: 'front' } });
  volumeId = file.id;
});
beforeEach(async () => {
  await there.house.prisma.registerMerge.deleteMany();
  const file = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: volumeId } });
  await write(volumeId, () => file.baseSource.replace('</teiHeader>', header));
  for (const [id, body] of Object.entries(bodies))
    await write(id, (source) =>
      source.replace(/<div type="letter">[\s\S]*<\/div>/, `<div type="letter">${body}</div>`),
    );
  await there.house.indexer.settledIn(editionId);
});
afterAll(() => there.close());

const sourceOf = async (id: string) =>
  (await there.house.prisma.letter.findUniqueOrThrow({ where: { id }, select: { source: true } })).source;
const sources = () => Promise.all([volumeId, letterId, second].map(sourceOf));

async function get<T>(path: string): Promise<T> {
  const response = await there.ask(path, { as: editor });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}
const register = (query = '') => get<RegisterAnswer>(`${registers}/persons${query}`);
const entry = (id: string) => get<EntryAnswer>(`${registers}/persons/${id}`);
const names = (words: string) =>
  get<NamesAnswer>(`/api/editions/${editionId}/names/persons?words=${encodeURIComponent(words)}`);

const post = (path: string, body: unknown) =>
  there.ask(`${registers}/${path}`, {
    as: editor,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
async function done(response: Response | Promise<Response>): Promise<RegisterChanged> {
  const answer = await response;
  expect(answer.status).toBe(200);
  return (await answer.json()) as RegisterChanged;
}
async function refused(response: Promise<Response>): Promise<string> {
  const answer = await response;
  expect(answer.status).toBe(409);
  return ((await answer.json()) as { detail: string }).detail;
}
const mergeOf = async (from: string, into: string) => ({
  from,
  fromRevision: (await entry(from)).revision,
  into,
  intoRevision: (await entry(into)).revision,
});
const uses = (answer: EntryAnswer | NamesAnswer) =>
  answer.uses.map((use) => ({ letterId: use.letterId, place: use.place, words: use.words }));

test('a register lists its entries by surname, with how often each is named, and names without a bearer', async () => {
  const { entries, total, unidentified } = await register();
  expect(entries.map(({ id, uses, letters }) => [id, uses, letters])).toEqual([
    ['babbage', 0, 0],
    ['aal', 2, 2],
    ['ada', 1, 1],
  ]);
  expect(total).toBe(3);
  expect(unidentified).toEqual([{ words: 'Babbage', uses: 2, suggested: null }]);
  expect((await register('?filter=the%20writer')).entries.map(({ id }) => id)).toEqual(['aal']);
  expect((await register('?filter=names')).entries).toEqual([]);
});

test('an entry is made, changed and taken out; what is wrong is refused and nothing done', async () => {
  const facts = { names: ['Mary Somerville'], authorityIds: [{ authority: 'GND', id: '118642499' }] };
  const { id } = await done(post('changes', { change: 'add', kind: 'persons', facts }));
  expect(id).toBe('somerville');
  const { revision } = await entry(id);
  const set = { change: 'set', id, revision, facts: { ...facts, description: 'Of Edinburgh.' } };
  await done(post('changes', set));
  expect((await entry(id)).facts).toEqual({ ...facts, description: 'Of Edinburgh.' });
  const before = await sources();
  expect(await refused(post('changes', set))).toMatch(/changed the entry “Mary Somerville” meanwhile/);
  const wrong = { names: ['X'], authorityIds: [{ authority: 'Wikidata', id: '7259' }] };
  expect(await refused(post('changes', { change: 'add', kind: 'persons', facts: wrong }))).toMatch(
    /no Wikidata/,
  );
  const ada = await entry('ada');
  const remove = { change: 'remove', id: 'ada', revision: ada.revision };
  expect(await refused(post('changes', remove))).toMatch(/referred to in one file/);
  expect(await sources()).toEqual(before);
  await done(post('changes', { change: 'remove', id, revision: (await entry(id)).revision }));
  expect(await sourceOf(volumeId)).not.toContain('Somerville');
});

test('two entries become one with all that points to them, and are parted to the byte', async () => {
  const before = await sources();
  expect(await done(post('merges', await mergeOf('aal', 'ada')))).toEqual({ id: 'ada', letters: 2, left: 0 });
  expect(await sourceOf(second)).toBe(before[2]?.replace('volume.xml#aal', 'volume.xml#ada'));
  const merged = await entry('ada');
  expect(merged.facts).toEqual({
    names: ['Ada Lovelace', 'A. A. L.'],
    description: 'The writer.',
    authorityIds: [{ authority: 'GND', id: '118642499' }],
  });
  expect(merged.total).toBe(3);
  expect((await there.ask(`${registers}/persons/aal`, { as: editor })).status).toBe(404);
  const [merge] = merged.merges;
  const part = () => there.ask(`${registers}/merges/${merge?.id}`, { as: editor, method: 'DELETE' });
  expect(await done(part())).toEqual({ id: 'aal', letters: 2, left: 0 });
  expect((await sources()).slice(1)).toEqual(before.slice(1));
  expect(await sourceOf(volumeId)).toContain(
    '<person xml:id="aal" sex="2"><persName>A. A. L.</persName><occupation>Countess</occupation>',
  );
  expect((await entry('aal')).facts).toMatchObject({ names: ['A. A. L.'], description: 'The writer.' });
  expect((await entry('ada')).facts).toMatchObject({ names: ['Ada Lovelace'] });
  expect((await part()).status).toBe(410);
});

test('what was changed since a merge stays when it is taken back', async () => {
  await done(post('merges', await mergeOf('aal', 'ada')));
  const merged = await entry('ada');
  const facts = { ...merged.facts, description: 'Countess.' };
  await done(post('changes', { change: 'set', id: 'ada', revision: merged.revision, facts }));
  await write(second, (source) =>
    source.replace('So ', '<persName ref="../volume.xml#ada">Ada</persName>, so '),
  );
  const [merge] = merged.merges;
  const parted = done(there.ask(`${registers}/merges/${merge?.id}`, { as: editor, method: 'DELETE' }));
  expect(await parted).toEqual({ id: 'aal', letters: 1, left: 1 });
  expect((await entry('ada')).facts.description).toBe('Countess.');
  expect(await sourceOf(letterId)).toContain('volume.xml#aal');
});

test('an entry is not merged into itself, into one of another kind, or upon what was not seen: nothing is half done', async () => {
  const before = await sources();
  const merge = await mergeOf('aal', 'ada');
  expect(await refused(post('merges', { ...merge, into: 'aal', intoRevision: merge.fromRevision }))).toMatch(
    /cannot be merged into itself, and nothing was done/,
  );
  expect(await refused(post('merges', { ...merge, intoRevision: 'old' }))).toMatch(/Ada Lovelace/);
  expect(await sources()).toEqual(before);
  expect(await there.house.prisma.registerMerge.count()).toBe(0);
});

test('some names of an entry are given to another, or to a new one; all or none', async () => {
  const [first, other] = uses(await entry('aal'));
  const before = await sources();
  const move = { kind: 'persons', from: 'aal', to: { id: 'babbage' } };
  expect(await refused(post('moves', { ...move, uses: [first, { ...other, words: 'he' }] }))).toMatch(
    /not as they were shown, so nothing was done/,
  );
  expect(await sources()).toEqual(before);
  expect(await done(post('moves', { ...move, uses: [other] }))).toMatchObject({ id: 'babbage', letters: 1 });
  expect(await sourceOf(second)).toBe(before[2]?.replace('volume.xml#aal', 'volume.xml#babbage'));
  await done(post('moves', { ...move, to: { name: 'Augusta King' }, uses: [first] }));
  expect((await entry('king')).uses).toMatchObject([{ letterId, words: 'A. A. L.' }]);
});

test('names that nobody has said the bearer of are given to an entry, and suggested elsewhere', async () => {
  const open = await names('Babbage');
  expect(open).toMatchObject({ total: 2, suggested: [] });
  const [first, other] = uses(open);
  const move = { kind: 'persons', from: null, to: { id: 'babbage' } };
  await done(post('moves', { ...move, uses: [first] }));
  expect(await sourceOf(letterId)).toContain('<persName ref="../volume.xml#babbage">Babbage</persName>');
  expect(await names('Babbage')).toMatchObject({ total: 1, suggested: [{ id: 'babbage' }] });
  expect((await register()).unidentified).toEqual([
    { words: 'Babbage', uses: 1, suggested: 'Charles Babbage' },
  ]);
  await done(post('moves', { ...move, uses: [other] }));
  expect((await register()).unidentified).toEqual([]);
});

test('who may not see a letter is not told what it names', async () => {
  const transcriber = await there.signIn('transcriber');
  const ask = async (path: string) => (await there.ask(path, { as: transcriber })).json();
  const list = (await ask(`${registers}/persons`)) as RegisterAnswer;
  expect(list).toMatchObject({ mayEdit: false, total: 3, unidentified: [] });
  expect(list.entries.map((each) => each.uses)).toEqual([0, 0, 0]);
  expect(await ask(`${registers}/persons/aal`)).toMatchObject({ total: 0, uses: [] });
  expect(await ask(`/api/editions/${editionId}/names/persons?words=Babbage`)).toMatchObject({ uses: [] });
  const reader = await there.signIn('reader');
  const published = await there.ask(`${registers}/persons/aal`, { as: reader });
  expect(await published.json()).toMatchObject({ total: 0, uses: [] });
});

test('whoever has a letter open sees what a merge has done to it', async () => {
  await there.house.desk.read(second);
  await done(post('merges', await mergeOf('aal', 'ada')));
  const { letter } = await there.house.desk.read(second);
  expect(letter.source).toBe(await sourceOf(second));
});
