import { sourceStep } from '@chancery/prosemirror-tei';
import { readVolume, usualPage } from '@chancery/tei';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EditionDetail } from '../contract/edition.js';
import type {
  ArrangedVolume,
  Arrangement,
  OrderedDocument,
  VolumeFacts,
  VolumeSettingsRequest,
} from '../contract/volume.js';
import { editionId, letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

const second = 'ada-1843-07-11';
const path = `/api/editions/${editionId}/volume`;

let there: TestHouse;
let chief: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  chief = await there.signIn('chief-editor');
});
afterAll(() => there.close());

async function facts(as = chief): Promise<VolumeFacts> {
  return (await (await there.ask(path, { as })).json()) as VolumeFacts;
}

async function documents(query = '', as = chief): Promise<OrderedDocument[]> {
  const answer = await there.ask(`${path}/documents${query}`, { as });
  return ((await answer.json()) as { documents: OrderedDocument[] }).documents;
}

function send(where: string, method: string, body: unknown, as: SignedIn): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return there.ask(`${path}/${where}`, { method, body: JSON.stringify(body), headers, as });
}

const arrange = async (change: Arrangement, as = chief, revision?: string) =>
  send('arrangements', 'POST', { revision: revision ?? (await facts()).revision, change }, as);

const set = async (settings: Partial<VolumeSettingsRequest>, revision?: string) => {
  const { numbering, dateRule, dateStyle, languages, settings: usual, ...now } = await facts();
  const all = { numbering, dateRule, dateStyle, languages, settings: usual, ...settings };
  return send('settings', 'PUT', { ...all, revision: revision ?? now.revision }, chief);
};

const calendarNow = async () =>
  (await (await there.ask(`/api/editions/${editionId}`, { as: chief })).json()) as EditionDetail;

const place = (letter: string, enclosedIn: string | null, after: string | null): Arrangement => ({
  change: 'place',
  letter,
  to: { enclosedIn, after },
});

const stored = async () =>
  (await there.house.prisma.letter.findFirstOrThrow({ where: { editionId, kind: 'front' } })).source;

test('the volume tells its order and numbers, to a reader too, who may change nothing', async () => {
  const reader = await there.signIn('reader');
  expect(await facts(reader)).toMatchObject({
    mayArrange: false,
    maySet: false,
    numbering: 'as-written',
    documents: 2,
    unlisted: { count: 0, first: [] },
    settings: { verification: { people: 2, inTandem: 1 } },
  });
  expect(await documents('', reader)).toMatchObject([
    { id: letterId, place: 0, number: '1', fixed: null, enclosedIn: null, there: true, steps: ['down'] },
    { id: second, place: 1, number: '2', title: 'A. LOVELACE TO C. BABBAGE', steps: ['up', 'in'] },
  ]);
  expect(await documents('?offset=1&limit=1')).toMatchObject([{ id: second, place: 1 }]);
});

test('a letter is put first; its number is counted; the calendar follows at once, and undoing the edit takes it back', async () => {
  const before = await stored();
  expect((await set({ numbering: 'by-place' })).status).toBe(200);
  const answer = (await (await arrange(place(second, null, null))).json()) as ArrangedVolume;
  expect(answer).toMatchObject({ documents: 2, moved: { id: second, place: 0, number: '1' } });
  expect((await documents()).map(({ id, number }) => [id, number])).toEqual([
    [second, '1'],
    [letterId, '2'],
  ]);
  const calendar = await calendarNow();
  expect(calendar.letters.slice(1).map(({ id, number }) => [id, number?.text])).toEqual([
    [second, '1'],
    [letterId, '2'],
  ]);
  const down = { change: 'step', letter: second, step: 'down' } as const;
  expect(await (await arrange(down)).json()).toMatchObject({ moved: { id: second, place: 1, number: '2' } });
  // There is no place behind the last.
  expect(await (await arrange(down)).json()).toMatchObject({ moved: { place: 1 } });
  expect((await set({ numbering: 'as-written' })).status).toBe(200);
  expect(await stored()).toBe(before);
});

test('of two chief editors who decide at once the second is told who was first, and nothing of theirs is done', async () => {
  const other = await there.signIn('chief-editor');
  const { revision } = await facts();
  const first = arrange(place(second, null, null), chief, revision);
  const late = arrange({ change: 'number', letter: letterId, number: '1a' }, other, revision);
  const answers = await Promise.all([first, late]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(await refused?.json()).toMatchObject({
    type: 'urn:chancery:problem:stale',
    detail: expect.stringContaining('chief-editor has changed the volume while you were deciding'),
  });
  const settings = await set({ languages: ['en'] }, revision);
  expect(settings.status).toBe(409);
  await arrange(place(second, null, letterId));
});

test('an enclosure stands under its letter, and a letter is never within itself', async () => {
  expect((await arrange(place(second, letterId, null))).status).toBe(200);
  expect(readVolume(await stored()).letters).toMatchObject([{ id: letterId }, { enclosedIn: letterId }]);
  const beside = { change: 'beside', letter: second, beside: 'nobody', where: 'before' } as const;
  expect((await arrange(beside)).status).toBe(409);
  const circle = await arrange(place(letterId, second, null));
  expect(circle.status).toBe(409);
  expect(await circle.json()).toMatchObject({
    type: 'urn:chancery:problem:conflict',
    detail: expect.stringContaining('cannot be an enclosure of itself'),
  });
  const calendar = await calendarNow();
  expect(calendar.letters.at(-1)).toMatchObject({ id: second, enclosedIn: letterId });
  await arrange(place(second, null, letterId));
});

test('policies of silent correction are kept, and the method is stated in the file of the volume', async () => {
  const { settings } = await facts();
  const policy = {
    statement: 'Straight quotation marks are curved.',
    find: "'",
    how: 'exact',
    by: '’',
  } as const;
  const answer = await set({
    settings: { ...settings, silentCorrections: [policy] },
    method: ['Straight quotation marks are curved.'],
    generated: ['emendations'],
  });
  expect(answer.status).toBe(200);
  expect(await facts()).toMatchObject({
    method: ['Straight quotation marks are curved.'],
    generated: ['emendations'],
    settings: { silentCorrections: [policy] },
  });
  expect(readVolume(await stored())).toMatchObject({ generated: ['emendations'] });
  const unsaid = await set({ settings: { ...settings, silentCorrections: [{ ...policy, statement: ' ' }] } });
  expect(unsaid.status).toBe(400);
  await set({ settings, method: [], generated: [] });
  expect(await facts()).toMatchObject({ method: [], generated: [], settings });
});

test('the rule of dates says which date of a letter stands in the calendar', async () => {
  const { rows } = await there.database.pool.query<{ source: string }>(
    'SELECT source FROM letter WHERE id = $1',
    [second],
  );
  const header =
    '<profileDesc><correspDesc><correspAction type="sent"><date when="1843-07-11"/></correspAction><correspAction type="received"><date when="1843-07-12"/></correspAction></correspDesc></profileDesc></teiHeader>';
  await there.house.desk.amend(second, {
    userId: chief.id,
    clientId: 'window',
    batch: 'dated',
    make: (letter) => {
      const step = sourceStep(letter, (rows[0]?.source ?? '').replace('</teiHeader>', header));
      return step ? [step] : [];
    },
  });
  await there.house.indexer.settledIn(editionId);
  const shown = async () => {
    const lines = await there.database.pool.query<{ dateType: string }>(
      'SELECT "dateType" FROM calendar_line WHERE "letterId" = $1',
      [second],
    );
    return lines.rows[0]?.dateType;
  };
  expect(await shown()).toBe('sent');
  expect((await set({ dateRule: [{ type: 'received', place: 'under-number' }] })).status).toBe(200);
  expect(await shown()).toBe('received');
});

test('notes are labelled as the volume says, in the queue of notes too', async () => {
  const { rows } = await there.database.pool.query<{ source: string }>(
    'SELECT source FROM letter WHERE id = $1',
    [second],
  );
  await there.house.desk.amend(second, {
    userId: chief.id,
    clientId: 'window',
    batch: 'noted',
    make: (letter) => {
      const noted = (rows[0]?.source ?? '').replace(
        'Numbers.',
        'Numbers.<note type="footnote">By hand.</note>',
      );
      const step = sourceStep(letter, noted);
      return step ? [step] : [];
    },
  });
  await there.house.indexer.settledIn(editionId);
  const label = async () => {
    const notes = await there.database.pool.query<{ shown: string }>(
      'SELECT shown FROM letter_note WHERE "letterId" = $1',
      [second],
    );
    return notes.rows[0]?.shown;
  };
  expect(await label()).toBe('1');
  const signs = { series: 'footnote', isUsed: true, scope: 'document', style: 'signs' } as const;
  const answer = await set({ noteRules: [signs] });
  expect(await answer.json()).toMatchObject({ noteRules: [signs] });
  expect(await label()).toBe('*');
  expect((await set({ noteRules: [{ ...signs, series: 'textual', scope: 'page' }] })).status).toBe(400);
  expect((await set({ languages: ['en'] })).status).toBe(200);
  expect(await facts()).toMatchObject({ noteRules: [signs] });
});

test('labels that run through the volume follow what stands before, in the queue and at the desk', async () => {
  const note = async (id: string, batch: string, notes: string) => {
    await there.house.desk.amend(id, {
      userId: chief.id,
      clientId: 'window',
      batch,
      make: (letter) => {
        const [begin = ''] = /^[\s\S]*<body>[\s\S]*?<p>/.exec(letter.source) ?? [];
        const step = sourceStep(letter, begin + notes + letter.source.slice(begin.length));
        return step ? [step] : [];
      },
    });
    await there.house.indexer.settledIn(editionId);
  };
  const shown = async () => {
    await there.ask(`/api/editions/${editionId}/notes?show=all`, { as: chief });
    const { rows } = await there.database.pool.query<{ shown: string }>(
      `SELECT note.shown FROM letter_note AS note JOIN calendar_line AS line ON line."letterId" = note."letterId"
       WHERE note."editionId" = $1 AND note.series = 'footnote' ORDER BY line.place, note.place`,
      [editionId],
    );
    return rows.map((row) => row.shown);
  };
  const through = { series: 'footnote', isUsed: true, scope: 'volume', style: 'figures' } as const;
  expect((await set({ noteRules: [through] })).status).toBe(200);
  expect(await shown()).toEqual(['1']);
  await note(letterId, 'two-more', '<note type="footnote">A.</note><note type="footnote" n="†">B.</note>');
  expect(await shown()).toEqual(['1', '†', '2']);
  await note(letterId, 'words', 'So ');
  expect(await shown()).toEqual(['1', '†', '2']);
  const references = await there.ask(`/api/letters/${second}/references`, { as: chief });
  expect(await references.json()).toMatchObject({
    counted: { footnote: { counted: 1, between: 0, fixed: ['†'] } },
  });
  const around = await there.ask(`/api/letters/${editionId}/references`, { as: chief });
  expect(await around.json()).toMatchObject({
    counted: { footnote: { counted: 0, between: 2, fixed: ['†'] } },
  });
  expect((await arrange({ change: 'step', letter: second, step: 'up' })).status).toBe(200);
  expect(await shown()).toEqual(['1', '2', '†']);
  await arrange({ change: 'step', letter: second, step: 'down' });
});

test('what was not found is entered with its evidence, and not without', async () => {
  const value = {
    senders: [{ name: 'Babbage' }],
    addressees: [],
    date: { printed: '1843' },
    evidence: 'No. 1',
  };
  expect((await arrange({ change: 'non-extant', value })).status).toBe(200);
  expect((await facts()).nonExtant).toEqual([{ id: 'not-found-1', ...value }]);
  const lacking = await arrange({ change: 'non-extant', value: { ...value, evidence: '' } });
  expect(await lacking.json()).toMatchObject({ detail: expect.stringContaining('without evidence') });
});

test('settings of the edition and facts of the volume are set together, and the log tells of both', async () => {
  const settings = { ...(await facts()).settings, verification: { people: 3, inTandem: 0 } };
  const dateRule = [{ type: 'signed', place: 'lower-left' }] as const;
  const answer = await set({ settings, dateRule: [...dateRule], languages: ['en', 'fr'] });
  expect(await answer.json()).toMatchObject({ settings, dateRule, languages: ['en', 'fr'] });
  expect((await set({ settings: { ...settings, verification: { people: 1, inTandem: 0 } } })).status).toBe(
    200,
  );
  expect((await facts()).settings.verification.people).toBe(1);
  const events = await there.house.prisma.auditEvent.findMany({
    where: { editionId, action: { in: ['volume-arranged', 'settings-changed'] } },
    orderBy: { id: 'desc' },
    take: 3,
  });
  expect(events.map(({ action }) => action)).toEqual([
    'settings-changed',
    'settings-changed',
    'volume-arranged',
  ]);
  expect((await set({ languages: ['not a language'] })).status).toBe(409);
});

test('how the volume is set in print is written into its file, and a page that cannot be is refused with the reason', async () => {
  const { page } = await facts();
  expect(page).toEqual(usualPage);
  const other = {
    ...page,
    width: 170,
    inner: 25,
    face: 'Alegreya',
    template: 'documentary diplomatic',
  } as const;
  expect((await set({ page: other })).status).toBe(200);
  expect((await facts()).page).toEqual(other);
  expect(readVolume(await stored()).page).toEqual(other);
  const refused = await set({ page: { ...other, outer: 120 } });
  expect(refused.status).toBe(400);
  expect(JSON.stringify(await refused.json())).toContain('The margins leave 25 mm for a line');
  expect((await set({ page: usualPage })).status).toBe(200);
  expect((await facts()).page).toEqual(usualPage);
});
