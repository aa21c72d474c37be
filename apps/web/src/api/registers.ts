import type {
  EntryAnswer,
  EntryFactsJson,
  MoveRequest,
  NamesAnswer,
  RegisterAnswer,
} from '@chancery/server/api';
import { api } from './client.js';

const { registers, names } = api.editions[':editionId'];

export type RegisterKind = EntryAnswer['kind'];

/** An entry of a register, by the edition and the register that it stands in. */
export interface EntryName {
  readonly editionId: string;
  readonly kind: RegisterKind;
  readonly entryId: string;
}

/** A page of a register, behind the entry that `after` says. */
export async function getRegister(
  editionId: string,
  kind: RegisterKind,
  query: { readonly filter: string; readonly after: string },
): Promise<RegisterAnswer> {
  return (await registers[':kind'].$get({ param: { editionId, kind }, query })).json();
}

export async function getEntry(param: EntryName): Promise<EntryAnswer> {
  return (await registers[':kind'][':entryId'].$get({ param: { ...param } })).json();
}

/** Where a name stands of which nobody has said whose it is. */
export async function getNames(editionId: string, kind: RegisterKind, words: string): Promise<NamesAnswer> {
  return (await names[':kind'].$get({ param: { editionId, kind }, query: { words } })).json();
}

/** Makes an entry; gives its id. */
export async function addEntry(
  editionId: string,
  kind: RegisterKind,
  facts: EntryFactsJson,
): Promise<string> {
  const json = { change: 'add' as const, kind, facts };
  return (await (await registers.changes.$post({ param: { editionId }, json })).json()).id;
}

/** Changes an entry that is as it was seen. */
export async function setEntry(editionId: string, seen: EntryAnswer, facts: EntryFactsJson): Promise<void> {
  const { id, revision } = seen;
  await registers.changes.$post({ param: { editionId }, json: { change: 'set', id, revision, facts } });
}

/** Takes an entry out of its register. */
export async function removeEntry(editionId: string, { id, revision }: EntryAnswer): Promise<void> {
  await registers.changes.$post({ param: { editionId }, json: { change: 'remove', id, revision } });
}

/** Makes an entry one with another; gives in how many letters its names followed. */
export async function mergeEntries(editionId: string, from: EntryAnswer, into: EntryAnswer): Promise<number> {
  const json = { from: from.id, fromRevision: from.revision, into: into.id, intoRevision: into.revision };
  return (await (await registers.merges.$post({ param: { editionId }, json })).json()).letters;
}

/** Parts two entries again; gives in how many letters the names stay as they are. */
export async function partEntries(
  editionId: string,
  mergeId: string,
): Promise<{ readonly id: string; readonly left: number }> {
  return (await registers.merges[':mergeId'].$delete({ param: { editionId, mergeId } })).json();
}

/** Gives names to an entry, or to a new one; gives its id. */
export async function moveNames(editionId: string, json: MoveRequest): Promise<string> {
  return (await (await registers.moves.$post({ param: { editionId }, json })).json()).id;
}
