import { randomUUID } from 'node:crypto';
import { EditRefused } from '@chancery/prosemirror-tei';
import {
  CannotWrite,
  freshEntryId,
  givenNamePatches,
  NoSuchPlace,
  patched,
  pointersAt,
  type RegisterRecord,
  readRegisters,
  redirectPatches,
  registerPatches,
  writtenEntry,
} from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { ClientBase } from 'pg';
import { type Actor, audit } from '../audit/audit.js';
import type { MergeRequest, MoveRequest, RegisterChange, RegisterChanged } from '../contract/register.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { type JointEdit, TooBusy } from '../live/amend-together.js';
import { nameOf } from './joined-facts.js';
import { pointingTo, type VolumeFile, withFile } from './register-files.js';
import { isAsSeen, joined, partedIn, unchanged } from './register-sources.js';

type Person = Actor & { readonly id: string };

/** Which pointers of a file a merge turned, of how many that then point to the entry. */
interface Turned {
  readonly letterId: string;
  readonly pointers: readonly number[];
  readonly of: number;
}

/** Thrown when a letter has come to point to an entry while it was being merged. */
class NewlyNamed extends Error {
  override readonly name = 'NewlyNamed';
}

/** What a change says of itself in the log. */
interface Told {
  readonly change: string;
  readonly entry: string;
}

/** How many files are waited for until the tables say what they say. */
const mostSettled = 300;

/** How often it is looked again for what points to an entry. */
const attempts = 5;

/**
 * Makes, changes and removes entries, merges and parts them, and gives names to them: as edits of the files, so that history
 * tells of each. Whatever is done is done in one transaction, in all files or in none.
 */
export class Registrar {
  readonly #house: House;

  constructor(house: House) {
    this.#house = house;
  }

  /**
   * Makes an entry, changes it or takes it out.
   *
   * @throws {HttpProblem} `stale` when it is otherwise than the person saw it; `conflict` with the reason, also when what
   * is to be taken out is referred to
   */
  async change(editionId: string, change: RegisterChange, person: Person): Promise<RegisterChanged> {
    const file = await this.#volumeFile(editionId);
    let id = change.change === 'add' ? '' : change.id;
    const told = { change: change.change, entry: '' };
    const edit: JointEdit = {
      letterId: file.id,
      make: (source) => {
        const tei = parseTree(source);
        if (change.change === 'add') {
          told.entry = change.facts.names[0] ?? '';
          id = freshEntryId(tei, told.entry);
          return patched(source, registerPatches(source, { ...change, id }));
        }
        told.entry = nameOf(unchanged(readRegisters(tei), change.id, change.revision));
        return patched(source, registerPatches(source, change));
      },
    };
    await this.#amend(editionId, person, told, [edit], async (client) => {
      if (change.change !== 'remove') return;
      const { length } = await pointingTo(client, editionId, file, id);
      if (length > 0)
        throw new HttpProblem(
          'conflict',
          `The entry is referred to in ${length === 1 ? 'one file' : `${length} files`}. Merge it into another entry, or give its names to one, before it is taken out.`,
        );
    });
    return { id, letters: 0, left: 0 };
  }

  /**
   * Makes an entry one with another: all that points to it follows, its names and identifiers go to the other.
   *
   * @throws {HttpProblem} `conflict` for an entry that is to be merged into itself, or of another register; `stale`
   */
  async merge(editionId: string, request: MergeRequest, person: Person): Promise<RegisterChanged> {
    const { from, into } = request;
    if (from === into)
      throw new HttpProblem(
        'conflict',
        'An entry cannot be merged into itself, and nothing was done. Choose the other one of the two.',
      );
    const file = await this.#volumeFile(editionId);
    const records = readRegisters(parseTree(file.source));
    const first = unchanged(records, from, request.fromRevision);
    const second = unchanged(records, into, request.intoRevision);
    if (first.kind !== second.kind)
      throw new HttpProblem('conflict', 'Only entries of one register can be merged.');
    const told = { change: 'merge', entry: `${nameOf(first)}, ${nameOf(second)}` };
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const turned = new Map<string, Turned>();
      let written: string | undefined;
      const others = await pointingTo(this.#house.pool, editionId, file, from);
      const edits = withFile(others, file).map(({ id, path }): JointEdit => {
        const redirection = { file: path, volume: file.path, from, into };
        return {
          letterId: id,
          make: (source) => {
            turned.set(id, { letterId: id, ...pointersAt(source, redirection) });
            const moved = patched(source, redirectPatches(source, redirection));
            if (id !== file.id) return moved;
            written = writtenEntry(source, from);
            return joined(moved, request);
          },
        };
      });
      try {
        await this.#amend(editionId, person, told, edits, async (client) => {
          if ((await pointingTo(client, editionId, file, from)).length > 0) throw new NewlyNamed();
          await client.query(
            `INSERT INTO register_merge (id, "editionId", "userId", "from", "into", letters) VALUES ($1, $2, $3, $4, $5, $6)`,
            [
              randomUUID(),
              editionId,
              person.id,
              JSON.stringify({ ...first, written }),
              JSON.stringify(second),
              JSON.stringify([...turned.values()].filter(({ pointers }) => pointers.length > 0)),
            ],
          );
        });
        return { id: into, letters: others.filter(({ id }) => id !== file.id).length, left: 0 };
      } catch (error) {
        if (!(error instanceof NewlyNamed)) throw error;
      }
    }
    throw tooBusy();
  }

  /**
   * Parts what a merge made one: the entry is there again, and so are the names that pointed to it. A file in which other
   * names point to the entries by now keeps all of them, and is told of by the count of what is left.
   */
  async unmerge(editionId: string, mergeId: string, person: Person): Promise<RegisterChanged> {
    const { rows } = await this.#house.pool.query<{
      from: RegisterRecord & { readonly written?: string };
      into: RegisterRecord;
      letters: readonly Turned[];
    }>(`SELECT "from", "into", letters FROM register_merge WHERE id = $1 AND "editionId" = $2`, [
      mergeId,
      editionId,
    ]);
    const [merge] = rows;
    if (!merge) throw new HttpProblem('gone', 'Somebody has parted these entries already.');
    const file = await this.#volumeFile(editionId);
    const { from, into } = merge;
    const isFree = (source: string) => !readRegisters(parseTree(source)).some(({ id }) => id === from.id);
    const id = isFree(file.source) ? from.id : freshEntryId(parseTree(file.source), nameOf(from));
    const left = new Set<string>();
    const others = await this.#files(editionId, [...merge.letters.map(({ letterId }) => letterId)]);
    const edits = withFile(others, file).map(({ id: letterId, path }): JointEdit => {
      const then = merge.letters.find((each) => each.letterId === letterId);
      const redirection = { file: path, volume: file.path, from: into.id, into: id };
      return {
        letterId,
        make: (source) => {
          left.delete(letterId);
          const parted =
            letterId === file.id
              ? partedIn(source, id, { from, into, written: from.written ?? null })
              : source;
          if (!then) return parted;
          if (pointersAt(parted, redirection).of !== then.of) {
            left.add(letterId);
            return parted;
          }
          return patched(parted, redirectPatches(parted, { ...redirection, pointers: then.pointers }));
        },
      };
    });
    const told = { change: 'unmerge', entry: `${nameOf(from)}, ${nameOf(into)}` };
    await this.#amend(editionId, person, told, edits, async (client) => {
      const { rowCount } = await client.query('DELETE FROM register_merge WHERE id = $1', [mergeId]);
      if (rowCount === 0) throw new HttpProblem('gone', 'Somebody has parted these entries already.');
    });
    return { id, letters: merge.letters.length - left.size, left: left.size };
  }

  /**
   * Gives names to an entry, which is made for them where there is none: names of another entry, or such as nobody has said the
   * bearer of.
   *
   * @throws {HttpProblem} `stale` when one of them is not there as it was seen; nothing has been done then
   */
  async move(editionId: string, request: MoveRequest, person: Person): Promise<RegisterChanged> {
    const { kind, from, to, uses } = request;
    if ('id' in to && to.id === from)
      throw new HttpProblem('conflict', 'The names stand for this entry already. Choose another one.');
    const file = await this.#volumeFile(editionId);
    const tei = parseTree(file.source);
    const known = 'id' in to ? readRegisters(tei).find((each) => each.id === to.id) : undefined;
    if ('id' in to && !known)
      throw new HttpProblem('conflict', 'The register has no such entry any more. Choose another one.');
    const into = known?.id ?? freshEntryId(tei, 'name' in to ? to.name : '');
    const letters = await this.#files(editionId, [...new Set(uses.map(({ letterId }) => letterId))]);
    const made = 'name' in to ? { kind, id: into, facts: { names: [to.name], authorityIds: [] } } : undefined;
    const edits = (made ? withFile(letters, file) : letters).map(({ id, path }): JointEdit => {
      const chosen = uses.filter(({ letterId }) => letterId === id);
      const where = { file: path, volume: file.path, into, places: chosen.map(({ place }) => place) };
      return {
        letterId: id,
        make: (source) => {
          if (
            chosen.some(
              (use) => !isAsSeen(source, path, use, from === null ? null : { path: file.path, id: from }),
            )
          )
            throw new HttpProblem(
              'stale',
              'Some of these names are not as they were shown, so nothing was done. Look at them again.',
            );
          const given = patched(
            source,
            from === null ? givenNamePatches(source, where) : redirectPatches(source, { ...where, from }),
          );
          if (!made || id !== file.id) return given;
          return patched(given, registerPatches(given, { change: 'add', ...made }));
        },
      };
    });
    const told = { change: 'move', entry: known ? nameOf(known) : (made?.facts.names[0] ?? '') };
    await this.#amend(editionId, person, told, edits, async () => undefined);
    return { id: into, letters: letters.length, left: 0 };
  }

  async #volumeFile(editionId: string): Promise<VolumeFile> {
    const file = await this.#house.prisma.letter.findFirst({
      where: { editionId, kind: 'front' },
      select: { id: true, path: true, source: true },
    });
    if (!file)
      throw new HttpProblem(
        'conflict',
        'The edition has no file of the volume. Import one: it holds the registers.',
      );
    return file;
  }

  #files(editionId: string, ids: string[]): Promise<{ id: string; path: string }[]> {
    return this.#house.prisma.letter.findMany({
      where: { id: { in: ids }, editionId },
      select: { id: true, path: true },
    });
  }

  async #amend(
    editionId: string,
    person: Person,
    told: Told,
    edits: readonly JointEdit[],
    alongside: (client: ClientBase) => Promise<void>,
  ): Promise<void> {
    try {
      const changed = await this.#house.desk.amendTogether({
        userId: person.id,
        clientId: 'server:registers',
        batch: randomUUID(),
        edits,
        alongside: async (client) => {
          await alongside(client);
          await audit(client, {
            editionId,
            actor: person,
            action: 'register-changed',
            details: { change: told.change, entry: told.entry },
          });
        },
      });
      // The register is looked at next, and is to say what stands now. Very many letters are not waited for.
      await this.#house.indexer.settled(changed.slice(0, mostSettled));
    } catch (error) {
      if (error instanceof TooBusy) throw tooBusy();
      if (error instanceof NoSuchPlace || error instanceof CannotWrite || error instanceof EditRefused)
        throw new HttpProblem('conflict', error.message);
      throw error;
    }
  }
}

function tooBusy(): HttpProblem {
  return new HttpProblem(
    'conflict',
    'The letters are being changed so fast that nothing was done. Try it again in a moment.',
  );
}
