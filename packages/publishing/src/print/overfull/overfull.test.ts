import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transform } from '../../transform/transform.js';
import { PrintError, printVolume, stopTypesetter } from '../index.js';

const volumeOf = (said = '') => ({
  path: 'volume.xml',
  source: `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Made</title></titleStmt></fileDesc><encodingDesc><tagsDecl>${said}</tagsDecl></encodingDesc></teiHeader><text xml:lang="en"><body/></text></TEI>`,
});
const letter = (body: string) => ({
  path: 'letters/made.xml',
  source: `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="made"><teiHeader><fileDesc><titleStmt><title>Made</title></titleStmt></fileDesc></teiHeader><text><body><div type="letter">
<head type="number">No. 1</head>
${body}
</div></body></text></TEI>`,
});

beforeAll(() => {
  for (const name of ['figures', 'volume', 'letter']) transform(`print/${name}`, volumeOf().source);
}, 240_000);
afterAll(stopTypesetter);

const word = 'w9'.repeat(100);
const inText = `<p>A paragraph before it.</p>
<p>Words that fit the line, and then
${word} which does not.</p>`;
const inNote = `<p>A paragraph.</p>
<p>Called<note place="bottom">A note with
${word}.</note> here.</p>`;
const inTable = `<p>A paragraph.</p>
<table>
<row>${'<cell>few9words</cell>'.repeat(3)}</row>
<row>${Array.from({ length: 14 }, (_, at) => `<cell>Reinforce9ments${at}</cell>`).join('\n')}</row>
</table>`;

async function overfull(body: string, options: Parameters<typeof printVolume>[1] = {}) {
  const { warnings } = await printVolume({ volume: volumeOf(), letters: [letter(body)] }, options);
  return warnings.filter(({ code }) => code === 'overfull').map(({ path, line }) => `${path}:${line}`);
}

describe.each([
  { what: 'a volume', options: {} },
  { what: 'a proof', options: { template: 'proof', proof: true } },
  { what: 'pages for the screen', options: { use: 'screen', proof: true } },
  { what: 'a diplomatic volume', options: { template: 'documentary diplomatic' } },
] as const)('$what', ({ options }) => {
  it('tells by its line of the TEI of a word of 200 letters', async () => {
    expect(await overfull(inText, options)).toEqual(['letters/made.xml:5']);
  }, 60_000);

  it('tells of one in a note at the foot of a page', async () => {
    expect(await overfull(inNote, options)).toEqual(['letters/made.xml:5']);
  }, 60_000);

  it('tells once of a table that is wider than the page', async () => {
    // Its row of three, whose words the columns of the other have no room for, and the cells of that are one table.
    expect(await overfull(inTable, options)).toEqual(['letters/made.xml:4']);
  }, 60_000);

  it('has nothing to tell of lines that fit', async () => {
    // At the ends of lines spaces reach into the margin unseen.
    const fits = `<p>${'Words that fit their line, with a hyphen at its end - and “marks”. <space/> '.repeat(40)}</p><table><row><cell>One</cell><cell>Two</cell></row></table>`;
    expect(await overfull(fits, options)).toEqual([]);
  }, 60_000);
});

it('prints no volume that is to be printed without such lines', async () => {
  const volume = volumeOf('<rendition scheme="free" selector="text">overfull lines: stop</rendition>');
  const error: unknown = await printVolume({ volume, letters: [letter(inText)] }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(PrintError);
  expect((error as PrintError).problems).toMatchObject([{ path: 'letters/made.xml', line: 5 }]);
}, 60_000);
