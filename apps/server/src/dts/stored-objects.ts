import { DtsRefusal, type DtsTemplates } from '@chancery/publishing/edition';
import { z } from 'zod';

const described = z.looseObject({
  '@id': z.string(),
  '@type': z.enum(['Collection', 'Resource']),
  dublinCore: z.looseObject({ language: z.array(z.string()).optional() }).optional(),
});

/** A collection or a letter, as the publication describes it in a file. */
export const stored = described.extend({ member: z.array(described).optional() });

export type StoredObject = z.infer<typeof stored>;

/** Where the service begins, ended by a slash. */
export function dtsRoot(address: string, release: string): string {
  return `${address}/edition/${release}dts/`;
}

/** The addresses of the endpoints, with all that each may be asked (RFC 6570). */
export function entryTemplates(root: string): DtsTemplates {
  return {
    collection: `${root}collection{?id,page,nav}`,
    navigation: `${root}navigation{?resource,ref,start,end,down,tree}`,
    document: `${root}document{?resource,ref,start,end,tree,mediaType}`,
  };
}

/** The same object, led on from to the endpoints instead of to files. Its citation trees are those of the answer, if it has any. */
export function withTemplates(object: z.infer<typeof described>, root: string): object {
  const {
    citationTrees: _trees,
    navigation: _navigation,
    document: _document,
    member: _member,
    ...own
  } = object;
  const id = encodeURIComponent(own['@id']);
  const collection = `${root}collection?id=${id}{&page,nav}`;
  if (own['@type'] === 'Collection') return { ...own, collection };
  return {
    ...own,
    collection: `${root}collection?id=${id}{&nav}`,
    navigation: `${root}navigation?resource=${id}{&ref,start,end,down,tree}`,
    document: `${root}document?resource=${id}{&ref,start,end,tree,mediaType}`,
  };
}

/**
 * A page of the members, and where the others are (DTS 1.0, “Pagination Structure”), if not all fit on one. The first page has none
 * before it, and the last none after it.
 *
 * @param page from 1
 * @param url of the request
 * @throws {DtsRefusal} 404 where there is no such page
 */
export function pageOf<Member>(
  members: readonly Member[],
  page: number,
  onPage: number,
  url: URL,
): { readonly members: readonly Member[]; readonly view?: object } {
  const last = Math.max(1, Math.ceil(members.length / onPage));
  if (page > last) throw new DtsRefusal(404, `There is no page ${page}: the last is ${last}.`);
  const shown = members.slice((page - 1) * onPage, page * onPage);
  if (last === 1) return { members: shown };
  const at = (number: number) => {
    const address = new URL(url);
    address.searchParams.set('page', String(number));
    return address.href;
  };
  const view = {
    '@id': at(page),
    '@type': 'Pagination',
    first: at(1),
    previous: page > 1 ? at(page - 1) : null,
    next: page < last ? at(page + 1) : null,
    last: at(last),
  };
  return { members: shown, view };
}
