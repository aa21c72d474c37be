import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role, Stage } from '@chancery/workflow';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../app.js';
import type { Person } from '../contract/session.js';
import type { Database } from '../database/open-database.js';
import { storeEdition } from '../editions/store-edition.js';
import type { Prisma } from '../generated/client.js';
import type { House } from '../house.js';
import { attachLive } from '../live/live-socket.js';
import { openHouse } from '../open-house.js';
import { openTestDatabase } from './test-database.js';

/** Where requests of tests come from and go to. */
export const address = 'http://localhost:4242';

/** A house over a database of its own, with one edition of two letters and a volume. */
export interface TestHouse {
  readonly house: House;
  readonly database: Database;
  /** Asks the app as somebody, or as nobody. */
  ask(path: string, options?: RequestInit & { as?: SignedIn }): Promise<Response>;
  /** Makes a person, with a role in the edition unless they are a stranger, and signs them in. */
  signIn(role?: Role): Promise<SignedIn>;
  /** Assigns a letter, the first one by default, so that it is theirs. */
  assign(person: Person, stage: Stage, letterId?: string): Promise<void>;
  /** Copies the first letter, for a test that wants one of its own; answers its id. `own` is what is to be different. */
  copyLetter(own?: Partial<Prisma.LetterUncheckedCreateInput>): Promise<string>;
  /** Stores the edition anew, with letters that are like the first one but for these bodies, by their ids. */
  storeBodies(bodies: Readonly<Record<string, string>>): Promise<void>;
  /** Listens on a port of its own. */
  listen(): Promise<string>;
  /** A second node on the same database. */
  anotherNode(): Promise<{ house: House; listen(): Promise<string> }>;
  close(): Promise<void>;
}

export interface SignedIn extends Person {
  readonly cookie: string;
}

export const editionId = 'small-volume';
export const letterId = 'ada-1843-07-10';

function tei(id: string, body: string, title = 'A. Lovelace to C. Babbage'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>${title}</title></titleStmt>
      <publicationStmt><p>Made for tests.</p></publicationStmt>
      <sourceDesc><p>None.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <text xml:lang="en">
${body}
  </text>
</TEI>
`;
}

/** The letter that tests edit. Its first paragraph reads “My dear Babbage”. */
export const letterSource = tei(
  letterId,
  `    <body>
      <div type="letter">
        <head type="number">No. 1</head>
        <head type="title">A. LOVELACE TO C. BABBAGE</head>
        <p>My dear Babbage</p>
        <p>I am working <hi rend="italic">very</hi> hard for you.</p>
        <closer><signed><persName>A. A. L.</persName></signed></closer>
      </div>
    </body>`,
);

const secondSource = tei(
  'ada-1843-07-11',
  `    <body>
      <div type="letter">
        <head type="number">No. 2</head>
        <head type="title">A. LOVELACE TO C. BABBAGE</head>
        <p>I want to put in something about Bernoulli’s Numbers.</p>
      </div>
    </body>`,
);

const volumeSource = tei(
  editionId,
  `    <body>
      <div type="documents">
        <head>Letters</head>
        <list type="documents">
          <item><ptr target="letters/${letterId}.xml"/></item>
          <item><ptr target="letters/ada-1843-07-11.xml"/></item>
        </list>
      </div>
    </body>`,
  'A Small Volume',
);

const utf8 = { encoding: 'utf-8', bom: false } as const;

export const smallEdition = {
  volume: { path: 'volume.xml', id: editionId, kind: 'volume', source: volumeSource, ...utf8 },
  letters: [
    { path: `letters/${letterId}.xml`, id: letterId, kind: 'letter', source: letterSource, ...utf8 },
    {
      path: 'letters/ada-1843-07-11.xml',
      id: 'ada-1843-07-11',
      kind: 'letter',
      source: secondSource,
      ...utf8,
    },
  ],
} as const;

/** @param settings a server for mail, an OpenID provider, houses elsewhere that keep images */
export async function openTestHouse(
  settings: Pick<Parameters<typeof openHouse>[0], 'mail' | 'oidc' | 'imageHosts'> = {},
): Promise<TestHouse> {
  const database = await openTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'chancery-house-'));
  const ends: (() => Promise<void>)[] = [];
  await storeEdition(database.prisma, smallEdition);

  const open = async () => {
    const opened = await openHouse({
      database,
      dataDir,
      address,
      origins: [address],
      secret: 'for tests only, and long enough for anybody',
      ...settings,
    });
    ends.push(() => opened.close());
    const app = createApp(opened.house);
    const listen = () =>
      new Promise<string>((done) => {
        const server = createServer(getRequestListener(app.fetch));
        const live = attachLive(server, opened.house);
        ends.push(async () => {
          live.close();
          server.closeAllConnections();
          server.close();
        });
        server.listen(0, '127.0.0.1', () => {
          const bound = server.address();
          done(`127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`);
        });
      });
    return { house: opened.house, app, listen };
  };

  const { house, app, listen } = await open();
  let copies = 0;
  return {
    house,
    database,
    listen,
    anotherNode: open,
    async ask(path, { as, ...init } = {}) {
      const headers = new Headers(init.headers);
      if (as) headers.set('cookie', as.cookie);
      if (init.method && !headers.has('origin')) headers.set('origin', address);
      return app.request(`${address}${path}`, { ...init, headers });
    },
    async signIn(role) {
      const id = randomUUID();
      const email = `${role ?? 'stranger'}.${id.slice(0, 8)}@example.org`;
      const name = role ?? 'Stranger';
      await house.prisma.user.create({ data: { id, name, email, emailVerified: true } });
      if (role) await house.prisma.membership.create({ data: { editionId, userId: id, role } });
      const cookies = await house.auth.signIn(id, 'link', new Headers());
      return { id, name, email, cookie: cookies.map((each) => each.split(';')[0]).join('; ') };
    },
    async assign(person, stage, letter = letterId) {
      await house.prisma.assignment.create({
        data: { letterId: letter, stage, userId: person.id, assignedById: person.id },
      });
    },
    async copyLetter(own = {}) {
      copies += 1;
      const id = `${letterId}.${copies}`;
      const { metadata, ...rest } = await house.prisma.letter.findUniqueOrThrow({ where: { id: letterId } });
      await house.prisma.letter.create({
        data: { ...rest, metadata: metadata ?? {}, id, name: id, path: `letters/${id}.xml`, ...own },
      });
      return id;
    },
    async storeBodies(bodies) {
      await storeEdition(database.prisma, {
        ...smallEdition,
        letters: Object.entries(bodies).map(([id, body]) => ({
          ...smallEdition.letters[0],
          id,
          path: `letters/${id}.xml`,
          source: letterSource
            .replaceAll(letterId, id)
            .replace(/<p>My dear Babbage<\/p>[\s\S]*?<closer>/, `${body}<closer>`),
        })),
      });
    },
    async close() {
      for (const end of ends.splice(0).reverse()) await end();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
