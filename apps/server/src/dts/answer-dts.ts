import { readFile } from 'node:fs/promises';
import {
  citableText,
  DtsRefusal,
  dtsHead,
  navigationOf,
  passageOf,
  writtenTrees,
} from '@chancery/publishing/edition';
import { decode } from '@chancery/xml';
import { HttpProblem } from '../errors/http-problem.js';
import { problemResponse } from '../errors/problem-response.js';
import type { House } from '../house.js';
import { findPublished } from '../serve/published-edition.js';
import { type Asked, type DtsEndpoint, readAsked } from './dts-query.js';
import {
  dtsRoot,
  entryTemplates,
  pageOf,
  type StoredObject,
  stored,
  withTemplates,
} from './stored-objects.js';

type OfHouse = Pick<House, 'prisma' | 'dataDir' | 'address'>;

const teiType = 'application/tei+xml';

/** Where an answer is looked for: in which edition, and below which address of it. */
interface Place {
  readonly house: OfHouse;
  readonly editionId: string;
  /** `r/1.2/` in a release, empty in the edition as it stands. */
  readonly release: string;
  /** The address of the entry, ended by a slash. */
  readonly root: string;
  /** The request, at the address by which people reach the house. */
  readonly url: URL;
}

/** Thrown where only an earlier release has what is asked for. */
class StandsElsewhere extends Error {
  override readonly name = 'StandsElsewhere';
  constructor(readonly address: string) {
    super(address);
  }
}

/**
 * Answers a request by Distributed Text Services 1.0, of conformance level 1, out of what the edition, or one of its releases, was
 * published with; undefined where the address is none of the service’s: `dts/`, `dts/collection`, `dts/navigation`, `dts/document`,
 * and the same below `r/1.2/`. Anybody may ask, and pages of other hosts too.
 *
 * @param address decoded, below `/edition/`
 * @param search the query of the request, with its question mark
 */
export async function answerDts(
  house: OfHouse,
  editionId: string,
  address: string,
  search: string,
): Promise<Response | undefined> {
  const [asked, release = '', endpoint = ''] =
    /^(r\/[^/]+\/)?dts(?:\/(collection|navigation|document))?\/?$/.exec(address) ?? [];
  if (asked === undefined) return undefined;
  const root = dtsRoot(house.address, release);
  const url = new URL(`${root}${endpoint}${search}`);
  const place: Place = { house, editionId, release, root, url };
  let answer: Response;
  try {
    answer = await answerAt(place, endpoint as DtsEndpoint | '');
  } catch (error) {
    if (error instanceof DtsRefusal)
      answer = problemResponse(error.status === 400 ? 'bad-request' : 'not-found', error.message);
    else if (error instanceof HttpProblem) answer = problemResponse(error.kind, error.detail);
    else if (error instanceof StandsElsewhere)
      answer = new Response(null, { status: 302, headers: { location: error.address } });
    else throw error;
  }
  // A copy of an answer has the headers that it was made with: one that was set later would be lost on its way.
  const headers = new Headers(answer.headers);
  headers.set('access-control-allow-origin', '*');
  return new Response(answer.body, { status: answer.status, headers });
}

async function answerAt(place: Place, endpoint: DtsEndpoint | ''): Promise<Response> {
  if (endpoint === '') {
    await fileAt(place, 'collection.json');
    return json({ '@id': place.root, '@type': 'EntryPoint', ...entryTemplates(place.root) });
  }
  const query = Object.fromEntries(place.url.searchParams);
  if (endpoint === 'collection') return collection(place, readAsked.collection(query));
  if (endpoint === 'navigation') return navigation(place, readAsked.navigation(query));
  return document(place, readAsked.document(query));
}

/** How many members stand on a page. */
const membersOnPage = 100;

async function collection(place: Place, { id, nav, page }: Asked['collection']): Promise<Response> {
  const whole = await storedAt(place, 'collection.json');
  const named = id === undefined || id === whole['@id'] ? whole : await resource(place, id);
  const own = withTemplates(named, place.root);
  if (named['@type'] === 'Resource') {
    const trees = { citationTrees: writtenTrees(await textOf(place, named['@id'])) };
    const member = nav === 'parents' ? [withTemplates(whole, place.root)] : [];
    return json({ ...own, ...trees, member });
  }
  if (nav === 'parents') return json({ ...own, member: [] });
  const members = named.member ?? [];
  const paged = pageOf(members, page, membersOnPage, place.url);
  return json({
    ...own,
    member: paged.members.map((member) => withTemplates(member, place.root)),
    ...(paged.view ? { view: paged.view } : {}),
  });
}

async function navigation(place: Place, asked: Asked['navigation']): Promise<Response> {
  const found = await resource(place, asked.resource);
  const text = await textOf(place, found['@id']);
  const [language = 'und'] = found.dublinCore?.language ?? [];
  return json({
    '@id': place.url.href,
    '@type': 'Navigation',
    resource: { ...withTemplates(found, place.root), citationTrees: writtenTrees(text) },
    ...navigationOf(text, asked, language),
  });
}

async function document(place: Place, asked: Asked['document']): Promise<Response> {
  const { '@id': id } = await resource(place, asked.resource);
  if (asked.mediaType !== undefined && asked.mediaType !== teiType)
    throw new DtsRefusal(404, `The document is served as ${teiType} only.`);
  const bytes = await readFile(await fileAt(place, `document/${id}.xml`));
  const passage = passageOf(citableText(decode(bytes).text), asked);
  return new Response(passage ?? new Uint8Array(bytes), {
    headers: {
      'content-type': teiType,
      'cache-control': 'no-cache',
      link: `<${place.root}collection?id=${encodeURIComponent(id)}>; rel="collection"`,
    },
  });
}

async function resource(place: Place, id: string): Promise<StoredObject> {
  if (/[/\\]/.test(id)) throw noSuch(id);
  const found = await storedAt(place, `collection/${id}.json`, id);
  return found['@type'] === 'Resource' && found['@id'] === id ? found : Promise.reject(noSuch(id));
}

async function textOf(place: Place, id: string) {
  return citableText(decode(await readFile(await fileAt(place, `document/${id}.xml`))).text);
}

async function storedAt(place: Place, path: string, id?: string): Promise<StoredObject> {
  return stored.parse(JSON.parse(await readFile(await fileAt(place, path, id), 'utf8')));
}

/** A file of the service as it was published. */
async function fileAt({ house, editionId, release, url }: Place, path: string, id?: string): Promise<string> {
  const found = await findPublished(house, editionId, `${release}dts/${path}`);
  if (found.kind === 'file') return found.file;
  if (found.kind === 'elsewhere') {
    const [there = ''] = /^\/edition\/r\/[^/]+\//.exec(found.address) ?? [];
    throw new StandsElsewhere(url.pathname.replace(/^\/edition\//, there) + url.search);
  }
  if (found.kind === 'withdrawn')
    throw new HttpProblem('gone', `Release ${found.number} has been withdrawn: ${found.reason}`);
  if (found.kind === 'unmade')
    throw new HttpProblem('not-ready', `Release ${found.number} cannot be shown just now.`);
  throw id === undefined
    ? new DtsRefusal(
        404,
        'The edition has not been published with its calendar as data, which DTS answers from.',
      )
    : noSuch(id);
}

function noSuch(id: string): DtsRefusal {
  return new DtsRefusal(404, `There is no “${id}” in this edition.`);
}

function json(value: object): Response {
  return new Response(JSON.stringify({ ...value, ...dtsHead }), {
    headers: { 'content-type': 'application/ld+json', 'cache-control': 'no-cache' },
  });
}
