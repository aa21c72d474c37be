import { readPublication } from '@chancery/tei';
import { decode, parseTree } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import type { OrderedEdition } from '../order-edition.js';
import { breathe } from '../web/plan-edition.js';
import { type Erratum, errataBetween } from './errata-between.js';
import type { FormerRelease } from './former-release.js';
import { type ChangedPart, volumeErrata } from './volume-errata.js';

/** What has become of a document since a release. `encoding`: it reads as before, and is encoded otherwise. */
export interface ChangedDocument {
  readonly id: string;
  readonly kind: 'added' | 'changed' | 'encoding' | 'removed';
  readonly errata: readonly Erratum[];
  /** The text that it had, of one that is no more. */
  readonly former?: string;
}

/** What has become of an edition since the release before. */
export interface ChangesSince {
  /** `1.1` */
  readonly release: string;
  /** Of the front and back matter; empty where they read as before. */
  readonly parts: readonly ChangedPart[];
  /** In the order of the volume, with what is no more at the end. */
  readonly documents: readonly ChangedDocument[];
}

/** @throws {PublishError} `no-release` when a file of the release before cannot be read */
export async function changesSince(
  former: FormerRelease,
  { volume, documents }: OrderedEdition,
  signal: AbortSignal | undefined,
): Promise<ChangesSince> {
  const before = new Set(former.documents);
  const changed: ChangedDocument[] = [];
  for (const { id, file } of documents) {
    if (!file) continue;
    const text = asDownloaded(file);
    const known = [id, ...readPublication(parseTree(text)).formerIds].find((each) => before.delete(each));
    if (known === undefined) changed.push({ id, kind: 'added', errata: [] });
    else {
      const was = await former.document(known);
      const errata = was === text ? [] : errataBetween(was, text);
      if (was !== text) changed.push({ id, kind: errata.length > 0 ? 'changed' : 'encoding', errata });
    }
    await breathe(signal);
  }
  for (const id of before)
    changed.push({ id, kind: 'removed', errata: [], former: await former.document(id) });
  return {
    release: former.release.name,
    parts: volumeErrata(await former.volume(), asDownloaded(volume)),
    documents: changed,
  };
}

/** The text of the file as readers get it, which is not what pages are made of. */
function asDownloaded({ source, bytes }: TeiFile): string {
  return bytes === undefined ? source : decode(bytes).text;
}
