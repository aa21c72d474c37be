import { existsSync, readFileSync } from 'node:fs';
import { loadValidator } from '@chancery/validation/node';
import { diffArrays } from 'diff';
import { describe, expect, it } from 'vitest';
import { importPrintedVolume } from './import-printed-volume.js';
import { headerOf, structureOf } from './testing/structure-of.js';

const read = (path: string): string =>
  readFileSync(new URL(`../../../../corpus/${path}`, import.meta.url), 'utf8');
const source = read('source/correspondence-volume-two.txt');
const imported = importPrintedVolume(source);

/** The letters of the sample volume, which were encoded by hand from the same source. */
const letters = [
  'stalin-1941-08-04',
  'roosevelt-churchill-1941-08-15',
  'roosevelt-1941-09-30',
  'stalin-1941-10-03',
  'aide-memoire-1941-11-02',
  'stalin-1941-11-04',
  'roosevelt-1941-11-06',
].map((id) => `letters/${id}.xml`);

const importedAs = (path: string): string => {
  const file = imported.files.find((each) => each.path === path);
  if (!file) throw new Error(`There is no ${path} in the import: ${imported.files.map((each) => each.path)}`);
  return file.source;
};

/** What differs, with the words before it: `-` as encoded by hand, `+` as imported. */
function differences(byHand: readonly string[], byImport: readonly string[], context = 2): string[] {
  const found: string[] = [];
  let before = '';
  for (const { added, removed, value } of diffArrays([...byHand], [...byImport])) {
    if (added || removed) found.push(`${before} ${added ? '+' : '-'} ${value.join(' ')}`.trim());
    else before = context > 0 ? value.slice(-context).join(' ') : '';
  }
  return found;
}

/*
 * What only an editor can judge. Of the text: a date without a year, and a year alone; names in running text are not compared. Of the
 * headers: through whose hands a letter went that says so in its own words, who sent a paper that names no sender, and which document
 * answers which.
 */
const judgements: Readonly<Record<string, readonly string[]>> = {
  'letters/stalin-1941-11-04.xml': ['but on - <date when="1941-11-02">', 'November 2 - </date>'],
  'volume.xml': ['House in - <date when="1957"> 1957 </date> .', 'House in + 1957.'],
};

const judgementsOfHeaders: Readonly<Record<string, readonly string[]>> = {
  'letters/roosevelt-1941-09-30.xml': [
    '- correspAction type="transmitted"/persName ref="../volume.xml#harriman": Averell Harriman',
  ],
  'letters/stalin-1941-10-03.xml': [
    '- correspContext/ref target="roosevelt-1941-09-30.xml" type="reply-to": Answers the letter that reached Stalin through Harriman',
  ],
  'letters/aide-memoire-1941-11-02.xml': [
    '- correspAction type="sent"/persName ref="../volume.xml#roosevelt": F. Roosevelt',
    '- correspAction type="received"/persName ref="../volume.xml#stalin": J. V. Stalin',
  ],
  'letters/stalin-1941-11-04.xml': [
    '- correspContext/ref target="aide-memoire-1941-11-02.xml" type="reply-to": Answers the message whose substance the aide-mémoire gives',
  ],
};

describe('the sample volume, imported', () => {
  it.each([...letters, 'volume.xml'])(
    '%s is word for word and tag for tag what was encoded by hand',
    (path) => {
      expect(differences(structureOf(read(path)), structureOf(importedAs(path)))).toEqual(
        judgements[path] ?? [],
      );
    },
  );

  it.each(letters)('%s says in its header what was found by hand', (path) => {
    expect(differences(headerOf(read(path)), headerOf(importedAs(path)), 0)).toEqual(
      judgementsOfHeaders[path] ?? [],
    );
  });

  it('is valid', async () => {
    const validator = await loadValidator();
    for (const file of imported.files) expect(validator.validate(file.source), file.path).toEqual([]);
  });

  it('leaves out what was left out by hand', () => {
    const quotes = (tei: string) =>
      [...tei.matchAll(/<quote>([\s\S]*?)<\/quote>/g)].map((found) => found[1]?.replace(/\s+/g, ' '));
    expect(quotes(importedAs('volume.xml'))).toEqual(quotes(read('volume.xml')));
  });

  it('puts every doubt into the queue', () => {
    expect(imported.queue.map(({ line, code, document }) => [line, code, document].join(' ').trim())).toEqual(
      [
        '3 title-page',
        '140 callout-without-note stalin-1941-08-04',
        '148 callout-without-note roosevelt-churchill-1941-08-15',
        '150 sentence-cut roosevelt-churchill-1941-08-15',
        '175 page-end roosevelt-1941-09-30',
        '195 callout-without-note stalin-1941-10-03',
        '207 number-lost aide-memoire-1941-11-02',
        '220 callout-without-note aide-memoire-1941-11-02',
        '232 number-lost stalin-1941-11-04',
        '254 number-lost roosevelt-1941-11-06',
      ],
    );
  });
});

describe('the source that the sample volume was encoded from', () => {
  const given = new URL('../../../../../shared/seed/correspondence-volume-two.txt', import.meta.url);
  it.skipIf(!existsSync(given))('is the one that was given, where that is at hand', () => {
    expect(source).toBe(readFileSync(given, 'utf8'));
  });
});
