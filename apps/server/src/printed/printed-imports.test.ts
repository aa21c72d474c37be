import { randomUUID } from 'node:crypto';
import { buildDocx, paragraph, run, strayedVolume as text } from '@chancery/importing/testing';
import { schema } from '@chancery/prosemirror-tei';
import { Step } from 'prosemirror-transform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  Corrections,
  PrintedAnswer,
  PrintedDecision,
  PrintedHead,
  PrintedLines,
  RuleTrial,
} from '../contract/printed-import.js';
import type { Problem } from '../contract/problem.js';
import { editionId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { typing } from '../testing/typing.js';

let house: TestHouse;
let editor: SignedIn;
beforeAll(async () => {
  house = await openTestHouse();
  editor = await house.signIn('editor');
}, 120_000);
afterAll(() => house.close());

const base = `/api/editions/${editionId}/printed-imports`;
/** What is done with one that was sent. */
const sentTo = '/api/printed-imports';

const send = (
  content: string | Uint8Array,
  { as = editor, id = randomUUID() as string, name = 'volume.md' } = {},
) =>
  house.ask(`${base}/${id}?name=${name}`, {
    as,
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: typeof content === 'string' ? content : Buffer.from(content),
  });

const say = (path: string, body: object, method = 'POST') =>
  house.ask(`${sentTo}/${path}`, {
    as: editor,
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function read<T>(response: Response | Promise<Response>, status = 200): Promise<T> {
  const answer = await response;
  expect(answer.status, await answer.clone().text()).toBe(status);
  return (await answer.json()) as T;
}

const sent = async () => read<PrintedAnswer>(send(text), 201);
const decide = (id: string, ...decisions: PrintedDecision[]) => say(`${id}/decisions`, { decisions });

describe('a text that is sent', () => {
  it('is read, with each doubt beside its line', async () => {
    const answer = await sent();
    expect(answer).toMatchObject({
      name: 'volume.md',
      by: editor.name,
      edition: null,
      summary: { documents: 2, doubts: { open: 2, decided: 0 } },
    });
    expect(answer.queue).toMatchObject([
      {
        line: 7,
        source: 'A line that strayed here.',
        isOpen: true,
        before: expect.arrayContaining(['# DOCUMENTS']),
      },
      { line: 21, value: '2', after: expect.arrayContaining(['**B. BOWEN TO A. ADAMS**']) },
    ]);
    expect(answer.documents).toMatchObject([{ number: '1' }, { number: '[2]', when: '1841-08-09' }]);
  });

  it('is there once, however often it is sent', async () => {
    const id = randomUUID();
    await read(send(text, { id }), 201);
    await read(send(text, { id }), 201);
    const { imports } = await read<{ imports: { id: string }[] }>(house.ask(base, { as: editor }));
    expect(imports.filter((each) => each.id === id)).toHaveLength(1);
  });

  it('says where it says the same as one that was sent before', async () => {
    const twice = `${text}\n\nA last line.\n`;
    const first = await read<PrintedAnswer>(send(twice, { name: 'first.md' }), 201);
    expect(first.sameAs).toBeNull();
    const second = await read<PrintedAnswer>(send(twice, { name: 'second.md' }), 201);
    const { id, name, createdAt } = first;
    expect(second.sameAs).toEqual({ id, name, createdAt });
    await send(`${twice}And another.`);
    const { imports } = await read<{ imports: PrintedAnswer[] }>(house.ask(base, { as: editor }));
    expect(imports.slice(0, 3).map(({ sameAs }) => sameAs?.name)).toEqual([undefined, 'first.md', undefined]);
  });

  it('may be a document of Word: what of it is not in the text is told', async () => {
    const body = text
      .split('\n\n')
      .map((words) => paragraph(run(words.replaceAll(/[*#]/g, '').trim())))
      .join('');
    const comments = '<w:comment w:id="0"><w:p><w:r><w:t>Is this so?</w:t></w:r></w:p></w:comment>';
    const answer = await read<PrintedAnswer>(
      send(buildDocx({ body, comments }), { name: 'volume.docx' }),
      201,
    );
    expect(answer.summary.documents).toBe(2);
    expect(answer.left).toMatchObject([{ message: expect.stringContaining('Is this so?') }]);
    const { detail } = await read<Problem>(send(text, { name: 'volume.odt' }), 422);
    expect(detail).toContain('If it is plain text or Markdown, give it a name that ends in .txt or .md.');
  });

  it.each([
    ['a Word document', Uint8Array.from([0x50, 0x4b, 3, 4]), 'is a ZIP archive, perhaps a Word document'],
    ['no UTF-8', Uint8Array.from([65, 10, 0xff]), 'is not in UTF-8: what stands in line 2 is no character'],
    ['empty', ' \n', 'is empty'],
    ['TEI', '<TEI/>', 'is XML, not a text'],
  ])('is refused with the reason where it is %s', async (_, content, reason) => {
    const { detail } = await read<Problem>(send(content), 422);
    expect(detail).toContain(`“volume.md” ${reason}`);
  });

  it('is nobody’s business who may not import', async () => {
    const reader = await house.signIn('reader');
    expect((await send(text, { as: reader })).status).toBe(403);
    expect((await house.ask(base, { as: await house.signIn() })).status).toBe(404);
  });

  it('accounts for every line', async () => {
    const { id } = await sent();
    const all = await read<PrintedLines>(house.ask(`${sentTo}/${id}/lines?limit=500`, { as: editor }));
    expect(all.lines.map(({ words }) => words).join('\n')).toBe(text.trimEnd());
    const waiting = await read<PrintedLines>(
      house.ask(`${sentTo}/${id}/lines?outcome=in%20the%20queue`, { as: editor }),
    );
    expect(waiting).toMatchObject({ count: 1, lines: [{ line: 7, outcome: 'in the queue' }] });
  });
});

describe('its rules', () => {
  it('can be tried without changing anything', async () => {
    const { id } = await sent();
    const trial = await read<RuleTrial>(
      say(`${id}/rule-trials`, { rule: 'number', patterns: ['^No\\. (?<number>\\d+)$'] }),
    );
    expect(trial).toEqual({ count: 1, matches: [{ line: 9, words: 'No. 1', groups: { number: '1' } }] });
    const after = await read<PrintedAnswer>(house.ask(`${sentTo}/${id}`, { as: editor }));
    expect(after.version).toBe(0);
  });

  it('are used once the text can be read by them, and refused with the reason else', async () => {
    const { id } = await sent();
    const { detail } = await read<Problem>(say(`${id}/rules`, { rules: { number: ['('] } }, 'PUT'), 422);
    expect(detail).toContain('rule “number”');
    const without = await read<PrintedAnswer>(say(`${id}/rules`, { rules: { title: [] } }, 'PUT'));
    expect(without.rules.find(({ name }) => name === 'title')?.own).toEqual([]);
    expect(without.documents.every(({ title }) => title === undefined)).toBe(true);
  });
});

describe('its doubts', () => {
  it('are decided, and open again', async () => {
    const { id, queue } = await sent();
    const lost = { id: queue[1]?.id ?? '' };
    const decided = await read<PrintedAnswer>(decide(id, { ...lost, value: '7' }));
    expect(decided.queue[1]).toMatchObject({ isOpen: false, decided: { value: '7' } });
    expect(decided.documents[1]?.number).toBe('[7]');
    expect((await read<PrintedAnswer>(decide(id, lost))).queue[1]?.isOpen).toBe(true);
  });

  it('keep what was decided when a decision cannot be taken', async () => {
    const { id, queue } = await sent();
    const [strayed, lost] = queue.map((doubt) => doubt.id);
    await read(decide(id, { id: lost ?? '', value: '7' }));
    const { detail } = await read<Problem>(decide(id, { id: strayed ?? '', choice: 'exclude' }), 422);
    expect(detail).toContain('gives no reason');
    const after = await read<PrintedAnswer>(house.ask(`${sentTo}/${id}`, { as: editor }));
    expect(after.summary.doubts).toEqual({ open: 1, decided: 1 });
  });

  it('are decided by two people at once without losing either decision', async () => {
    const { id, queue } = await sent();
    const [strayed, lost] = queue.map((doubt) => doubt.id);
    await Promise.all([
      read(decide(id, { id: strayed ?? '', choice: 'exclude', value: 'The printer’s.' })),
      read(decide(id, { id: lost ?? '', value: '7' })),
    ]);
    const after = await read<PrintedAnswer>(house.ask(`${sentTo}/${id}`, { as: editor }));
    expect(after.summary.doubts).toEqual({ open: 0, decided: 2 });
  });
});

/** A text is sent, and both of its doubts are decided: a stray line, and a number that is lost. */
async function sentAndDecided() {
  const { id, queue } = await sent();
  const [strayed, lost] = queue.map((doubt) => doubt.id);
  const exclude = { id: strayed ?? '', choice: 'exclude', value: 'The printer’s.' };
  await read(decide(id, exclude, { id: lost ?? '', choice: 'supply' }));
  return { id, lost };
}

describe('a corrected source', () => {
  it('updates the letters that nobody has edited, and suggests in the others', async () => {
    const { id } = await sentAndDecided();
    const { editionId: made } = await read<{ editionId: string }>(say(`${id}/edition`, {}), 201);
    const { prisma } = house.database;
    const letters = () =>
      prisma.letter.findMany({
        where: { editionId: made, kind: { not: 'front' } },
        orderBy: { position: 'asc' },
        include: { suggestions: true },
      });
    const [first, second] = await letters();
    const typed = typing(first?.source ?? '', 'ship', 'old ');
    await house.house.desk.amend(first?.id ?? '', {
      userId: editor.id,
      clientId: 'window',
      batch: 'typed',
      make: () => [Step.fromJSON(schema, typed)],
    });
    const edited = (await letters())[0];
    const corrected = text.replace('this morning', 'this evening').replace('glad of it', 'very glad of it');
    const put = (content: string) =>
      house.ask(`${sentTo}/${id}/source?name=corrected.md`, {
        as: editor,
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: content,
      });
    expect((await say(`${id}/corrections`, {})).status).toBe(409);
    const answer = await read<PrintedAnswer>(put(corrected));
    expect(answer).toMatchObject({ name: 'corrected.md', edition: made, corrected: true, unmet: [] });
    expect(answer.summary.doubts).toEqual({ open: 0, decided: 2 });
    expect((await letters()).map(({ source }) => source)).toEqual([edited?.source, second?.source]);

    const came = await read<Corrections>(say(`${id}/corrections`, {}));
    expect(came).toMatchObject({ editionId: made, taken: [second?.path], suggested: [first?.path] });
    expect(came).toMatchObject({ added: [], missing: [], notAdded: [], notCompared: [] });
    const [one, other] = await letters();
    expect(one).toMatchObject({ source: edited?.source, version: edited?.version });
    expect(one?.suggestions).toHaveLength(came.suggestions);
    expect(one?.suggestions[0]).toMatchObject({ reason: 'From the corrected source', fit: 'whole' });
    expect(other?.source).toContain('very glad of it');

    // The same once more changes nothing; and the former text makes the untouched letter what it was.
    await read(put(corrected));
    expect(await read<Corrections>(say(`${id}/corrections`, {}))).toMatchObject({ taken: [] });
    expect((await letters())[0]?.suggestions).toHaveLength(came.suggestions);
    await read(put(text));
    expect(await read<Corrections>(say(`${id}/corrections`, {}))).toMatchObject({ taken: [second?.path] });
    expect((await letters())[1]?.source).toBe(second?.source);
  });

  it('finds a letter again whose number and day it has corrected, and adds one that is new', async () => {
    const { id } = await sentAndDecided();
    const { editionId: made } = await read<{ editionId: string }>(say(`${id}/edition`, {}), 201);
    const letters = () =>
      house.database.prisma.letter.findMany({
        where: { editionId: made },
        orderBy: { position: 'asc' },
        include: { suggestions: true },
      });
    const [, first, second] = await letters();
    const typed = typing(second?.source ?? '', 'glad', 'really ');
    await house.house.desk.amend(second?.id ?? '', {
      userId: editor.id,
      clientId: 'window',
      batch: 'typed',
      make: () => [Step.fromJSON(schema, typed)],
    });
    const corrected = `${text
      .replace('August 4, 1841', 'August 5, 1841')
      .replace(
        'August 9, 1841',
        'August 8, 1841',
      )}\n\nNo. 3\n\n**A. ADAMS TO C. COLE**\n\nNothing has come of any of it.\n`;
    expect(corrected).not.toContain('August 4');
    const answer = await read<PrintedAnswer>(
      house.ask(`${sentTo}/${id}/source?name=corrected.md`, {
        as: editor,
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: corrected,
      }),
    );
    const open = answer.queue
      .filter(({ isOpen }) => isOpen)
      .map(({ id, proposal }) => ({ id, choice: proposal.choice }));
    if (open.length > 0) await read(decide(id, ...open));
    const came = await read<Corrections>(say(`${id}/corrections`, {}));
    expect(came).toMatchObject({
      taken: expect.arrayContaining([first?.path]),
      suggested: [second?.path],
      missing: [],
      notAdded: [],
      notCompared: [],
    });
    expect(came.added).toHaveLength(1);
    const now = await letters();
    expect(now).toHaveLength(4);
    expect(now.find(({ id }) => id === first?.id)?.source).toContain('when="1841-08-05"');
    const volume = now.find(({ kind }) => kind === 'front')?.source;
    expect(volume).toContain(`<ptr target="${first?.path}"/>`);
    const edited = now.find(({ id }) => id === second?.id);
    expect(edited?.source).toContain('really glad');
    expect(JSON.stringify(edited?.suggestions.map(({ steps }) => steps))).toContain('August 8');
  });

  it('is for those who may import into the letters, too', async () => {
    const { id } = await sentAndDecided();
    await read(say(`${id}/edition`, {}), 201);
    const another = await house.signIn('editor');
    const as = { as: another, headers: { 'content-type': 'application/octet-stream' } };
    await read(house.ask(`${sentTo}/${id}/source?name=a.md`, { ...as, method: 'PUT', body: text }));
    expect((await house.ask(`${sentTo}/${id}/corrections`, { as: another, method: 'POST' })).status).toBe(
      404,
    );
  });
});

describe('bringing in', () => {
  it('waits until every doubt is decided, and changes nothing till then', async () => {
    const { id } = await sent();
    const before = await house.database.prisma.letter.count();
    const { detail } = await read<Problem>(say(`${id}/edition`, {}), 409);
    expect(detail).toContain('2 doubts are open, the first in line 7');
    expect(await house.database.prisma.letter.count()).toBe(before);
  });

  it('makes the letters an edition, whose chief editor is whoever brings it in; twice is once', async () => {
    const { id, lost } = await sentAndDecided();
    const made = await read<{ editionId: string }>(say(`${id}/edition`, {}), 201);
    const edition = await house.database.prisma.edition.findUnique({
      where: { id: made.editionId },
      include: { letters: { orderBy: { position: 'asc' } }, memberships: true },
    });
    expect(edition?.letters.map(({ path, kind }) => [path, kind])).toEqual([
      ['volume.xml', 'front'],
      ['letters/adams-1841-08-04.xml', expect.any(String)],
      ['letters/bowen-1841-08-09.xml', expect.any(String)],
    ]);
    expect(edition?.memberships).toMatchObject([{ userId: editor.id, role: 'chief-editor' }]);
    expect(await house.database.prisma.calendarLine.count({ where: { editionId: made.editionId } })).toBe(2);
    expect((await say(`${id}/edition`, {})).status).toBe(409);
    expect((await decide(id, { id: lost ?? '' })).status).toBe(409);
  });

  it('is not possible any more once the import is cancelled', async () => {
    const { id } = await sent();
    expect((await house.ask(`${sentTo}/${id}`, { as: editor, method: 'DELETE' })).status).toBe(204);
    expect((await say(`${id}/edition`, {})).status).toBe(404);
  });
});

describe('where there is no edition yet', () => {
  const headers = { 'content-type': 'application/octet-stream' };
  const put = (id: string, as: SignedIn) =>
    house.ask(`${sentTo}/${id}?name=volume.md`, { as, method: 'PUT', headers, body: text });
  const listed = async (path: string, as: SignedIn) =>
    (await read<{ imports: { id: string }[] }>(house.ask(path, { as }))).imports.map(({ id }) => id);

  it('a text is its sender’s alone, until its letters are an edition', async () => {
    const [sender, other] = [await house.signIn('editor'), await house.signIn('editor')];
    const id = randomUUID();
    const { queue } = await read<PrintedAnswer>(put(id, sender), 201);
    await read(put(id, sender), 201);
    expect((await put(id, other)).status).toBe(404);
    for (const path of [`${sentTo}/${id}`, `${sentTo}/${id}/lines`])
      expect((await house.ask(path, { as: other })).status).toBe(404);
    expect([await listed(sentTo, sender), await listed(sentTo, other)]).toEqual([[id], []]);
    // It is at hand also where its sender has an edition meanwhile.
    expect(await listed(base, sender)).toContain(id);
    expect(await listed(base, other)).not.toContain(id);
    const again = randomUUID();
    await read(put(randomUUID(), other), 201);
    expect(await read<PrintedAnswer>(put(again, sender), 201)).toMatchObject({ sameAs: { id } });
    const firstSaid = async (path: string) => {
      const { imports } = await read<{ imports: PrintedHead[] }>(house.ask(path, { as: sender }));
      return imports.find((each) => each.id === again)?.sameAs?.id;
    };
    expect(await Promise.all([sentTo, base].map(firstSaid))).toEqual([id, id]);
    const decisions = queue.map((doubt) => {
      const { choice } = doubt.alternatives.find((each) => each.choice === 'exclude') ?? doubt.proposal;
      return { id: doubt.id, choice, ...(choice === 'exclude' ? { value: 'It strayed.' } : {}) };
    });
    const as = { as: sender, method: 'POST' };
    await read(
      house.ask(`${sentTo}/${id}/decisions`, {
        ...as,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ decisions }),
      }),
    );
    const { editionId: made } = await read<{ editionId: string }>(
      house.ask(`${sentTo}/${id}/edition`, as),
      201,
    );
    expect(await listed(`/api/editions/${made}/printed-imports`, sender)).toEqual(
      expect.arrayContaining([id, again]),
    );
    expect(await listed(sentTo, sender)).toEqual([again]);
    expect(await firstSaid(sentTo)).toBe(id);
  });

  it('no text is sent by those who may make no volume', async () => {
    expect((await put(randomUUID(), await house.signIn('reader'))).status).toBe(403);
  });
});
