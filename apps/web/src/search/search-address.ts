import type { ReplacementRequest } from '@chancery/server/api';
import type { SearchQuery } from '../api/searching.js';

type SearchFor = ReplacementRequest['search'];

/** A search as its address has it: what is not said is as usual. */
export interface SearchAddress {
  q?: string;
  how?: 'exact' | 'regex';
  capitals?: true;
  accents?: true;
  whole?: true;
  /** Areas that are not searched, with commas between them. */
  not?: string;
  reading?: 'written';
  stage?: SearchFor['stages'][number];
  from?: string;
  until?: string;
  person?: string;
  /** What stands in the place of what is found, in a preview. */
  by?: string;
  /** Why, as a policy of silent correction has it. */
  why?: string;
}

export const areas = ['text', 'notes', 'metadata'] as const;
const stages: readonly string[] = [
  'transcription',
  'first-proof',
  'second-proof',
  'notes-review',
  'ready',
  'published',
] satisfies SearchFor['stages'];

function isStage(value: unknown): value is SearchFor['stages'][number] {
  return typeof value === 'string' && stages.includes(value);
}

/** Reads an address; what is none of it is left out. */
export function readAddress(given: Record<string, unknown>): SearchAddress {
  const { how, reading, stage } = given;
  // The router reads figures and `true` as what they look like.
  const text = (name: string) => {
    const value = given[name];
    return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
  };
  const known: SearchAddress = {};
  for (const name of ['q', 'not', 'from', 'until', 'person', 'by', 'why'] as const) {
    const value = text(name);
    if (value !== undefined && (value !== '' || name === 'by')) known[name] = value;
  }
  for (const name of ['capitals', 'accents', 'whole'] as const) if (given[name] === true) known[name] = true;
  if (how === 'exact' || how === 'regex') known.how = how;
  if (reading === 'written') known.reading = reading;
  if (isStage(stage)) known.stage = stage;
  return known;
}

/** Which areas an address searches. */
export function areasOf({ not }: SearchAddress): SearchFor['in'] {
  const without = not?.split(',') ?? [];
  const asked = areas.filter((area) => !without.includes(area));
  return asked.length > 0 ? asked : [...areas];
}

/** What is asked of the server for an address. */
export function searchOf(address: SearchAddress): SearchFor {
  const { from, until, person } = address;
  return {
    q: address.q ?? '',
    how: address.how ?? 'words',
    capitals: address.capitals ?? false,
    accents: address.accents ?? false,
    whole: address.whole ?? false,
    in: areasOf(address),
    reading: address.reading ?? 'emended',
    stages: address.stage ? [address.stage] : [],
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(person ? { person } : {}),
  };
}

/** The same in the words of the server's address, with the page that is wanted. */
export function queryOf(address: SearchAddress, after: string | undefined): SearchQuery {
  const { capitals, accents, whole, in: asked, stages, ...search } = searchOf(address);
  const flag = (value: boolean): 'true' | 'false' => (value ? 'true' : 'false');
  return {
    ...search,
    capitals: flag(capitals),
    accents: flag(accents),
    whole: flag(whole),
    in: asked.join(','),
    stages: stages.join(','),
    ...(after === undefined ? {} : { after }),
    ...(address.by === undefined ? {} : { words: address.by }),
  };
}
