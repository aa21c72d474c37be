import { readPublication } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import type { PublishWarning } from '../publish-report.js';

/**
 * Where the web edition is served, with a slash at its end: as told, else as the volume says in
 * `publicationStmt/idno[@type="url"]`; undefined where neither is an address of the web.
 */
export function siteOf(volume: TeiFile, told?: string): string | undefined {
  const address = told ?? readPublication(parseTree(volume.source)).address;
  if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { href } = new URL(address);
  return href.endsWith('/') ? href : `${href}/`;
}

/** The address of a letter’s page in the web edition, absolute where the edition’s is known. */
export function letterAddress(site: string | undefined, id: string): string {
  return `${site ?? ''}letters/${encodeURIComponent(id)}/`;
}

/** The address of a letter’s TEI in the web edition, likewise. */
export function teiAddress(site: string | undefined, id: string): string {
  return `${letterAddress(site, id)}${encodeURIComponent(id)}.xml`;
}

/** What is told where addresses are needed and none is known. */
export function addressUnknown({ path }: TeiFile): PublishWarning {
  return {
    code: 'no-address',
    file: path,
    message:
      'The address of the edition is not known, so other services cannot be told where its letters are (CMIF, IIIF). Give it when you publish, or in the volume’s publication statement as <idno type="url">.',
  };
}
