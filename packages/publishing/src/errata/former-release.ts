import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { decode } from '@chancery/xml';
import { listName, type PublicationList, type Release, readPublicationList } from '../publication-list.js';
import { PublishError } from '../publish-error.js';

/** A release that was published before, as its folder has it. */
export interface FormerRelease {
  readonly list: PublicationList;
  readonly release: Release;
  /** The ids of its documents in the order of their addresses. */
  readonly documents: readonly string[];
  /** The text of one of its documents, as readers download it. */
  document(id: string): Promise<string>;
  /** The same of its volume. */
  volume(): Promise<string>;
}

/**
 * The release whose folder it is: the last that was published into it.
 *
 * @throws {PublishError} `no-release` where the folder has none whose web edition is there
 */
export async function readFormerRelease(folder: string): Promise<FormerRelease> {
  const target = resolve(folder);
  const list = await readPublicationList(join(target, listName));
  const release = list?.releases.at(-1);
  if (!list || !Object.hasOwn(list.files, 'volume.xml'))
    throw new PublishError(
      'no-release',
      `There is no release in ${target} that this one could follow. Name the folder of a web edition that was published as a release.`,
    );
  if (!release)
    throw new PublishError(
      'no-release',
      `No release whose day is known was published in ${target}, so none can follow. Say the day in its volume’s publication statement as <date when="2026-12-01"/>, and publish it as a release again.`,
    );
  const read = async (path: string) => {
    try {
      return decode(await readFile(join(target, path))).text;
    } catch (error) {
      const message = `The file ${path} of release ${release.name} in ${target} cannot be read. Publish that release again.`;
      throw new PublishError('no-release', message, {}, { cause: error });
    }
  };
  const documents = Object.keys(list.files).flatMap((path) => {
    const [, id, name] = /^letters\/([^/]+)\/([^/]+)\.xml$/.exec(path) ?? [];
    return id !== undefined && id === name ? id : [];
  });
  return {
    list,
    release,
    documents,
    document: (id) => read(`letters/${id}/${id}.xml`),
    volume: () => read('volume.xml'),
  };
}
