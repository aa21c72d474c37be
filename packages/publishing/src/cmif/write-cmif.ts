import {
  type Correspondent,
  type LetterDate,
  type LetterPlace,
  readPublication,
  readVolume,
  teiNamespace,
} from '@chancery/tei';
import { escapeAttribute, escapeText, parseTree } from '@chancery/xml';
import { datePart } from '../day-of-edition.js';
import type { TeiFile } from '../edition-source.js';
import { partPaths } from '../parts/part-name.js';
import type { PublishedLetter } from '../parts/published-letters.js';
import { letterAddress, teiAddress } from '../parts/site-of.js';
import { uuidOf } from '../parts/uuid-of.js';
import { volumeName } from '../parts/volume-name.js';
import { type Identify, identities } from './identities.js';

export interface CmifOptions {
  /** Where the web edition is served. */
  readonly site: string | undefined;
  /** In which form the letters are there. */
  readonly kind: 'online' | 'print' | 'hybrid';
  readonly release?: string | undefined;
  /** A year, a month or a day, where it is known when the edition went out or was last changed. */
  readonly day?: string | undefined;
}

/**
 * The letters of a volume in the Correspondence Metadata Interchange Format, version 1.1 (TEI Correspondence SIG): who
 * wrote to whom, when and where, with the numbers of authority files and the address of each letter. What the format
 * cannot say, such as the way of a letter from hand to hand, stays in the TEI.
 */
export function writeCmif(
  volume: TeiFile,
  letters: readonly PublishedLetter[],
  { site, kind, release, day }: CmifOptions,
): string {
  const tei = parseTree(volume.source);
  const metadata = readVolume(tei);
  const facts = readPublication(tei);
  const name = volumeName(metadata);
  // With a letter first, so that it is an XML name.
  const source = `c${uuidOf(`${site ?? ''}\n${name}`).slice(1)}`;
  const identify = identities(volume);
  const described = letters.map((letter) =>
    describe(letter, { source, identify, site, kind, main: metadata.language }),
  );
  const edition = [name, release && `release ${release}`, facts.source && `copy-text: ${facts.source}`];
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="${teiNamespace}">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>${escapeText(`Index of the letters in ${name}`)}</title>
${orElse(facts.editors, 'Editors not named')
  .map((each) => `        <editor>${escapeText(each)}</editor>\n`)
  .join('')}      </titleStmt>
      <publicationStmt>
${orElse(facts.publishers, name)
  .map((each) => `        <publisher>${escapeText(each)}</publisher>\n`)
  .join('')}        <idno type="url">${escapeText(`${site ?? ''}${partPaths.cmif}`)}</idno>
        ${day === undefined ? '<date>Not dated</date>' : `<date when="${day}"/>`}
        <availability>
${availability(facts.licence, facts.availability)}        </availability>
      </publicationStmt>
      <sourceDesc>
        <bibl type="${kind}" xml:id="${source}">${escapeText(edition.filter(Boolean).join('; '))}${site === undefined ? '' : `, <ref target="${escapeAttribute(site)}">${escapeText(site)}</ref>`}</bibl>
      </sourceDesc>
    </fileDesc>
    <profileDesc>
${described.join('')}    </profileDesc>
  </teiHeader>
  <text>
    <body>
      <p/>
    </body>
  </text>
</TEI>
`;
}

interface About {
  readonly source: string;
  readonly identify: Identify;
  readonly site: string | undefined;
  readonly kind: CmifOptions['kind'];
  /** The main language of the volume. */
  readonly main: string | undefined;
}

function describe(letter: PublishedLetter, { source, identify, site, kind, main }: About): string {
  const { id, file, number, metadata } = letter;
  const { senders, addressees, places, dates, language = main } = metadata;
  const of = (...types: readonly string[]) =>
    types.map((type) => dates.find((date) => date.type === type)).find((date) => date !== undefined);
  const from = places.filter(({ action }) => action === 'sent' || action === 'signed');
  const to = places.filter(({ action }) => action === 'received');
  const names = (people: readonly Correspondent[]) =>
    people.length === 0
      ? ['<persName>Unknown</persName>']
      : people.map(({ name, ref, isBody }) => {
          const known = identify(file.path, ref);
          const element = known?.kind === 'organisations' || isBody ? 'orgName' : 'persName';
          return named(element, known?.name ?? (name || 'Unknown'), known?.address);
        });
  const placeNames = (where: readonly LetterPlace[]) =>
    where.map(({ name, ref }) => {
      const known = identify(file.path, ref);
      return named('placeName', name || (known?.name ?? ''), known?.address);
    });
  const action = (type: 'sent' | 'received', parts: readonly string[]) =>
    `        <correspAction type="${type}">\n${parts.map((each) => `          ${each}\n`).join('')}        </correspAction>\n`;
  const address = letterAddress(site, id);
  const key = number !== undefined && kind !== 'online' ? ` key="${escapeAttribute(number)}"` : '';
  const ref = kind === 'print' ? '' : ` ref="${escapeAttribute(address)}"`;
  const inLanguage = language && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(language);
  return [
    `      <correspDesc${key}${ref} source="#${source}">\n`,
    action('sent', [...names(senders), ...placeNames(from), ...dateOf(of('sent', 'signed', 'handed'))]),
    action('received', [...names(addressees), ...placeNames(to), ...dateOf(of('received'))]),
    inLanguage && kind !== 'print'
      ? `        <note><ref target="${escapeAttribute(teiAddress(site, id))}" targetLang="${language}" mimeType="application/tei+xml">TEI of the letter</ref></note>\n`
      : '',
    '      </correspDesc>\n',
  ].join('');
}

function named(element: string, name: string, address: string | undefined): string {
  const ref = address === undefined ? '' : ` ref="${escapeAttribute(address)}"`;
  return `<${element}${ref}>${escapeText(name)}</${element}>`;
}

/** A date with what the format has for it: a day, a month or a year in the Gregorian calendar; without one none. */
function dateOf(date: LetterDate | undefined): string[] {
  if (!date) return [];
  const [first, last] = [datePart(date.notBefore), datePart(date.notAfter)];
  const when = datePart(date.when);
  const ends = when
    ? { when }
    : date.isSpan
      ? { from: first, to: last }
      : { notBefore: first, notAfter: last };
  const said = Object.entries(ends).filter((each): each is [string, string] => each[1] !== undefined);
  if (said.length === 0) return [];
  // What is not certain is “low”: the format knows no other degree.
  const isDoubtful = date.precision === 'low' || ['medium', 'low', 'unknown'].includes(date.cert ?? '');
  const cert = isDoubtful ? [['cert', 'low']] : [];
  const evidence = date.evidence === 'conjecture' ? [['evidence', 'conjecture']] : [];
  return [`<date${[...said, ...cert, ...evidence].map(([name, value]) => ` ${name}="${value}"`).join('')}/>`];
}

function availability(licence: string | undefined, words: string): string {
  const target =
    licence && /^[a-z][a-z0-9+.-]*:\S+$/i.test(licence) ? encodeURI(decodeAsFarAs(licence)) : undefined;
  return target === undefined
    ? `          <p>${escapeText(words || 'The edition states no licence.')}</p>\n`
    : `          <licence target="${escapeAttribute(target)}">${escapeText(words || target)}</licence>\n`;
}

function decodeAsFarAs(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function orElse(words: readonly string[], fallback: string): readonly string[] {
  return words.length > 0 ? words : [fallback];
}
