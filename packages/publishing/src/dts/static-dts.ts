import { readVolume } from '@chancery/tei';
import type { OrderedEdition } from '../order-edition.js';
import { publishedLetters } from '../parts/published-letters.js';
import {
  collectionId,
  type DtsTemplates,
  dtsHead,
  letterAsResource,
  volumeAsCollection,
} from './dts-objects.js';

/**
 * The answers of Distributed Text Services 1.0 as plain files, which any host serves: conformance level 0, with letters as
 * resources without a citation tree. The templates say which file answers what (DTS 1.0, “URI Templates examples for static
 * website”).
 *
 * @param site where the edition is served; without it addresses are relative to the file that they stand in
 */
export function* staticDts(
  edition: OrderedEdition,
  site: string | undefined,
): Generator<{ readonly path: string; readonly content: string | Uint8Array }> {
  const letters = publishedLetters(edition);
  const { language } = readVolume(edition.volume.source);
  const whole = collectionId(edition);
  const root = (path: string) =>
    site === undefined ? '../'.repeat(path.split('/').length - 1) : `${site}dts/`;
  const file = (path: string, value: (root: string) => object) => ({
    path: `dts/${path}`,
    content: `${JSON.stringify({ ...dtsHead, ...value(root(path)) })}\n`,
  });
  const volume = (at: string) =>
    volumeAsCollection(edition, { collection: `${at}collection/${encodeURIComponent(whole)}{/nav}.json` });
  const resource = (letter: (typeof letters)[number], at: string) =>
    letterAsResource(letter, templatesOf(letter.id, at), { language, citationTrees: [] });
  const members = (at: string) => letters.map((letter) => resource(letter, at));
  yield file('index.json', (at) => ({
    '@id': site === undefined ? 'index.json' : `${at}index.json`,
    '@type': 'EntryPoint',
    collection: `${at}collection{/id,nav}.json`,
    navigation: `${at}navigation{/resource}{;down}.json`,
    document: `${at}document{/resource}.xml`,
  }));
  for (const path of ['collection.json', `collection/${whole}.json`, `collection/${whole}/children.json`])
    yield file(path, (at) => ({ ...volume(at), member: members(at) }));
  yield file(`collection/${whole}/parents.json`, (at) => ({ ...volume(at), member: [] }));
  for (const letter of letters) {
    const { id, file: tei } = letter;
    yield file(`collection/${id}.json`, (at) => resource(letter, at));
    yield file(`collection/${id}/children.json`, (at) => ({ ...resource(letter, at), member: [] }));
    yield file(`collection/${id}/parents.json`, (at) => ({ ...resource(letter, at), member: [volume(at)] }));
    for (const down of ['1', '-1']) {
      const name = `navigation/${encodeURIComponent(id)};down=${down}.json`;
      const own = { '@id': `${site === undefined ? '' : `${site}dts/`}${name}`, '@type': 'Navigation' };
      yield file(`navigation/${id};down=${down}.json`, (at) => ({
        ...own,
        resource: resource(letter, at),
        member: [],
      }));
    }
    yield { path: `dts/document/${id}.xml`, content: tei.bytes ?? tei.source };
  }
}

function templatesOf(id: string, root: string): DtsTemplates {
  const name = encodeURIComponent(id);
  return {
    collection: `${root}collection/${name}{/nav}.json`,
    navigation: `${root}navigation/${name}{;down}.json`,
    document: `${root}document/${name}.xml`,
  };
}
