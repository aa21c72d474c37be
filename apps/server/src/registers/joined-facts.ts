import type { EntryFacts, RegisterRecord } from '@chancery/tei';

/** What is said of two entries that become one: all names and identifiers, the rest as the second has it, else the first. */
export function joinedFacts(first: EntryFacts, second: RegisterRecord): EntryFacts {
  const names =
    second.kind === 'bibliography' ? second.names : [...new Set([...second.names, ...first.names])];
  return {
    names,
    dates: second.dates ?? first.dates,
    description: second.description ?? first.description,
    authorityIds: [...second.authorityIds, ...first.authorityIds.filter((each) => !has(second, each))],
  };
}

/** The same taken back: what came with the first entry goes, what has been changed since stays. */
export function partedFacts(
  now: RegisterRecord,
  { from, into }: { readonly from: EntryFacts; readonly into: EntryFacts },
): EntryFacts {
  const names = now.names.filter((name) => into.names.includes(name) || !from.names.includes(name));
  const without = (is: string | undefined, came: string | undefined, was: string | undefined) =>
    was === undefined && is === came ? undefined : is;
  return {
    names: names.length > 0 ? names : now.names,
    dates: without(now.dates, from.dates, into.dates),
    description: without(now.description, from.description, into.description),
    authorityIds: now.authorityIds.filter((each) => has(into, each) || !has(from, each)),
  };
}

function has({ authorityIds }: EntryFacts, wanted: EntryFacts['authorityIds'][number]): boolean {
  return authorityIds.some(({ authority, id }) => authority === wanted.authority && id === wanted.id);
}

/** By what people know an entry. */
export function nameOf({ names, id }: RegisterRecord): string {
  return names[0] ?? id;
}
