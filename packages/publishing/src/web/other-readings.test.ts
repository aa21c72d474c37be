import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { publishedFiles } from '../testing/published-files.js';
import { richVolume } from '../testing/rich-volume.js';

type Piece = string | { readonly name: string; readonly pieces: readonly Piece[] };

/** Text in which readings stand within readings, as deep as that goes. */
const { text } = fc.letrec<{ text: Piece[]; piece: Piece }>((tie) => {
  const element = (name: string) =>
    fc.record({ name: fc.constant(name), pieces: tie('text') }, { noNullPrototype: true });
  const one = (...names: string[]) => fc.oneof(...names.map(element));
  const of = (name: string, pieces: fc.Arbitrary<Piece[]>) =>
    fc.record({ name: fc.constant(name), pieces }, { noNullPrototype: true });
  return {
    text: fc.array(tie('piece'), { minLength: 1, maxLength: 3, depthIdentifier: 'text' }),
    piece: fc.oneof(
      { depthIdentifier: 'text', maxDepth: 5 },
      fc.constant('word'),
      of('choice', fc.tuple(one('sic', 'orig', 'abbr'), one('corr', 'reg', 'expan'))),
      of('choice', fc.array(one('seg', 'reg', 'unclear', 'orig'), { minLength: 1, maxLength: 3 })),
      of(
        'app',
        fc.tuple(element('lem'), element('rdg'), of('rdgGrp', fc.tuple(element('rdg'), element('rdg')))),
      ),
      of('app', fc.array(element('rdg'), { minLength: 1, maxLength: 2 })),
      one('add', 'del', 'surplus', 'fw', 'hi', 'persName', 'supplied', 'foreign'),
    ),
  };
});

/** Each word is one that no other is. */
function written(piece: Piece, words: string[]): string {
  if (typeof piece !== 'string')
    return `<${piece.name}>${piece.pieces.map((each) => written(each, words)).join(' ')}</${piece.name}>`;
  words.push(`w${words.length}x`);
  return ` ${words.at(-1)} `;
}

it('shows each word in one of the two views, whatever it is a reading of, and in neither one twice', async () => {
  const words: string[] = [];
  const paragraphs = fc
    .sample(text, { numRuns: 40, seed: 6 })
    .map((pieces) => `<p>${pieces.map((piece) => written(piece, words)).join(' ')}</p>`);
  const { volume, letters } = richVolume();
  const edition = {
    volume,
    letters: letters.map((file, index) =>
      index === 1 ? { ...file, source: file.source.replace(/<p>.*<\/p>/, paragraphs.join('')) } : file,
    ),
  };
  const { files } = await publishedFiles(edition, { only: ['web'] });
  const shown = (view: string) =>
    (String(files.get(`letters/two/${view}index.html`))
      .replace(/^.*?<article/s, '')
      .replace(/<\/article>.*$/s, '')
      .match(/\bw\d+x\b/g) ?? []) as string[];
  const [reading, diplomatic] = [shown(''), shown('diplomatic/')];
  expect(words.length).toBeGreaterThan(500);
  for (const view of [reading, diplomatic])
    expect(view.filter((word, index) => view.indexOf(word) !== index)).toEqual([]);
  const either = new Set([...reading, ...diplomatic]);
  expect(words.filter((word) => !either.has(word))).toEqual([]);
}, 120_000);

it('tells of a reading that neither view would have beside the one that is shown', async () => {
  const { volume, letters } = richVolume();
  const body =
    '<p>A letter of <choice><orig><choice><abbr>geh.</abbr><expan>geheim</expan></choice> Rathe</orig><reg>Geheimrathe</reg></choice>, <app><lem wit="#A">his</lem><rdg wit="#B #C">her</rdg></app> own.</p>';
  const edition = {
    volume,
    letters: letters.map((file, index) =>
      index === 1 ? { ...file, source: file.source.replace(/<p>.*<\/p>/, body) } : file,
    ),
  };
  const { files } = await publishedFiles(edition, { only: ['web'] });
  const plain = (path: string) =>
    String(files.get(path))
      .replaceAll(/<\/?span[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ');
  expect(plain('letters/two/index.html')).toContain('A letter of Geheimrathe, his own.');
  const copy = plain('letters/two/diplomatic/index.html');
  expect(copy).toContain('A letter of geh. [i.e. geheim] Rathe, his [var. her B C] own.');
  expect(copy).toContain('<dt>[var.]</dt>');
});

it('shows what is struck out, superfluous or of the page in every form as its view has it, within readings too', async () => {
  const { volume, letters } = richVolume();
  const body = `<p>A <choice><sic>one <del>two</del> three</sic><corr>four <del>five</del></corr></choice>.</p>
    <p>B <choice><orig>six<surplus> seven</surplus></orig><reg>eight<fw>nine</fw></reg></choice>.</p>
    <p>C <app><lem>ten <del>eleven</del></lem><rdg wit="#X">twelve <del>thirteen</del><surplus>fourteen</surplus></rdg></app>.</p>`;
  const edition = {
    volume,
    letters: letters.map((file, index) =>
      index === 1 ? { ...file, source: file.source.replace(/<p>.*<\/p>/, body) } : file,
    ),
  };
  const { files } = await publishedFiles(edition, { only: ['web', 'txt', 'json', 'pdf', 'epub'] });
  const book = unzipSync(files.get('volume.epub') ?? Buffer.of());
  files.set('chapter', Buffer.from(book['book/text/letter-two.xhtml'] ?? ''));
  const words = (path: string) =>
    String(files.get(path))
      .replace(/^.*?(?=A <|A (?:four|one))/s, '')
      .replace(/<\/(?:article|section)>.*$/s, '')
      .replaceAll('<del>', '~')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ');
  // The conservation check has gone through the PDF.
  expect(words('letters/two/index.html')).toContain('A four . B eight. C ten .');
  expect(words('chapter')).toContain('A four . B eight. C ten .');
  expect(words('letters/two/two.txt')).toContain('A four . B eight. C ten .');
  expect
    .soft(words('letters/two/diplomatic/index.html'))
    .toContain(
      'A one ~two three [i.e. four ~five]. B six{ seven} [i.e. eightnine]. C ten ~eleven [var. twelve ~thirteen{fourteen} X].',
    );
}, 120_000);
