import { readFile } from 'node:fs/promises';
import { standingPublication } from '@chancery/publishing/edition';
import type { House } from '../house.js';
import { editionFolder } from '../publishing/edition-folder.js';
import { releaseAddress, workingName } from '../releases/release-address.js';
import { releaseFolder } from '../releases/release-folder.js';
import { compareNumbers } from '../releases/release-number.js';
import { missingPage, missingPageHtml } from './missing-page.js';
import { findFile } from './serve-file.js';

/** What stands at an address of the edition. */
export type Published =
  /** Nothing has been published. */
  | { readonly kind: 'nothing' }
  /** There is none; `page` is the edition’s own page for that, where it has one. */
  | { readonly kind: 'missing'; readonly page: Response | undefined }
  | { readonly kind: 'file'; readonly file: string }
  /** An earlier release has what the latest has not. */
  | { readonly kind: 'elsewhere'; readonly address: string }
  | {
      readonly kind: 'withdrawn';
      readonly number: string;
      readonly reason: string;
      readonly at: Date;
      /** Whether there is a release that was not withdrawn. */
      readonly isFollowed: boolean;
      /** A page in the style of the edition to say so in, where there is one. */
      readonly frame: string | undefined;
    }
  /** A release whose outputs are not on this disk. */
  | { readonly kind: 'unmade'; readonly number: string };

type OfHouse = Pick<House, 'prisma' | 'dataDir'>;

/**
 * What stands at an address of an edition: `r/1.2/letters/ID/` in a release, `r/working/…` in what was published last, everything
 * else in the latest release that was not withdrawn. Before there are releases, what was published last is the edition.
 *
 * @param address decoded, below `/edition/`
 */
export async function findPublished(house: OfHouse, editionId: string, address: string): Promise<Published> {
  const [, name, within = ''] = /^r\/([^/]+)(?:\/(.*))?$/s.exec(address) ?? [];
  if (name === workingName)
    return inFolder(editionFolder(house.dataDir, editionId), within, releaseAddress(workingName));
  const releases = (
    await house.prisma.release.findMany({
      where: { editionId, releasedAt: { not: null } },
      select: { number: true, withdrawnAt: true, withdrawn: true },
    })
  ).toSorted((one, other) => compareNumbers(other.number, one.number));
  const standing = releases.filter(({ withdrawnAt }) => withdrawnAt === null);
  const [latest, ...earlier] = standing;
  const withdrawal = async (release: (typeof releases)[number]): Promise<Published> => {
    const { number, withdrawn, withdrawnAt } = release;
    const folder = releaseFolder(house.dataDir, editionId, latest?.number ?? number);
    return {
      kind: 'withdrawn',
      number,
      reason: withdrawn ?? '',
      at: withdrawnAt ?? new Date(0),
      isFollowed: latest !== undefined,
      frame: await missingPageHtml(folder, latest ? '/edition/' : releaseAddress(number)),
    };
  };
  if (name !== undefined) {
    const release = releases.find(({ number }) => number === name);
    if (!release) return { kind: 'missing', page: undefined };
    // Where all are withdrawn, the page that says so has its style from there; of the texts there is nothing in it.
    if (release.withdrawnAt && !within.startsWith('assets/')) return withdrawal(release);
    const found = await inFolder(releaseFolder(house.dataDir, editionId, name), within, releaseAddress(name));
    return found.kind === 'nothing' ? { kind: 'unmade', number: name } : found;
  }
  if (!latest) {
    const [withdrawn] = releases;
    // Before any release the edition is what was published last; once all are withdrawn, it is not that again.
    return withdrawn
      ? withdrawal(withdrawn)
      : inFolder(editionFolder(house.dataDir, editionId), address, '/edition/');
  }
  const found = await inFolder(releaseFolder(house.dataDir, editionId, latest.number), address, '/edition/');
  if (found.kind === 'nothing') return { kind: 'unmade', number: latest.number };
  if (found.kind === 'file' && !(earlier.length > 0 && (await tellsOfFormerPage(found.file)))) return found;
  for (const { number } of earlier) {
    const there = await inFolder(releaseFolder(house.dataDir, editionId, number), address, '/edition/');
    if (there.kind === 'file' && !(await tellsOfFormerPage(there.file)))
      return { kind: 'elsewhere', address: `${releaseAddress(number)}${encodeURI(address)}` };
  }
  return found;
}

/** Whether a page only says that the edition has it no more, which an earlier release may still have. */
async function tellsOfFormerPage(file: string): Promise<boolean> {
  if (!file.endsWith('index.html')) return false;
  const html = await readFile(file, 'utf8');
  return html.includes('<body class="notice">') && !html.includes('<meta http-equiv="refresh"');
}

/** @param base where the folder is served, ended by a slash */
async function inFolder(folder: string, address: string, base: string): Promise<Published> {
  const file = await findFile(folder, address);
  if (file) return { kind: 'file', file };
  const standing = await standingPublication(folder);
  if (standing === undefined) return { kind: 'nothing' };
  // While a new publication takes the place of the last one, the last one is still there, beside it.
  const there = await findFile(standing, address);
  return there ? { kind: 'file', file: there } : { kind: 'missing', page: await missingPage(standing, base) };
}
