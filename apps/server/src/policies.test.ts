import { randomUUID } from 'node:crypto';
import { roles, type Stage, stages } from '@chancery/workflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from './app.js';
import { unknownHere } from './authorize.js';
import type { Problem } from './contract/problem.js';
import { type PolicyKey, policies } from './policies.js';
import { LiveClient } from './testing/live-client.js';
import { editionId, openTestHouse, type SignedIn, type TestHouse } from './testing/test-house.js';

/**
 * Who gets where: one line a route, in the order of the alphabet, made by asking the server.
 *
 * `+` is let in, `-` is told that the role does not allow it (403), `0` is told that there is nothing here (404),
 * `?` is told to sign in (401). Six signs instead of one are the six stages of a letter, where they differ:
 * transcription, first proof, second proof, notes review, ready, published. The last two are a proofreader and a transcriber
 * to whom the letter is assigned; those before it have nothing to do with it.
 *
 * A new route needs its line here. The test prints the line that the server gives: look whether it is right.
 */
const expected = `
                                                          nobody stranger chief  editor proofr transc reader ownproofr owntransc
DELETE /api/account/sessions                              ?      +        +      +      +      +      +      +         +
DELETE /api/account/sessions/:sessionId                   ?      +        +      +      +      +      +      +         +
DELETE /api/editions/:editionId/invitations/:invitationId ?      0        +      -      -      -      -      -         -
DELETE /api/editions/:editionId/members/:userId           ?      0        +      -      -      -      -      -         -
DELETE /api/editions/:editionId/notes/:letterId/:noteId   ?      0        +      +      -      -      -      -         -
DELETE /api/editions/:editionId/notes/:letterId/:noteId/decisions ?      0        +      +      -      -      -      -         -
DELETE /api/editions/:editionId/registers/merges/:mergeId ?      0        +      +      -      -      -      -         -
DELETE /api/editions/:editionId/replacements/:replacementId/work ?      0        +      +      -      -      -      -         -
DELETE /api/images/:imageId                               ?      0        +      +      -      -      -      -         -
DELETE /api/letters/:letterId/collation/discrepancies/:place ?      0        +----- +----- -      -      -      -         -
DELETE /api/letters/:letterId/moves/:moveId               ?      0        +      +      -      -      -----+ +         +
DELETE /api/printed-imports/:importId                     ?      0        +      +      -      -      -      -         -
GET /*                                                    +      +        +      +      +      +      +      +         +
GET /api/account                                          ?      +        +      +      +      +      +      +         +
GET /api/auth/callback/oidc                               +      +        +      +      +      +      +      +         +
GET /api/auth/ways                                        +      +        +      +      +      +      +      +         +
GET /api/editions                                         ?      +        +      +      +      +      +      +         +
GET /api/editions/:editionId                              ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/calendar                     ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/calendar/lines               ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/emendations                  ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/files.zip                    ?      0        +      +      -      -      -      -         -
GET /api/editions/:editionId/head                         ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/history.bundle               ?      0        +      -      -      -      -      -         -
GET /api/editions/:editionId/images                       ?      0        +      +      -      -      -      -         -
GET /api/editions/:editionId/images/reading/:sha256       ?      0        +      +      -      -      -      -         -
GET /api/editions/:editionId/invitations                  ?      0        +      -      -      -      -      -         -
GET /api/editions/:editionId/keyings                      ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/log                          ?      0        +      -      -      -      -      -         -
GET /api/editions/:editionId/log.csv                      ?      0        +      -      -      -      -      -         -
GET /api/editions/:editionId/log.jsonl                    ?      0        +      -      -      -      -      -         -
GET /api/editions/:editionId/members                      ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/names/:kind                  ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/notes                        ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/notes/:letterId/:noteId      ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/notes/:letterId/:noteId/wording ?      0        +      +      +      -      -      +         -
GET /api/editions/:editionId/preflight                    ?      0        +      +      -      -      -      -         -
GET /api/editions/:editionId/printed-imports              ?      0        +      +      -      -      -      -         -
GET /api/editions/:editionId/proof.pdf                    ?      0        +      +      -      -      -      -         -
GET /api/editions/:editionId/registers/:kind              ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/registers/:kind/:entryId     ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/releases                     ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/releases/:number/changes     ?      0        +      +      -      -      -      -         -
GET /api/editions/:editionId/replacements                 ?      0        +      +      -      -      -      -         -
GET /api/editions/:editionId/replacements/:replacementId  ?      0        +      +      -      -      -      -         -
GET /api/editions/:editionId/schemas                      ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/search                       ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/settings                     ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/similar-notes                ?      0        +      +      -      -      -      -         -
GET /api/editions/:editionId/targets                      ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/volume                       ?      0        +      +      +      +      +      +         +
GET /api/editions/:editionId/volume/documents             ?      0        +      +      +      +      +      +         +
GET /api/files-to-mend/:fileId                            ?      0        +      +      +      +      +      +         +
GET /api/iiif/:imageId                                    ?      0        +      +      -      -      -      -         -
GET /api/iiif/:imageId/:region/:size/:rotation/:name      ?      0        +      +      -      -      -      -         -
GET /api/iiif/:imageId/info.json                          ?      0        +      +      -      -      -      -         -
GET /api/images/:imageId/file                             ?      0        +      +      -      -      -      -         -
GET /api/inbox                                            ?      +        +      +      +      +      +      +         +
GET /api/letters/:letterId                                ?      0        +      +      -      -      -----+ +         +
GET /api/letters/:letterId/authorship                     ?      0        +      +      -      -      -      +         +
GET /api/letters/:letterId/collation                      ?      0        +      +      -      -      -----+ +         +
GET /api/letters/:letterId/comments                       ?      0        +      +      -      -      -      +         +
GET /api/letters/:letterId/images                         ?      0        +      +      -      -      -----+ +         +
GET /api/letters/:letterId/live                           ?      0        +      +      -      -      -----+ +         +
GET /api/letters/:letterId/recognitions                   ?      0        +      +      -      -      -----+ +         +
GET /api/letters/:letterId/references                     ?      0        +      +      -      -      -----+ +         +
GET /api/letters/:letterId/revisions                      ?      0        +      +      -      -      -      +         +
GET /api/letters/:letterId/standing                       ?      0        +      +      -      -      -----+ +         +
GET /api/letters/:letterId/steps                          ?      0        +      +      -      -      -      +         +
GET /api/letters/:letterId/suggestions                    ?      0        +      +      -      -      -      +         +
GET /api/letters/:letterId/surroundings                   ?      0        +      +      -      -      -----+ +         +
GET /api/letters/:letterId/tei                            ?      0        +      +      -      -      -----+ +         +
GET /api/letters/:letterId/typesetting                    ?      0        +      +      -      -      -----+ +         +
GET /api/letters/:letterId/versions/:version              ?      0        +      +      -      -      -      +         +
GET /api/letters/:letterId/versions/:version/tei          ?      0        +      +      -      -      -      +         +
GET /api/openapi.json                                     +      +        +      +      +      +      +      +         +
GET /api/printed-imports                                  ?      -        +      +      -      -      -      -         -
GET /api/printed-imports/:importId                        ?      0        +      +      -      -      -      -         -
GET /api/printed-imports/:importId/lines                  ?      0        +      +      -      -      -      -         -
GET /api/publications/:publicationId                      ?      0        +      +      +      +      +      +         +
GET /api/queue                                            ?      +        +      +      +      +      +      +         +
GET /api/session                                          +      +        +      +      +      +      +      +         +
GET /edition                                              +      +        +      +      +      +      +      +         +
GET /edition/*                                            +      +        +      +      +      +      +      +         +
GET /healthz                                              +      +        +      +      +      +      +      +         +
GET /readyz                                               +      +        +      +      +      +      +      +         +
GET /sign-in                                              +      +        +      +      +      +      +      +         +
PATCH /api/images/:imageId                                ?      0        +      +      -      -      -      -         -
PATCH /api/letters/:letterId/comments/:commentId          ?      0        +      +      -      -      -      +         +
PATCH /api/letters/:letterId/revisions/:revisionId        ?      0        +      +      -      -      -      -         +-----
POST /api/account/oidc                                    ?      +        +      +      +      +      +      +         +
POST /api/auth/sign-in/email                              +      +        +      +      +      +      +      +         +
POST /api/auth/sign-in/link                               +      +        +      +      +      +      +      +         +
POST /api/auth/sign-in/oidc                               +      +        +      +      +      +      +      +         +
POST /api/auth/sign-out                                   +      +        +      +      +      +      +      +         +
POST /api/editions/:editionId/assignments                 ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/checks                      ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/images                      ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/images/known                ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/images/linked               ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/images/manifest             ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/images/order                ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/invitations                 ?      0        +      -      -      -      -      -         -
POST /api/editions/:editionId/invitations/:invitationId/renewal ?      0        +      -      -      -      -      -         -
POST /api/editions/:editionId/letters                     ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/members/:userId/sign-in-link ?      0        +      -      -      -      -      -         -
POST /api/editions/:editionId/moves                       ?      0        +      +      +      +      +      +         +
POST /api/editions/:editionId/notes                       ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/notes/:letterId/:noteId/decisions ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/notes/:letterId/:noteId/suggestions ?      0        +      +      +      -      -      +         -
POST /api/editions/:editionId/publications                ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/registers/changes           ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/registers/merges            ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/registers/moves             ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/releases                    ?      0        +      -      -      -      -      -         -
POST /api/editions/:editionId/releases/:number/outputs    ?      0        +      -      -      -      -      -         -
POST /api/editions/:editionId/replacements                ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/replacements/:replacementId/decisions ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/returned-files              ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/returned-files/plan         ?      0        +      +      -      -      -      -         -
POST /api/editions/:editionId/volume/arrangements         ?      0        +      +      -      -      -      -         -
POST /api/files-to-mend/:fileId/letter                    ?      0        +      +      -      -      -      -         -
POST /api/invitation                                      +      +        +      +      +      +      +      +         +
POST /api/invitation/acceptance                           +      +        +      +      +      +      +      +         +
POST /api/letters/:letterId/collation                     ?      0        +----- +----- -      -      -      -         -
POST /api/letters/:letterId/collation/hand-in             ?      0        +      +      -      -      -----+ +         +
POST /api/letters/:letterId/collation/letter              ?      0        +----- +----- -      -      -      -         -
POST /api/letters/:letterId/images/:imageId/recognitions  ?      0        +      +      -      -      -      -         +-----
POST /api/letters/:letterId/moves                         ?      0        +      +++++- -      -      -      -++---    +-----
POST /api/letters/:letterId/passages-read                 ?      0        +      +      -      -      -      -++---    -
POST /api/letters/:letterId/readings                      ?      0        +      +      -      -      -      -++---    -
POST /api/letters/:letterId/recognitions/:recognitionId/cancellation ?      0        +      +      -      -      -      -         +-----
POST /api/letters/:letterId/recognitions/:recognitionId/settled ?      0        +      +      -      -      -      -         +-----
POST /api/letters/:letterId/restorations                  ?      0        +      +      -      -      -      -         +-----
POST /api/letters/:letterId/revisions                     ?      0        +      +      -      -      -      -         +-----
POST /api/letters/:letterId/suggestions/decisions         ?      0        +      +      -      -      -      -         -
POST /api/letters/:letterId/suggestions/withdrawals       ?      0        +      +      -      -      -      +         +
POST /api/letters/:letterId/threads                       ?      0        +      +      -      -      -      +         +
POST /api/letters/:letterId/threads/:threadId/comments    ?      0        +      +      -      -      -      +         +
POST /api/printed-imports/:importId/corrections           ?      0        +      +      -      -      -      -         -
POST /api/printed-imports/:importId/decisions             ?      0        +      +      -      -      -      -         -
POST /api/printed-imports/:importId/edition               ?      0        +      +      -      -      -      -         -
POST /api/printed-imports/:importId/rule-trials           ?      0        +      +      -      -      -      -         -
POST /api/publications/:publicationId/cancellation        ?      0        +      +      -      -      -      -         -
POST /api/tei-volumes                                     ?      -        +      +      -      -      -      -         -
POST /api/tei-volumes/plan                                ?      -        +      +      -      -      -      -         -
PUT /api/account                                          ?      +        +      +      +      +      +      +         +
PUT /api/account/password                                 ?      +        +      +      +      +      +      +         +
PUT /api/editions/:editionId/images/parts/:sha256/:part   ?      0        +      +      -      -      -      -         -
PUT /api/editions/:editionId/members/:userId              ?      0        +      -      -      -      -      -         -
PUT /api/editions/:editionId/notes/:letterId/:noteId/readings ?      0        +      +      +      -      -      +         -
PUT /api/editions/:editionId/notes/:letterId/:noteId/wording ?      0        +      +      -      -      -      -         -
PUT /api/editions/:editionId/printed-imports/:importId    ?      0        +      +      -      -      -      -         -
PUT /api/editions/:editionId/releases/:number/withdrawal  ?      0        +      -      -      -      -      -         -
PUT /api/editions/:editionId/schemas                      ?      0        +      -      -      -      -      -         -
PUT /api/editions/:editionId/settings                     ?      0        +      -      -      -      -      -         -
PUT /api/editions/:editionId/volume/settings              ?      0        +      -      -      -      -      -         -
PUT /api/files-to-mend/:fileId                            ?      0        +      +      -      -      -      -         -
PUT /api/inbox/read                                       ?      +        +      +      +      +      +      +         +
PUT /api/letters/:letterId/collation/discrepancies/:place ?      0        +----- +----- -      -      -      -         -
PUT /api/letters/:letterId/facsimile                      ?      0        +      +      -      -      -      -         +-----
PUT /api/letters/:letterId/images/:imageId/recognized     ?      0        +      +      -      -      -      -         +-----
PUT /api/letters/:letterId/pages/:pageId                  ?      0        +      +      -      -      -      -         +-----
PUT /api/letters/:letterId/suggestions                    ?      0        +      +      -      -      -      +         +
PUT /api/letters/:letterId/threads/:threadId/resolution   ?      0        +      +      -      -      -      +         +
PUT /api/printed-imports/:importId                        ?      -        +      +      -      -      -      -         -
PUT /api/printed-imports/:importId/rules                  ?      0        +      +      -      -      -      -         -
PUT /api/printed-imports/:importId/source                 ?      0        +      +      -      -      -      -         -
PUT /api/readings/:readingId/signature                    ?      +        +      +      +      +      +      +         +
`;

/** Of two proofreaders and two transcribers the second is assigned to the letters. */
const people = [undefined, 'stranger', ...roles, 'proofreader', 'transcriber'] as const;

let there: TestHouse;
let host: string;
/** What stands in addresses for the names in patterns; others are of things that there are not. */
const named: Record<string, string> = { editionId };
/** A letter at each stage. */
const letters = new Map<Stage, string>();
let everybody: Somebody[];

type Somebody = SignedIn | undefined;

const newPeople = (): Promise<Somebody[]> =>
  Promise.all(people.map((who) => (who ? there.signIn(who === 'stranger' ? undefined : who) : undefined)));

beforeAll(async () => {
  there = await openTestHouse();
  host = await there.listen();
  const publication = await there.house.prisma.publication.create({ data: { editionId, state: 'done' } });
  named.publicationId = publication.id;
  const file = await there.house.prisma.fileToMend.create({
    data: { editionId, path: 'a.xml', encoding: 'utf-8', baseSource: '<p>', source: '<p>' },
  });
  named.fileId = file.id;
  everybody = await newPeople();
  const [proofreader, transcriber] = everybody.slice(-2);
  if (!proofreader || !transcriber) throw new Error('nobody to assign the letters to');
  for (const stage of stages) {
    const letter = await there.copyLetter({ stage });
    letters.set(stage, letter);
    await there.assign(proofreader, 'first-proof', letter);
    await there.assign(transcriber, 'transcription', letter);
  }
});
afterAll(() => there.close());

/** Others than everybody for what changes the account of whoever asks: it may end their session. */
const peopleFor = (route: PolicyKey): Promise<Somebody[]> =>
  typeof policies[route] === 'string' && !route.startsWith('GET ') ? newPeople() : Promise.resolve(everybody);

/** The live connection is upgraded before a request gets to the app. */
async function statusOfLive(letter: string, as: Somebody): Promise<number> {
  try {
    (await LiveClient.open(host, { letter, ...(as ? { as } : {}) })).close();
    return 101;
  } catch (error) {
    return Number(String(error).split('status ')[1]);
  }
}

/** An image that belongs to no letter. */
async function freshImage(): Promise<string> {
  const count = await there.database.prisma.pageImage.count();
  const { id } = await there.database.prisma.pageImage.create({
    data: {
      editionId,
      path: `images/${randomUUID()}.jpg`,
      place: count + 1,
      sha256: randomUUID(),
      mediaType: 'image/jpeg',
      bytes: 1,
      width: 1,
      height: 1,
      levels: 1,
    },
  });
  return id;
}

/** The text of a printed volume, at the desk of the edition. */
async function freshImport(): Promise<string> {
  const data = { id: randomUUID(), editionId, name: 'volume.md', source: 'Words.' };
  return (await there.database.prisma.printedImport.create({ data })).id;
}

/** What somebody is answered who asks with an empty body. */
async function signFor(route: PolicyKey, stage: Stage, as: Somebody): Promise<string> {
  const [method = '', pattern = ''] = route.split(' ');
  const letterId = letters.get(stage) ?? '';
  const names: Record<string, string> = { ...named, letterId };
  // Each has one of their own: who may remove it does.
  if (pattern.includes(':imageId')) names.imageId = await freshImage();
  if (pattern.includes(':importId')) names.importId = await freshImport();
  const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) => names[name] ?? 'none').replace('*', 'none');
  const signs: Record<number, string> = { 401: '?', 403: '-' };
  if (pattern.endsWith('/live')) {
    const status = await statusOfLive(letterId, as);
    return status === 404 ? '0' : (signs[status] ?? '+');
  }
  const headers = { 'content-type': 'application/json' };
  const body = method === 'GET' ? {} : { body: '{}', headers };
  const response = await there.ask(path, { method, ...body, ...(as ? { as } : {}) });
  expect(response.status, route).toBeLessThan(500);
  if (response.status === 404 && response.headers.get('content-type') === 'application/problem+json') {
    const { detail } = (await response.json()) as Problem;
    return detail === unknownHere ? '0' : '+';
  }
  return signs[response.status] ?? '+';
}

async function lineFor(route: PolicyKey): Promise<string> {
  const policy = policies[route];
  const asked = typeof policy === 'object' && 'letter' in policy ? stages : stages.slice(0, 1);
  const columns = await Promise.all(
    (await peopleFor(route)).map((as) => Promise.all(asked.map((stage) => signFor(route, stage, as)))),
  );
  const cells = columns.map((signs) => (new Set(signs).size === 1 ? (signs[0] ?? '') : signs.join('')));
  const widths = [7, 9, 7, 7, 7, 7, 7, 10, 0];
  return `${route.padEnd(57)} ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('')}`;
}

test('every route that is served has a policy, and every policy a route', () => {
  const served = createApp(there.house)
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  const live = 'GET /api/letters/:letterId/live';
  expect([...new Set([...served, live])].toSorted()).toEqual(Object.keys(policies).toSorted());
});

test('who gets where: role × route × stage, every cell', { timeout: 300_000 }, async () => {
  const lines: string[] = [];
  for (const route of Object.keys(policies).toSorted() as PolicyKey[]) lines.push(await lineFor(route));
  expect(lines).toEqual(expected.trim().split('\n').slice(1));
});

test('what is not there is answered like what one may not see', async () => {
  const chief = await there.signIn('chief-editor');
  for (const path of ['editions/none', 'letters/none', 'publications/none', 'files-to-mend/none']) {
    const response = await there.ask(`/api/${path}`, { as: chief });
    expect(await response.json()).toMatchObject({ status: 404, detail: unknownHere });
  }
});
